import { pdf } from '#platform/pdf/pdf.ts';
import { longDate } from '#ui/times.ts';
import type { Award } from './award.queries.ts';
import { addressesAt, aimsAreHeaded, type Meaning } from './credential.rules.ts';

export interface CertificateFacts {
  readonly award: Award;
  readonly meaning: Meaning;
  readonly name: string;
  readonly organisation: string;
  /** Where anybody looks it up, such as https://kith.example.org. */
  readonly origin: string;
  readonly demo: boolean;
}

export const fileName = ({ award }: Pick<CertificateFacts, 'award'>): string =>
  `certificate-${award.code}-${award.reference}.pdf`;

const CENTRED = { align: 'centre' } as const;

/** A certificate to keep, to print and to have read aloud. Where a name is in letters we cannot print, there is a line to write it on. */
export const certificatePdf = ({
  award,
  meaning,
  name,
  organisation,
  origin,
  demo,
}: CertificateFacts): Promise<Buffer> =>
  pdf(
    {
      title: `Certificate: ${meaning.title}`,
      language: 'en-GB',
      author: organisation,
      subject: meaning.about,
      madeAt: award.givenAt,
    },
    (sheet) => {
      sheet.frame();
      // One unit leaves room on the paper; it stands in the middle of it.
      const roomy = award.kind === 'unit';
      const size = roomy ? 12 : 10;
      sheet.space(roomy ? 56 : 0);
      sheet.mark('centre');
      const from = demo ? `${organisation}: a demonstration, nobody in it is real` : organisation;
      sheet.text(from, { ...CENTRED, colour: 'soft', size: 12, above: 4 });
      sheet.heading(1, 'Certificate', { ...CENTRED, colour: 'pine', size: 15, above: roomy ? 28 : 14 });
      if (sheet.writes(name)) sheet.text(name, { ...CENTRED, face: 'strong', size: 27, above: 8 });
      else {
        sheet.blank({ ...CENTRED, above: 36 });
        sheet.text('Your name, in your own hand: we have no print for its letters yet.', {
          ...CENTRED,
          colour: 'soft',
          size: 9,
          above: 0,
        });
      }
      sheet.text(
        award.how === 'elsewhere' && award.kind === 'unit'
          ? 'has shown us that they learned this before they came to us'
          : award.kind === 'unit'
            ? 'took part in this unit of the training for peer supporters'
            : 'completed the training for peer supporters at this level',
        { ...CENTRED, size: roomy ? 12 : 11, above: 10 },
      );
      sheet.heading(2, meaning.title, { ...CENTRED, size: 19, colour: 'iris', above: 10 });
      sheet.text(meaning.about, { ...CENTRED, size: roomy ? 12 : 11, above: 2 });
      sheet.rule(roomy ? 24 : 14);
      sheet.text(aimsAreHeaded(meaning, award.how), { face: 'strong', size, above: roomy ? 14 : 6 });
      sheet.list(meaning.aims, { size });
      if (meaning.competencies.length > 0) {
        sheet.text('What they can build on', { face: 'strong', size, above: roomy ? 18 : 10 });
        sheet.text(`${meaning.competencies.map((each) => each.name).join(' · ')}`, { size, above: 2 });
      }
      sheet.rule(roomy ? 24 : 14);
      sheet.facts(
        [
          [award.how === 'elsewhere' ? 'Learned by' : 'Earned on', longDate(award.earnedOn)],
          ...(award.expiresOn ? [['Holds until', longDate(award.expiresOn)] as const] : []),
          ['From', organisation],
          ['Number', award.reference],
          ['Does it hold?', addressesAt(origin).credential(award.reference)],
        ],
        { size },
      );
    },
  );
