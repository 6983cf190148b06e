import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { Heading, Muted, Tag } from '#ui/show.tsx';
import { counted, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { STEP_CODES } from '../profiles/profile.shape.ts';
import type { Pipeline } from './pipeline.queries.ts';
import { type InPipeline, moverWords, type OpenStep, stateInWords, stepWords } from './pipeline.rules.ts';

interface OnBoard {
  readonly row: InPipeline;
  readonly step: OpenStep | null;
}

interface Lane {
  readonly code: string;
  readonly title: string;
  readonly cards: readonly OnBoard[];
}

/** The columns of the board: one for each step, with everybody for whom it is open; then those who rest, and the ended. */
const lanesOf = (rows: readonly InPipeline[]): readonly Lane[] => {
  const going = rows.filter(({ state, open }) => state !== 'paused' && open.length > 0);
  const steps = STEP_CODES.map((code) => ({
    code: code as string,
    title: stepWords[code],
    cards: going.flatMap((row) => {
      const step = row.open.find((each) => each.code === code);
      return step ? [{ row, step }] : [];
    }),
  }));
  const rest = (['paused', 'welcomed', 'declined', 'withdrawn'] as const).map((state) => ({
    code: state as string,
    title: stateInWords(state),
    cards: rows.filter((row) => row.state === state).map((row) => ({ row, step: null })),
  }));
  return [...steps, ...rest.filter(({ cards }) => cards.length > 0)];
};

const Card = ({ on: { row, step }, many }: { on: OnBoard; many: boolean }) => (
  <li class={step?.overdue ? 'k-board__card k-board__card--late' : 'k-board__card'}>
    <p class="k-board__name">
      <a href={paths.application({ applicationId: row.applicationId })}>{row.name}</a>
    </p>
    {step ? (
      <p>
        {moverWords[step.mover]} {step.days > 0 ? `for ${counted(step.days, 'day')}` : 'since today'}
        {step.overdue ? (
          <>
            {' '}
            <Tag tone="red">Late</Tag>
          </>
        ) : null}
      </p>
    ) : row.pausedUntil && row.state === 'paused' ? (
      <p>until {shortDate(row.pausedUntil)}</p>
    ) : null}
    <p>
      <Muted>
        {row.role}
        {many ? `, ${row.centre}` : ''}
      </Muted>
    </p>
  </li>
);

/** The same people as the list, by the step they are in; side by side where there is room, one under another on a phone. */
export const Board = ({ list }: { view: View; list: Pipeline }): VNode => (
  <>
    <p>
      <Muted>Steps run side by side: somebody with several open steps stands under each of them.</Muted>
    </p>
    <div class="k-board">
      {lanesOf(list.rows).map(({ code, title, cards }) => (
        <section class="k-board__lane" key={code} aria-labelledby={`lane-${code}`}>
          <Heading level={2} id={`lane-${code}`}>
            {title} <Muted>{cards.length}</Muted>
          </Heading>
          {cards.length === 0 ? (
            <p class="k-board__none">Nobody</p>
          ) : (
            <ul class="k-board__cards">
              {cards.map((on) => (
                <Card key={on.row.applicationId} on={on} many={list.centres.length > 1} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  </>
);
