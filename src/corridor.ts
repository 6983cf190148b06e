import type { Job, Jobs } from './platform/jobs/worker.ts';
import type { Room } from './platform/room.ts';
import { room as delivery } from './rooms/delivery/room.ts';
import { room as families } from './rooms/families/room.ts';
import { room as hub } from './rooms/hub/room.ts';
import { room as people } from './rooms/people/room.ts';
import { room as programme } from './rooms/programme/room.ts';
import { room as recruiting } from './rooms/recruiting/room.ts';
import { room as referrals } from './rooms/referrals/room.ts';
import { room as rights } from './rooms/rights/room.ts';
import { room as safeguarding } from './rooms/safeguarding/room.ts';
import { room as supervision } from './rooms/supervision/room.ts';
import { room as training } from './rooms/training/room.ts';

/** The rooms in the order of the corridor: a room looks back, never ahead. The house test reads this order. */
export const ORDER = [
  'people',
  'families',
  'safeguarding',
  'programme',
  'measures',
  'referrals',
  'recruiting',
  'training',
  'supervision',
  'delivery',
  'retention',
  'evaluation',
  'rights',
  'hub',
] as const;

/** The rooms that are built. Add a room here, in order, when it opens. */
export const rooms: readonly Room[] = [
  people,
  families,
  safeguarding,
  programme,
  referrals,
  recruiting,
  training,
  supervision,
  delivery,
  rights,
  hub,
];

/** Every job by name: a room's own, and for each announced fact all the rooms that follow it, in order. */
export const jobsOf = (all: readonly Room[]): Jobs => {
  const jobs: Record<string, Jobs[string]> = {};
  for (const room of all) Object.assign(jobs, room.jobs);
  const heard = new Map<string, Job[]>();
  // A fact nobody follows would lie in the queue for ever.
  for (const room of all) for (const fact of room.announces ?? []) heard.set(fact, []);
  for (const room of all)
    for (const [fact, job] of Object.entries(room.hears ?? {}))
      heard.set(fact, [...(heard.get(fact) ?? []), job]);
  for (const [fact, followers] of heard) {
    jobs[fact] = async (scope, payload) => {
      for (const follow of followers) await follow(scope, payload);
    };
  }
  return jobs;
};
