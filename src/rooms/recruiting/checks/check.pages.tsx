import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, Form } from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Row, Rows, SummaryList, Table } from '#ui/show.tsx';
import { counted, dayAndDate, momentInWords, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayShapeRoles } from '../recruiting.policy.ts';
import type { CheckWithStatus } from './check.queries.ts';
import { checkState, checkSummary } from './check.rules.ts';
import { decisionWords, kindInWords, resultWords, stateWords } from './check.words.ts';
import { Days } from './days.pages.tsx';
import { MustNot } from './eligibility.pages.tsx';
import { LEVELS } from './eligibility.rules.ts';
import { KindFields } from './kind.pages.tsx';
import type { CheckPageFacts } from './page.queries.ts';

interface Props {
  readonly view: View;
  readonly facts: CheckPageFacts;
}

/** Where the page about somebody's check is: below their application, or of its own. */
export const checkPagePath = ({ applicationId, applicantId }: CheckPageFacts['person']): string =>
  applicationId ? paths.applicationCheck({ applicationId }) : paths.volunteerChecks({ applicantId });

const nameOf = (facts: CheckPageFacts, accountId: string | null) =>
  (accountId && facts.names.get(accountId)) || 'somebody who has left';

/** What stands on a certificate is for the few who are named; the others see that it is so, and how it was decided. */
const DisclosureNote = ({
  check,
  facts,
}: {
  check: CheckWithStatus;
  facts: CheckPageFacts;
}): VNode | null => {
  const { disclosure } = check;
  if (!disclosure) return null;
  return (
    <Inset tone={disclosure.decision ? 'pine' : 'clay'}>
      <p>
        {disclosure.decision
          ? `Something stood on the certificate. It was weighed and decided: ${decisionWords[disclosure.decision].toLowerCase()}.`
          : 'Something stands on the certificate. Those who are named weigh it; until they decide, nothing counts as cleared.'}
      </p>
      {disclosure.mine ? (
        <p>
          <a
            href={
              facts.person.applicationId
                ? paths.applicationDisclosure({
                    applicationId: facts.person.applicationId,
                    checkId: check.id,
                  })
                : paths.disclosure({ checkId: check.id })
            }
          >
            Open it (every look is written down)
          </a>
        </p>
      ) : (
        <p>What it is stays with those who are named. Please do not ask them.</p>
      )}
    </Inset>
  );
};

const Awaited = ({ view, facts, check }: Props & { check: CheckWithStatus }): VNode => (
  <Card title="We wait for the certificate" tone="tint">
    <p>
      Asked for {momentInWords(check.requestedAt, facts.person.zone, view.now)} by{' '}
      {nameOf(facts, check.requestedBy)}: {kindInWords(check)}.{' '}
      {check.freeOfCharge ? 'It is free.' : 'There is a fee, and we pay it.'} It comes to{' '}
      {facts.person.calledName} by post. They bring the paper itself, and somebody looks at it with them.
    </p>
    <ButtonRow>
      <ButtonLink href={paths.certificateSeen({ checkId: check.id })}>The certificate is here</ButtonLink>
      <ButtonLink href={paths.checkEnd({ checkId: check.id })} kind="quiet">
        End this request
      </ButtonLink>
    </ButtonRow>
  </Card>
);

const Seen = ({ view, facts, check }: Props & { check: CheckWithStatus }): VNode => {
  const { nextLookOn, lastLookOn } = checkSummary([check], facts.rules);
  const day = (date: Temporal.PlainDate) => dayAndDate(date, { today: view.today });
  const cleared = checkState(check, check.disclosure?.decision ?? null) === 'seen';
  const over = check.renewByOn && Temporal.PlainDate.compare(check.renewByOn, view.today) < 0;
  return (
    <Card title={cleared ? 'The certificate that counts' : 'The certificate that is weighed'}>
      <DisclosureNote check={check} facts={facts} />
      <SummaryList
        rows={[
          { label: 'Which check', value: kindInWords(check) },
          { label: 'Number', value: check.certificateNumber },
          { label: 'Surname on it', value: check.surnameOnIt },
          { label: 'Given out', value: check.issuedOn ? day(check.issuedOn) : '' },
          {
            label: 'Original seen',
            value: check.seenAt
              ? `${momentInWords(check.seenAt, facts.person.zone, view.now)}, by ${nameOf(facts, check.seenBy)}`
              : '',
          },
          {
            label: 'To be done again by',
            value: check.renewByOn ? `${day(check.renewByOn)}${over ? ': that day is over' : ''}` : '',
          },
          {
            label: 'Update Service',
            value: check.updateService
              ? `They agreed that we look. ${lastLookOn ? `Last look: ${day(lastLookOn)}. ` : ''}${nextLookOn ? `Next look by ${day(nextLookOn)}.` : ''}`
              : 'They are not in it, or have not agreed that we look.',
          },
        ]}
      />
      {check.looks.length > 0 ? (
        <Rows>
          {check.looks.map((look) => (
            <Row
              key={look.id}
              marker={shortDate(look.lookedOn)}
              tone={look.result === 'no_change' ? 'pine' : 'clay'}
            >
              {resultWords[look.result]}. {nameOf(facts, look.lookedBy)} looked.
            </Row>
          ))}
        </Rows>
      ) : null}
      <ButtonRow>
        {check.updateService && cleared ? (
          <ButtonLink href={paths.updateService({ checkId: check.id })} kind="secondary">
            Write down a look at the Update Service
          </ButtonLink>
        ) : null}
        <ButtonLink href={paths.checkEnd({ checkId: check.id })} kind="quiet">
          It no longer counts
        </ButtonLink>
      </ButtonRow>
    </Card>
  );
};

const AskForm = ({ view, facts }: Props): VNode => (
  <Form form={view.form}>
    <KindFields
      form={view.form}
      levels={LEVELS.filter((level) => level !== 'none')}
      legend="Which check?"
      hint={`For ${facts.roleName} it was decided: ${facts.decision ? kindInWords(facts.decision) : ''}.${facts.barredAllowed ? ` For ${facts.person.calledName} the children’s barred list was allowed, because of their days with children.` : ''}`}
    />
    <Checkbox
      form={view.form}
      name="paidOrTrainee"
      label="They are paid, on a work placement, or in training for a paid post"
      hint="Then an enhanced check is not free of charge. Costs paid back are no pay."
    />
    <ButtonRow>
      <Button>Ask for this check</Button>
    </ButtonRow>
  </Form>
);

const Asking = ({ view, facts }: Props): VNode => {
  const { decision, person, tooEarly } = facts;
  const link = paths.eligibility({ code: person.roleCode });
  if (!decision)
    return (
      <Card
        tone="soon"
        title="No check may be asked for yet"
        action={
          <ButtonLink href={link}>{mayShapeRoles(view.actor) ? 'Decide' : 'See the decision'}</ButtonLink>
        }
      >
        <p>
          Nobody has decided which check this role may be asked for. Somebody who shapes roles decides, and
          then it can begin.
        </p>
      </Card>
    );
  if (tooEarly)
    return (
      <Card title="Not yet">
        <p>The check comes after the application. Until then nothing is asked about somebody’s past.</p>
      </Card>
    );
  if (decision.level === 'none' && !facts.barredAllowed)
    return (
      <Card title="This role needs no check">
        <p>
          It was decided that the role is not eligible for any. Please ask for none.{' '}
          <a href={link}>The decision and why</a>
        </p>
        {facts.stepOpen && person.applicationId ? (
          <Form form={view.form} action={paths.noCheckNeeded({ applicationId: person.applicationId })}>
            <ButtonRow>
              <Button>Go on without a check</Button>
            </ButtonRow>
          </Form>
        ) : null}
      </Card>
    );
  const again = facts.checks.some((check) => check.seenAt && !check.endedAt);
  const words = (
    <p>
      <a href={link}>The decision about this role, and why</a>
    </p>
  );
  return again ? (
    <Details summary="Ask for a new check" open={view.form.errors.length > 0}>
      {words}
      <AskForm view={view} facts={facts} />
    </Details>
  ) : (
    <Card title="Ask for the check">
      {words}
      <AskForm view={view} facts={facts} />
    </Card>
  );
};

export const CheckPage = ({ view, facts }: Props): VNode => {
  const { person, checks } = facts;
  const awaited = checks.find((check) => !check.seenAt && !check.endedAt);
  const seen = checks.filter((check) => check.seenAt && !check.endedAt);
  const ended = checks.filter((check) => check.endedAt);
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Check: ${person.name}`}
      back={
        person.applicationId
          ? { href: paths.application({ applicationId: person.applicationId }), label: person.name }
          : { href: paths.applicants(), label: 'Applicants' }
      }
    >
      <Heading above={`${person.name}, ${facts.roleName}`}>The check</Heading>
      <Lede>
        {awaited && facts.itCame
          ? `It is our move: ${person.calledName} says that the certificate came. Look at it together.`
          : awaited
            ? `It is ${person.calledName}’s move: they bring the certificate when it has come.`
            : seen.length > 0
              ? `${counted(seen.length, 'certificate')} seen.`
              : 'Nothing has been asked for yet.'}
      </Lede>
      <Days view={view} facts={facts} />
      {awaited ? <Awaited view={view} facts={facts} check={awaited} /> : null}
      {seen.map((check) => (
        <Seen key={check.id} view={view} facts={facts} check={check} />
      ))}
      {awaited ? null : <Asking view={view} facts={facts} />}
      <MustNot current={facts.decision} />
      <Inset>
        There is no place here for a picture or a copy of a certificate, and none is to be kept anywhere else.
        We keep the number, the date, the level, and who saw it.
      </Inset>
      {ended.length > 0 ? (
        <Table
          caption="Ended"
          rows={ended}
          columns={[
            {
              header: 'Asked for',
              cell: (check) => shortDate(check.requestedAt.toZonedDateTimeISO(person.zone).toPlainDate()),
            },
            { header: 'Which check', cell: (check) => kindInWords(check) },
            { header: 'Number', cell: (check) => check.certificateNumber ?? stateWords.asked },
            { header: 'Why it ended', cell: (check) => check.endedWhy ?? '' },
          ]}
        />
      ) : null}
    </Frame>
  );
};
