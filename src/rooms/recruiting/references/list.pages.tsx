import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { phoneInWords } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Muted, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { dayFrom } from '#ui/times.ts';
import {
  application as applicationPath,
  applicationReferee,
  applicationReference,
  applicationReferenceAgain,
  applicationReferencePhone,
  applicationReferenceRule,
  applicationReferences,
} from '../paths.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';
import { RefereeFields, RulesList } from './mine.pages.tsx';
import type { RefereeFacts } from './reference.queries.ts';
import {
  BENDABLE,
  type Bendable,
  bendableWords,
  contextWords,
  type RefereeState,
  type ReferenceRules,
} from './reference.rules.ts';

export interface ReferencesFacts {
  readonly application: ApplicationFacts;
  readonly referees: readonly RefereeFacts[];
  readonly rules: ReferenceRules;
  readonly exceptions: readonly { readonly rule: Bendable; readonly why: string; readonly by: string }[];
  readonly missing: number;
  readonly open: boolean;
  readonly names: ReadonlyMap<string, string>;
}

export const stateWords: Readonly<Record<RefereeState, { readonly words: string; readonly tone: Tone }>> = {
  named: { words: 'Not written to yet', tone: 'honey' },
  asked: { words: 'Asked', tone: 'honey' },
  lapsed: { words: 'Link ended', tone: 'clay' },
  call_wanted: { words: 'Wants a call', tone: 'clay' },
  declined: { words: 'Declined', tone: 'grey' },
  let_go: { words: 'No longer asked', tone: 'grey' },
  answered: { words: 'To compare', tone: 'clay' },
  accepted: { words: 'Accepted', tone: 'pine' },
  worry: { words: 'A worry', tone: 'red' },
};

const declinedWords = {
  no_time: 'no time at the moment',
  not_well_enough: 'does not know them well enough',
  rather_not: 'would rather not',
} as const;

const on = (moment: Temporal.Instant | null, view: View) =>
  moment ? dayFrom(moment.toZonedDateTimeISO(view.zone).toPlainDate(), view.today) : '';

/** What happened last with a referee, in a sentence, and whose move it is. */
const sayWhere = (each: RefereeFacts, view: View): string => {
  switch (each.state) {
    case 'named':
      return each.email
        ? 'The letter goes when all names are there.'
        : 'There is no e-mail address. Ring, and write down what they say.';
    case 'asked':
      return `Asked ${on(each.askedAt, view)}${each.remindedAt ? `, reminded ${on(each.remindedAt, view)}` : ''}. The link opens until ${on(each.expiresAt, view)}.`;
    case 'lapsed':
      return `The link ended ${on(each.expiresAt, view)} without an answer. Send it again, ring, or ask for another name.`;
    case 'call_wanted':
      return `Asked ${on(each.callWantedAt, view)} to be rung: ${each.callWords}`;
    case 'declined':
      return `Said ${on(each.declinedAt, view)}: ${each.declinedWhy ? declinedWords[each.declinedWhy] : ''}${each.declinedWords ? `. ${each.declinedWords}` : ''}`;
    case 'let_go':
      return `Since ${on(each.letGoAt, view)}: ${each.letGoWhy ?? ''}`;
    case 'answered':
      return `Answered ${on(each.answeredAt, view)}${each.takenBy ? ', on the phone' : ''}. Read it beside what the applicant said.`;
    case 'accepted':
      return `Answered ${on(each.answeredAt, view)}, accepted ${on(each.comparedAt, view)}${each.outcome === 'weak' ? ' as thin, with something beside it' : ''}.`;
    case 'worry':
      return 'It gives cause for worry, so it does not count. Talk about it before anything else.';
  }
};

const RefereeRow = ({
  view,
  applicationId,
  referee,
  open,
}: {
  view: View;
  applicationId: string;
  referee: RefereeFacts;
  open: boolean;
}): VNode => {
  const at = { applicationId, refereeId: referee.id };
  const { words, tone } = stateWords[referee.state];
  const waiting = ['named', 'asked', 'lapsed', 'call_wanted'].includes(referee.state);
  return (
    <Row
      marker={<Tag tone={tone}>{words}</Tag>}
      action={{
        href: applicationReference(at),
        label: referee.state === 'answered' ? 'Compare' : 'Open',
        about: `the reference of ${referee.name}`,
        ...(referee.state === 'answered' && { kind: 'button' as const }),
      }}
    >
      <strong>{referee.name}</strong>{' '}
      <Muted>
        {contextWords[referee.context]}
        {referee.phone ? ` · ${phoneInWords(referee.phone)}` : ''}
      </Muted>
      <br />
      {sayWhere(referee, view)}
      {open && waiting ? (
        <ButtonRow>
          {referee.email && referee.state !== 'named' ? (
            <Form form={view.form} action={applicationReferenceAgain(at)}>
              <Button kind="secondary" small about={`to ${referee.name}`}>
                Send a new link
              </Button>
            </Form>
          ) : null}
          <ButtonLink
            href={applicationReferencePhone(at)}
            kind="secondary"
            small
            about={`with ${referee.name}`}
          >
            Write down a call
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Row>
  );
};

const standing = ({ referees, rules, missing, open }: ReferencesFacts): string => {
  const good = referees.filter(({ state }) => state === 'accepted').length;
  if (good >= rules.needed) return 'Enough references are accepted.';
  if (!open) return 'References are not being asked for at the moment.';
  if (missing > 0)
    return `${missing === 1 ? 'One name is' : `${missing} names are`} missing. It is the applicant’s move.`;
  return `${good} of ${rules.needed} accepted.`;
};

export const ReferencesPage = ({ view, facts }: { view: View; facts: ReferencesFacts }): VNode => {
  const { application, referees, rules, exceptions, missing, open } = facts;
  const { id: applicationId } = application;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`References for ${application.name}`}
      back={{ href: applicationPath({ applicationId }), label: application.name }}
    >
      <Heading above={application.name}>References</Heading>
      <Lede>{standing(facts)}</Lede>
      {referees.length === 0 ? (
        <Empty title="Nobody has been named yet.">
          <p>
            The applicant names them on their own page. If they tell you on the phone, write it down for them.
          </p>
        </Empty>
      ) : (
        <Rows>
          {referees.map((each) => (
            <RefereeRow key={each.id} view={view} applicationId={applicationId} referee={each} open={open} />
          ))}
        </Rows>
      )}
      {open && missing > 0 ? (
        <p>
          <a href={applicationReferee({ applicationId })}>Name a referee for them</a>
        </p>
      ) : null}
      <Card tone="tint" title={`What ${application.calledName} is told about whom to name`}>
        <RulesList rules={rules} bent={exceptions.map(({ rule }) => rule)} />
        {exceptions.map(({ rule, why, by }) => (
          <p key={rule}>
            Set aside for {application.calledName}: {bendableWords[rule].toLowerCase()}. “{why}”{' '}
            <Muted>{facts.names.get(by) ?? 'a colleague'}</Muted>
          </p>
        ))}
      </Card>
      {open ? (
        <Details summary={`Set a rule aside for ${application.calledName}`}>
          <p>
            Some good people cannot name referees like these: they came to the country a year ago, or were at
            home with children. Say why, and the rule no longer stands in their way.
          </p>
          <Form form={view.form} action={applicationReferenceRule({ applicationId })}>
            <RadioField
              form={view.form}
              name="rule"
              legend="Which rule"
              small
              options={BENDABLE.map((value) => ({ value, label: bendableWords[value] }))}
            />
            <TextArea form={view.form} name="why" label="Why" rows={2} />
            <ButtonRow>
              <Button kind="secondary">Set it aside</Button>
            </ButtonRow>
          </Form>
        </Details>
      ) : null}
      <p>
        <Muted>
          {application.calledName} sees on their own page who has answered, and nothing of what was said.
          Whoever opens this page is written down.
        </Muted>
      </p>
    </Frame>
  );
};

export const NameRefereePage = ({ view, facts }: { view: View; facts: ReferencesFacts }): VNode => {
  const { application, rules, exceptions } = facts;
  const at = { applicationId: application.id };
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Name a referee for ${application.name}`}
      back={{ href: applicationReferences(at), label: 'References' }}
    >
      <Heading above={application.name}>Name a referee for them</Heading>
      <Lede>Write down what they tell you. The same rules hold as on their own page.</Lede>
      <Card tone="tint" title="Whom they can name">
        <RulesList rules={rules} bent={exceptions.map(({ rule }) => rule)} />
      </Card>
      <Form form={view.form}>
        <RefereeFields form={view.form} centreName={application.centreName} them={application.calledName} />
        <ButtonRow>
          <Button>Save</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
