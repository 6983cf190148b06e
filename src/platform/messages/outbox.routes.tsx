import { isId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Actor, centresOf, holds, type Role, WITH_FAMILIES } from '../db/actor.ts';
import { justAButton } from '../forms/form.ts';
import { action, looking, page, type Route } from '../http/page.ts';
import { OutboxPage } from './outbox.pages.tsx';
import { type OutboxMessage, outbox, outboxCounts, outboxMessage } from './outbox.queries.ts';
import { outboxPath, sendAgainPath } from './paths.ts';
import { STATES } from './send.rules.ts';

const SENDERS: readonly Role[] = ['administrator', 'programme_coordinator'];

const mayRead = (actor: Actor): boolean => holds(actor, WITH_FAMILIES);

const list = page({
  path: outboxPath,
  can: mayRead,
  audit: looking('messages.outbox_looked_at', () => ({ kind: 'outbox', id: null })),
  load: async (scope, ask) => {
    const state = STATES.find((each) => each === ask.query.state) ?? null;
    const asked = Number(ask.query.page);
    const number = Number.isInteger(asked) && asked > 1 && asked < 10_000 ? asked : 1;
    return {
      ...(await outbox(scope, { state, page: number })),
      counts: await outboxCounts(scope),
      state,
      page: number,
      maySendAgainAt: centresOf(scope.actor, SENDERS),
    };
  },
  show: (facts, view) => <OutboxPage facts={facts} view={view} />,
});

const again = action({
  path: sendAgainPath,
  can: (actor, message: OutboxMessage) => holds(actor, SENDERS, message.centreId),
  audit: looking('messages.looked_at', (message: OutboxMessage) => ({
    kind: 'message',
    id: message.id,
    centreId: message.centreId,
  })),
  load: async (scope, ask) =>
    isId(ask.params.messageId) ? outboxMessage(scope, ask.params.messageId) : null,
  form: justAButton('send a message again'),
  back: () => outboxPath(),
  submit: async (scope, _nothing, message) => {
    if (message.state !== 'doubtful' && message.state !== 'failed')
      throw new Refusal(
        'This message is not waiting for a decision any more. Somebody may have sent it again already.',
      );
    await scope.audit('messages.sent_again', { kind: 'message', id: message.id, centreId: message.centreId });
    await scope.enqueue('messages.send_again', { messageId: message.id }, { key: `again:${message.id}` });
    return {
      to: outboxPath(),
      notice: {
        happened: 'The message goes again in the next minutes.',
        next: 'What is safe for this person is asked again first.',
      },
    };
  },
});

export const outboxRoutes: readonly Route[] = [list, again];
