import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayRecruit, mayShapeRoles } from '../recruiting.policy.ts';
import type { RoleProfile } from './profile.queries.ts';
import { sideBySide } from './profile.rules.ts';
import type { Mover, ProfileContent, WhenNeeded } from './profile.shape.ts';

export interface ProfileFacts {
  readonly shown: RoleProfile;
  /** All versions, the newest first. */
  readonly versions: readonly RoleProfile[];
  readonly current: RoleProfile | null;
}

export const firstMoverWords: Readonly<Record<Mover, string>> = {
  applicant: 'The applicant',
  us: 'We',
  referees: 'The referees',
  panel: 'The panel',
};

const namesOf = (steps: readonly { readonly name: string }[]): string =>
  steps.map(({ name }) => `“${name}”`).join(', ');

const Attributes = ({ content, when }: { content: ProfileContent; when: WhenNeeded }) => {
  const these = content.attributes.filter((each) => each.when === when);
  if (these.length === 0) return <p>Nothing is named here.</p>;
  return (
    <Rows>
      {these.map(({ code, name, words }) => (
        <Row key={code}>
          <p>
            <strong>{name}</strong>
          </p>
          <p>{words}</p>
        </Row>
      ))}
    </Rows>
  );
};

/** The way in as it is kept: each step with who moves first, how long it takes, what it waits for and what runs beside it. */
const Route = ({ content: { route } }: { content: ProfileContent }) => (
  <Rows>
    {route.map((step) => {
      const beside = sideBySide(route, step.code);
      const before = route.filter(({ code }) => step.after.includes(code));
      return (
        <Row key={step.code} marker={counted(step.days, 'day')} tone="grey">
          <p>
            <strong>{step.name}</strong>
          </p>
          <p>{step.words}</p>
          <p>
            <Muted>
              {firstMoverWords[step.owner]}{' '}
              {step.owner === 'applicant' || step.owner === 'panel' ? 'moves' : 'move'} first.{' '}
              {before.length === 0 ? 'Begins with the enquiry.' : `Begins after ${namesOf(before)}.`}
              {beside.length > 0 ? ` Runs side by side with ${namesOf(beside)}.` : ''}
            </Muted>
          </p>
        </Row>
      );
    })}
  </Rows>
);

export const ProfilesPage = ({ view, profiles }: { view: View; profiles: readonly RoleProfile[] }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="Role profiles"
    back={
      mayRecruit(view.actor)
        ? { href: paths.applicants(), label: 'Applicants' }
        : { href: paths.applicantFigures(), label: 'Finding volunteers' }
    }
  >
    <Heading>Role profiles</Heading>
    <Lede>
      What each volunteer role is, what it needs in a person, and the way in. The public pages are made of
      them.
    </Lede>
    {profiles.length === 0 ? (
      <Empty title="There are no role profiles yet." />
    ) : (
      profiles.map(({ code, version, content, effectiveFrom }) => (
        <Card
          key={code}
          title={<a href={paths.roleProfile({ code })}>{content.name}</a>}
          above={`Version ${version}, since ${shortDate(effectiveFrom)}`}
        >
          <p>{content.about}</p>
          <p>
            <Muted>
              {counted(content.attributes.length, 'attribute')}, {counted(content.route.length, 'step')} on
              the way in
            </Muted>
          </p>
        </Card>
      ))
    )}
    <ul class="nhsuk-list">
      <li>
        <a href={paths.questionSets()}>Questions for the interview</a>
      </li>
      <li>
        <a href={paths.referenceRules()}>Rules about referees</a>
      </li>
      {mayShapeRoles(view.actor) ? (
        <li>
          <a href={paths.activityRules()}>Rules on days with children</a>
        </li>
      ) : null}
    </ul>
  </Frame>
);

const standing = ({ shown, current }: ProfileFacts, today: Temporal.PlainDate): string => {
  if (current?.id === shown.id) return `In force since ${dayAndDate(shown.effectiveFrom, { today })}.`;
  return Temporal.PlainDate.compare(shown.effectiveFrom, today) > 0
    ? `Begins on ${dayAndDate(shown.effectiveFrom, { today })}.`
    : `Began on ${dayAndDate(shown.effectiveFrom, { today })}; a later version holds now.`;
};

export const ProfilePage = ({ view, facts }: { view: View; facts: ProfileFacts }): VNode => {
  const { shown, versions, current } = facts;
  const { content, code } = shown;
  return (
    <Frame
      view={view}
      shell="staff"
      title={content.name}
      back={{ href: paths.roleProfiles(), label: 'Role profiles' }}
    >
      <Heading above={`Version ${shown.version}`}>{content.name}</Heading>
      <Lede>{content.about}</Lede>
      <p>
        {standing(facts, view.today)}{' '}
        {current !== null && current.id !== shown.id ? (
          <a href={paths.roleProfile({ code })}>See what holds now.</a>
        ) : null}
      </p>
      <ButtonRow>
        {mayShapeRoles(view.actor) ? (
          <ButtonLink href={paths.editRoleProfile({ code })}>Change this role</ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href={paths.eligibility({ code })}>
          Which check it is eligible for
        </ButtonLink>
      </ButtonRow>

      <Heading level={2}>What somebody does</Heading>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {content.whatYouDo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>Time:</strong> {content.time}
      </p>
      {content.whatYouGet.length > 0 ? (
        <>
          <Heading level={2}>What they get</Heading>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {content.whatYouGet.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}

      <Heading level={2}>
        What we look for <Tag tone="pine">needed now</Tag>
      </Heading>
      <Attributes content={content} when="now" />
      <Heading level={2}>
        What we look for <Tag tone="iris">grows in training</Tag>
      </Heading>
      <Attributes content={content} when="grows" />
      <Inset>
        <p>What somebody has been through themselves, and living close by, are valued and never required.</p>
      </Inset>

      <Heading level={2}>The way in</Heading>
      <p>
        It begins with an enquiry. The days are how long a step usually takes; after them it counts as late.
      </p>
      <Route content={content} />

      <Details summary={`Versions (${versions.length})`}>
        <p>A version is never changed. Whoever is on the way in goes on with the one they began with.</p>
        <ul class="nhsuk-list">
          {versions.map(({ id, version, effectiveFrom }) => (
            <li key={id}>
              <a href={paths.roleProfile({ code }, { version: String(version) })}>Version {version}</a> from{' '}
              {shortDate(effectiveFrom)}
              {id === current?.id ? ' (holds now)' : ''}
            </li>
          ))}
        </ul>
      </Details>
    </Frame>
  );
};
