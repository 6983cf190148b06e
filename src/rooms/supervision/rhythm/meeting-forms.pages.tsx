import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  Checkbox,
  CheckboxField,
  DateField,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { MeetingFacts } from './meeting.pages.tsx';
import { MISSED_WHY, missedWords } from './meeting.rules.ts';
import { HOWS } from './rhythm.shape.ts';
import { howWords, kindWords, whenWords } from './rhythm.words.ts';

const capital = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase());

const WhenFields = ({ view, past }: { view: View; past?: boolean | undefined }) => (
  <>
    <DateField form={view.form} name="on" legend={past ? 'Which day was it?' : 'Which day?'} />
    <TimeField form={view.form} name="at" label="At what time?" />
    <TextField form={view.form} name="minutes" label="How many minutes?" width={3} inputmode="numeric" />
  </>
);

const WhereFields = ({ view, past }: { view: View; past?: boolean | undefined }) => (
  <>
    <RadioField
      form={view.form}
      name="how"
      legend="How?"
      small
      options={HOWS.map((value) => ({ value, label: capital(howWords[value]) }))}
    />
    <TextField
      form={view.form}
      name="place"
      label="Where, or which number or link"
      hint={past ? 'You may leave it empty' : 'It is in the letter about it'}
    />
  </>
);

export const MovePage = ({ view, facts }: { view: View; facts: MeetingFacts }): VNode => (
  <Frame
    view={view}
    title="Move this meeting"
    back={{ href: paths.meeting({ meetingId: facts.meeting.id }), label: 'The meeting' }}
  >
    <Heading above={whenWords(facts.meeting, view.today)}>Move this meeting</Heading>
    <Lede>
      Any day is right that suits both. The days of the rhythm stay where they are: a late one does not push
      the next.
    </Lede>
    <Form form={view.form}>
      <WhenFields view={view} />
      <WhereFields view={view} />
      <TextArea
        form={view.form}
        name="why"
        label="A word to them about it"
        hint="It is in the letter. You may leave it empty"
        rows={2}
      />
      {facts.meeting.kind === 'peer' ? null : (
        <Checkbox
          form={view.form}
          name="agreed"
          label="We found this time together, so nobody needs to answer"
        />
      )}
      <Button kind="primary">Move it</Button>
    </Form>
  </Frame>
);

export const HeldPage = ({ view, facts }: { view: View; facts: MeetingFacts }): VNode => (
  <Frame
    view={view}
    title="You met"
    back={{ href: paths.meeting({ meetingId: facts.meeting.id }), label: 'The meeting' }}
  >
    <Heading above={kindWords[facts.meeting.kind]}>You met</Heading>
    <Lede>Only that you met is written down here, and when.</Lede>
    <Form form={view.form}>
      <CheckboxField
        form={view.form}
        name="came"
        legend="Who came?"
        options={facts.meeting.people.map((each) => ({
          value: each.accountId,
          label: facts.names.get(each.accountId) ?? 'Somebody',
        }))}
      />
      <WhenFields view={view} past />
      <Button kind="primary">Write it down</Button>
    </Form>
  </Frame>
);

export const DidNotHappenPage = ({ view, facts }: { view: View; facts: MeetingFacts }): VNode => (
  <Frame
    view={view}
    title="It did not happen"
    back={{ href: paths.meeting({ meetingId: facts.meeting.id }), label: 'The meeting' }}
  >
    <Heading above={whenWords(facts.meeting, view.today)}>It did not happen</Heading>
    <Lede>That is all right, and happens. Another time is looked for at once.</Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="why"
        legend="What came in between?"
        options={MISSED_WHY.map((value) => ({ value, label: capital(missedWords[value]) }))}
      />
      <TextArea
        form={view.form}
        name="words"
        label="A few words, if you like"
        hint="Nothing about anybody’s health. The two of you and those who look after volunteers read it"
        rows={2}
      />
      <Button kind="primary">Write it down</Button>
    </Form>
  </Frame>
);

export const CallOffPage = ({ view, facts }: { view: View; facts: MeetingFacts }): VNode => (
  <Frame
    view={view}
    title="Call this meeting off"
    back={{ href: paths.meeting({ meetingId: facts.meeting.id }), label: 'The meeting' }}
  >
    <Heading above={whenWords(facts.meeting, view.today)}>Call this meeting off</Heading>
    <Lede>They are told at once. If the rhythm still asks for it, another time is looked for.</Lede>
    <Form form={view.form}>
      <TextArea form={view.form} name="words" label="A word to them about it" rows={2} />
      <Button kind="primary">Call it off</Button>
    </Form>
  </Frame>
);

export const ByHandPage = ({
  view,
  name,
  arrangementId,
  held,
}: {
  view: View;
  name: string;
  arrangementId: string;
  held: boolean;
}): VNode => {
  const title = held ? 'Write down a meeting that was held' : 'Propose a time';
  return (
    <Frame view={view} title={title} back={{ href: paths.arrangement({ arrangementId }), label: name }}>
      <Heading above={name}>{title}</Heading>
      <Lede>
        {held
          ? 'It counts for the day of the rhythm that it lies nearest to.'
          : 'They get a letter and say whether it suits them. It may be any day.'}
      </Lede>
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="kind"
          legend="What kind of meeting?"
          small
          options={[
            { value: 'one_to_one', label: kindWords.one_to_one },
            { value: 'peer', label: kindWords.peer },
          ]}
        />
        <WhenFields view={view} past={held} />
        <WhereFields view={view} past={held} />
        <Button kind="primary">{held ? 'Write it down' : 'Propose it'}</Button>
      </Form>
    </Frame>
  );
};

export interface TogetherProps {
  readonly view: View;
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
  readonly supervisors: readonly { readonly accountId: string; readonly name: string }[];
}

export const TogetherPage = ({ view, people, supervisors }: TogetherProps): VNode => (
  <Frame
    view={view}
    title="Plan a meeting of several"
    back={{ href: paths.supervision(), label: 'Supervision' }}
  >
    <Heading>Plan a meeting of several</Heading>
    <Lede>
      Supervision in a group with somebody of the team, or peer supporters among themselves. It counts for
      everybody whose form it belongs to.
    </Lede>
    <Form form={view.form}>
      <CheckboxField
        form={view.form}
        name="people"
        legend="Who is it for?"
        small
        options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      />
      <SelectField
        form={view.form}
        name="supervisorId"
        label="Who holds it?"
        options={[
          { value: '', label: 'Nobody: they meet among themselves' },
          ...supervisors.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      <WhenFields view={view} />
      <WhereFields view={view} />
      <Button kind="primary">Propose it</Button>
    </Form>
  </Frame>
);
