import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, Hidden } from '#ui/form.tsx';
import { Card, Columns, Heading, Inset, Lede, SummaryList, Timeline } from '#ui/show.tsx';
import { longDate, minutesInWords } from '#ui/times.ts';
import type { ActivityContent } from '../content/shapes.ts';
import * as paths from '../paths.ts';
import { mayEnterReviews, mayWriteActivities } from '../programme.policy.ts';
import {
  adaptationWords,
  blockWords,
  cautionWords,
  facilitatorWords,
  stageWords,
  themeWords,
  toolboxWords,
  topicWords,
} from '../words.ts';
import { ActivityTags, ReviewNotice } from './toolbox.pages.tsx';
import type { Activity, Review } from './toolbox.queries.ts';

export interface ActivityFacts {
  /** The version shown, which may be an old one. */
  readonly activity: Activity;
  readonly versions: readonly Activity[];
  readonly reviews: readonly Review[];
  readonly names: ReadonlyMap<string, string>;
}

export const ActivityPage = ({ facts, view }: { facts: ActivityFacts; view: View }): VNode => {
  const { activity } = facts;
  const { content } = activity;
  const old = activity.replacedAt !== null;
  return (
    <Frame view={view} title={activity.title} back={{ href: paths.toolbox(), label: 'Toolbox' }} wide>
      <Heading above={toolboxWords[activity.toolbox]}>{activity.title}</Heading>
      <Lede>{activity.summary}</Lede>
      <p>
        <ActivityTags activity={activity} />
      </p>
      {old ? (
        <Inset tone="grey">
          <p>
            This is version {activity.version}, kept as it was. Plans made with it still show it.{' '}
            <a href={paths.activity({ code: activity.code })}>See the version in use</a>
          </p>
        </Inset>
      ) : (
        <ReviewNotice activity={activity} />
      )}
      <Columns aside={<Beside facts={facts} view={view} />} asidePrints>
        <Heading level={2}>What to do</Heading>
        <ol>
          {content.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Cautions content={content} />
        {content.adaptations.length > 0 ? (
          <>
            <Heading level={2}>When it needs to be different</Heading>
            <SummaryList
              rows={content.adaptations.map(({ kind, text }) => ({
                label: adaptationWords[kind],
                value: text,
              }))}
            />
          </>
        ) : null}
        <HandoutOf content={content} />
      </Columns>
    </Frame>
  );
};

const Cautions = ({ content }: { content: ActivityContent }) => (
  <>
    <Heading level={2}>Take care</Heading>
    {content.cautions.length > 0 ? (
      <SummaryList
        rows={content.cautions.map(({ kind, text }) => ({ label: cautionWords[kind], value: text }))}
      />
    ) : (
      <p>{content.noCautionBecause ?? 'No caution is written down for this activity.'}</p>
    )}
  </>
);

const HandoutOf = ({ content: { handout } }: { content: ActivityContent }) =>
  handout ? (
    <Card title={handout.title} above="What parents can take home" tone="tint">
      {handout.minutes ? <p>{minutesInWords(handout.minutes)}</p> : null}
      {handout.paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {handout.steps ? (
        <ol>
          {handout.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
    </Card>
  ) : null;

const Beside = ({ facts, view }: { facts: ActivityFacts; view: View }) => {
  const { activity } = facts;
  return (
    <>
      {activity.replacedAt === null ? <Doing activity={activity} view={view} /> : null}
      <Card title="At a glance">
        <AtAGlance activity={activity} />
      </Card>
      <Card title="Who has read it">
        <Reviews facts={facts} view={view} />
      </Card>
      <Card title="Versions">
        <Versions facts={facts} view={view} />
      </Card>
    </>
  );
};

const Doing = ({ activity, view }: { activity: Activity; view: View }) => (
  <div class="k-no-print">
    <Form form={view.form} action={paths.favouriteActivity({ code: activity.code })}>
      <Hidden name="keep" value={activity.favourite ? 'no' : 'yes'} />
      <ButtonRow>
        <Button kind="secondary">
          {activity.favourite ? 'Take off my favourites' : 'Keep as a favourite'}
        </Button>
        {mayWriteActivities(view.actor) ? (
          <ButtonLink href={paths.editActivity({ code: activity.code })} kind="secondary">
            Change
          </ButtonLink>
        ) : null}
        {mayEnterReviews(view.actor) ? (
          <ButtonLink href={paths.reviewActivity({ code: activity.code })} kind="secondary">
            Enter a review
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </Form>
  </div>
);

const inWords = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.length === 0 ? 'Not said' : codes.map((code) => words[code]).join(', ');

const AtAGlance = ({ activity: { content, minutes, credit } }: { activity: Activity }) => (
  <SummaryList
    rows={[
      {
        label: 'Minutes',
        value:
          minutes.least === minutes.most
            ? `${minutes.usual}`
            : `${minutes.usual}, from ${minutes.least} to ${minutes.most}`,
      },
      { label: 'Part of the session', value: inWords(content.blocks, blockWords) },
      { label: 'For', value: inWords(content.stages, stageWords) },
      { label: 'Led by', value: inWords(content.facilitators, facilitatorWords) },
      { label: 'Themes', value: inWords(content.themes, themeWords) },
      { label: 'Topics', value: inWords(content.topics, topicWords) },
      { label: 'Room', value: content.room === '' ? 'Any room' : content.room },
      {
        label: 'Bring',
        value:
          content.materials.length === 0 ? (
            'Nothing'
          ) : (
            <ul class="nhsuk-list">
              {content.materials.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          ),
      },
      ...(credit === '' ? [] : [{ label: 'With thanks to', value: credit }]),
    ]}
  />
);

/** One reading of the activity and its handout is one line, though each has a review of its own. */
const readings = (reviews: readonly Review[]) => [
  ...Map.groupBy(reviews, ({ name, role, on, approved, words }) =>
    JSON.stringify([name, role, on, approved, words]),
  ).values(),
];

const whatWasRead = (reading: readonly Review[]) =>
  reading.length > 1
    ? 'The activity and its handout'
    : reading[0]?.subject === 'handout'
      ? 'The handout'
      : 'The activity';

const Reviews = ({ facts: { reviews }, view }: { facts: ActivityFacts; view: View }) => {
  if (reviews.length === 0)
    return <p>Nobody yet. A programme coordinator enters who read it, and what they said.</p>;
  return (
    <Timeline
      happenings={readings(reviews).flatMap((reading) =>
        reading.slice(0, 1).map((each) => ({
          when: longDate(each.on, { today: view.today }),
          title: `${each.name}, ${each.role}`,
          tone: each.approved ? ('pine' as const) : ('clay' as const),
          text: (
            <p>
              {whatWasRead(reading)}: {each.approved ? 'may be used.' : 'not to be used as it is.'}{' '}
              {each.words}
            </p>
          ),
        })),
      )}
    />
  );
};

const Versions = ({ facts: { activity, versions, names }, view }: { facts: ActivityFacts; view: View }) => (
  <ul class="nhsuk-list">
    {versions.map((each) => {
      const on = longDate(each.madeAt.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today });
      const by = each.madeBy === null ? '' : `, ${names.get(each.madeBy) ?? 'somebody who has left'}`;
      const words = `Version ${each.version}, ${on}${by}`;
      return (
        <li key={each.id}>
          {each.id === activity.id ? (
            <strong>{words}</strong>
          ) : (
            <a
              href={paths.activity(
                { code: each.code },
                each.replacedAt === null ? {} : { version: String(each.version) },
              )}
            >
              {words}
            </a>
          )}
        </li>
      );
    })}
  </ul>
);
