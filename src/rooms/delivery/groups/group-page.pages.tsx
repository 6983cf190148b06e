import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import { languageName } from '#rooms/people/door.ts';
import { Button, ButtonLink, ButtonRow, Form, SelectField } from '#ui/form.tsx';
import {
  Card,
  Columns,
  Details,
  Empty,
  Heading,
  Muted,
  Row,
  Rows,
  Said,
  SummaryList,
  Tag,
} from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { endReasonWords } from '../places/place.rules.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { stageTag, whereWords } from './group.pages.tsx';
import { groupKindWords, placesWords } from './group.rules.ts';

import { Candidates, type GroupPageProps, PlaceLine } from './group-parts.pages.tsx';
import { Leaders } from './leaders.pages.tsx';

const sessionTag = (session: SessionFacts, now: Temporal.Instant): VNode => {
  if (session.calledOffWhy !== null) return <Tag tone="grey">Called off</Tag>;
  if (session.closed)
    return session.closed.happened ? (
      <Tag tone="pine">Register closed</Tag>
    ) : (
      <Tag tone="grey">Did not happen</Tag>
    );
  if (Temporal.Instant.compare(session.endsAt, now) < 0) return <Tag tone="clay">Register open</Tag>;
  return <Tag tone="honey">Ahead</Tag>;
};

export const GroupPage = (props: GroupPageProps): VNode => {
  const { view, group, programme, sessions, places, candidates, mayArrange } = props;
  const live = places.filter((each) => each.state === 'taken' || each.state === 'offered');
  const over = places.filter((each) => each.state !== 'taken' && each.state !== 'offered');
  const closed = group.kind === 'antenatal_group';
  return (
    <Frame view={view} title={group.name} crumbs={[{ href: paths.groups(), label: 'Groups' }]} wide>
      <Heading above={`${groupKindWords[group.kind]}, ${group.centre}`}>
        {group.name} {stageTag(group)}
      </Heading>
      <Columns
        aside={
          <>
            <Card title="About the group">
              <SummaryList
                rows={[
                  { label: 'Where', value: whereWords(group) },
                  {
                    label: 'When',
                    value: `${group.every === 'week' ? 'Every week' : 'Every month'} at ${clockTime(group.at)}`,
                  },
                  {
                    label: 'Places',
                    value: closed ? placesWords(group) : counted(group.taken, 'family', 'families'),
                  },
                  { label: 'Language', value: languageName(group.language) },
                  ...(group.dueFrom && group.dueUntil
                    ? [
                        {
                          label: 'Due dates',
                          value: `${shortDate(group.dueFrom)} to ${shortDate(group.dueUntil)}`,
                        },
                      ]
                    : []),
                  {
                    label: 'Crèche',
                    value: group.crechePlaces > 0 ? counted(group.crechePlaces, 'place') : 'None',
                  },
                  { label: 'Partners', value: group.partnersWelcome ? 'Welcome' : 'Not in this group' },
                  { label: 'Programme', value: programme },
                  ...(group.channel ? [{ label: 'Keeps in touch', value: group.channel }] : []),
                ]}
              />
              {mayArrange ? (
                <ButtonRow>
                  <ButtonLink href={paths.editGroup({ groupId: group.id })} kind="secondary">
                    Change
                  </ButtonLink>
                  {group.endedAt ? null : (
                    <ButtonLink href={paths.endGroup({ groupId: group.id })} kind="quiet">
                      End the group
                    </ButtonLink>
                  )}
                </ButtonRow>
              ) : null}
            </Card>
            <Leaders {...props} />
            <Card title="Ground rules">
              {group.groundRules ? (
                <Said>{group.groundRules}</Said>
              ) : (
                <p>The group has not agreed its own yet. Do it together at the first session.</p>
              )}
            </Card>
          </>
        }
      >
        <Card title="Sessions">
          {sessions.length === 0 ? <Empty title="No sessions planned">Add some below.</Empty> : null}
          <Rows>
            {sessions.map((session) => (
              <Row
                key={session.id}
                action={{
                  href: paths.session({ sessionId: session.id }),
                  label: 'Open',
                  about: `session ${session.number}`,
                }}
              >
                <Muted>{session.number}.</Muted>{' '}
                <strong>{dayAndDate(session.on, { today: view.today })}</strong>, {clockTime(session.from)}{' '}
                {sessionTag(session, view.now)}
              </Row>
            ))}
          </Rows>
          {mayArrange && !group.endedAt ? (
            <Details summary="Add sessions">
              <Form form={view.form} action={paths.addSessions({ groupId: group.id })}>
                <SelectField
                  form={view.form}
                  name="count"
                  label="How many more"
                  options={[1, 2, 3, 4, 6, 12].map((count) => ({
                    value: String(count),
                    label: String(count),
                  }))}
                />
                <Button kind="secondary">Add them</Button>
              </Form>
            </Details>
          ) : null}
        </Card>
        <Card title={closed ? 'Parents in the group' : 'Families the drop-in is open to'}>
          {live.length === 0 ? <p>Nobody yet.</p> : null}
          <Rows>
            {live.map((place) => (
              <PlaceLine
                key={place.id}
                group={group}
                place={place}
                mayArrange={mayArrange}
                mayOpenFile={mayArrange}
              />
            ))}
          </Rows>
          {over.length > 0 ? (
            <Details summary={`${over.length} more who held a place or an offer`}>
              <ul>
                {over.map((place) => (
                  <li key={place.id}>
                    {place.name}:{' '}
                    {place.state === 'ended' && place.endReason
                      ? endReasonWords[place.endReason]
                      : place.state}{' '}
                    <Muted>
                      {place.endedAt
                        ? shortDate(place.endedAt.toZonedDateTimeISO(group.zone).toPlainDate())
                        : ''}
                    </Muted>
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
        </Card>
        {mayArrange && closed && !group.endedAt ? (
          <Candidates view={view} group={group} candidates={candidates} />
        ) : null}
      </Columns>
    </Frame>
  );
};
