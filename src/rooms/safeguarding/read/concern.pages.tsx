import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { family } from '#rooms/families/paths.ts';
import { Button, Form, TextArea } from '#ui/form.tsx';
import {
  Card,
  type Happening,
  Heading,
  Inset,
  Lede,
  Row,
  Rows,
  Said,
  SummaryList,
  Timeline,
} from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { concernsPath, suspendPath } from '../paths.ts';
import { dueWords } from './by-when.rules.ts';
import type { Concern, Escalated, Opened } from './read.queries.ts';

export interface ConcernFacts {
  readonly concern: Concern;
  readonly centreName: string;
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
  /** The parent it is about, where the reader may open the file. */
  readonly about: { readonly personId: string; readonly name: string } | null;
  readonly opened: readonly Opened[];
  readonly escalated: readonly Escalated[];
  /** Since when those it names meet no families, by account. */
  readonly suspended: ReadonlyMap<string, Temporal.Instant>;
}

/** What happened to it, from the raising on, in the order of time. */
const chronology = (facts: ConcernFacts, view: View): readonly Happening[] => {
  const { concern, opened, escalated } = facts;
  const name = (account: string) => facts.names.get(account) ?? 'somebody who has left';
  const all = [
    {
      at: concern.raisedAt,
      title: `${concern.raisedBy ? name(concern.raisedBy) : 'Somebody'} raised it`,
      tone: 'clay' as const,
    },
    { at: concern.raisedAt, title: `${name(concern.ownerId)} was told`, tone: 'pine' as const },
    ...escalated.map(({ accountId, at }) => ({
      at,
      title: `Not taken on in time: ${name(accountId)} was told too`,
      tone: 'red' as const,
    })),
    ...opened.map(({ accountId, openedAt }) => ({
      at: openedAt,
      title: `${name(accountId)} opened it`,
      tone: 'pine' as const,
    })),
    ...opened.flatMap(({ accountId, acknowledgedAt }) =>
      acknowledgedAt
        ? [{ at: acknowledgedAt, title: `${name(accountId)} took it on`, tone: 'pine' as const }]
        : [],
    ),
  ];
  return all
    .map((each, index) => ({ ...each, index }))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at) || one.index - other.index)
    .map(({ at, title, tone }) => ({ when: momentInWords(at, view.zone, view.now), title, tone }));
};

const TakeOn = ({ facts, view }: { facts: ConcernFacts; view: View }) => {
  const taken = facts.opened.find((each) => each.acknowledgedAt !== null);
  if (taken)
    return (
      <Card title={`${facts.names.get(taken.accountId) ?? 'Somebody'} has taken this on`} tone="tint">
        {taken.words ? (
          <>
            <p>They wrote to whoever raised it:</p>
            <Said>{taken.words}</Said>
          </>
        ) : null}
      </Card>
    );
  return (
    <Card title="Take it on" tone="soon">
      <p>
        {dueWords(facts.concern.acknowledgeBy, view.zone, view.now)} Taking it on stops the clock, and tells
        whoever raised it that you have it. From then on it is yours to act on.
      </p>
      <Form form={view.form}>
        <TextArea
          form={view.form}
          name="words"
          label="A few words for whoever raised it"
          hint="They see this on their receipt, and nothing else of what you do"
          rows={3}
        />
        <Button>Take it on</Button>
      </Form>
    </Card>
  );
};

/** For each of those it names: the button that takes them from families at once, or since when they are. */
const Suspend = ({ facts, view }: { facts: ConcernFacts; view: View }) => {
  const { concern, suspended, names } = facts;
  if (concern.named.length === 0) return null;
  return (
    <Card title="Meeting families">
      <Rows>
        {concern.named.map((accountId) => {
          const since = suspended.get(accountId);
          const name = names.get(accountId) ?? 'Somebody who has left';
          return (
            <Row
              key={accountId}
              tone={since ? 'clay' : 'honey'}
              action={
                since ? undefined : (
                  <Form form={view.form} action={suspendPath({ concernId: concern.id, accountId })}>
                    <Button kind="warning" small about={name}>
                      Suspend from meeting families now
                    </Button>
                  </Form>
                )
              }
            >
              <p>
                <strong>{name}</strong>{' '}
                {since
                  ? `was suspended ${momentInWords(since, view.zone, view.now)}, and meets no families since.`
                  : 'still meets families.'}
              </p>
            </Row>
          );
        })}
      </Rows>
      <p>
        Whoever is suspended sees no families and is on no session from the next page they open. They read
        that somebody will ring them, and not why. A volunteer manager, coordinator or service lead ends it,
        when you agree.
      </p>
    </Card>
  );
};

/** One concern, for those it was given to. It is never changed; what follows is written beside it. */
export const ConcernPage = ({ facts, view }: { facts: ConcernFacts; view: View }): VNode => {
  const { concern } = facts;
  const name = (account: string) => facts.names.get(account) ?? 'somebody who has left';
  return (
    <Frame
      view={view}
      title={`Concern ${concern.reference}`}
      back={{ href: concernsPath(), label: 'Concerns' }}
    >
      <Heading above={facts.centreName}>Concern {concern.reference}</Heading>
      <Lede>
        Raised by {concern.raisedBy ? name(concern.raisedBy) : 'somebody'},{' '}
        {momentInWords(concern.raisedAt, view.zone, view.now)}.
      </Lede>
      {concern.dangerNow ? (
        <Card tone="urgent" title="Somebody was said to be in danger">
          <p>
            {concern.called999
              ? 'They said that 999 had been called. Check that help came.'
              : 'They did not say that 999 was called. Find out now, and call 999 if nobody has.'}
          </p>
        </Card>
      ) : null}
      {concern.named.length > 0 ? (
        <Inset tone="red">
          <p>
            It names {concern.named.map(name).join(' and ')} of the team. They cannot see it. Do not speak
            with them about it before it is decided what happens.
          </p>
        </Inset>
      ) : null}
      <Heading level={2}>What happened, or what worries them</Heading>
      <Said>{concern.happened}</Said>
      {concern.said ? (
        <>
          <Heading level={2}>What was said</Heading>
          <Said>{concern.said}</Said>
        </>
      ) : null}
      <SummaryList
        rows={[
          {
            label: 'About',
            value: facts.about ? (
              <a href={family({ personId: facts.about.personId })}>{facts.about.name}</a>
            ) : (
              concern.aboutWords || concern.named.map(name).join(' and ')
            ),
          },
          ...(facts.about && concern.aboutWords && concern.aboutWords !== facts.about.name
            ? [{ label: 'In their words', value: concern.aboutWords }]
            : []),
          { label: 'Done already', value: concern.doneAlready || 'They did not say' },
          ...(concern.page
            ? [{ label: 'Raised from', value: <a href={concern.page}>the page they were on</a> }]
            : []),
        ]}
      />
      <TakeOn facts={facts} view={view} />
      <Suspend facts={facts} view={view} />
      <Heading level={2}>What happened to it</Heading>
      <Timeline happenings={chronology(facts, view)} />
    </Frame>
  );
};
