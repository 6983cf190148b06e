import type { Scope } from '#platform/db/as-actor.ts';
import { type HelpLine, helpLines, type OwnSuspension, ownSuspension } from '#rooms/people/door.ts';

export interface NotNowFacts {
  /** Null when nobody has given them a role yet. */
  readonly suspension: OwnSuspension | null;
  readonly lines: readonly HelpLine[];
}

/** What somebody of the team finds who holds no role just now: who will ring them, and who is there to talk to. */
export const notNowFacts = async (scope: Scope): Promise<NotNowFacts> => ({
  suspension: await ownSuspension(scope),
  lines: await helpLines(scope, 'anyone'),
});
