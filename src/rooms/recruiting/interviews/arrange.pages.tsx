import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted, Said, SummaryList, Tag } from '#ui/show.tsx';
import { clockTime, dayAndDate, minutesInWords, momentInWords } from '#ui/times.ts';
import {
  applicationInterview,
  applicationMove,
  application as applicationPath,
  arrangeInterview,
  cancelInterview,
  interview as interviewPath,
  interviewTogether,
} from '../paths.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import type { InterviewFacts, OutcomeFacts } from './interview.queries.ts';
import { decisionWords, wayOptions, wayWords } from './way.rules.ts';

export interface InterviewOfApplication {
  readonly application: ApplicationFacts;
  readonly open: boolean;
  /** The one that is arranged and not decided. */
  readonly there: InterviewFacts | null;
  readonly both: boolean;
  readonly mine: boolean;
  /** Those that are decided or were called off, the newest first. */
  readonly past: readonly InterviewFacts[];
  readonly outcome: OutcomeFacts | null;
  readonly names: ReadonlyMap<string, string>;
}

export const whenWords = (interview: Pick<InterviewFacts, 'startsAt'>, view: View): string => {
  const there = interview.startsAt.toZonedDateTimeISO(view.zone);
  return `${dayAndDate(there.toPlainDate(), { today: view.today })} at ${clockTime(there.toPlainTime())}`;
};

const panelWords = (interview: InterviewFacts, names: ReadonlyMap<string, string>): string =>
  interview.panel.map((account) => names.get(account) ?? 'a colleague').join(' and ');

const isPast = (interview: InterviewFacts, view: View) =>
  Temporal.Instant.compare(interview.startsAt, view.now) <= 0;

const Arranged = ({
  view,
  facts,
  there,
}: {
  view: View;
  facts: InterviewOfApplication;
  there: InterviewFacts;
}): VNode => {
  const { application, names } = facts;
  const at = { applicationId: application.id };
  return (
    <>
      {there.otherTimeAt ? (
        <Card tone="soon" title={`${application.calledName} asked for another time`}>
          <Said>{there.otherTimeWords}</Said>
          <ButtonRow>
            <ButtonLink href={arrangeInterview(at)}>Choose another time</ButtonLink>
          </ButtonRow>
        </Card>
      ) : null}
      <SummaryList
        rows={[
          { label: 'When', value: `${whenWords(there, view)}, for ${minutesInWords(there.minutes)}` },
          { label: 'How', value: wayWords(there.way, there.place) },
          { label: 'Who', value: panelWords(there, names) },
          {
            label: 'Made easier by',
            value: there.adjustments || <Muted>Nothing written down</Muted>,
          },
        ]}
      />
      {facts.both ? (
        <Card tone="tint" title="Both have scored">
          <p>Sit down together, look at where you are far apart, and decide.</p>
          <ButtonRow>
            <ButtonLink href={interviewTogether({ interviewId: there.id })}>Decide together</ButtonLink>
          </ButtonRow>
        </Card>
      ) : (
        <>
          <p>
            {isPast(there, view)
              ? 'The two score on their own. When both have finished, you decide together.'
              : 'The applicant and the two have been written to.'}
          </p>
          <ButtonRow>
            {facts.mine ? (
              <ButtonLink href={interviewPath({ interviewId: there.id })}>Open my questions</ButtonLink>
            ) : null}
            <ButtonLink href={arrangeInterview(at)} kind="secondary">
              Change time or people
            </ButtonLink>
          </ButtonRow>
          <Details summary="Call it off">
            <Form form={view.form} action={cancelInterview(at)}>
              <TextArea
                form={view.form}
                name="why"
                label="Why"
                hint="The applicant reads these words in the letter."
                rows={2}
              />
              <ButtonRow>
                <Button kind="secondary">Call the interview off</Button>
              </ButtonRow>
            </Form>
          </Details>
        </>
      )}
    </>
  );
};

const Outcome = ({
  view,
  facts,
  outcome,
}: {
  view: View;
  facts: InterviewOfApplication;
  outcome: OutcomeFacts;
}): VNode => {
  const { application } = facts;
  const live = facts.open;
  return (
    <Card
      title={`Decided: ${decisionWords[outcome.decision].toLowerCase()}`}
      above={`${momentInWords(outcome.decidedAt, view.zone, view.now)}, written down by ${facts.names.get(outcome.decidedBy) ?? 'a colleague'}`}
    >
      <Said>{outcome.reasons}</Said>
      {outcome.feedback ? (
        <>
          <p>
            <strong>For {application.calledName}</strong>
          </p>
          <Said>{outcome.feedback}</Said>
        </>
      ) : null}
      {outcome.decision === 'no' && live ? (
        <ButtonRow>
          <ButtonLink
            href={applicationMove({ applicationId: application.id, verb: 'decline' }, { reason: 'values' })}
          >
            Write the letter that says no
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Card>
  );
};

export const ApplicationInterviewPage = ({
  view,
  facts,
}: {
  view: View;
  facts: InterviewOfApplication;
}): VNode => {
  const { application, there, open, past, outcome } = facts;
  const at = { applicationId: application.id };
  return (
    <Frame
      view={view}
      shell="staff"
      title={`The interview of ${application.name}`}
      back={{ href: applicationPath(at), label: application.name }}
    >
      <Heading above={application.name}>The interview</Heading>
      <Lede>Two of you ask everybody the same questions, and score apart from each other.</Lede>
      {there ? <Arranged view={view} facts={facts} there={there} /> : null}
      {outcome ? <Outcome view={view} facts={facts} outcome={outcome} /> : null}
      {!there && open && application.state === 'paused' ? (
        <Inset>The application rests. Take it up again before you arrange a time.</Inset>
      ) : null}
      {!there && open && application.state !== 'paused' ? (
        <Empty
          title={outcome ? 'You can meet again.' : 'No time is arranged yet.'}
          action={{ href: arrangeInterview(at), label: 'Arrange the interview', kind: 'button' }}
        >
          {application.accessNeeds ? <p>They told us what helps them: {application.accessNeeds}</p> : null}
        </Empty>
      ) : null}
      {!there && !open && !outcome ? <p>The interview is not open at this point of the way.</p> : null}
      {past.length > 0 ? (
        <Details summary="Earlier">
          <ul>
            {past.map((each) => (
              <li key={each.id}>
                {whenWords(each, view)}, {panelWords(each, facts.names)}{' '}
                <Tag tone="grey">{each.cancelledAt ? 'called off' : 'decided'}</Tag> {each.cancelledWhy}{' '}
                {each.closedAt ? (
                  <a href={interviewTogether({ interviewId: each.id })}>Read what was scored</a>
                ) : null}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Frame>
  );
};

export interface ArrangeFacts {
  readonly application: ApplicationFacts;
  readonly there: InterviewFacts | null;
  readonly team: readonly { readonly accountId: string; readonly name: string; readonly recruits: boolean }[];
  /** Names of colleagues who are too close to the applicant to be chosen. */
  readonly tooClose: readonly string[];
}

export const ArrangePage = ({ view, facts }: { view: View; facts: ArrangeFacts }): VNode => {
  const { application, there, team, tooClose } = facts;
  const { form } = view;
  const options = [
    { value: '', label: 'Choose' },
    ...team.map(({ accountId, name, recruits }) => ({
      value: accountId,
      label: recruits ? name : `${name} (practitioner)`,
    })),
  ];
  return (
    <Frame
      view={view}
      shell="staff"
      title={there ? 'Change the interview' : 'Arrange the interview'}
      back={{ href: applicationInterview({ applicationId: application.id }), label: 'The interview' }}
    >
      <Heading above={application.name}>{there ? 'Change the interview' : 'Arrange the interview'}</Heading>
      <Lede>
        {application.calledName} gets a letter with the time, what to expect and the kind of questions.
      </Lede>
      {there?.otherTimeAt ? (
        <Inset>
          {application.calledName} asks: {there.otherTimeWords}
        </Inset>
      ) : null}
      {tooClose.length > 0 ? (
        <p>
          <Muted>
            Not in the list, because they know {application.calledName} too well to score:{' '}
            {tooClose.join(', ')}.
          </Muted>
        </p>
      ) : null}
      <Form form={form}>
        <DateField form={form} name="day" legend="Which day?" hint="For example, 3 12 2026" />
        <TimeField form={form} name="time" label="At what time?" />
        <TextField form={form} name="minutes" label="For how many minutes?" inputmode="numeric" width={3} />
        <RadioField form={form} name="way" legend="How do you meet?" options={wayOptions} />
        <TextField
          form={form}
          name="place"
          label="Where, or the link"
          hint="The room and address, the link to the call, or nothing if you ring."
        />
        <SelectField
          form={form}
          name="first"
          label="The first interviewer"
          hint="One of the two is a volunteer manager or a programme coordinator."
          options={options}
        />
        <SelectField form={form} name="second" label="The second interviewer" options={options} />
        <TextArea
          form={form}
          name="adjustments"
          label="What makes it easier for them (if you like)"
          hint={
            application.accessNeeds
              ? `They told us: ${application.accessNeeds} These words go into the letter.`
              : 'For example, questions on paper beforehand, a break, somebody they bring along. These words go into the letter.'
          }
          rows={2}
        />
        <ButtonRow>
          <Button>{there ? 'Save, and write to them' : 'Arrange, and write to them'}</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
