import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, TextArea, TextField } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Muted, SummaryList, Tag } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { type CertificateState, certificateState } from '../course/course.rules.ts';
import { type CourseFacts, shellOf } from '../course/home.pages.tsx';
import * as paths from '../paths.ts';
import type { Certificate, Verified } from './certificate.queries.ts';

export const stateTag: Readonly<
  Record<CertificateState, { readonly words: string; readonly tone: 'pine' | 'clay' | 'red' }>
> = {
  holds: { words: 'Holds', tone: 'pine' },
  ended: { words: 'Ended', tone: 'clay' },
  withdrawn: { words: 'Taken back', tone: 'red' },
};

export const courseNamed = (certificate: Certificate): string =>
  certificate.how === 'here'
    ? (certificate.courseName ?? 'Our safeguarding course')
    : `${certificate.title ?? 'A safeguarding course'} (${certificate.provider ?? 'elsewhere'})`;

export const untilWords = (certificate: Certificate): string =>
  certificate.expiresOn ? longDate(certificate.expiresOn) : 'It has no end';

const Sheet = ({
  certificate,
  name,
  organisation,
}: {
  certificate: Certificate;
  name: string;
  organisation: string;
}) => (
  <Card tone="growth" above={organisation} title="Certificate">
    <p>
      <strong class="k-figure__number">{name}</strong>
    </p>
    <p>
      {certificate.how === 'here'
        ? 'has read and thought through all five parts of the course'
        : 'has shown us that they completed the course'}
    </p>
    <p>
      <strong>{courseNamed(certificate)}</strong>
    </p>
    <SummaryList
      rows={[
        {
          label: certificate.how === 'here' ? 'Finished on' : 'Done on',
          value: longDate(certificate.issuedOn),
        },
        { label: 'Holds until', value: untilWords(certificate) },
        ...(certificate.seenOn
          ? [{ label: 'Seen and checked on', value: longDate(certificate.seenOn) }]
          : []),
        { label: 'Number', value: certificate.reference },
      ]}
    />
  </Card>
);

/** A learner's own certificate, to look at and to print. */
export const OwnCertificatePage = ({
  facts,
  certificate,
  view,
}: {
  facts: CourseFacts;
  certificate: Certificate | undefined;
  view: View;
}): VNode | null => {
  if (!certificate) return null;
  const state = certificateState(certificate, facts.today);
  const verify = paths.verifyCertificate({ reference: certificate.reference });
  return (
    <Frame
      view={view}
      shell={shellOf(facts)}
      title="Your certificate"
      back={{ href: facts.links.home, label: 'The course' }}
    >
      <div class="k-no-print">
        <Heading>Your certificate</Heading>
      </div>
      {state === 'holds' ? null : (
        <Inset tone="clay">
          <p>
            {state === 'ended'
              ? 'This certificate has ended. You can do the course again, and you get a new one.'
              : 'This certificate was taken back. Your volunteer manager can tell you more.'}
          </p>
        </Inset>
      )}
      <Sheet certificate={certificate} name={facts.learner.name} organisation={view.organisation.name} />
      <p>
        Anybody can see whether it holds, here:
        <br />
        <a href={verify}>
          {facts.origin}
          {verify}
        </a>
      </p>
      <p class="k-no-print">They see your first name and one letter, and nothing else of you.</p>
      <p class="k-no-print">
        <Muted>To print it, use your browser’s own print. The menus stay off the paper.</Muted>
      </p>
    </Frame>
  );
};

/** For anybody with a certificate in their hands: type its number. */
export const AskCertificatePage = ({ view }: { view: View }): VNode => (
  <Frame view={view} shell="public" title="Does a certificate hold?">
    <Heading>Does a certificate hold?</Heading>
    <Lede>Enter the number on a safeguarding certificate of ours. You see whether it holds today.</Lede>
    <Form form={view.form}>
      <TextField
        form={view.form}
        name="reference"
        label="Number of the certificate"
        hint="Six letters and figures, such as K7F-2QH."
        width={10}
        spellcheck={false}
        autocomplete="off"
      />
      <ButtonRow>
        <Button>Look it up</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

const answerWords = (state: CertificateState, certificate: Certificate): string => {
  if (state === 'withdrawn') return 'This certificate was taken back. It no longer counts.';
  const until = certificate.expiresOn ? longDate(certificate.expiresOn) : null;
  if (state === 'ended') return `This certificate ended on ${until}.`;
  return until ? `This certificate holds until ${until}.` : 'This certificate holds.';
};

export interface VerifyFacts {
  readonly reference: string;
  readonly found: Verified | null;
  readonly today: Temporal.PlainDate;
}

/** What anybody may know of a certificate: whether it holds, for which course, whose by first name and initial. */
export const VerifyPage = ({ facts, view }: { facts: VerifyFacts; view: View }): VNode => {
  const { found, reference } = facts;
  const again = (
    <p>
      <a href={paths.askCertificate()}>Look up another number</a>
    </p>
  );
  if (!found)
    return (
      <Frame view={view} shell="public" title="We do not know this number">
        <Heading above={reference}>We do not know this number</Heading>
        <Lede>
          Look at the certificate once more: a number is six letters and figures, such as K7F-2QH. If it is
          the same, ring the centre that it came from.
        </Lede>
        {again}
      </Frame>
    );
  const { certificate, whose } = found;
  const state = certificateState(certificate, facts.today);
  return (
    <Frame view={view} shell="public" title={`Certificate ${certificate.reference}`}>
      <Heading above="Certificate">{certificate.reference}</Heading>
      <p>
        <Tag tone={stateTag[state].tone}>{stateTag[state].words}</Tag>
      </p>
      <Lede>{answerWords(state, certificate)}</Lede>
      <SummaryList
        rows={[
          { label: 'Whose', value: whose },
          { label: 'Course', value: courseNamed(certificate) },
          { label: 'Done on', value: longDate(certificate.issuedOn) },
          { label: 'From', value: view.organisation.name },
        ]}
      />
      {again}
    </Frame>
  );
};

export interface StaffCertificateFacts {
  readonly certificate: Certificate;
  readonly name: string;
  readonly seenBy: string | null;
  readonly today: Temporal.PlainDate;
}

/** A certificate for those who recruit: how it came about, and the way to take it back. */
export const StaffCertificatePage = ({
  facts,
  view,
}: {
  facts: StaffCertificateFacts;
  view: View;
}): VNode => {
  const { certificate, name, seenBy } = facts;
  const state = certificateState(certificate, facts.today);
  return (
    <Frame
      view={view}
      title={`Certificate of ${name}`}
      back={{ href: paths.eLearningPeople(), label: 'The course and certificates' }}
    >
      <Heading above="Certificate">{name}</Heading>
      <p>
        <Tag tone={stateTag[state].tone}>{stateTag[state].words}</Tag>
      </p>
      <SummaryList
        rows={[
          { label: 'Course', value: courseNamed(certificate) },
          { label: 'Done on', value: longDate(certificate.issuedOn) },
          { label: 'Holds until', value: untilWords(certificate) },
          { label: 'Number', value: certificate.reference },
          ...(certificate.seenOn
            ? [
                {
                  label: 'Seen',
                  value: `${seenBy ? `By ${seenBy} on` : 'On'} ${longDate(certificate.seenOn)}. ${certificate.checkedWords}`,
                },
              ]
            : []),
          ...(certificate.withdrawnWhy
            ? [{ label: 'Taken back because', value: certificate.withdrawnWhy }]
            : []),
        ]}
      />
      {state === 'withdrawn' ? null : (
        <>
          <Heading level={2}>Take it back</Heading>
          <p>
            Do this when it turns out not to be true. From then on it no longer counts, and {name} is not put
            with families until there is another one.
          </p>
          <Form form={view.form}>
            <TextArea form={view.form} name="why" label="Why?" rows={3} />
            <ButtonRow>
              <Button kind="warning">Take the certificate back</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Frame>
  );
};
