import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, FilterForm, SelectField } from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayLookAfter } from '../supervision.policy.ts';
import type { Arrangement } from './arrangement.queries.ts';
import type { Meeting } from './meeting.queries.ts';
import { type RhythmState, rhythmState, stateWords } from './rhythm.rules.ts';
import { answeredWords, kindWords, whenWords } from './rhythm.words.ts';

export interface ListRow {
  readonly arrangement: Arrangement;
  readonly name: string;
  readonly supervisor: string | null;
  readonly today: Temporal.PlainDate;
  readonly next: Meeting | null;
  readonly lastHeld: Temporal.PlainDate | null;
}

export interface ListFacts {
  readonly rows: readonly ListRow[];
  readonly all: number;
  /** Past, held by the actor, and nobody said whether they met. */
  readonly close: readonly Meeting[];
  readonly names: ReadonlyMap<string, string>;
  readonly supervisor: string;
  readonly supervisors: readonly { readonly id: string; readonly name: string }[];
  readonly nobody: boolean;
}

const tones: Readonly<Record<RhythmState, Tone>> = {
  overdue: 'red',
  in_grace: 'clay',
  soon: 'honey',
  fine: 'pine',
};

const stateOf = ({ arrangement, today }: ListRow) => rhythmState(arrangement, today);

const lastWords = ({ lastHeld, arrangement, today }: ListRow): string =>
  lastHeld
    ? `last met ${longDate(lastHeld, { today })}, ${counted(lastHeld.until(today).days, 'day')} ago`
    : `not met yet, here since ${longDate(arrangement.beginsOn, { today })}`;

const Person = ({ row, mayOpen }: { row: ListRow; mayOpen: boolean }) => {
  const { arrangement, name, supervisor, next, today } = row;
  const state = stateOf(row);
  const open = {
    href: paths.arrangement({ arrangementId: arrangement.id }),
    label: 'The year',
    about: `of ${name}`,
  };
  return (
    <Row marker={stateWords[state]} tone={tones[state]} action={mayOpen ? open : undefined}>
      <strong>{name}</strong>, {supervisor ? `with ${supervisor}` : <Tag tone="clay">Nobody named</Tag>}
      {mayOpen ? ': ' : '. '}
      {mayOpen ? `${lastWords(row)}. ` : ''}
      {state === 'overdue' ? 'New sessions are paused until they have met. ' : ''}
      <Muted>
        {/* Whoever sees no meetings must not read that there are none. */}
        {!mayOpen
          ? `Due ${longDate(arrangement.dueOn, { today })}.`
          : next
            ? `Next: ${whenWords(next, today)}${answeredWords(next)}.`
            : `No time is set. Due ${longDate(arrangement.dueOn, { today })}.`}
      </Muted>
    </Row>
  );
};

const PARTS: readonly { readonly states: readonly RhythmState[]; readonly title: string }[] = [
  { states: ['overdue'], title: 'Overdue: new sessions are paused' },
  { states: ['in_grace'], title: 'Past their day' },
  { states: ['soon'], title: 'Due this week' },
  { states: ['fine'], title: 'In their rhythm' },
];

export const SupervisionPage = ({ view, facts }: { view: View; facts: ListFacts }): VNode => {
  const looksAfter = mayLookAfter(view.actor);
  return (
    <Frame view={view} title="Supervision">
      <Heading>Supervision</Heading>
      <Lede>Who has waited longest comes first. What is said in supervision is not here.</Lede>
      {facts.close.length > 0 ? (
        <Card tone="soon" title="Did you meet?">
          <Rows>
            {facts.close.map((each) => (
              <Row
                key={each.id}
                action={{
                  href: paths.meeting({ meetingId: each.id }),
                  label: 'Say what happened',
                  about: whenWords(each, view.today),
                  kind: 'button',
                }}
              >
                <strong>
                  {each.people.map((one) => facts.names.get(one.accountId) ?? 'Somebody').join(', ')}
                </strong>
                , {whenWords(each, view.today)}. <Muted>{kindWords[each.kind]}.</Muted>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
      {facts.supervisors.length + Number(facts.nobody) > 1 ? (
        <FilterForm label="Whose supervision">
          <SelectField
            form={{ ...view.form, values: { supervisor: facts.supervisor }, errors: [] }}
            name="supervisor"
            label="Supervisor"
            options={[
              { value: '', label: 'Everybody' },
              ...facts.supervisors.map(({ id, name }) => ({ value: id, label: name })),
              ...(facts.nobody ? [{ value: 'nobody', label: 'Nobody named' }] : []),
            ]}
          />
          <Button kind="secondary">Show</Button>
        </FilterForm>
      ) : null}
      {facts.rows.length === 0 ? (
        <Empty title={facts.all === 0 ? 'No peer supporters yet' : 'Nobody on this list'}>
          {facts.all === 0
            ? 'Supervision begins by itself with the welcome of a peer supporter.'
            : 'Choose another supervisor above.'}
        </Empty>
      ) : null}
      {PARTS.map(({ states, title }) => {
        const rows = facts.rows.filter((row) => states.includes(stateOf(row)));
        return rows.length === 0 ? null : (
          <Card key={title} title={title} tone={states.includes('overdue') ? 'urgent' : 'plain'}>
            <Rows>
              {rows.map((row) => (
                <Person key={row.arrangement.id} row={row} mayOpen={looksAfter || mayOpen(view, row)} />
              ))}
            </Rows>
          </Card>
        );
      })}
      <ButtonRow>
        {looksAfter ? (
          <ButtonLink kind="secondary" href={paths.newGroup()}>
            Plan a meeting of several
          </ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={paths.times()}>
          When I can meet, and when I am away
        </ButtonLink>
        {looksAfter ? (
          <ButtonLink kind="quiet" href={paths.coffee()}>
            Coffee mornings
          </ButtonLink>
        ) : null}
        <ButtonLink kind="quiet" href={paths.rules()}>
          How often people meet
        </ButtonLink>
      </ButtonRow>
    </Frame>
  );
};

const mayOpen = (view: View, { arrangement }: ListRow): boolean =>
  view.actor.kind === 'account' &&
  [arrangement.supervisorId, arrangement.coverId].includes(view.actor.accountId);
