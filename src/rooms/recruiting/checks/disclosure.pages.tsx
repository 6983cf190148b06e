import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, CheckboxField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Row, Rows, Said, SummaryList } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { checkPagePath } from './check.pages.tsx';
import type { CheckedPerson } from './check.queries.ts';
import { decisionWords } from './check.words.ts';
import type { Disclosure, Look } from './disclosure.queries.ts';
import type { Nameable } from './disclosure.rules.ts';

export interface DisclosureFacts {
  readonly disclosure: Disclosure;
  readonly person: CheckedPerson;
  readonly nameable: readonly Nameable[];
  readonly looks: readonly Look[];
  readonly names: ReadonlyMap<string, string>;
}

interface Props {
  readonly view: View;
  readonly facts: DisclosureFacts;
}

/** What is written about a disclosure, each with its label, in the order of the form. */
const PARTS = [
  ['what', 'What stands on the certificate', 'Only what matters for the role. No more than you need.'],
  ['whenHowOld', 'When it was, and how old they were', ''],
  ['circumstances', 'What was going on at the time', 'In their words, if they like to say.'],
  ['whatChanged', 'What has changed since', ''],
  ['relevance', 'Does it matter for what they would do here?', 'For this role, with these families.'],
  ['safeguards', 'What keeps everybody safe', 'What is there already, and what could be added.'],
] as const;

const Decided = ({ view, facts: { disclosure, person, names } }: Props): VNode => {
  const { decision, detailDeletedAt, detailDeletesOn } = disclosure;
  const who = (disclosure.decidedBy && names.get(disclosure.decidedBy)) || 'somebody who has left';
  return (
    <>
      <Card title="Decided" tone="tint">
        <SummaryList
          rows={[
            { label: 'Decision', value: <strong>{decision ? decisionWords[decision] : ''}</strong> },
            {
              label: 'By',
              value: disclosure.decidedAt
                ? `${who}, ${momentInWords(disclosure.decidedAt, person.zone, view.now)}`
                : who,
            },
            ...(disclosure.conditions
              ? [{ label: 'Conditions', value: <Said>{disclosure.conditions}</Said> }]
              : []),
            ...(disclosure.reasons ? [{ label: 'Why', value: <Said>{disclosure.reasons}</Said> }] : []),
          ]}
        />
        {decision === 'not_this_role' ? (
          <>
            <p>
              Tell {person.calledName} yourself, kindly, before any letter does. Where you turn somebody away
              because of harm to a child or an adult, there may be a duty to tell the barring service: take
              advice at once.
            </p>
            {person.liveApplicationId ? (
              <ButtonRow>
                <ButtonLink
                  href={paths.applicationMove({
                    applicationId: person.liveApplicationId,
                    verb: 'decline',
                  })}
                >
                  End the application with a kind letter
                </ButtonLink>
              </ButtonRow>
            ) : null}
          </>
        ) : null}
      </Card>
      {detailDeletedAt ? (
        <Inset>
          The detail was deleted {momentInWords(detailDeletedAt, person.zone, view.now)}. That there was a
          decision, and when, stays.
        </Inset>
      ) : (
        <>
          <Inset>
            The detail deletes itself
            {detailDeletesOn ? ` on ${dayAndDate(detailDeletesOn, { today: view.today })}` : ''}. Until then
            those named can read it here.
          </Inset>
          <SummaryList
            rows={PARTS.filter(([name]) => disclosure[name] !== '').map(([name, label]) => ({
              label,
              value: <Said>{disclosure[name]}</Said>,
            }))}
          />
        </>
      )}
    </>
  );
};

const Weigh = ({ view, facts: { nameable, person } }: Props): VNode => (
  <Form form={view.form}>
    {PARTS.map(([name, label, hint]) => (
      <TextArea key={name} form={view.form} name={name} label={label} hint={hint || undefined} rows={3} />
    ))}
    <RadioField
      form={view.form}
      name="decision"
      legend="What do you decide?"
      hint={`Talk with ${person.calledName} first. What is written here deletes itself six months after the decision at the latest.`}
      options={[
        { value: '', label: 'Not decided yet' },
        { value: 'go_ahead', label: decisionWords.go_ahead },
        {
          value: 'with_conditions',
          label: decisionWords.with_conditions,
          reveals: (
            <TextArea
              form={view.form}
              name="conditions"
              label="The conditions"
              hint="These stay as long as they volunteer. Not a word about the past."
              rows={2}
            />
          ),
        },
        {
          value: 'not_this_role',
          label: decisionWords.not_this_role,
          hint: 'Another role may still be right for them.',
        },
      ]}
    />
    <TextArea
      form={view.form}
      name="reasons"
      label="Why"
      hint="Needed when you decide. It goes with the detail."
      rows={3}
    />
    <CheckboxField
      form={view.form}
      name="named"
      legend="Who may read this?"
      hint="Three at most. Nobody else sees it, not even others who recruit."
      options={nameable.map(({ accountId, name }) => ({ value: accountId, label: name }))}
    />
    <ButtonRow>
      <Button>Save</Button>
      <ButtonLink href={checkPagePath(person)} kind="quiet">
        Not now
      </ButtonLink>
    </ButtonRow>
  </Form>
);

export const DisclosurePage = ({ view, facts }: Props): VNode => {
  const { disclosure, person, looks, names } = facts;
  const nameOf = (accountId: string) => names.get(accountId) ?? 'somebody who has left';
  return (
    <Frame
      view={view}
      shell="staff"
      title={`What the certificate says: ${person.name}`}
      back={{ href: checkPagePath(person), label: 'The check' }}
    >
      <Heading above={person.name}>What the certificate says</Heading>
      <Lede>
        A past does not rule anybody out. You weigh whether it matters for this role, with {person.calledName}
        , and then decide.
      </Lede>
      <Inset tone="clay">
        For {disclosure.named.map(nameOf).join(', ')} alone. To pass it on to somebody who does not need it is
        an offence. Each look is written down below, yours too.
      </Inset>
      {disclosure.decision || disclosure.detailDeletedAt ? (
        <Decided view={view} facts={facts} />
      ) : (
        <Weigh view={view} facts={facts} />
      )}
      <Card title="Who looked">
        <Rows>
          {looks.map((look, index) => (
            <Row key={index} marker={momentInWords(look.at, person.zone, view.now)} tone="grey">
              {nameOf(look.accountId)}
            </Row>
          ))}
        </Rows>
      </Card>
    </Frame>
  );
};
