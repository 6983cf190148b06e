import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Plan, PlanBlock } from '#ui/plan-block.tsx';
import { Card, Columns, Empty, Heading, Inset, Lede, Muted, SummaryList, Table, Tag } from '#ui/show.tsx';
import { clockTime, counted, longDate, minutesInWords } from '#ui/times.ts';
import type { GroupKindContent, ProgrammeTemplateContent } from '../content/shapes.ts';
import * as paths from '../paths.ts';
import { mayChangeProgramme } from '../programme.policy.ts';
import { blockStarts } from '../structure.rules.ts';
import { themeTones } from '../words.ts';
import type { Template } from './template.queries.ts';
import { currentOf } from './template.rules.ts';

export interface ProgrammeFacts {
  /** The version shown. */
  readonly template: Template;
  /** All of the same programme, the newest first. */
  readonly versions: readonly Template[];
  /** The programmes beside this one, each by the version in use. */
  readonly others: readonly Template[];
}

const ethosNames: Readonly<Record<ProgrammeTemplateContent['ethos'], string>> = {
  professionally_led: 'Led by professionals',
  citizen_led: 'Led by parents and volunteers acting together',
};

/** Why the programme is there: stands where people decide about it. */
export const WhyItIsThere = ({ content }: { content: ProgrammeTemplateContent }) => (
  <Card title="What we are here for" tone="tint">
    <p>
      <strong>{content.vision}</strong>
    </p>
    <p>{content.purpose}</p>
    <p>
      {ethosNames[content.ethos]}. {content.ethosWords}
    </p>
  </Card>
);

const stateOf = (each: Template, versions: readonly Template[], today: Temporal.PlainDate) => {
  if (currentOf(versions, today)?.id === each.id)
    return { words: 'In use for new groups', tone: 'pine' } as const;
  if (Temporal.PlainDate.compare(each.effectiveFrom, today) > 0)
    return { words: `In use from ${longDate(each.effectiveFrom, { today })}`, tone: 'iris' } as const;
  return { words: 'Kept for groups that began with it', tone: 'grey' } as const;
};

export const ProgrammePage = ({ facts, view }: { facts: ProgrammeFacts; view: View }): VNode => {
  const { template, versions, others } = facts;
  const { content } = template;
  const state = stateOf(template, versions, view.today);
  return (
    <Frame view={view} title={`${template.name}, version ${template.version}`} wide>
      <Heading above={`Version ${template.version}`}>{template.name}</Heading>
      <Lede>{content.about}</Lede>
      <p>
        <Tag tone={state.tone}>{state.words}</Tag>
      </p>
      {mayChangeProgramme(view.actor) ? (
        <p>
          <ButtonLink
            href={paths.newProgrammeVersion({ templateId: versions[0]?.id ?? template.id })}
            kind="secondary"
            small
          >
            Make a new version
          </ButtonLink>
        </p>
      ) : null}
      <WhyItIsThere content={content} />
      <Themes content={content} />
      {content.groupKinds.map((kind) => (
        <Structure key={kind.code} kind={kind} />
      ))}
      <Heading level={2}>Ground rules a group can begin with</Heading>
      <p>Each group makes its own. They are said again whenever somebody new comes.</p>
      <ul>
        {content.groundRulesSuggested.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Versions versions={versions} shown={template} view={view} />
      {others.length > 0 ? (
        <>
          <Heading level={2}>Other programmes</Heading>
          <ul class="nhsuk-list">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={paths.programmeVersion({ templateId: id })}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  );
};

const Themes = ({ content }: { content: ProgrammeTemplateContent }) => (
  <>
    <Heading level={2}>Themes and topics</Heading>
    <Columns
      aside={
        <Card title="Learning topics">
          <SummaryList rows={content.topics.map(({ name, words }) => ({ label: name, value: words }))} />
        </Card>
      }
      asidePrints
    >
      <SummaryList
        rows={content.themes.map(({ code, name, words }) => ({
          label: <Tag tone={themeTones[code]}>{name}</Tag>,
          value: words,
        }))}
      />
      <p>
        A course should have at least{' '}
        {counted(content.courseBalance.activitiesOfEachTheme, 'activity', 'activities')} of each theme and{' '}
        {content.courseBalance.activitiesOfEachTopic} of each topic. The planner says so gently; nothing is
        stopped.
      </p>
    </Columns>
  </>
);

const EXAMPLE = Temporal.PlainTime.from('10:30');

const Structure = ({ kind }: { kind: GroupKindContent }) => {
  const starts = blockStarts(kind.structure, EXAMPLE);
  return (
    <section>
      <Heading level={2}>{kind.name}</Heading>
      <p>
        {kind.words} {rhythmWords(kind)} Led by{' '}
        {kind.ledBy === 'practitioner' ? 'practitioners' : 'peer supporters'}.
      </p>
      <p>
        <Muted>How a session of {minutesInWords(kind.minutes)} goes, if it starts at 10.30am.</Muted>
      </p>
      <Plan>
        {kind.structure.map(({ kind: block, name, minutes, words }, at) => (
          <PlanBlock
            key={`${block}-${at}`}
            minutes={minutes}
            start={clockTime(starts[at] ?? EXAMPLE)}
            title={name}
            activity={words}
            tone={block === 'check_in' ? 'iris' : block === 'break' ? 'honey' : 'pine'}
            level={3}
          />
        ))}
      </Plan>
    </section>
  );
};

const rhythmWords = ({ sessions, rhythm, places }: GroupKindContent) => {
  const count = rhythm.count ?? 1;
  const every = count === 1 ? `every ${rhythm.every}` : `${count} times a ${rhythm.every}`;
  const many = sessions
    ? `Up to ${counted(sessions.most, 'session')}, ${every}`
    : `Once ${every}`.replace('Once every', 'Every');
  return `${many}. ${places.usual} places, ${places.most} at most.`;
};

const until = (content: ProgrammeTemplateContent) =>
  content.eligibility.completeByWeeks === undefined
    ? 'No limit'
    : `${content.eligibility.completeByWeeks} weeks`;

type Line = readonly [label: string, say: (content: ProgrammeTemplateContent) => string];

const kindLines = (content: ProgrammeTemplateContent): readonly Line[] =>
  content.groupKinds.flatMap(({ code, name }): Line[] => {
    const of = (each: ProgrammeTemplateContent) => each.groupKinds.find((kind) => kind.code === code);
    const says = (words: (kind: GroupKindContent) => string) => (each: ProgrammeTemplateContent) => {
      const kind = of(each);
      return kind ? words(kind) : 'None';
    };
    return [
      [`${name}: sessions`, says(({ sessions }) => (sessions ? `Up to ${sessions.most}` : 'Goes on'))],
      [`${name}: length`, says(({ minutes }) => minutesInWords(minutes))],
      [`${name}: places`, says(({ places }) => `${places.usual}, ${places.most} at most`)],
    ];
  });

const LINES: readonly Line[] = [
  [
    'Referral',
    ({ eligibility: { referralFromWeeks, referralToWeeks } }) =>
      `${referralFromWeeks} to ${referralToWeeks} weeks`,
  ],
  ['Course over by', until],
  ['Kept free for a cancelled session', ({ eligibility }) => counted(eligibility.startSlackDays, 'day')],
  [
    'Families may come until',
    ({ eligibility }) => `${counted(eligibility.postnatalUntilMonths, 'month')} after birth`,
  ],
  ['Referrals looked at within', ({ promises }) => counted(promises.triageWorkingDays, 'working day')],
  ['Days to answer an offer', ({ promises }) => counted(promises.offerAnswerDays, 'day')],
  [
    'Reminders',
    ({ promises: { reminderDaysBefore } }) =>
      reminderDaysBefore.length === 0 ? 'None' : `${reminderDaysBefore.join(' and ')} days before`,
  ],
  [
    'We ask after somebody who did not come',
    ({ promises }) => `after ${counted(promises.missedContactDays, 'day')}`,
  ],
  ['A hello to somebody gone quiet', ({ promises }) => `after ${counted(promises.quietHelloDays, 'day')}`],
];

const Versions = ({
  versions,
  shown,
  view,
}: {
  versions: readonly Template[];
  shown: Template;
  view: View;
}) => {
  const [newest] = versions;
  if (!newest) return null;
  const inOrder = versions.toReversed();
  const lines: readonly Line[] = [...LINES, ...kindLines(newest.content)];
  return (
    <section id="versions">
      <Heading level={2}>Windows, places and promises, version by version</Heading>
      <Table
        caption="Versions side by side"
        captionHidden
        rows={lines}
        columns={[
          { header: 'What', cell: ([label]) => label },
          ...inOrder.map((each) => ({
            header: `Version ${each.version}`,
            cell: ([, say]: Line) => {
              const words = say(each.content);
              const before = inOrder[inOrder.indexOf(each) - 1];
              return before && say(before.content) !== words ? <strong>{words}</strong> : words;
            },
          })),
        ]}
      />
      {versions.length > 1 ? (
        <p>
          <Muted>What changed from the version before is in bold.</Muted>
        </p>
      ) : null}
      <SummaryList
        rows={inOrder.map((each) => ({
          label: `Version ${each.version}`,
          value: `${stateOf(each, versions, view.today).words}. From ${longDate(each.effectiveFrom)}.`,
          ...(each.id !== shown.id && {
            action: {
              href: paths.programmeVersion({ templateId: each.id }),
              label: 'Read',
              about: `version ${each.version}`,
            },
          }),
        }))}
      />
    </section>
  );
};

export const NoProgrammePage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="Programme">
    <Heading>Programme</Heading>
    <Empty title="There is no programme yet">
      It comes with the set-up of the organisation. Ask whoever looks after Kith for you.
    </Empty>
  </Frame>
);

/** What stands over the form of a new version. */
export const VersionNotice = ({ latest }: { latest: Template }): VNode => {
  const words: ComponentChildren = `Version ${latest.version} stays as it is. Groups that run keep the version they began with, and families keep the windows they were welcomed under.`;
  return (
    <Inset>
      <p>{words}</p>
    </Inset>
  );
};
