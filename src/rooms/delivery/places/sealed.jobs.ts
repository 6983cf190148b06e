import { type SqlBool, sql } from 'kysely';
import type { Job } from '#platform/jobs/worker.ts';
import { leaveEverything } from './leave.commands.ts';
import { leaveWaiting } from './place.commands.ts';

/** Somebody works with us now: as a parent they hold no place and wait for none. What registers say of the past stays. */
export const fileSealed: Job = async (scope, payload) => {
  const personId = String(payload.personId ?? '');
  await leaveEverything(scope, personId);
  await leaveWaiting(scope, personId, 'left');
};

/** That the person in a column still takes part as a parent: for errands of the house, which no policy stops. */
export const notSealed = (person: string) =>
  sql<SqlBool>`not exists (select from people.persons behind where behind.organisation_id = app.org() and behind.id = ${sql.ref(person)} and behind.sealed_at is not null)`;
