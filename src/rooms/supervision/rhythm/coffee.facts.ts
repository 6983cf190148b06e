import type { Scope } from '#platform/db/as-actor.ts';
import { holidays } from '#rooms/programme/door.ts';

/** What a coffee morning needs of a centre. */
export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly nation: string;
}

/** The holidays of the fortnight after a day, in which a coffee morning may have to look for another. */
export const holidaysOf = (scope: Scope, nation: string, day: Temporal.PlainDate) =>
  holidays(scope, nation, day, day.add({ days: 14 }));
