import { sql } from 'kysely';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Guard, Leaving } from '#platform/messages/message.ts';
import { familiesOf } from '../family.queries.ts';
import { mayGo, RESTING_WORDS, TWO_FILES_WORDS } from './loss.rules.ts';

const NAMES_ALIKE = 0.5;

/**
 * The file the message is for (the kept one, where two became one) and other files that may be the same parent's: a
 * name much alike, the same phone or e-mail address, and nobody has said that they are two people.
 */
const filesReached = async (scope: Scope, personId: string) => {
  const { rows } = await sql<{ id: string; own: boolean }>`
    with own as (
      select coalesce(p.merged_into, p.id) as id from people.persons p
      where p.organisation_id = ${scope.actor.organisationId} and p.id = ${personId}
    )
    select own.id, true as own from own
    union
    select p.id, false from own
    join people.contacts c on c.organisation_id = ${scope.actor.organisationId} and c.person_id = own.id
    join people.contacts o on o.organisation_id = c.organisation_id and o.person_id <> c.person_id
      and (lower(o.email) = lower(c.email) or o.phone = c.phone)
    join people.persons me on me.organisation_id = c.organisation_id and me.id = own.id
    join people.persons p on p.organisation_id = o.organisation_id and p.id = o.person_id and p.side = 'family' and p.merged_into is null
      and similarity(lower(p.given_name), lower(me.given_name)) >= ${NAMES_ALIKE}
    where not exists (select from people.not_duplicates n where n.organisation_id = p.organisation_id
      and n.one_id = least(p.id, own.id) and n.other_id = greatest(p.id, own.id))`.execute(scope.tx);
  return {
    own: rows.find((row) => row.own)?.id ?? personId,
    others: rows.flatMap((row) => (row.own ? [] : [row.id])),
  };
};

const verdictFor = async (scope: Scope, personId: string, message: Leaving) => {
  const reached = await filesReached(scope, personId);
  const families = await familiesOf(scope, [reached.own, ...reached.others]);
  const facts = families.get(reached.own);
  if (facts && !mayGo(facts, message.about, message.pregnancyId)) return RESTING_WORDS;
  // Somebody may have two files here that nobody has made one: what is said at one of them holds at their phone.
  const elsewhere = reached.others.some((id) => {
    const other = families.get(id);
    return (
      other !== undefined && other.pregnancyId !== facts?.pregnancyId && !mayGo(other, message.about, null)
    );
  });
  return elsewhere ? TWO_FILES_WORDS : null;
};

/**
 * Asked before every message leaves: nothing about a baby, a group or a referral goes to a parent after a loss or
 * while messages rest, by whichever of their files. Stopped, not held: a reminder that waits for a decision would
 * arrive after its day.
 */
export const lossGuard: Guard = async (scope, message) => {
  if (message.personId === null) return { say: 'go' };
  const why = await verdictFor(scope, message.personId, message);
  return why === null ? { say: 'go' } : { say: 'stop', why };
};
