import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Form,
  Hidden,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Details, Heading, Inset, Lede, Said } from '#ui/show.tsx';
import { clockTime, dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { sessionWhere } from '../register/register.pages.tsx';
import { blockName, toneOf } from './plan.pages.tsx';
import { blockKey, doneWords, forThisRoom, type PlanBlock, roomInWords } from './plan.rules.ts';
import { startsOf } from './plan-aside.pages.tsx';
import { doneField, drawnField, drawnNow, howField, type RunSheet, runSheetDrawn } from './run-sheet.form.ts';

const How = ({ block, sheet }: { block: PlanBlock; sheet: RunSheet }) => {
  const { planner } = sheet;
  const activity = planner.activities.get(block.activityId ?? '');
  if (!activity) return null;
  const { adaptations, cautions } = forThisRoom(activity.content, planner.present, planner.session.online);
  const { materials, room } = activity.content;
  return (
    <Details summary={activity.title}>
      {cautions.map((text) => (
        <Inset tone="clay" key={text}>
          {text}
        </Inset>
      ))}
      {materials.length > 0 ? <p>Have ready: {materials.join(', ')}.</p> : null}
      {room ? <p>{room}</p> : null}
      <ol>
        {activity.content.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {adaptations.length > 0 ? (
        <ul>
          {adaptations.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
    </Details>
  );
};

const DoneFields = ({ block, name, form }: { block: PlanBlock; name: string; form: FormState }) => {
  const how = (
    <TextField
      form={form}
      name={howField(block)}
      label={
        <>
          How, or why?<span class="nhsuk-u-visually-hidden"> {name}</span>
        </>
      }
    />
  );
  return (
    <>
      <Hidden name={drawnField(block)} value={drawnNow(block)} />
      <RadioField
        form={form}
        name={doneField(block)}
        legend={<span class="nhsuk-u-visually-hidden">How {name} went</span>}
        small
        inline
        options={[
          { value: 'as_planned', label: doneWords.as_planned },
          { value: 'adapted', label: doneWords.adapted },
          { value: 'left_out', label: doneWords.left_out },
        ]}
      />
      <div class="k-how">{how}</div>
    </>
  );
};

const SheetBlock = ({
  block,
  start,
  sheet,
  form,
  clash,
}: {
  block: PlanBlock;
  start: Temporal.PlainTime;
  sheet: RunSheet;
  form: FormState;
  clash: boolean;
}) => {
  const name = blockName(sheet.planner, block.kind);
  return (
    <li class="k-block">
      <p class={`k-block__time k-block__time--${toneOf(block.kind)}`}>
        <strong class="k-block__minutes">
          {block.minutes}
          <span class="nhsuk-u-visually-hidden"> minutes, from </span>
        </strong>
        <span class="k-block__start">{clockTime(start)}</span>
      </p>
      <div class="k-block__text">
        <h2 class="k-block__title">{name}</h2>
        {block.words ? <Said>{block.words}</Said> : null}
        {block.kind === 'welcome' && sheet.planner.someoneNew && block.words === '' ? (
          <p class="k-block__activity">Someone new today: say the ground rules again together.</p>
        ) : null}
        {block.kind === 'welcome' && sheet.planner.session.groundRules ? (
          <Details summary="Our ground rules">
            <Said>{sheet.planner.session.groundRules}</Said>
          </Details>
        ) : null}
        <How block={block} sheet={sheet} />
        {clash ? (
          <p>
            <strong>
              Saved meanwhile: {block.done ? doneWords[block.done].toLowerCase() : 'nothing'}
              {block.adaptedHow ? `, “${block.adaptedHow}”` : ''}.
            </strong>{' '}
            Yours is below.
          </p>
        ) : null}
        {sheet.stage === 'ahead' ? null : <DoneFields block={block} name={name} form={form} />}
      </div>
    </li>
  );
};

const Theirs = ({ theirs }: { theirs: Readonly<Record<string, string>> }) => {
  const names = {
    'went-well': 'What went well',
    'next-time': 'For next time',
    'take-home': 'Taken home',
  } as const;
  return (
    <section class="nhsuk-warning-callout" aria-labelledby="stale">
      <h2 id="stale" class="nhsuk-heading-s">
        This run sheet was saved somewhere else while you were writing
      </h2>
      <p>Your words are still in the form and nothing of the others is lost. Put them together, then save.</p>
      {Object.entries(names).map(([field, name]) =>
        theirs[field] ? (
          <div key={field}>
            <h3 class="nhsuk-heading-xs">{name}: what is saved</h3>
            <p class="k-theirs">{theirs[field]}</p>
          </div>
        ) : null,
      )}
    </section>
  );
};

const Reflecting = ({ form }: { form: FormState }) => (
  <>
    <Heading level={2}>How it went</Heading>
    <p>For you and for whoever plans the next one. Write about the session, not about one person.</p>
    <TextArea form={form} name="went-well" label="What went well?" rows={4} />
    <TextArea form={form} name="next-time" label="What would you do differently next time?" rows={4} />
    <TextArea form={form} name="take-home" label="What did parents take home?" rows={2} />
    <Checkbox
      form={form}
      name="heavy"
      label="It was a heavy one for me"
      hint="The practitioners, coordinators and the volunteer manager of your centre can see this, so that somebody asks how you are."
    />
    <Checkbox
      form={form}
      name="told"
      label="Somebody told me something that stays with me"
      hint="What it was is not written here. If a child or an adult may be in danger, raise a concern now; this does not do it."
    />
  </>
);

export const RunSheetPage = ({ facts: sheet, view: whole }: { facts: RunSheet; view: View }) => {
  const { planner, stage } = sheet;
  const { session, plan } = planner;
  const { theirs, ...view } = whole;
  const { form, clashes } = runSheetDrawn(sheet, view.form);
  const starts = startsOf(planner);
  const list = (
    <ol class="k-plan" id="blocks" tabindex={-1}>
      {plan.blocks.map((block, at) => (
        <SheetBlock
          key={blockKey(block)}
          block={block}
          start={starts[at] ?? session.from}
          sheet={sheet}
          form={form}
          clash={clashes.has(blockKey(block))}
        />
      ))}
    </ol>
  );
  return (
    <Frame
      view={view}
      title={`Run sheet, session ${session.number}, ${session.groupName}`}
      back={{ href: paths.session({ sessionId: session.id }), label: 'The session' }}
    >
      {theirs ? <Theirs theirs={theirs} /> : null}
      <Heading above={`${session.groupName}, session ${session.number}`}>
        Run sheet: {dayAndDate(session.on, { today: view.today })}
      </Heading>
      <Lede>
        {sessionWhere(session)}. {roomInWords(planner.present, session.kind === 'drop_in')}
      </Lede>
      {plan.note ? (
        <Inset>
          <Said>{plan.note}</Said>
        </Inset>
      ) : null}
      {stage === 'called_off' ? (
        <Inset tone="clay">This session is called off.</Inset>
      ) : stage === 'ahead' ? (
        <>
          {list}
          <ButtonRow>
            <ButtonLink href={paths.plan({ sessionId: session.id })} kind="secondary">
              Change the plan
            </ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <Form form={form}>
          {list}
          <Button name="next" value="save" kind="secondary">
            Save and carry on
          </Button>
          <Reflecting form={form} />
          <ButtonRow>
            <Button name="next" value="save">
              Save
            </Button>
            {stage === 'open' ? (
              <Button name="next" value="register" kind="secondary">
                Save and go to the register
              </Button>
            ) : null}
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};
