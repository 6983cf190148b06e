import { type Colour, pdf, type Sheet } from '#platform/pdf/pdf.ts';
import { counted, longDate, minutesInWords } from '#ui/times.ts';
import { courseNamed } from '../certificates/certificate.pages.tsx';
import * as paths from '../paths.ts';
import { kindWords } from './event.rules.ts';
import { outcomeWords } from './pathway.rules.ts';
import type { LearningRecord } from './record.queries.ts';
import { ownKindWords, practiceWords } from './record.rules.ts';

const SOFT = { colour: 'soft' as Colour, size: 10, above: 1 };

/** One thing learned: what, when and where, and the words that go with it. */
const entry = (sheet: Sheet, what: string, about: string, words = ''): void => {
  sheet.text(what, { face: 'strong', above: 8 });
  sheet.text(about, SOFT);
  if (words) sheet.text(words, { above: 2 });
};

const part = <T>(sheet: Sheet, title: string, things: readonly T[], each: (thing: T) => void): void => {
  if (things.length === 0) return;
  sheet.heading(2, title);
  for (const thing of things) each(thing);
};

/** A learning record as a document to show or to keep, tagged so that it can be read aloud. */
export const recordPdf = (
  record: LearningRecord,
  {
    organisation,
    origin,
    now,
  }: { readonly organisation: string; readonly origin: string; readonly now: Temporal.Instant },
): Promise<Buffer> =>
  pdf(
    {
      title: `Learning record of ${record.learner.name}`,
      language: 'en-GB',
      author: organisation,
      madeAt: now,
    },
    (sheet) => {
      sheet.mark();
      sheet.text(organisation, { colour: 'pine', face: 'strong', above: 10 });
      sheet.heading(1, 'What I have learned');
      sheet.text(record.learner.name, { size: 15, face: 'strong' });
      sheet.text(`As it stood on ${longDate(record.today)}.`, SOFT);
      part(sheet, 'Training', [...record.levels, ...record.units], (award) =>
        entry(
          sheet,
          award.title,
          `${award.how === 'elsewhere' ? 'Learned elsewhere, ' : ''}${longDate(award.earnedOn)}. Whether it holds: ${origin}${paths.verifyCredential({ reference: award.reference })}`,
        ),
      );
      part(sheet, 'Signed off', record.signOffs, (each) =>
        entry(sheet, each.name, longDate(each.on), each.words),
      );
      part(sheet, 'Learned on the job', record.practice, (each) =>
        entry(sheet, `${practiceWords[each.kind]}: ${each.what}`, longDate(each.on), each.reflection?.words),
      );
      part(sheet, 'Safeguarding', record.certificates, (each) =>
        entry(
          sheet,
          courseNamed(each),
          `${longDate(each.issuedOn)}${each.expiresOn ? `, until ${longDate(each.expiresOn)}` : ''}. Number ${each.reference}.`,
        ),
      );
      part(sheet, 'Learned together', record.events, (each) =>
        entry(
          sheet,
          each.title,
          `${kindWords[each.kind].name}, ${minutesInWords(each.minutes)}, ${longDate(each.on)}`,
          each.took,
        ),
      );
      part(sheet, 'What I wrote down', record.own, (each) =>
        entry(
          sheet,
          each.title,
          [ownKindWords[each.kind], each.whereFrom, longDate(each.on)].filter(Boolean).join(', '),
          each.took,
        ),
      );
      const steps = record.interests.flatMap((interest) =>
        interest.outcomes
          .filter((each) => !each.takenBack)
          .map((each) => ({ name: interest.name, outcome: each.outcome, on: each.on })),
      );
      part(sheet, 'Where I have gone from here', steps, (each) =>
        entry(sheet, each.name, `${outcomeWords(each.outcome, true)}, ${longDate(each.on)}`),
      );
      if (record.units.length > 0) {
        sheet.rule();
        sheet.text(
          `${counted(record.units.length, 'unit')} of the training, each with an address above at which anybody sees whether it still holds. There they see a first name and one letter, and nothing else.`,
          SOFT,
        );
      }
    },
  );
