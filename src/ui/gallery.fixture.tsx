import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxField,
  DateField,
  ErrorSummary,
  Fieldset,
  FileField,
  FilterForm,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './form.tsx';
import type { FormState } from './form-state.ts';
import { Page, type PageProps } from './layout.tsx';
import { Plan, PlanBlock } from './plan-block.tsx';
import {
  Card,
  Columns,
  Details,
  Empty,
  Figure,
  Heading,
  Inset,
  Lede,
  Muted,
  Pagination,
  Progress,
  Row,
  Rows,
  Said,
  SummaryList,
  Table,
  Tag,
  ThemeBar,
  Tiles,
  Timeline,
  type Tone,
} from './show.tsx';

/** A form that came back: something typed, something wrong, a choice that reveals more. */
export const cameBack: FormState = {
  values: {
    name: 'Amina “Mina” <b>Yusuf</b>',
    story: '\nFirst line kept',
    'due-day': '31',
    'due-month': '2',
    'due-year': '2027',
    way: 'text',
    needs: ['step-free', 'creche'],
    centre: 'hartley',
    start: '10.30',
    agreed: 'yes',
  },
  errors: [
    { field: 'name', message: 'Write the name the parent goes by' },
    { field: 'due', message: 'There is no 31 February. Check the day and the month' },
    { field: 'way', message: 'Choose how to get in touch' },
    { field: 'needs', message: 'Choose what would help, or nothing' },
    { field: 'start', message: 'Write am or pm after the time' },
    { field: '', message: 'The two dates are the wrong way round' },
  ],
  csrf: 'forgery-token',
  key: 'one-key',
  version: 7,
};

const tones: readonly Tone[] = ['pine', 'honey', 'clay', 'red', 'iris', 'grey'];

function Fields() {
  return (
    <Form form={cameBack} action="#">
      <TextField
        form={cameBack}
        name="name"
        label="Name"
        hint="As they like to be called"
        autocomplete="off"
      />
      <TextField form={cameBack} name="phone" label="Mobile number" type="tel" inputmode="tel" width={20} />
      <TextField form={cameBack} name="cost" label="Bus fare" inputmode="decimal" prefix="£" width={5} />
      <TextArea form={cameBack} name="story" label="What would help?" hint="A few words are enough" />
      <DateField form={cameBack} name="due" legend="When is the baby due?" hint="For example, 27 3 2027" />
      <TimeField form={cameBack} name="start" label="When does it start?" />
      <RadioField
        form={cameBack}
        name="way"
        legend="How shall we get in touch?"
        options={[
          { value: 'phone', label: 'Phone', hint: 'We say a first name only' },
          {
            value: 'text',
            label: 'Text message',
            reveals: (
              <TextField form={cameBack} name="text-number" label="Which number?" type="tel" width={20} />
            ),
          },
          { value: 'post', label: 'Letter', reveals: <p>Letters have a plain envelope.</p> },
        ]}
      />
      <RadioField
        form={cameBack}
        name="came"
        legend="Did she come?"
        inline
        small
        options={[
          { value: 'yes', label: 'Came' },
          { value: 'late', label: 'Late' },
          { value: 'no', label: 'Did not come' },
        ]}
      />
      <CheckboxField
        form={cameBack}
        name="needs"
        legend="What would make it easier?"
        hint="Choose any"
        options={[
          { value: 'step-free', label: 'No steps' },
          { value: 'creche', label: 'A crèche place', hint: 'Babies and toddlers' },
          { value: 'interpreter', label: 'An interpreter' },
        ]}
      />
      <SelectField
        form={cameBack}
        name="centre"
        label="Centre"
        options={[
          { value: '', label: 'Choose a centre' },
          { value: 'hartley', label: 'Hartley Children’s Centre' },
          { value: 'brook', label: 'Brook Lane Family Hub' },
        ]}
      />
      <FileField
        form={cameBack}
        name="file"
        label="A file of referrals"
        hint="CSV, as it left the other system"
      />
      <Fieldset legend="Where the parent lives" id="home" hint="Only if they said so">
        <TextField form={cameBack} name="town" label="Town" width={20} />
      </Fieldset>
      <Checkbox
        form={cameBack}
        name="agreed"
        label="The parent knows about this and agrees"
        hint="Ask first"
      />
      <ButtonRow>
        <Button>Save and go on</Button>
        <Button kind="secondary" name="go" value="later">
          Save for later
        </Button>
        <Button kind="warning">Close the group</Button>
        <Button kind="quiet">Put it back</Button>
        <ButtonLink href="#elsewhere" kind="secondary" small about="supervision with Dan">
          Book
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

function Lists() {
  return (
    <>
      <Card title="Late">
        <Rows>
          <Row
            marker="6 days"
            tone="red"
            action={{ href: '#book', label: 'Book', kind: 'button', about: 'Dan' }}
          >
            <strong>Dan Whitlock</strong> has not had supervision since 13 October. New sessions are paused
            until he has.
          </Row>
          <Row marker="10.30am" action={{ href: '#notes', label: 'Notes' }}>
            <strong>Supervision with Grace Adeyemi</strong>, Oak Room.
          </Row>
          <Row action={<Tag tone="honey">To plan</Tag>}>
            <strong>Winter group</strong>, session 1 of 8
            <br />
            <Muted>Friday 1pm, Library, 9 parents</Muted>
          </Row>
        </Rows>
      </Card>
      <Table
        caption="Who came on Thursday 19 November"
        class="k-register"
        columns={[
          { header: 'Parent', cell: (row: { name: string; came: string; weeks: number }) => row.name },
          {
            header: 'Came',
            cell: (row) => <Tag tone={row.came === 'Came' ? 'pine' : 'grey'}>{row.came}</Tag>,
          },
          { header: 'Weeks', numeric: true, cell: (row) => row.weeks },
          {
            header: 'Change',
            headerHidden: true,
            cell: (row) => <a href={`#${row.weeks}`}>Change {row.name}</a>,
          },
        ]}
        rows={[
          { name: 'Amina Yusuf', came: 'Came', weeks: 27 },
          { name: 'Katarzyna Łukaszewska-Featherstonehaugh', came: 'Sent word', weeks: 31 },
        ]}
      />
      <Pagination previous="#before" next="#after" shown="51 to 100 of 230 families" />
      <SummaryList
        rows={[
          {
            label: 'Due',
            value: '27 March 2027',
            action: { href: '#due', label: 'Change', about: 'due date' },
          },
          { label: 'Languages', value: 'Somali, some English' },
        ]}
      />
      <Timeline
        happenings={[
          { when: 'Yesterday at 3.10pm', title: 'Welcome call', text: <p>Priya rang. Mornings are best.</p> },
          { when: '16 November', title: 'Referral came in', tone: 'iris' },
        ]}
      />
    </>
  );
}

function Pictures() {
  return (
    <>
      <Card title="Ready to support families" tone="tint">
        <Figure figure={21} of="of 26" />
      </Card>
      <Card title="Volunteers on the way">
        <Progress label="Conversation" value={7} max={10} />
        <Progress label="Interview" value={0} max={10} tone="pine" figure="none yet" />
        <progress class="k-working" max={100} value={40} aria-label="Reading the file" />
      </Card>
      <Card title="Themes so far, sessions 1 to 5">
        <ThemeBar
          shares={[
            { label: 'Active relaxation', amount: 28 },
            { label: 'Coping skills', amount: 26 },
            { label: 'Mindfulness', amount: 22 },
            { label: 'Peer support', amount: 18 },
            { label: 'Tuning in to the baby', amount: 6 },
          ]}
        />
      </Card>
      <Card
        tone="urgent"
        title="A concern is waiting for you"
        action={
          <ButtonLink href="#c" kind="warning">
            Open it
          </ButtonLink>
        }
      >
        <p>Raised by Priya after Thursday’s drop-in, 41 minutes ago.</p>
      </Card>
      <Card tone="soon" title="Soon">
        <p>Two checks to renew.</p>
      </Card>
      <Card tone="growth" title="Learning">
        <p>Unit 3 of 8.</p>
      </Card>
    </>
  );
}

/** Every part of the kit on one page, for tests and for looking at. */
export function Gallery(props: Partial<PageProps>) {
  return (
    <Page
      title="Everything in the kit"
      shell="staff"
      assets={{ look: '/look.css', font: '/font.woff2' }}
      nav={[
        { href: '#today', label: 'Today', current: true },
        { href: '#groups', label: 'Groups' },
        { href: '#families', label: 'Families' },
      ]}
      who={{ name: 'Ruth Okafor', centre: 'Hartley', href: '#me' }}
      signOut={{ action: '#out', csrf: 'forgery-token' }}
      concernHref="#concern"
      urgent={{ href: '#help', label: 'Need help now? Call or text someone' }}
      quickExit="https://example.org/"
      notice={{ happened: 'Dan is booked for Tuesday at 2pm.', next: 'He gets a text the day before.' }}
      crumbs={[
        { href: '#g', label: 'Groups' },
        { href: '#a', label: 'Autumn group' },
      ]}
      back={{ href: '#back', label: 'Back to the group' }}
      footer={[
        { href: '#privacy', label: 'What we hold and why' },
        { href: '#access', label: 'Using this site' },
      ]}
      form={cameBack}
      wide
      {...props}
    >
      <ErrorSummary form={cameBack} />
      <Heading above="Autumn group">Session 5: Thursday 26 November</Heading>
      <Lede>10.30am to 12.30pm, Oak Room. Seven parents, 24 to 31 weeks.</Lede>
      <FilterForm label="Families" action="#">
        <TextField form={{ ...cameBack, errors: [] }} name="search" label="Name" type="search" width={20} />
        <Button kind="secondary">Show</Button>
      </FilterForm>
      <Columns aside={<Pictures />}>
        <Plan>
          <PlanBlock
            minutes={10}
            start="10.30am"
            title="Coming into the room"
            activity="Three things I can hear"
          />
          <PlanBlock
            minutes={20}
            start="11.05am"
            tone="iris"
            title="Check-in"
            activity="After relaxation, when it is easier to find words"
            tags={[{ label: 'coping skills', tone: 'iris' }]}
            change={{ href: '#1', label: 'Change', about: 'check-in' }}
          />
          <PlanBlock minutes={10} start="11.25am" tone="honey" title="Short break" />
        </Plan>
        <Lists />
        <p>
          {tones.map((tone) => (
            <>
              <Tag tone={tone}>{tone}</Tag>{' '}
            </>
          ))}
        </p>
        <Inset tone="honey">
          <Said>{'Someone new joins today:\nsay the ground rules again together.'}</Said>
        </Inset>
        <Details summary="Why the check-in comes after relaxation">
          <p>It is easier to find words once the body is quiet.</p>
        </Details>
        <Tiles
          tiles={[
            { href: '#breath', title: 'Slow breathing', text: '5 minutes, for tonight' },
            { href: '#held', title: 'What we hold about you', text: 'See it, change it, leave' },
          ]}
        />
        <Empty title="No sessions yet" action={{ href: '#plan', label: 'Plan the first one' }}>
          <p>Sessions appear here once the dates are set.</p>
        </Empty>
        <Heading level={2}>A form that came back</Heading>
        <Fields />
      </Columns>
    </Page>
  );
}
