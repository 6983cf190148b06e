import type { Scope } from '#platform/db/as-actor.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { type Part, type Readiness, readinessOn } from '../readiness/readiness.rules.ts';
import { notOnTheirSessions, type SessionOfTheirs, type StoodDownWhy } from './rota.queries.ts';

/** A session still to come that one of the usual crew is not on. */
export interface Missing {
  readonly sessionId: string;
  readonly on: Temporal.PlainDate;
  readonly readiness: Readiness;
  readonly stoodDownWhy: StoodDownWhy | null;
}

export interface CrewMember {
  readonly accountId: string;
  readonly part: Part;
  readonly readiness: Readiness;
  /** The sessions they are not on, earliest first. */
  readonly missing: readonly Missing[];
}

/** The usual crew of a group with whether they may today, and the sessions still to come that they are not on. */
export const crewOf = async (
  scope: Scope,
  group: { readonly id: string; readonly centreId: string },
  leaders: readonly { readonly accountId: string; readonly part: Part }[],
  today: Temporal.PlainDate,
): Promise<readonly CrewMember[]> => {
  if (leaders.length === 0) return [];
  const missing: readonly SessionOfTheirs[] = await notOnTheirSessions(scope, { groupIds: [group.id] });
  const facts = await readinessFacts(
    scope,
    leaders.map((each) => each.accountId),
    [today, ...missing.map((each) => each.on)],
  );
  return leaders.flatMap(({ accountId, part }) => {
    const of = facts.get(accountId);
    if (!of) return [];
    return [
      {
        accountId,
        part,
        readiness: readinessOn(of, part, today, group.centreId),
        missing: missing
          .filter((each) => each.accountId === accountId)
          .map(({ sessionId, on, stoodDownWhy }) => ({
            sessionId,
            on,
            stoodDownWhy,
            readiness: readinessOn(of, part, on, group.centreId),
          })),
      },
    ];
  });
};
