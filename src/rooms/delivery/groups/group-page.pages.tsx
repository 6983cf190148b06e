import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import * as families from '#rooms/families/paths.ts';
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
import { clockTime, counted, dayAndDate, shortDate, shortDay } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { PlaceFacts } from '../places/place.queries.ts';
import { endReasonWords, type Fit } from '../places/place.rules.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { languageName } from './group.form.ts';
import { stageTag, whereWords } from './group.pages.tsx';
import type { GroupFacts } from './group.queries.ts';
import { groupKindWords } from './group.rules.ts';

export interface PlaceRow extends PlaceFacts {
  readonly name: string;
  readonly words: string;
  readonly instruction: string | null;
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly dueOn: Temporal.PlainDate | null;
  readonly waitingDays: number;
  readonly fit: Fit;
}

export interface GroupPageProps {
  readonly view: View;
  readonly group: GroupFacts;
  readonly programme: string;
  readonly sessions: readonly SessionFacts[];
  readonly places: readonly PlaceRow[];
  readonly candidates: readonly Candidate[];
  readonly leaders: readonly {
    readonly id: string;
    readonly name: string;
    readonly part: 'practitioner' | 'peer_supporter';
  }[];
  readonly mayArrange: boolean;
  readonly mayLead: boolean;
  readonly team: readonly { readonly accountId: string; readonly name: string }[];
}

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

const PlaceLine = ({
  group,
  place,
  mayArrange,
  mayOpenFile,
}: {
  group: GroupFacts;
  place: PlaceRow;
  mayArrange: boolean;
  mayOpenFile: boolean;
}) => (
  <Row
    marker={
      place.state === 'taken'
        ? 'Place'
        : place.answerBy
          ? `Until ${shortDay(place.answerBy.toZonedDateTimeISO(group.zone).toPlainDate())}`
          : 'Offered'
    }
    tone={place.state === 'taken' ? 'pine' : 'honey'}
    action={
      mayArrange
        ? {
            href: paths.place({ groupId: group.id, placeId: place.id }),
            label: place.state === 'offered' ? 'Answer' : 'Change',
            about: place.name,
          }
        : undefined
    }
  >
    {mayOpenFile ? (
      <a href={families.family({ personId: place.personId })}>{place.name}</a>
    ) : (
      <strong>{place.name}</strong>
    )}
    {place.words ? `, ${place.words}` : ''}
    {place.partnerComes ? ', with a partner' : ''}
    {place.crecheChildren > 0 ? `, ${counted(place.crecheChildren, 'crèche place')}` : ''}
    {place.instruction ? (
      <>
        {' '}
        <Tag tone="red">{place.instruction}</Tag>
      </>
    ) : null}
  </Row>
);

const Candidates = ({
  view,
  group,
  candidates,
}: {
  view: View;
  group: GroupFacts;
  candidates: readonly Candidate[];
}) => (
  <Card title="Who could come">
    {candidates.length === 0 ? (
      <p>Nobody is waiting for a place here just now.</p>
    ) : (
      <Rows>
        {candidates.slice(0, 12).map((each) => (
          <Row
            key={each.personId}
            marker={`${counted(each.waitingDays, 'day')}`}
            tone={each.fit.fits ? 'pine' : 'grey'}
            action={
              each.fit.fits && group.held < group.places ? (
                <Form form={view.form} action={paths.offer({ groupId: group.id })}>
                  <input type="hidden" name="personId" value={each.personId} />
                  <Button kind="secondary" small about={`to ${each.name}`}>
                    Offer a place
                  </Button>
                </Form>
              ) : undefined
            }
          >
            <a href={families.family({ personId: each.personId })}>{each.name}</a>
            {each.dueOn ? `, due ${shortDate(each.dueOn)}` : ''}: {each.fit.because.join('; ')}.
          </Row>
        ))}
      </Rows>
    )}
    {group.held >= group.places ? <p>Every place is taken or offered.</p> : null}
  </Card>
);

const Leaders = ({
  view,
  group,
  leaders,
  team,
  mayLead,
}: Pick<GroupPageProps, 'view' | 'group' | 'leaders' | 'team' | 'mayLead'>) => (
  <Card title="Who runs it">
    {leaders.length === 0 ? <p>Nobody yet.</p> : null}
    <Rows>
      {leaders.map((each) => (
        <Row
          key={each.id}
          action={
            mayLead ? (
              <Form form={view.form} action={paths.endLeader({ groupId: group.id, leaderId: each.id })}>
                <Button kind="quiet" small about={each.name}>
                  Take off
                </Button>
              </Form>
            ) : undefined
          }
        >
          <strong>{each.name}</strong>, {each.part === 'practitioner' ? 'practitioner' : 'peer supporter'}
        </Row>
      ))}
    </Rows>
    {mayLead && team.length > 0 ? (
      <Details summary="Add somebody">
        <Form form={view.form} action={paths.leaders({ groupId: group.id })}>
          <SelectField
            form={view.form}
            name="accountId"
            label="Who"
            options={team.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          />
          <SelectField
            form={view.form}
            name="part"
            label="As"
            options={[
              { value: 'practitioner', label: 'Practitioner' },
              { value: 'peer_supporter', label: 'Peer supporter' },
            ]}
          />
          <Button kind="secondary">Add</Button>
        </Form>
      </Details>
    ) : null}
  </Card>
);

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
                    value: closed
                      ? `${group.taken} of ${group.places} taken, ${group.held - group.taken} offered`
                      : counted(group.taken, 'family', 'families'),
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
                marker={String(session.number)}
                tone="grey"
                action={{
                  href: paths.session({ sessionId: session.id }),
                  label: 'Open',
                  about: `session ${session.number}`,
                }}
              >
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
