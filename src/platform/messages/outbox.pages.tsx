import type { VNode } from 'preact';
import { Button, FilterForm, Form, SelectField } from '#ui/form.tsx';
import {
  Details,
  Empty,
  Heading,
  Lede,
  Muted,
  Pagination,
  Row,
  Rows,
  Said,
  Tag,
  type Tone,
} from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { Frame } from '../http/frame.tsx';
import type { View } from '../http/view.ts';
import type { OutboxMessage } from './outbox.queries.ts';
import { outboxPath, sendAgainPath } from './paths.ts';
import { type MessageState, STATES } from './send.rules.ts';

export interface OutboxFacts {
  readonly messages: readonly OutboxMessage[];
  readonly more: boolean;
  readonly counts: ReadonlyMap<MessageState, number>;
  readonly state: MessageState | null;
  readonly page: number;
  /** The centres where this person may have a message sent again. */
  readonly maySendAgainAt: readonly string[];
}

const STATE_WORDS: Readonly<Record<MessageState, { readonly words: string; readonly tone: Tone }>> = {
  waiting: { words: 'Waiting to go', tone: 'honey' },
  held: { words: 'Held', tone: 'honey' },
  sending: { words: 'On its way', tone: 'honey' },
  sent: { words: 'Sent', tone: 'pine' },
  shown: { words: 'Shown here only', tone: 'iris' },
  stopped: { words: 'Stopped', tone: 'grey' },
  doubtful: { words: 'Perhaps sent', tone: 'clay' },
  failed: { words: 'Not sent', tone: 'clay' },
};

const TEMPLATE_WORDS: Readonly<Record<string, string>> = {
  referral_received_parent: 'We have your details',
  referral_received_professional: 'Your referral has arrived',
  referral_outcome_professional: 'What became of a referral',
  place_offered: 'A place is offered',
  place_confirmed: 'A place is confirmed',
  session_reminder: 'A session is coming up',
  session_called_off: 'A session is called off',
  session_moved: 'A session has moved',
  did_not_come: 'We missed you',
  drop_in_open: 'The drop-in is open',
  welcome_after_birth: 'After a birth',
  support_after_loss: 'After a loss',
};

const what = (template: string): string => TEMPLATE_WORDS[template] ?? template.replaceAll('_', ' ');

const WHY_WORDS: Readonly<Record<string, string>> = {
  'quiet hours': 'It is within this family’s quiet hours.',
  'no safe way to reach':
    'There is no safe way to reach them by this channel. Ask what is safe when you next meet.',
  'neutral words': 'In neutral words, because somebody else may read them.',
  'there are no words for it':
    'Nobody has written words for it. This is for us to mend: please tell whoever looks after Kith.',
};

const sentence = (words: string): string => {
  const whole = WHY_WORDS[words] ?? words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?]$/.test(whole) ? whole : `${whole}.`;
};

/** What happened to it, in a sentence with its time. */
export const fateOf = (message: OutboxMessage, view: Pick<View, 'zone' | 'now'>): string => {
  const at = (moment: Temporal.Instant) => momentInWords(moment, view.zone, view.now);
  const gone = message.goneAt ? at(message.goneAt) : '';
  switch (message.state) {
    case 'waiting':
      return Temporal.Instant.compare(message.sendAfter, view.now) > 0
        ? `It goes ${at(message.sendAfter)}.`
        : 'It goes in the next minutes.';
    case 'held':
      return `It is held and looked at again ${at(message.sendAfter)}.`;
    case 'sending':
      return 'It is being handed over now.';
    case 'sent':
      return `It went ${gone}.`;
    case 'shown':
      return `It would have gone ${gone}. No way of sending is set up, so it is only shown here.`;
    case 'stopped':
      return `It was stopped ${gone} and will not go.`;
    case 'doubtful':
      return 'It may have arrived, or not. Ask the person if you can, before you send it again.';
    case 'failed':
      return `It was given up ${gone}.`;
  }
};

const SendAgain = ({ view, message }: { view: View; message: OutboxMessage }) => (
  <Form form={{ ...view.form, errors: [] }} action={sendAgainPath({ messageId: message.id })}>
    <Button kind="secondary" small about={`to ${message.name ?? message.sentTo ?? 'this address'}`}>
      Send again
    </Button>
  </Form>
);

const OutboxRow = ({ view, facts, message }: { view: View; facts: OutboxFacts; message: OutboxMessage }) => {
  const { words, tone } = STATE_WORDS[message.state];
  const again =
    ['doubtful', 'failed'].includes(message.state) && facts.maySendAgainAt.includes(message.centreId);
  return (
    <Row
      marker={<Tag tone={tone}>{words}</Tag>}
      action={again ? <SendAgain view={view} message={message} /> : undefined}
    >
      <p>
        <strong>{what(message.template)}</strong> {message.channel === 'sms' ? 'by text' : 'by e-mail'} to{' '}
        {message.name ?? message.sentTo ?? 'a professional'}
      </p>
      <p>
        <Muted>
          {fateOf(message, view)} {message.why ? sentence(message.why) : ''}
        </Muted>
      </p>
      {message.body === null ? null : (
        <Details summary={message.state === 'shown' ? 'What would have gone' : 'The words as they went'}>
          {message.sentTo ? <p>To {message.sentTo}</p> : null}
          {message.subject ? (
            <p>
              <strong>{message.subject}</strong>
            </p>
          ) : null}
          <Said>{message.body}</Said>
        </Details>
      )}
    </Row>
  );
};

export const OutboxPage = ({ facts, view }: { facts: OutboxFacts; view: View }): VNode => {
  const at = (page: number) =>
    outboxPath({}, { state: facts.state ?? undefined, page: page > 1 ? String(page) : undefined });
  const options = [
    { value: '', label: 'All messages' },
    ...STATES.map((state) => ({
      value: state,
      label: `${STATE_WORDS[state].words} (${facts.counts.get(state) ?? 0})`,
    })),
  ];
  return (
    <Frame view={view} title="Outbox" wide>
      <Heading>Outbox</Heading>
      <Lede>
        Every e-mail and text to families and professionals at your centres, newest first, in the words that
        went.
      </Lede>
      <FilterForm action={outboxPath()} label="Choose which messages to see">
        <SelectField
          form={{ ...view.form, values: { state: facts.state ?? '' } }}
          name="state"
          label="Which messages"
          options={options}
        />
        <Button kind="secondary">Show</Button>
      </FilterForm>
      {facts.messages.length === 0 ? (
        <Empty title={facts.state ? 'No messages like that' : 'No messages yet'}>
          <p>A message appears here as soon as something calls for one: a referral, a place, a reminder.</p>
        </Empty>
      ) : (
        <Rows>
          {facts.messages.map((message) => (
            <OutboxRow key={message.id} view={view} facts={facts} message={message} />
          ))}
        </Rows>
      )}
      <Pagination
        previous={facts.page > 1 ? at(facts.page - 1) : undefined}
        next={facts.more ? at(facts.page + 1) : undefined}
      />
    </Frame>
  );
};
