import { sql } from 'kysely';
import type { Scope } from '../db/as-actor.ts';
import type { Channel } from './message.ts';
import type { MessageState } from './send.rules.ts';

export interface OutboxMessage {
  readonly id: string;
  readonly centreId: string;
  readonly channel: Channel;
  readonly template: string;
  readonly state: MessageState;
  readonly why: string | null;
  readonly madeAt: Temporal.Instant;
  readonly sendAfter: Temporal.Instant;
  readonly goneAt: Temporal.Instant | null;
  /** The called name of whoever it is for; null where it goes to an address alone. */
  readonly name: string | null;
  readonly personId: string | null;
  readonly sentTo: string | null;
  readonly subject: string | null;
  readonly body: string | null;
}

const PER_PAGE = 50;

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly channel: Channel;
  readonly template: string;
  readonly state: MessageState;
  readonly why: string | null;
  readonly made_at: string;
  readonly send_after: string;
  readonly gone_at: string | null;
  readonly name: string | null;
  readonly person_id: string | null;
  readonly sent_to: string | null;
  readonly subject: string | null;
  readonly body: string | null;
}

const messageOf = (row: Row): OutboxMessage => ({
  id: row.id,
  centreId: row.centre_id,
  channel: row.channel,
  template: row.template,
  state: row.state,
  why: row.why,
  madeAt: Temporal.Instant.from(row.made_at),
  sendAfter: Temporal.Instant.from(row.send_after),
  goneAt: row.gone_at ? Temporal.Instant.from(row.gone_at) : null,
  name: row.name,
  personId: row.person_id,
  sentTo: row.sent_to,
  subject: row.subject,
  body: row.body,
});

const columns = sql`m.id, m.centre_id, m.channel, m.template, m.state, m.why, m.made_at, m.send_after, m.gone_at,
  m.person_id, m.sent_to, m.subject, m.body, coalesce(p.known_as, p.given_name) || ' ' || p.family_name as name`;

/** A page of what the actor may see of the messages at their centres, newest first; `more` when there are older ones. */
export const outbox = async (
  scope: Scope,
  { state, page }: { readonly state: MessageState | null; readonly page: number },
): Promise<{ readonly messages: readonly OutboxMessage[]; readonly more: boolean }> => {
  const { rows } = await sql<Row>`
    select ${columns}
    from platform.messages m
    left join people.persons p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${scope.actor.organisationId} and m.centre_id is not null
      and (${state}::text is null or m.state = ${state})
    order by m.made_at desc, m.id desc
    limit ${PER_PAGE + 1} offset ${(page - 1) * PER_PAGE}`.execute(scope.tx);
  return { messages: rows.slice(0, PER_PAGE).map(messageOf), more: rows.length > PER_PAGE };
};

/** How many there are in each state, of those the actor may see. */
export const outboxCounts = async (scope: Scope): Promise<ReadonlyMap<MessageState, number>> => {
  const { rows } = await sql<{ state: MessageState; count: number }>`
    select state, count(*) as count from platform.messages
    where organisation_id = ${scope.actor.organisationId} and centre_id is not null group by state`.execute(
    scope.tx,
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
};

/** One message the actor may see, or null. */
export const outboxMessage = async (scope: Scope, id: string): Promise<OutboxMessage | null> => {
  const { rows } = await sql<Row>`
    select ${columns}
    from platform.messages m
    left join people.persons p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = ${scope.actor.organisationId} and m.centre_id is not null and m.id = ${id}`.execute(
    scope.tx,
  );
  const [row] = rows;
  return row ? messageOf(row) : null;
};
