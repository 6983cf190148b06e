import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { ActivityInList, BlockKind } from '#rooms/programme/door.ts';
import { activity as activityPath } from '#rooms/programme/paths.ts';
import {
  Button,
  ButtonRow,
  FilterForm,
  Form,
  Hidden,
  type Option,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { valueOf as valueIn } from '#ui/form-state.ts';
import { Details, Heading, Inset, Lede } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { sessionTitle } from '../register/register.pages.tsx';
import type { BlockFacts } from './block.queries.ts';
import { blockName } from './plan.pages.tsx';
import type { Planner } from './plan.queries.ts';
import { blockKey, blockText, forThisRoom, roomInWords } from './plan.rules.ts';

const lengths = ({ least, most, usual }: ActivityInList['minutes']) =>
  least === most ? counted(usual, 'minute') : `${least} to ${most} minutes, usually ${usual}`;

const optionOf = (each: ActivityInList, { kept }: Planner): Option => ({
  value: each.code,
  label: each.title,
  hint: [
    each.summary,
    `${kept.content.themes.find((theme) => theme.code === each.mainTheme)?.name ?? ''}, ${lengths(each.minutes)}.`,
    each.favourite ? 'One of your favourites.' : '',
    each.review === 'approved' ? '' : 'Not reviewed yet.',
  ]
    .filter(Boolean)
    .join(' '),
});

const optionsOf = ({ planner, block, choices }: BlockFacts): readonly Option[] => {
  const chosen = planner.activities.get(block.activityId ?? '');
  return [
    ...(chosen ? [optionOf(chosen, planner)] : []),
    ...choices.map((each) => optionOf(each, planner)),
    { value: '', label: 'No activity: only our own words' },
  ];
};

const Chosen = ({ facts }: { facts: BlockFacts }) => {
  const { planner, block } = facts;
  const chosen = planner.activities.get(block.activityId ?? '');
  if (!chosen) return null;
  const { adaptations, cautions } = forThisRoom(chosen.content, planner.present, planner.session.online);
  return (
    <Details summary={`How “${chosen.title}” goes`}>
      <ol>
        {chosen.content.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {cautions.length + adaptations.length > 0 ? (
        <>
          <h2 class="k-heading k-heading--3">For those in the room</h2>
          <ul>
            {[...cautions, ...adaptations].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={activityPath({ code: chosen.code })}>See it in the toolbox</a>
      </p>
    </Details>
  );
};

const theirTitle = (facts: BlockFacts, code: string) =>
  [...facts.planner.activities.values()].find((each) => each.code === code)?.title ?? 'no activity';

/** The page on which one block is filled, moved or removed. */
export const BlockPage = ({ facts, view: whole }: { facts: BlockFacts; view: View }) => {
  const { planner, block, looking, more } = facts;
  const { session } = planner;
  const here = { sessionId: session.id, position: String(block.position) };
  const view = whole.theirs?.activity
    ? { ...whole, theirs: { ...whole.theirs, activity: theirTitle(facts, whole.theirs.activity) } }
    : whole;
  const { form } = view;
  const name = blockName(planner, block.kind);
  // On a stale edit the next save is decided on what is there now; on any other return, on what was drawn first.
  const drawn = view.theirs ? blockText(block) : valueIn(form, 'drawn') || blockText(block);
  const theme = planner.kept.content.themes.find((each) => each.code === looking.theme);
  const last = planner.plan.blocks.length;
  return (
    <Frame
      view={view}
      title={`${name}, session ${session.number}`}
      back={{ href: paths.plan({ sessionId: session.id }), label: 'The plan' }}
    >
      <Heading above={sessionTitle(session, view.today)}>{name}</Heading>
      <Lede>
        {planner.kept.content.groupKinds
          .find((each) => each.code === session.kind)
          ?.structure.find((each) => each.kind === block.kind)?.words ?? ''}{' '}
        {roomInWords(planner.present, session.kind === 'drop_in')}
      </Lede>
      <Chosen facts={facts} />
      {block.kind === 'break' ? null : (
        <FilterForm action={paths.planBlock(here)} label="Search the toolbox">
          {theme ? <Hidden name="theme" value={theme.code} /> : null}
          <TextField
            form={{ ...form, values: { q: looking.words } }}
            name="q"
            type="search"
            label={theme ? `Search ${theme.name.toLowerCase()}` : 'Search the toolbox'}
            width={20}
          />
          <Button kind="secondary">Search</Button>
        </FilterForm>
      )}
      <Form form={form}>
        <Hidden name="drawn" value={drawn} />
        <Hidden name="block" value={valueIn(form, 'block') || blockKey(block)} />
        {block.kind === 'break' ? (
          <Hidden name="activity" value="" />
        ) : (
          <RadioField
            form={form}
            name="activity"
            legend={
              looking.words
                ? `What we found for “${looking.words}”`
                : theme
                  ? `${theme.name}: five that fit this session`
                  : looking.all
                    ? 'Everything that fits this session'
                    : 'Five that fit this session'
            }
            hint="Chosen by block, time and those in the room. Your favourites and what the course has had little of come first."
            options={optionsOf(facts)}
          />
        )}
        {more > 0 ? (
          <p>
            <a href={paths.planBlock(here, { all: 'yes', theme: theme?.code })}>
              Show {more} more that {more === 1 ? 'fits' : 'fit'}
            </a>
          </p>
        ) : null}
        {facts.choices.length === 0 && looking.words ? (
          <Inset tone="grey">
            Nothing in the toolbox has these words. Try fewer, or write your own below.
          </Inset>
        ) : null}
        <TextField form={form} name="minutes" label="Minutes" inputmode="numeric" width={3} />
        <TextArea
          form={form}
          name="words"
          label="In your own words"
          hint="What to remember: who leads it, what to have ready."
          rows={3}
        />
        <ButtonRow>
          <Button name="next" value="save">
            Save this block
          </Button>
          {block.position > 1 ? (
            <Button name="next" value="up" kind="secondary">
              Move it up
            </Button>
          ) : null}
          {block.position < last ? (
            <Button name="next" value="down" kind="secondary">
              Move it down
            </Button>
          ) : null}
          <Button name="next" value="remove" kind="quiet">
            Remove it
          </Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

export interface NewBlockFacts {
  readonly planner: Planner;
  readonly kinds: readonly BlockKind[];
}

/** The page on which a block is added; its activity is chosen next. */
export const NewBlockPage = ({ facts, view }: { facts: NewBlockFacts; view: View }) => {
  const { planner, kinds } = facts;
  const { session, plan } = planner;
  return (
    <Frame
      view={view}
      title={`Add a block, session ${session.number}`}
      back={{ href: paths.plan({ sessionId: session.id }), label: 'The plan' }}
    >
      <Heading above={sessionTitle(session, view.today)}>Add a block</Heading>
      <Form form={view.form}>
        <SelectField
          form={view.form}
          name="kind"
          label="What is it?"
          options={[
            { value: '', label: 'Choose' },
            ...kinds.map((kind) => ({ value: kind, label: blockName(planner, kind) })),
          ]}
        />
        <SelectField
          form={view.form}
          name="after"
          label="Where does it go?"
          options={[
            { value: '0', label: 'At the beginning' },
            ...plan.blocks.map((block) => ({
              value: String(block.position),
              label: `After ${block.position}. ${blockName(planner, block.kind)}`,
            })),
          ]}
        />
        <TextField form={view.form} name="minutes" label="Minutes" inputmode="numeric" width={3} />
        <TextArea form={view.form} name="words" label="In your own words" rows={3} />
        <Button>Add it and choose an activity</Button>
      </Form>
    </Frame>
  );
};
