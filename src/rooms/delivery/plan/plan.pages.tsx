import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Activity, BlockKind } from '#rooms/programme/door.ts';
import { Button, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { errorOf, type FormState } from '#ui/form-state.ts';
import { Columns, Details, Heading, Inset, Lede, Said, Tag } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { sessionTitle, sessionWhere } from '../register/register.pages.tsx';
import { minutesField, shownMinutes } from './plan.form.ts';
import type { Planner } from './plan.queries.ts';
import { blockKey, forThisRoom, type PlanBlock, roomInWords } from './plan.rules.ts';
import {
  BalanceCard,
  type Copyable,
  CopyCard,
  LastTimeCard,
  SumCard,
  startsOf,
} from './plan-aside.pages.tsx';
import { startText } from './plan-clock.rules.ts';

const FORM = 'the-plan';

/** The name of a block as the group's own programme says it. */
export const blockName = ({ kept, session }: Pick<Planner, 'kept' | 'session'>, kind: BlockKind): string =>
  kept.content.groupKinds
    .flatMap((each) => (each.code === session.kind ? each.structure : []))
    .find((block) => block.kind === kind)?.name ??
  kept.content.groupKinds.flatMap((each) => each.structure).find((block) => block.kind === kind)?.name ??
  kind.replaceAll('_', ' ');

/** Iris where people talk, honey for the break, pine for the rest. */
export const toneOf = (kind: BlockKind): 'pine' | 'iris' | 'honey' =>
  kind === 'break' ? 'honey' : kind === 'check_in' || kind === 'together' ? 'iris' : 'pine';

const minuteOfDay = (time: Temporal.PlainTime) => time.hour * 60 + time.minute;

const Tags = ({ activity, planner }: { activity: Activity; planner: Planner }) => {
  const { suitsBump } = forThisRoom(activity.content, planner.present, planner.session.online);
  const theme = planner.kept.content.themes.find((each) => each.code === activity.mainTheme)?.name;
  return (
    <>
      {theme ? (
        <>
          {' '}
          <Tag tone="iris">{theme.toLowerCase()}</Tag>
        </>
      ) : null}
      {suitsBump ? (
        <>
          {' '}
          <Tag>suits a bump</Tag>
        </>
      ) : null}
    </>
  );
};

const ForThem = ({ activity, planner }: { activity: Activity; planner: Planner }) => {
  const { adaptations, cautions } = forThisRoom(activity.content, planner.present, planner.session.online);
  if (adaptations.length + cautions.length === 0) return null;
  return (
    <div class="k-no-print">
      <Details summary="For those in the room">
        <ul>
          {[...cautions, ...adaptations].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Details>
    </div>
  );
};

const Block = ({
  block,
  start,
  planner,
  form,
  theirs,
}: {
  block: PlanBlock;
  start: Temporal.PlainTime;
  planner: Planner;
  form: FormState;
  theirs: boolean;
}) => {
  const name = blockName(planner, block.kind);
  const activity = planner.activities.get(block.activityId ?? '');
  const typed = shownMinutes(form, block);
  const field = minutesField(block);
  const wrong = errorOf(form, 'blocks') !== undefined && !/^\d{1,3}$/.test(typed.trim());
  return (
    <li class="k-block">
      <div class={`k-block__time k-block__time--${toneOf(block.kind)}`}>
        <label class="nhsuk-u-visually-hidden" for={field}>
          Minutes for block {block.position}, {name}
        </label>
        <input
          class={`nhsuk-input k-block__input${wrong ? ' nhsuk-input--error' : ''}`}
          id={field}
          name={field}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={typed}
          size={3}
          data-plan-minutes
          aria-invalid={wrong ? 'true' : undefined}
        />
        <span class="k-block__start" data-plan-start>
          {startText(minuteOfDay(start))}
        </span>
      </div>
      <div class="k-block__text">
        <h2 class="k-block__title">{name}</h2>
        {activity ? (
          <p class="k-block__activity">
            {activity.title}
            <Tags activity={activity} planner={planner} />
          </p>
        ) : null}
        {block.words ? <Said>{block.words}</Said> : null}
        {block.kind === 'welcome' && planner.someoneNew && block.words === '' ? (
          <p class="k-block__activity">Someone new today: say the ground rules again together.</p>
        ) : null}
        {theirs && typed !== String(block.minutes) ? (
          <p class="k-block__activity">
            <strong>Saved meanwhile: {block.minutes} minutes.</strong> You typed {typed}.
          </p>
        ) : null}
        {activity ? <ForThem activity={activity} planner={planner} /> : null}
      </div>
      <div class="k-block__change">
        <button
          type="submit"
          class="k-button k-button--quiet k-button--small"
          name="next"
          value={`change-${blockKey(block)}`}
        >
          Change
          <span class="nhsuk-u-visually-hidden">
            {' '}
            block {block.position}, {name}
          </span>
        </button>
      </div>
    </li>
  );
};

const Stale = ({ theirs }: { theirs: Readonly<Record<string, string>> }) => (
  <section class="nhsuk-warning-callout" aria-labelledby="stale">
    <h2 id="stale" class="nhsuk-heading-s">
      Somebody else saved this plan while you were planning
    </h2>
    <p>
      What you typed is still in the form, and nothing of theirs is lost. The blocks below are as they saved
      them; where your minutes are different, both are shown. Put together what both of you mean, then save.
    </p>
    {(['bring', 'note'] as const).map((field) =>
      theirs[field] === undefined ? null : (
        <div key={field}>
          <h3 class="nhsuk-heading-xs">
            {field === 'bring' ? 'What they wrote for parents to bring' : 'Their note for the team'}
          </h3>
          <p class="k-theirs">{theirs[field] === '' ? '(empty)' : theirs[field]}</p>
        </div>
      ),
    )}
  </section>
);

export interface PlanFacts {
  readonly planner: Planner;
  readonly copyable: readonly Copyable[];
}

export const PlanPage = ({ facts, view: whole }: { facts: PlanFacts; view: View }) => {
  const { planner, copyable } = facts;
  const { session, plan } = planner;
  const { theirs, ...view } = whole;
  const { form } = view;
  const starts = startsOf(planner);
  return (
    <Frame
      view={view}
      wide
      title={`Plan of session ${session.number}, ${session.groupName}`}
      back={{ href: paths.group({ groupId: session.groupId }), label: session.groupName }}
      islands={['plan-sum']}
    >
      {theirs ? <Stale theirs={theirs} /> : null}
      <Heading>{sessionTitle(session, view.today)}</Heading>
      <Lede>
        {sessionWhere(session)}. {roomInWords(planner.present, session.kind === 'drop_in')}
      </Lede>
      {plan.version === 0 ? (
        <Inset>
          This is the shape the programme suggests. Choose an activity for a block with “Change”, and the plan
          is begun.
        </Inset>
      ) : null}
      <Columns
        aside={
          <>
            <SumCard planner={planner} formId={FORM} />
            <BalanceCard planner={planner} />
            <LastTimeCard planner={planner} />
            <CopyCard plans={copyable} form={form} exists={plan.version > 0} />
          </>
        }
      >
        <Form form={form} id={FORM}>
          {/* Enter in a box saves; without this it would press the first Change. */}
          <button type="submit" name="next" value="save" hidden>
            Save the plan
          </button>
          <ol
            class="k-plan"
            id="blocks"
            tabindex={-1}
            data-plan-from={minuteOfDay(session.from)}
            data-plan-total={session.minutes}
          >
            {plan.blocks.map((block, at) => (
              <Block
                key={blockKey(block)}
                block={block}
                start={starts[at] ?? session.from}
                planner={planner}
                form={form}
                theirs={theirs !== undefined}
              />
            ))}
          </ol>
          <ButtonRow>
            <Button name="next" value="add" kind="secondary" small>
              Add a block
            </Button>
          </ButtonRow>
          <TextArea
            form={form}
            name="bring"
            label="What should parents bring?"
            hint="They read this on their own page, with the day and the place."
            rows={2}
          />
          <TextArea
            form={form}
            name="note"
            label="A note for those who run it"
            hint="Parents do not see it. Write about the session, not about one person."
            rows={3}
          />
          <Button name="next" value="save">
            Save the plan
          </Button>
        </Form>
      </Columns>
    </Frame>
  );
};
