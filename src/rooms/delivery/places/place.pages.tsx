import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import * as families from '#rooms/families/paths.ts';
import { languageName } from '#rooms/people/door.ts';
import {
  Button,
  ButtonRow,
  Checkbox,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Row, Rows, SummaryList } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, shortDate } from '#ui/times.ts';
import { whereWords } from '../groups/group.pages.tsx';
import type { GroupFacts } from '../groups/group.queries.ts';
import * as paths from '../paths.ts';
import type { PlaceFacts, WaitingRow } from './place.queries.ts';
import { endReasonWords } from './place.rules.ts';

export const PlacePage = ({
  view,
  group,
  place,
  name,
}: {
  view: View;
  group: GroupFacts;
  place: PlaceFacts;
  name: string;
}): VNode => (
  <Frame
    view={view}
    title={`${name}: place in ${group.name}`}
    back={{ href: paths.group({ groupId: group.id }), label: group.name }}
  >
    <Heading above={group.name}>{name}</Heading>
    {place.state === 'offered' ? (
      <>
        <Lede>
          A place was offered on {dayAndDate(place.offeredAt.toZonedDateTimeISO(group.zone).toPlainDate())}
          {place.answerBy
            ? ` and is kept until ${dayAndDate(place.answerBy.toZonedDateTimeISO(group.zone).toPlainDate())}`
            : ''}
          . {name} can answer on their own page; if they told you, write it here.
        </Lede>
        <Form form={view.form} action={paths.answerPlace({ groupId: group.id, placeId: place.id })}>
          <RadioField
            form={view.form}
            name="answer"
            legend="What did they say?"
            options={[
              { value: 'yes', label: 'Yes, they take the place' },
              { value: 'no', label: 'No, not this group', hint: 'They keep waiting for another one' },
            ]}
          />
          <Checkbox form={view.form} name="partnerComes" label="A partner comes too" />
          <TextField
            form={view.form}
            name="crecheChildren"
            label="Children for the crèche"
            inputmode="numeric"
            width={2}
          />
          <Button kind="primary">Save the answer</Button>
        </Form>
      </>
    ) : null}
    {place.state === 'taken' || place.state === 'offered' ? (
      <Card title={place.state === 'taken' ? 'End the place' : 'Take the offer back'}>
        <p>
          Nothing {name} did is lost: registers keep it. The drop-in stays open to them unless you end that
          place too.
        </p>
        <Form form={view.form} action={paths.endPlace({ groupId: group.id, placeId: place.id })}>
          <RadioField
            form={view.form}
            name="reason"
            legend="Why"
            options={(['left', 'moved_away', 'could_not_reach', 'finished', 'mistake'] as const).map(
              (value) => ({ value, label: sentence(endReasonWords[value]) }),
            )}
          />
          <Button kind="warning">{place.state === 'taken' ? 'End the place' : 'Take it back'}</Button>
        </Form>
      </Card>
    ) : (
      <p>This place is over{place.endReason ? `: ${endReasonWords[place.endReason]}` : ''}.</p>
    )}
  </Frame>
);

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export interface WaitingPageProps {
  readonly view: View;
  readonly rows: readonly (WaitingRow & {
    readonly lastStart: Temporal.PlainDate | null;
    readonly days: number;
    readonly inTime: boolean;
  })[];
  readonly chairs: readonly GroupFacts[];
}

export const WaitingPage = ({ view, rows, chairs }: WaitingPageProps): VNode => (
  <Frame view={view} title="Waiting for a group" crumbs={[{ href: paths.groups(), label: 'Groups' }]} wide>
    <Heading>Waiting for a group</Heading>
    <Lede>
      In turn: whose last chance to start comes first, then who has waited longest. The drop-in is open to all
      of them meanwhile.
    </Lede>
    {rows.length === 0 ? (
      <Empty title="Nobody is waiting">
        Parents who were welcomed in time for a whole course are listed here until they have a place.
      </Empty>
    ) : (
      <Card title={counted(rows.length, 'parent')}>
        <Rows>
          {rows.map((row) => (
            <Row
              key={row.id}
              marker={counted(row.days, 'day')}
              tone={row.inTime ? 'pine' : 'clay'}
              action={
                <Form form={view.form} action={paths.waiting()}>
                  <input type="hidden" name="personId" value={row.personId} />
                  <Button kind="quiet" small about={row.name}>
                    Take off the list
                  </Button>
                </Form>
              }
            >
              <a href={families.family({ personId: row.personId })}>{row.name}</a>
              {row.dueOn ? `, due ${shortDate(row.dueOn)}` : ', no due date yet'}.{' '}
              {[
                row.lastStart && `A whole course can start until ${shortDate(row.lastStart)}.`,
                row.lastStart && !row.inTime && 'No group starts in time, so talk about the drop-in.',
                row.interpreterNeeded && `Needs an interpreter for ${languageName(row.language)}.`,
                row.accessNeeds.replace(/[^.]$/, '$&.'),
                row.wishes && `“${row.wishes}”`,
              ]
                .filter(Boolean)
                .join(' ')}
            </Row>
          ))}
        </Rows>
      </Card>
    )}
    <Card title="Groups with a free place">
      {chairs.length === 0 ? <p>No group has one just now.</p> : null}
      <Rows>
        {chairs.map((group) => (
          <Row
            key={group.id}
            marker={String(group.places - group.held)}
            tone="honey"
            action={{
              href: paths.group({ groupId: group.id }),
              label: 'Offer places',
              about: `in ${group.name}`,
            }}
          >
            <strong>{group.name}</strong>, {whereWords(group)}, from{' '}
            {dayAndDate(group.startsOn, { today: view.today })}
          </Row>
        ))}
      </Rows>
    </Card>
  </Frame>
);

/** A parent reads an offer and answers it. No jargon, no hurry, and the way to ask a human being. */
export const MyPlacePage = ({
  view,
  group,
  place,
  leaders,
  phone,
}: {
  view: View;
  group: GroupFacts;
  place: PlaceFacts;
  leaders: readonly string[];
  phone: string | null;
}): VNode => {
  const next = group.nextAt?.toZonedDateTimeISO(group.zone);
  return (
    <Frame view={view} title="A place for you" shell="parent" back={{ href: '/me', label: 'My page' }}>
      <Heading>There is a place for you</Heading>
      <SummaryList
        rows={[
          { label: 'Group', value: group.name },
          {
            label: 'Starts',
            value: next
              ? `${dayAndDate(next.toPlainDate(), { today: view.today })}, ${clockTime(next.toPlainTime())}`
              : 'We will tell you',
          },
          {
            label: 'How often',
            value:
              group.every === 'week'
                ? `Once a week, ${group.sessions} times, two hours`
                : 'Once a month, two hours',
          },
          { label: 'Where', value: whereWords(group) },
          ...(leaders.length > 0 ? [{ label: 'Who', value: leaders.join(' and ') }] : []),
        ]}
      />
      {place.state === 'offered' ? (
        <>
          {place.answerBy ? (
            <Lede>
              We keep it for you until{' '}
              {dayAndDate(place.answerBy.toZonedDateTimeISO(group.zone).toPlainDate())}.
            </Lede>
          ) : null}
          <Form form={view.form}>
            <RadioField
              form={view.form}
              name="answer"
              legend="Would you like it?"
              options={[
                { value: 'yes', label: 'Yes, I would like to come' },
                {
                  value: 'no',
                  label: 'No, not this one',
                  hint: 'You keep your place on the list, and the drop-in stays open to you',
                },
              ]}
            />
            {group.partnersWelcome ? (
              <Checkbox
                form={view.form}
                name="partnerComes"
                label="My partner, or somebody close to me, would come too"
              />
            ) : null}
            {group.crechePlaces > 0 ? (
              <SelectField
                form={view.form}
                name="crecheChildren"
                label="Children for the crèche"
                options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
              />
            ) : null}
            <TextArea
              form={view.form}
              name="bring"
              label="Anything that would make it easier to come (you can leave this empty)"
              rows={3}
            />
            <ButtonRow>
              <Button kind="primary">Send my answer</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <p>{place.state === 'taken' ? 'You have this place. See you there.' : 'This offer is over.'}</p>
      )}
      {phone ? (
        <p>
          Not sure? Ring us on <a href={`tel:${phone}`}>{phone}</a> and talk it through.
        </p>
      ) : null}
    </Frame>
  );
};
