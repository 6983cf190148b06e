import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { volunteer } from '#rooms/delivery/paths.ts';
import { languageName, phoneInWords } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, Form, SelectField, TextArea } from '#ui/form.tsx';
import {
  Card,
  Columns,
  Details,
  type Happening,
  Heading,
  Inset,
  Muted,
  Said,
  SummaryList,
  Tag,
  Timeline,
} from '#ui/show.tsx';
import { counted, dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { type ApplicationState, daysWaiting, isLive } from '../route/application.rules.ts';
import { declineWords, withdrawalWords } from '../route/ends.rules.ts';
import type { ApplicationFile } from './file.queries.ts';
import { Route, WhatNow, wayWords } from './next.pages.tsx';
import { NOTE_ABOUT, type NoteAbout } from './note.rules.ts';
import { routeStanding, stateWords } from './route.rules.ts';

const LIST = { href: paths.applicants(), label: 'Applicants' };

const tones: Partial<Record<ApplicationState, 'pine' | 'honey' | 'grey' | 'iris'>> = {
  paused: 'honey',
  withdrawn: 'grey',
  declined: 'grey',
  offered: 'iris',
  accepted: 'iris',
};

export const aboutWords: Readonly<Record<NoteAbout, string>> = {
  general: 'In general',
  conversation: 'The conversation',
  application: 'The application',
  references: 'The references',
  check: 'The check',
  interview: 'The interview',
  course: 'The course',
  offer: 'The offer',
  induction: 'The induction',
};
export const noteOptions = NOTE_ABOUT.map((value) => ({ value, label: aboutWords[value] }));

const to = (file: ApplicationFile, verb: string) => paths.applicationMove({ applicationId: file.id, verb });

const by = (name: string | null) => (name ? `, ${name}` : '');

/** What stands over everything else: a rest, an end, a welcome that something stands in the way of. */
const Standing = ({ view, file }: { view: View; file: ApplicationFile }) => {
  const { state } = file;
  if (state === 'paused')
    return (
      <Card
        tone="soon"
        title="This application rests"
        action={<ButtonLink href={to(file, 'go_on')}>Take it up again</ButtonLink>}
      >
        <p>
          {file.pausedUntil
            ? `Until ${dayAndDate(file.pausedUntil, { today: view.today })}. We write to them then.`
            : 'Until somebody takes it up again.'}{' '}
          No letters leave, and no day counts against anybody.
        </p>
        {file.pausedWhy ? <Said>{file.pausedWhy}</Said> : null}
      </Card>
    );
  if (state === 'withdrawn')
    return (
      <Card title="They do not go on">
        <p>
          {file.withdrawn ? withdrawalWords[file.withdrawn.why] : ''}
          {file.withdrawn?.by ? `. Written down by ${file.withdrawn.by}.` : '. They said so themselves.'}
        </p>
        {file.withdrawn?.words ? <Said>{file.withdrawn.words}</Said> : null}
      </Card>
    );
  if (state === 'declined' && file.decline)
    return (
      <Card title="We do not go on">
        <p>
          {declineWords[file.decline.why].name}. Decided by {file.decline.by ?? 'somebody who has left'}.{' '}
          {file.mayReapplyOn
            ? `They may apply again from ${longDate(file.mayReapplyOn, { today: view.today })}.`
            : ''}
        </p>
        <p>
          <Muted>What was weighed</Muted>
        </p>
        <Said>{file.decline.words}</Said>
        <p>
          <Muted>The letter they got</Muted>
        </p>
        <Said>{file.decline.letter}</Said>
      </Card>
    );
  if (state === 'welcomed')
    return (
      <Inset>
        {file.calledName} is one of the team.{' '}
        {file.personId ? (
          <>
            <a href={volunteer({ personId: file.personId })}>Open their page as a volunteer</a>.{' '}
          </>
        ) : null}
        What this page says stays with those who recruit; nobody opens a page about themselves.
      </Inset>
    );
  if (file.welcome?.trouble) return <Inset tone="red">{file.welcome.trouble}</Inset>;
  if (file.welcome && !file.welcome.done)
    return <Inset>The welcome is under way. Look again in a minute.</Inset>;
  return null;
};

const askWords: Readonly<Record<string, string>> = {
  call: 'would like to be rung',
  together: 'would like somebody to fill it in with them',
  other: 'asks for help',
};

const Asks = ({ view, file }: { view: View; file: ApplicationFile }) => (
  <>
    {file.helpAsks
      .filter((ask) => ask.answeredAt === null)
      .map((ask) => (
        <Card
          key={ask.id}
          tone="urgent"
          title={`${file.calledName} ${askWords[ask.kind] ?? 'asks for help'}`}
          action={
            <ButtonLink
              href={paths.applicationMove({ applicationId: file.id, verb: 'answer' }, { ask: ask.id })}
            >
              Write down that you did
            </ButtonLink>
          }
        >
          <p>
            <Muted>Asked {momentInWords(ask.askedAt, file.zone, view.now)}</Muted>
          </p>
          {ask.words ? <Said>{ask.words}</Said> : null}
        </Card>
      ))}
  </>
);

const Reach = ({ file }: { file: ApplicationFile }) => (
  <Card title="How to reach them" action={<a href={to(file, 'contact')}>Change how to reach them</a>}>
    <SummaryList
      rows={[
        { label: 'Called', value: file.calledName },
        {
          label: 'E-mail',
          value: file.email ? <a href={`mailto:${file.email}`}>{file.email}</a> : <Muted>Not known</Muted>,
        },
        {
          label: 'Phone',
          value: file.phone ? (
            <>
              <a href={`tel:${file.phone}`}>{phoneInWords(file.phone)}</a>
              {file.mayText ? ', texts too' : ''}
            </>
          ) : (
            <Muted>Not known</Muted>
          ),
        },
        ...(file.language === 'en' ? [] : [{ label: 'Language', value: languageName(file.language) }]),
        ...(file.accessNeeds ? [{ label: 'What helps them', value: file.accessNeeds }] : []),
        ...(file.heardFrom ? [{ label: 'Heard of us', value: file.heardFrom }] : []),
        ...(file.wasParentHere === true
          ? [{ label: 'Been with us', value: 'They said they were a parent with us' }]
          : []),
      ]}
    />
  </Card>
);

const More = ({ file }: { file: ApplicationFile }) => {
  const live = isLive(file.state);
  const links: readonly { readonly verb: string; readonly label: string; readonly when: boolean }[] = [
    {
      verb: 'link',
      label: `Their own page: send the link again (${counted(file.linksOpen, 'link')} open)`,
      when: true,
    },
    { verb: 'pause', label: 'Let it rest', when: live && file.state !== 'paused' },
    { verb: 'withdraw', label: 'They do not want to go on', when: live },
    { verb: 'decline', label: 'We do not go on with them', when: live && !file.decline },
    { verb: 'send', label: 'Go on with the letter that declines', when: live && file.decline !== null },
  ];
  return (
    <Card title="More">
      <ul>
        {links
          .filter((link) => link.when)
          .map(({ verb, label }) => (
            <li key={verb}>
              <a href={to(file, verb)}>{label}</a>
            </li>
          ))}
      </ul>
      <p>
        <Muted>
          {file.burden.forms === 0
            ? 'No form has been asked of them so far.'
            : `Asked of them so far: ${counted(file.burden.forms, 'form')}, ${counted(file.burden.questions, 'question')}, about ${counted(file.burden.minutes, 'minute')}.`}
        </Muted>
      </p>
    </Card>
  );
};

type Dated = { readonly at: Temporal.Instant; readonly happening: Omit<Happening, 'when'> };

const history = (file: ApplicationFile, view: View): Happening[] => {
  const event = (
    at: Temporal.Instant | null,
    title: ComponentChildren,
    more: Partial<Happening> = {},
  ): Dated[] => (at ? [{ at, happening: { title, ...more } }] : []);
  const events: readonly Dated[] = [
    ...event(
      file.enquiredAt,
      file.cameBy === 'form' ? 'They asked about volunteering' : 'They asked, and it was written down here',
      {
        text: file.words ? <Said>{file.words}</Said> : undefined,
      },
    ),
    ...file.steps.flatMap((step) => {
      const name = file.profile.content.route.find((each) => each.code === step.code)?.name ?? step.code;
      return [
        ...event(step.doneAt, `${name}: done${by(file.stepsDone.get(step.code) ?? null)}`),
        ...event(step.waivedAt, `${name}: not needed${by(file.stepsDone.get(step.code) ?? null)}`, {
          text: step.waivedWhy,
        }),
      ];
    }),
    ...file.times.flatMap((time) =>
      event(
        time.takenAt,
        `A time to talk was taken: ${dayAndDate(time.startsAt.toZonedDateTimeISO(file.zone).toPlainDate(), { today: view.today })}, ${wayWords[time.way] ?? ''}`,
      ),
    ),
    ...file.helpAsks.flatMap((ask) => [
      ...event(ask.askedAt, `${file.calledName} ${askWords[ask.kind] ?? 'asks for help'}`, {
        tone: 'honey',
        text: ask.words ? <Said>{ask.words}</Said> : undefined,
      }),
      ...event(ask.answeredAt, 'That was answered'),
    ]),
    ...event(file.offeredAt, 'The role was offered', { tone: 'iris' }),
    ...event(file.welcomedAt, 'Welcomed', { tone: 'pine' }),
    ...event(file.withdrawnAt, `They do not go on${by(file.withdrawn?.by ?? null)}`, { tone: 'grey' }),
    ...event(file.declinedAt, `Declined${by(file.decline?.by ?? null)}`, { tone: 'grey' }),
    ...file.notes.flatMap((note) =>
      event(note.at, `Note${by(note.by)}: ${aboutWords[note.about as NoteAbout]?.toLowerCase() ?? ''}`, {
        tone: 'grey',
        text: <Said>{note.words}</Said>,
      }),
    ),
  ];
  // What came at one moment stands in the order of the way: the newest first turns it round.
  return [...events]
    .reverse()
    .sort((one, other) => Temporal.Instant.compare(other.at, one.at))
    .map(({ at, happening }) => ({ ...happening, when: momentInWords(at, file.zone, view.now) }));
};

const days = (since: Temporal.Instant, now: Temporal.Instant): string => {
  const count = daysWaiting(since, now);
  return count === 0 ? 'today' : `${counted(count, 'day')} ago`;
};

/** Where somebody is, whose move it is, and what to do next. */
export const ApplicationPage = ({ view, file }: { view: View; file: ApplicationFile }): VNode => {
  const standing = routeStanding(file, file.today, view.now);
  const live = isLive(file.state) && file.state !== 'paused';
  return (
    <Frame view={view} title={file.name} back={LIST} wide>
      <Heading above={`${file.profile.content.name}, ${file.centreName}`}>{file.name}</Heading>
      <p>
        <Tag tone={tones[file.state] ?? 'pine'}>{stateWords[file.state]}</Tag>{' '}
        <Muted>
          Asked {days(file.enquiredAt, view.now)}, last heard from {days(file.lastHeardAt, view.now)}
        </Muted>
      </p>
      <Standing view={view} file={file} />
      <Columns
        aside={
          <>
            <Reach file={file} />
            <More file={file} />
          </>
        }
      >
        {live ? <Asks view={view} file={file} /> : null}
        {live ? <WhatNow view={view} file={file} standing={standing} /> : null}
        <Card title="The whole way">
          <Route view={view} file={file} standing={standing} />
        </Card>
      </Columns>
      <Heading level={2}>Notes and what happened</Heading>
      <Details summary="Add a note">
        <Form form={view.form} action={to(file, 'note')}>
          <SelectField form={view.form} name="about" label="About" options={noteOptions} />
          <TextArea
            form={view.form}
            name="words"
            label="The note"
            hint="Read by those who recruit at this centre. They can ask to read it, and it cannot be changed."
            rows={3}
          />
          <ButtonRow>
            <Button kind="secondary">Add the note</Button>
          </ButtonRow>
        </Form>
      </Details>
      <Timeline happenings={history(file, view)} />
    </Frame>
  );
};
