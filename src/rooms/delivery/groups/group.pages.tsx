import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { languageOptions } from '#rooms/people/door.ts';
import type { Template, Venue } from '#rooms/programme/door.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Fieldset,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { valueOf as typed } from '#ui/form-state.ts';
import { Card, Empty, Heading, Lede, Row, Rows, Tag, type Tone } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { GroupFacts } from './group.queries.ts';
import { type GroupStage, groupKindWords, groupStageWords, placesWords } from './group.rules.ts';

export const stageTone: Readonly<Record<GroupStage, Tone>> = {
  ahead: 'honey',
  running: 'pine',
  finished: 'grey',
  ended: 'grey',
};

const rhythmWords = (group: GroupFacts, today: Temporal.PlainDate): string => {
  const day = dayAndDate(group.startsOn, { today }).split(' ')[0] ?? '';
  return group.every === 'week'
    ? `${day}s at ${clockTime(group.at)}`
    : `Monthly, ${day}s at ${clockTime(group.at)}`;
};

export const whereWords = (group: Pick<GroupFacts, 'online' | 'venue' | 'room'>): string =>
  group.online ? 'Online' : [group.room, group.venue].filter(Boolean).join(', ') || 'No room yet';

const nextWords = (group: GroupFacts, today: Temporal.PlainDate): string =>
  group.nextAt
    ? `Next: ${dayAndDate(group.nextAt.toZonedDateTimeISO(group.zone).toPlainDate(), { today })}`
    : groupStageWords[group.stage];

export const GroupsPage = ({
  view,
  groups,
  mayOpen,
  all,
}: {
  view: View;
  groups: readonly GroupFacts[];
  mayOpen: boolean;
  all: boolean;
}): VNode => (
  <Frame view={view} title="Groups" wide>
    <Heading>Groups and drop-ins</Heading>
    {mayOpen ? (
      <ButtonRow>
        <ButtonLink href={paths.newGroup()} kind="primary">
          Open a group
        </ButtonLink>
        <ButtonLink href={paths.waiting()} kind="secondary">
          Who is waiting
        </ButtonLink>
      </ButtonRow>
    ) : null}
    {groups.length === 0 ? (
      <Empty
        title="No groups yet"
        action={mayOpen ? { href: paths.newGroup(), label: 'Open the first one' } : undefined}
      >
        Antenatal groups and the monthly drop-in will be listed here, the next to meet first.
      </Empty>
    ) : (
      <Card title={all ? 'All groups' : 'Groups that are open'}>
        <Rows>
          {groups.map((group) => (
            <Row
              key={group.id}
              marker={groupStageWords[group.stage]}
              tone={stageTone[group.stage]}
              action={{ href: paths.group({ groupId: group.id }), label: 'Open', about: group.name }}
            >
              <strong>{group.name}</strong>, {groupKindWords[group.kind].toLowerCase()}.{' '}
              {rhythmWords(group, view.today)}, {whereWords(group)}. {nextWords(group, view.today)}.{' '}
              {group.kind === 'drop_in'
                ? counted(group.taken, 'family', 'families')
                : group.stage === 'finished' || group.stage === 'ended'
                  ? counted(group.taken, 'parent')
                  : `Places: ${placesWords(group).toLowerCase()}`}
              .
            </Row>
          ))}
        </Rows>
      </Card>
    )}
    <p>
      {all ? (
        <a href={paths.groups()}>Only those that are open</a>
      ) : (
        <a href={paths.groups({}, { show: 'all' })}>Also those that have ended</a>
      )}
    </p>
  </Frame>
);

const LanguageField = ({ view }: { view: View }) => (
  <SelectField
    form={view.form}
    name="language"
    label="Language of the group"
    options={languageOptions(typed(view.form, 'language') || 'en')}
  />
);

const AboutFields = ({ view }: { view: View }) => (
  <>
    <TextField
      form={view.form}
      name="name"
      label="Name"
      hint="Parents see it, such as Autumn group or Thursday drop-in"
      width={20}
    />
    <TextField form={view.form} name="places" label="Places for parents" inputmode="numeric" width={3} />
    <TextField
      form={view.form}
      name="crechePlaces"
      label="Crèche places"
      hint="0 when there is no crèche"
      inputmode="numeric"
      width={3}
    />
    <LanguageField view={view} />
    <Fieldset
      legend="Due dates it is meant for"
      hint="So that parents in a group are about as far along. Leave empty for a drop-in."
    >
      <DateField form={view.form} name="dueFrom" legend="Earliest due date" />
      <DateField form={view.form} name="dueUntil" legend="Latest due date" />
    </Fieldset>
    <Checkbox form={view.form} name="partnersWelcome" label="Partners are welcome" />
    <TextArea
      form={view.form}
      name="groundRules"
      label="Ground rules of this group"
      hint="The group agrees its own at the first session. They are said again when somebody joins."
      rows={5}
    />
  </>
);

export interface NewGroupProps {
  readonly view: View;
  readonly centres: readonly { readonly id: string; readonly name: string }[];
  readonly venues: readonly Venue[];
  readonly templates: readonly Template[];
}

export const NewGroupPage = ({ view, centres, venues, templates }: NewGroupProps): VNode => (
  <Frame view={view} title="Open a group" back={{ href: paths.groups(), label: 'Groups' }}>
    <Heading>Open a group</Heading>
    <Lede>
      All its sessions are planned at once, bank holidays left out, and the room is booked for each. You can
      move any of them later.
    </Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="kind"
        legend="What kind of group"
        options={[
          {
            value: 'antenatal_group',
            label: 'Antenatal group',
            hint: 'A closed course in pregnancy, led by practitioners',
          },
          {
            value: 'drop_in',
            label: 'Monthly drop-in',
            hint: 'Open from the day of referral to the first birthday, led by peer supporters',
          },
        ]}
      />
      <SelectField
        form={view.form}
        name="centreId"
        label="Centre"
        options={centres.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        form={view.form}
        name="templateId"
        label="Programme version"
        hint="The group keeps it to its last session"
        options={templates.map((each) => ({
          value: each.id,
          label: `${each.name}, version ${each.version} (from ${shortDate(each.effectiveFrom)})`,
        }))}
      />
      <SelectField
        form={view.form}
        name="venueId"
        label="Room"
        options={[
          ...venues
            .filter((each) => !each.closed)
            .map((each) => ({
              value: each.id,
              label: `${[each.room, each.name].filter(Boolean).join(', ')} (up to ${each.capacity}${each.stepFree ? ', step-free' : ', has steps'})`,
            })),
          { value: 'online', label: 'Online' },
        ]}
      />
      <DateField form={view.form} name="startsOn" legend="First session" />
      <TimeField form={view.form} name="at" label="Starts at" />
      <TextField
        form={view.form}
        name="sessions"
        label="How many sessions"
        hint="A course has up to eight. A drop-in can be planned a year ahead: 12."
        inputmode="numeric"
        width={3}
      />
      <AboutFields view={view} />
      <Button kind="primary">Open the group</Button>
    </Form>
  </Frame>
);

export const EditGroupPage = ({ view, group }: { view: View; group: GroupFacts }): VNode => (
  <Frame
    view={view}
    title={`Change ${group.name}`}
    back={{ href: paths.group({ groupId: group.id }), label: group.name }}
  >
    <Heading>Change {group.name}</Heading>
    <Form form={view.form}>
      <AboutFields view={view} />
      <TextArea
        form={view.form}
        name="channel"
        label="How the group keeps in touch"
        hint="Parents choose it themselves, such as a chat of their own. Write its name and who looks after it, never a link."
        rows={3}
      />
      <Button kind="primary">Save</Button>
    </Form>
  </Frame>
);

export const EndGroupPage = ({ view, group }: { view: View; group: GroupFacts }): VNode => (
  <Frame
    view={view}
    title={`End ${group.name}`}
    back={{ href: paths.group({ groupId: group.id }), label: group.name }}
  >
    <Heading>End {group.name}</Heading>
    <Lede>
      Sessions still ahead are called off and their rooms given back. The parents' places end as finished; the
      drop-in stays open to them. Registers and plans are kept. Kith does not tell the parents: speak with
      them first.
    </Lede>
    <Form form={view.form}>
      <TextField form={view.form} name="why" label="Why it ends" />
      <Button kind="warning">End the group</Button>
    </Form>
  </Frame>
);

export const stageTag = (group: GroupFacts): VNode => (
  <Tag tone={stageTone[group.stage]}>{groupStageWords[group.stage]}</Tag>
);
