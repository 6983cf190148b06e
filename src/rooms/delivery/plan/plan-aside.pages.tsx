import { balance, balanceGaps, blockStarts, checkPlan, type PlanWarning } from '#rooms/programme/door.ts';
import { Button, Checkbox, Form, Hidden, SelectField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Card, Details, Said, ThemeBar } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { Planner, Reflection } from './plan.queries.ts';
import { doneWords, type PlanBlock } from './plan.rules.ts';
import { lengthText, sumWords } from './plan-clock.rules.ts';

/** The gentle words about a plan as it stands, without those about the sum, which the page says by itself. */
const warningsOf = ({ plan, kept, session, someoneNew }: Planner): readonly PlanWarning[] =>
  checkPlan(
    plan.blocks,
    { ...kept.content.structureRules, totalMinutes: session.minutes },
    { someoneJoined: someoneNew },
  ).filter((warning) => warning.code !== 'minutes');

/** When each block begins. */
export const startsOf = ({ plan, session }: Planner): readonly Temporal.PlainTime[] =>
  blockStarts(plan.blocks, session.from);

const goodWords = (planner: Planner, warnings: readonly PlanWarning[]): readonly string[] => {
  const kinds = planner.plan.blocks.map((block) => block.kind);
  const quiet = (code: PlanWarning['code']) => !warnings.some((warning) => warning.code === code);
  return [
    kinds.includes('check_in') && quiet('check_in') ? 'Check-in follows relaxation.' : '',
    kinds.includes('break') && quiet('break') ? 'There is a break.' : '',
  ].filter(Boolean);
};

/** The sum, the gentle words, and the one button. The island keeps the sum true while somebody types. */
export const SumCard = ({ planner, formId }: { planner: Planner; formId: string }) => {
  const { plan, session } = planner;
  const sum = plan.blocks.reduce((total, block) => total + block.minutes, 0);
  const warnings = warningsOf(planner);
  const samples = plan.blocks.filter((block) => {
    const activity = planner.activities.get(block.activityId ?? '');
    return activity && activity.review !== 'approved';
  }).length;
  return (
    <Card tone="tint">
      <h2 class="nhsuk-u-visually-hidden">The plan as a whole</h2>
      <p class="k-figure">
        <strong class="k-figure__number" data-plan-sum>
          {lengthText(sum)}
        </strong>
      </p>
      <p>
        <span data-plan-words aria-live="polite">
          {sumWords(sum, session.minutes)}
        </span>{' '}
        {goodWords(planner, warnings).join(' ')}
      </p>
      {warnings.length > 0 ? (
        <ul>
          {warnings.map(({ words, block, code }) => (
            <li key={`${code} ${block}`}>{block === null ? words : `Block ${block + 1}: ${words}`}</li>
          ))}
        </ul>
      ) : null}
      {samples > 0 ? (
        <p>
          {samples === 1 ? 'One activity here is a sample' : `${samples} activities here are samples`}: no
          professional has reviewed {samples === 1 ? 'it' : 'them'} yet.
        </p>
      ) : null}
      <Button form={formId} name="next" value="save">
        Save the plan
      </Button>{' '}
      <button type="button" class="k-button k-button--quiet" data-plan-print hidden>
        Print
      </button>
    </Card>
  );
};

const MOST_GAPS = 2;

/** What share each theme has had over the course up to this session, and what it has had little of. */
export const BalanceCard = ({ planner }: { planner: Planner }) => {
  const { course, session, kept, activities, plan } = planner;
  const soFar = balance(
    course.filter((block) => block.number <= session.number && block.done !== 'left_out'),
    [...activities.values()],
  );
  const gaps = balanceGaps(soFar, kept.content)
    .filter((gap) => gap.kind === 'theme')
    .toSorted((one, other) => touched(one.code) - touched(other.code))
    .slice(0, MOST_GAPS);
  function touched(code: string) {
    return soFar.themes.find((theme) => theme.code === code)?.activities ?? 0;
  }
  const free = freeBlock(plan.blocks);
  const name = (code: string) => kept.content.themes.find((theme) => theme.code === code)?.name ?? code;
  return (
    <Card
      title={session.number === 1 ? 'Themes in session 1' : `Themes so far, sessions 1 to ${session.number}`}
    >
      {soFar.themes.some((theme) => theme.minutes > 0) ? (
        <ThemeBar
          shares={soFar.themes.map(({ code, minutes }) => ({ label: name(code), amount: minutes }))}
        />
      ) : (
        <p>No activity has been chosen yet. Each theme gets its share here as the course is planned.</p>
      )}
      {gaps.map((gap) => (
        <p key={gap.code}>
          {gap.words}{' '}
          {free ? (
            <a
              href={paths.planBlock(
                { sessionId: session.id, position: String(free.position) },
                { theme: gap.code },
              )}
            >
              Five that fit<span class="nhsuk-u-visually-hidden"> {name(gap.code)}</span>
            </a>
          ) : null}
        </p>
      ))}
    </Card>
  );
};

/** The block an activity would go to: the first without one that can take one, learning before the rest. */
const freeBlock = (blocks: readonly PlanBlock[]): PlanBlock | undefined =>
  blocks.find((block) => block.kind === 'learning' && block.activityId === null) ??
  blocks.find((block) => block.activityId === null && block.kind !== 'break' && block.kind !== 'welcome') ??
  blocks.find((block) => block.kind === 'learning');

const Reflected = ({ words }: { words: Reflection }) => (
  <>
    {words.wentWell ? <Said>{words.wentWell}</Said> : null}
    {words.nextTime ? (
      <>
        <h3 class="k-heading k-heading--3">For next time</h3>
        <Said>{words.nextTime}</Said>
      </>
    ) : null}
    {words.takeHome ? (
      <>
        <h3 class="k-heading k-heading--3">Taken home</h3>
        <Said>{words.takeHome}</Said>
      </>
    ) : null}
  </>
);

/** What was done last time, and what those who ran it want to remember. */
export const LastTimeCard = ({ planner }: { planner: Planner }) => {
  const { lastTime, activities } = planner;
  if (!lastTime) return null;
  const done = lastTime.blocks.filter((block) => block.activityId && block.done !== 'left_out');
  return (
    <Card title="Last time">
      {lastTime.reflections.map((words, at) => (
        <Reflected key={at} words={words} />
      ))}
      {lastTime.reflections.length === 0 ? (
        <p>Nobody has written how session {lastTime.number} went.</p>
      ) : null}
      {done.length > 0 ? (
        <Details summary="What we did">
          <ul>
            {done.map((block) => (
              <li key={block.id ?? block.position}>
                {activities.get(block.activityId ?? '')?.title ?? ''}
                {block.done === 'adapted'
                  ? ` (${doneWords.adapted.toLowerCase()}${block.adaptedHow ? `: ${block.adaptedHow}` : ''})`
                  : ''}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Card>
  );
};

export interface Copyable {
  readonly sessionId: string;
  readonly groupName: string;
  readonly number: number;
}

/** Fill the plan from an earlier one; one with blocks of its own asks first. */
export const CopyCard = ({
  plans,
  form,
  exists,
}: {
  plans: readonly Copyable[];
  form: FormState;
  exists: boolean;
}) =>
  plans.length === 0 ? null : (
    <Card title="Copy from an earlier plan">
      <Form form={form}>
        <Hidden name="next" value="copy" />
        <SelectField
          form={form}
          name="from"
          label="Which one?"
          options={[
            { value: '', label: 'Choose a session' },
            ...plans.map(({ sessionId, groupName, number }) => ({
              value: sessionId,
              label: `${groupName}, session ${number}`,
            })),
          ]}
        />
        {exists ? (
          <Checkbox form={form} name="replace" label="Its blocks take the place of the ones here" />
        ) : null}
        <Button kind="secondary">Copy</Button>
      </Form>
    </Card>
  );
