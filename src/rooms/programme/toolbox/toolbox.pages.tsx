import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, Checkbox, FilterForm, SelectField, TextField } from '#ui/form.tsx';
import { Details, Empty, Heading, Inset, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayWriteActivities } from '../programme.policy.ts';
import {
  BLOCK_KINDS,
  blockWords,
  FACILITATORS,
  facilitatorWords,
  STAGES,
  stageWords,
  THEME_CODES,
  TOOLBOXES,
  themeTones,
  themeWords,
  toolboxWords,
} from '../words.ts';
import { reviewWords } from './activity.rules.ts';
import type { ActivityInList } from './toolbox.queries.ts';

export interface ToolboxFacts {
  readonly found: readonly ActivityInList[];
  /** What was asked, as it stands in the address. */
  readonly asked: Readonly<Record<string, string>>;
}

const choices = <Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
  any: string,
) => [{ value: '', label: any }, ...codes.map((value) => ({ value, label: words[value] }))];

const FEWER = ['toolbox', 'stage', 'who', 'minutes', 'mine'];

export const ToolboxPage = ({
  facts: { found, asked },
  view,
}: {
  facts: ToolboxFacts;
  view: View;
}): VNode => {
  const form = { ...view.form, values: asked };
  const filtered = Object.keys(asked).length > 0;
  return (
    <Frame view={view} title="Toolbox" wide>
      <Heading>Toolbox</Heading>
      <Lede>
        Activities for every part of a session. Each one says what to do, who it is for, and where to take
        care.
      </Lede>
      <FilterForm action={paths.toolbox()} label="Search the toolbox">
        <TextField form={form} name="words" label="Words" type="search" />
        <SelectField
          form={form}
          name="theme"
          label="Theme"
          options={choices(THEME_CODES, themeWords, 'Any theme')}
        />
        <SelectField
          form={form}
          name="block"
          label="Part of the session"
          options={choices(BLOCK_KINDS, blockWords, 'Any part')}
        />
        <Details summary="More ways to narrow it down" open={FEWER.some((name) => asked[name])}>
          <SelectField
            form={form}
            name="toolbox"
            label="Which toolbox"
            options={choices(TOOLBOXES, toolboxWords, 'Both')}
          />
          <SelectField
            form={form}
            name="stage"
            label="For whom"
            options={choices(STAGES, stageWords, 'Any stage')}
          />
          <SelectField
            form={form}
            name="who"
            label="Led by"
            options={choices(FACILITATORS, facilitatorWords, 'Anyone')}
          />
          <SelectField
            form={form}
            name="minutes"
            label="Can be done in"
            options={[
              { value: '', label: 'Any time' },
              ...['5', '10', '15', '20', '30'].map((value) => ({ value, label: `${value} minutes` })),
            ]}
          />
          <Checkbox form={form} name="mine" label="Only my favourites" />
        </Details>
        <Button>Search</Button>
      </FilterForm>
      {mayWriteActivities(view.actor) ? (
        <p>
          <ButtonLink href={paths.newActivity()} kind="secondary" small>
            Add an activity
          </ButtonLink>
        </p>
      ) : null}
      <Heading level={2}>{counted(found.length, 'activity', 'activities')}</Heading>
      {filtered && found.length > 0 ? (
        <p>
          <a href={paths.toolbox()}>Show all of them</a>
        </p>
      ) : null}
      {found.length === 0 ? (
        <Nothing filtered={filtered} mine={asked.mine !== undefined} />
      ) : (
        <List found={found} />
      )}
    </Frame>
  );
};

const Nothing = ({ filtered, mine }: { filtered: boolean; mine: boolean }) =>
  filtered ? (
    <Empty
      title={mine ? 'None of your favourites fit this' : 'Nothing fits all of this'}
      action={{ href: paths.toolbox(), label: 'Show the whole toolbox' }}
    >
      Try fewer words, or another part of the session.
    </Empty>
  ) : (
    <Empty title="The toolbox is empty">
      Activities come with the programme, and you can write your own.
    </Empty>
  );

const List = ({ found }: { found: readonly ActivityInList[] }) => (
  <Rows>
    {found.map((each) => (
      <Row key={each.id} marker={`${each.minutes.usual} min`} tone="pine">
        <a href={paths.activity({ code: each.code })}>
          <strong>{each.title}</strong>
        </a>
        <br />
        {each.summary}
        <br />
        <ActivityTags activity={each} />
      </Row>
    ))}
  </Rows>
);

/** The main theme, whose toolbox it is, and whether a professional has read it. */
export const ActivityTags = ({ activity }: { activity: ActivityInList }) => (
  <>
    <Tag tone={themeTones[activity.mainTheme]}>{themeWords[activity.mainTheme]}</Tag>{' '}
    {activity.toolbox === 'peer_supporter' ? (
      <>
        <Tag tone="iris">Peer supporters</Tag>{' '}
      </>
    ) : null}
    {activity.favourite ? (
      <>
        <Tag tone="honey">Favourite</Tag>{' '}
      </>
    ) : null}
    {activity.review === 'not_approved' ? (
      <Tag tone="clay">{reviewWords.not_approved}</Tag>
    ) : (
      <Muted>{reviewWords[activity.review]}</Muted>
    )}
  </>
);

/** What stands over an activity that is not to be used as it is. */
export const ReviewNotice = ({ activity }: { activity: ActivityInList }) => {
  if (activity.review === 'approved') return null;
  return activity.review === 'sample' ? (
    <Inset tone="honey">
      <p>
        <strong>Sample, not reviewed.</strong> No professional has read this yet. Read it with care before you
        use it.
        {activity.hasHandout ? ' Parents see its handout only after a review.' : null}
      </p>
    </Inset>
  ) : (
    <Inset tone="clay">
      <p>
        <strong>Not to be used as it is.</strong> A professional read this and did not approve it. Their words
        stand under “Who has read it”.
      </p>
    </Inset>
  );
};
