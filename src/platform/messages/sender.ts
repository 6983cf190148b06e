import { sql, type Updateable } from 'kysely';
import type { Scope } from '../db/as-actor.ts';
import type { Database } from '../db/schema.generated.ts';
import type { Job, Jobs, OpenJob, Recurring } from '../jobs/worker.ts';
import { type Claimed, type Claiming, claim, putAway, sendAt } from './claim.ts';
import type { Guard, MessageTemplate } from './message.ts';
import { afterFailure, type Failure, PERHAPS } from './send.rules.ts';
import { NotSent, type PostOffice, type SmsWay, smtpOffice } from './ways.ts';

export interface SenderOptions {
  /** An SMS has words of its own under `code:sms` where somebody wrote them. Of two with one code the later counts. */
  readonly templates: readonly MessageTemplate[];
  /** Asked in this order, in the transaction that claims a message. */
  readonly guards: readonly Guard[];
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  readonly sms?: SmsWay | undefined;
  /** Where links lead that no caller gave, such as https://kith.example.org. */
  readonly publicUrl?: string | undefined;
}

/** How long a message may be on its way before we believe that whoever sent it is gone. */
const STUCK_MINUTES = 10;

const textIn = (payload: Readonly<Record<string, unknown>>, name: string): string =>
  String(payload[name] ?? '');

/** True when this claim is still the last one: a row taken over by `messages.look_after` is no longer ours. */
const settle = async (scope: Scope, claimed: Claimed, set: Updateable<Database['platform.messages']>) => {
  const done = await putAway(scope, claimed.id)
    .set(set)
    .where('state', '=', 'sending')
    .where('tries', '=', claimed.tries)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
};

// A link of a referee or an applicant is theirs alone: whoever reads the outbox must not be able to answer for them.
const FOR_THEM_ALONE = '(a link for them alone)';
const withoutLinks = (body: string) => body.replace(/https?:\/\/\S+/g, FOR_THEM_ALONE);

const sent = (scope: Scope, claimed: Claimed) =>
  settle(scope, claimed, {
    state: 'sent',
    gone_at: scope.now.toString(),
    // A link that signs somebody in is a key. Once it is in the post it is not kept here.
    ...(claimed.about === 'account' && { body: null, details: '{}' }),
    ...(claimed.about === 'recruiting' && { body: withoutLinks(claimed.body), details: '{}' }),
  });

const notSent = async (scope: Scope, claimed: Claimed, failure: Failure) => {
  const next = afterFailure(claimed.channel, failure, claimed.tries, scope.now);
  const waits = next.state === 'waiting';
  const ours = await settle(scope, claimed, {
    state: next.state,
    why: next.why,
    // The words are made anew when it goes again.
    ...(claimed.about === 'recruiting' && { body: withoutLinks(claimed.body) }),
    ...(waits ? { send_after: next.at.toString() } : { gone_at: scope.now.toString() }),
  });
  if (ours && waits) await sendAt(scope, claimed.id, next.at);
};

const sendJob = (claiming: Claiming, post: PostOffice | null, sms: SmsWay | null): OpenJob => ({
  open: async ({ gateway, clock, organisationId, payload }) => {
    const house = { kind: 'system', organisationId, why: 'messages.send' } as const;
    const claimed = await gateway(house, clock(), (scope) =>
      claim(scope, textIn(payload, 'messageId'), claiming),
    );
    if (!claimed) return;
    let failure: Failure | null = null;
    try {
      if (claimed.channel === 'sms') await sms?.send(claimed);
      else await post?.send(claimed);
    } catch (error) {
      failure = error instanceof NotSent ? error.failure : 'unknown';
    }
    await gateway(house, clock(), async (scope) => {
      if (failure) await notSent(scope, claimed, failure);
      else await sent(scope, claimed);
    });
  },
});

/** Finds what a crash left behind: messages on their way for too long, and messages due whose job is gone. */
const lookAfter: Job = async (scope) => {
  const { tx, actor, now } = scope;
  const before = now.subtract({ minutes: STUCK_MINUTES }).toString();
  const stuck = () =>
    tx
      .updateTable('platform.messages')
      .where('organisation_id', '=', actor.organisationId)
      .where('state', '=', 'sending')
      .where('claimed_at', '<', before);
  await stuck()
    .where('channel', '=', 'sms')
    .set({
      state: 'doubtful',
      why: PERHAPS,
      gone_at: now.toString(),
      body: sql<string>`case when about = 'recruiting' then regexp_replace(body, 'https?://\\S+', ${FOR_THEM_ALONE}, 'g') else body end`,
    })
    .execute();
  const again = await stuck()
    .where('channel', '=', 'email')
    .set({ state: 'waiting', send_after: now.toString() })
    .returning('id')
    .execute();
  const due = await tx
    .selectFrom('platform.messages')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('state', 'in', ['waiting', 'held'])
    .where('send_after', '<', before)
    .orderBy('send_after')
    .limit(1000)
    .execute();
  for (const { id } of [...again, ...due]) await sendAt(scope, id, now);
};

/** Sends once more what a person decided to: an SMS that may not have arrived, or something given up. */
const sendAgain: Job = async (scope, payload) => {
  const id = textIn(payload, 'messageId');
  const { numUpdatedRows } = await putAway(scope, id)
    .set({ state: 'waiting', why: null, tries: 0, send_after: scope.now.toString(), gone_at: null })
    .where('state', 'in', ['doubtful', 'failed'])
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await sendAt(scope, id, scope.now);
};

/**
 * The jobs that send what `queueMessage` left: `messages.send`, `messages.send_again` and `messages.look_after`.
 * E-mail goes at least once, under one Message-ID; SMS at most once unless a person decides otherwise. Without a
 * way for a channel its messages end as `shown`.
 */
export const makeSender = (options: SenderOptions): Jobs => {
  const claiming: Claiming = {
    templates: new Map(options.templates.map((template) => [template.code, template])),
    guards: options.guards,
    ways: { email: options.smtpUrl !== undefined, sms: options.sms !== undefined },
    publicUrl: options.publicUrl,
  };
  const post = options.smtpUrl === undefined ? null : smtpOffice(options.smtpUrl, options.mailFrom);
  return {
    'messages.send': sendJob(claiming, post, options.sms ?? null),
    'messages.send_again': sendAgain,
    'messages.look_after': lookAfter,
  };
};

export const messageRecurring: readonly Recurring[] = [{ cron: '*/5 * * * *', job: 'messages.look_after' }];
