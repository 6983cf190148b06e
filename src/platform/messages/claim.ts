import { sql } from 'kysely';
import type { Scope } from '../db/as-actor.ts';
import { comeBack } from '../jobs/come-back.ts';
import type { About, Channel, Details, Guard, Leaving, MessageTemplate } from './message.ts';
import { templateFor, together, wordsOf } from './send.rules.ts';

export interface Claimed {
  readonly id: string;
  readonly channel: Channel;
  readonly about: About;
  readonly tries: number;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface Claiming {
  readonly templates: ReadonlyMap<string, MessageTemplate>;
  readonly guards: readonly Guard[];
  /** Whether there is a way for this channel; without one the words are made and only shown. */
  readonly ways: Readonly<Record<Channel, boolean>>;
  /** Where links lead that no caller gave, such as https://kith.example.org. */
  readonly publicUrl: string | undefined;
}

interface Row {
  readonly id: string;
  readonly template: string;
  readonly about: About;
  readonly channel: Channel;
  readonly person_id: string | null;
  readonly address: string | null;
  readonly pregnancy_id: string | null;
  readonly centre_id: string | null;
  readonly details: Record<string, unknown>;
  readonly tries: number;
  readonly send_after: string;
  readonly organisation: string;
  readonly neutral_sender: string;
  readonly organisation_email: string | null;
  readonly phone: string | null;
}

const waitingRow = async (scope: Scope, id: string): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`
    select m.id, m.template, m.about, m.channel, m.person_id, m.address, m.pregnancy_id, m.centre_id, m.details, m.tries, m.send_after,
      o.name as organisation, o.neutral_sender, coalesce(c.email, o.email) as organisation_email, coalesce(c.phone, o.phone) as phone
    from platform.messages m
    join people.organisations o on o.organisation_id = m.organisation_id
    left join people.centres c on c.organisation_id = m.organisation_id and c.id = m.centre_id
    where m.organisation_id = ${scope.actor.organisationId} and m.id = ${id} and m.state in ('waiting', 'held')
    for update of m skip locked`.execute(scope.tx);
  return rows[0];
};

export const putAway = (scope: Scope, id: string) =>
  scope.tx
    .updateTable('platform.messages')
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', id);

/** Leaves the job that sends a message at a moment; a job already left for it is moved, not doubled. */
export const sendAt = (scope: Scope, id: string, at: Temporal.Instant): Promise<void> =>
  scope.enqueue('messages.send', { messageId: id }, { key: `message:${id}`, at });

const detailsOf = (row: Row, greeting: string | null, publicUrl: string | undefined): Details => ({
  organisation: row.organisation,
  ...(row.phone && { phone: row.phone }),
  ...(greeting && { greeting }),
  ...(publicUrl && { home: publicUrl, help: `${publicUrl}/help` }),
  ...Object.fromEntries(Object.entries(row.details).map(([key, value]) => [key, String(value)])),
});

/**
 * Takes a message for sending: asks every guard and makes the words in this one transaction, so that a loss or a
 * change of what is safe either comes before and counts, or comes after the words have left. Null when there is
 * nothing to send now: somebody else has it, it is held or stopped, or there is no way but to show it.
 */
export const claim = async (scope: Scope, id: string, by: Claiming): Promise<Claimed | null> => {
  const row = await waitingRow(scope, id);
  if (!row) return null;
  const due = Temporal.Instant.from(row.send_after);
  if (Temporal.Instant.compare(due, scope.now) > 0) {
    await comeBack(scope, 'messages.send', { messageId: id }, { key: `message:${id}`, due });
    return null;
  }
  const leaving: Leaving = {
    id,
    template: row.template,
    about: row.about,
    channel: row.channel,
    personId: row.person_id,
    address: row.address,
    pregnancyId: row.pregnancy_id,
    centreId: row.centre_id,
  };
  const verdicts = [];
  for (const guard of by.guards) verdicts.push(await guard(scope, leaving));
  const allowed = together(verdicts);
  const now = scope.now.toString();

  if (allowed.say === 'hold') {
    await putAway(scope, id)
      .set({ state: 'held', why: allowed.why, send_after: allowed.until.toString() })
      .execute();
    await sendAt(scope, id, allowed.until);
    return null;
  }
  const to = allowed.say === 'go' ? (allowed.to ?? row.address) : null;
  const template = templateFor(by.templates, row.template, row.channel);
  if (allowed.say === 'stop' || !to || !template) {
    const why =
      allowed.say === 'stop' ? allowed.why : template ? 'no safe way to reach' : 'there are no words for it';
    await putAway(scope, id)
      .set({ state: template ? 'stopped' : 'failed', why, gone_at: now })
      .execute();
    return null;
  }
  const words = wordsOf(template, detailsOf(row, allowed.greeting, by.publicUrl), allowed.neutral);
  const goes = by.ways[row.channel];
  const tries = row.tries + 1;
  await putAway(scope, id)
    .set({
      state: goes ? 'sending' : 'shown',
      why: allowed.neutral ? 'neutral words' : null,
      tries,
      claimed_at: now,
      gone_at: goes ? null : now,
      sent_to: to,
      subject: row.channel === 'sms' ? null : words.subject,
      body: words.body,
    })
    .execute();
  if (!goes) return null;
  return {
    id,
    channel: row.channel,
    about: row.about,
    tries,
    from: allowed.neutral ? row.neutral_sender : row.organisation,
    replyTo: allowed.neutral ? null : row.organisation_email,
    to,
    ...words,
  };
};
