import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { raisePath } from '#rooms/safeguarding/paths.ts';
import { Details, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { clockTime, dayAndDate, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Action } from './action.queries.ts';
import { endWords, isLate } from './note.rules.ts';

/** A view for pages about a note: the way to raise a concern from here carries no address of anybody's note. */
export const unnamed = (view: View, at: string): View => ({ ...view, at });

export const whenMet = (startsAt: Temporal.Instant, zone: string, view: Pick<View, 'today'>): string => {
  const there = startsAt.toZonedDateTimeISO(zone);
  return `${dayAndDate(there.toPlainDate(), { today: view.today })} at ${clockTime(there.toPlainTime())}`;
};

/** What stays between the two and what does not: shown wherever a note is written or read. */
export const BetweenUs = ({ open = false }: { open?: boolean }): VNode => (
  <Details summary="What stays between us, and what does not" open={open}>
    <p>What you say in supervision stays between the two of you. It goes further only when:</p>
    <ul>
      <li>a child or an adult may not be safe,</li>
      <li>somebody may be about to be badly hurt, or to hurt themselves,</li>
      <li>a serious crime has happened, or is planned.</li>
    </ul>
    <p>
      Then the supervisor passes on what is needed, and nothing more. They tell you first what they will say
      and to whom, unless that would put somebody in danger.
    </p>
    <p>
      Your volunteer manager sees when you met, not what was said. If your supervisor is away, whoever stands
      in can read the notes. The service lead or the specialist on call can open one to keep somebody safe.
      They must write down why, and you are told at once. Each time anybody reads a note, it is listed below
      it for the two of you.
    </p>
    <p>
      Worried about somebody’s safety? <a href={raisePath()}>Raise a concern</a> the same day. Nothing from
      the note goes with it: you write what is needed.
    </p>
  </Details>
);

const whoseTag = (action: Action, names: ReadonlyMap<string, string>, me: string | null): string => {
  if (action.whose === 'supporter')
    return action.accountId === me ? 'You' : (names.get(action.accountId) ?? 'Peer supporter');
  return action.accountId === me ? 'Supervisor' : 'You, as supervisor';
};

/** What was agreed, one line each: whose it is, by when, and what became of it. */
export const ActionRows = ({
  actions,
  names,
  me,
  view,
}: {
  actions: readonly Action[];
  names: ReadonlyMap<string, string>;
  me: string | null;
  view: Pick<View, 'today'>;
}): VNode => (
  <Rows>
    {actions.map((action) => (
      <Row
        key={action.id}
        marker={
          <Tag tone={action.closedAs ? 'grey' : isLate(action.byOn, view.today) ? 'clay' : 'pine'}>
            {action.closedAs
              ? endWords[action.closedAs].toLowerCase()
              : isLate(action.byOn, view.today)
                ? 'past its day'
                : 'open'}
          </Tag>
        }
        action={
          action.mine && action.closedAs === null
            ? {
                href: paths.agreedAction({ actionId: action.id }),
                label: 'Done, or let go',
                about: `: ${action.words}`,
              }
            : undefined
        }
      >
        {action.words}
        <br />
        <Muted>
          {whoseTag(action, names, me)}
          {action.byOn ? `, by ${longDate(action.byOn, { today: view.today })}` : ''}
          {action.closedWords ? `. ${action.closedWords}` : ''}
        </Muted>
      </Row>
    ))}
  </Rows>
);
