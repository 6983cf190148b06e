import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { heldForCorrection, type MarkAsk, writeMarks } from './register.commands.ts';
import { mayChangeClosing } from './register.policy.ts';
import { marksOf } from './register.queries.ts';
import { assertNotLonger, type Marked, sameMark, type WhyNot } from './register.rules.ts';

/** What a correction changes of the session itself; null leaves it as it is. */
export interface CorrectedSession {
  readonly happened: boolean;
  readonly whyNot: WhyNot | null;
  readonly ended: Temporal.Instant | null;
}

type Line = {
  readonly personId: string | null;
  readonly was: Readonly<Record<string, unknown>>;
  readonly became: Readonly<Record<string, unknown>>;
};

const said = (row: Marked | undefined) => ({
  mark: row?.mark ?? null,
  partnerCame: row?.partnerCame ?? false,
  babyCame: row?.babyCame ?? false,
});

const asked = (each: MarkAsk): Marked => ({
  mark: each.mark,
  partnerCame: each.partnerCame ?? false,
  babyCame: each.babyCame ?? false,
});

const correctHappened = async (
  scope: Scope,
  session: SessionFacts,
  to: CorrectedSession,
): Promise<readonly Line[]> => {
  const was = { happened: session.closed?.happened ?? true, whyNot: session.closed?.whyNot ?? null };
  const became = { happened: to.happened, whyNot: to.happened ? null : to.whyNot };
  if (was.happened === became.happened && was.whyNot === became.whyNot) return [];
  if (!became.happened && became.whyNot === null)
    throw new Refusal('Choose why the session did not happen.', 'why-not');
  const changed = await scope.tx
    .updateTable('delivery.register_closings')
    .set((set) => ({ happened: became.happened, why_not: became.whyNot, version: set('version', '+', 1) }))
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', session.id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new NotFound('register');
  return [{ personId: null, was, became }];
};

const correctLength = async (
  scope: Scope,
  session: SessionFacts,
  ended: Temporal.Instant | null,
): Promise<readonly Line[]> => {
  if (ended === null || Temporal.Instant.compare(ended, session.endsAt) === 0) return [];
  assertNotLonger(session, ended);
  const changed = await scope.tx
    .updateTable('delivery.sessions')
    .set({ ends_at: ended.toString(), version: session.version + 1 })
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', session.id)
    .where('version', '=', session.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new StaleEdit('session');
  return [
    { personId: null, was: { endsAt: session.endsAt.toString() }, became: { endsAt: ended.toString() } },
  ];
};

/**
 * Changes what a closed register says, with why, and leaves a trace of what it said before. Marks may be corrected by
 * whoever keeps registers; whether the session happened and when it ended (earlier only) by staff.
 * Raises Refusal when the register is still open, nothing changes, or the session would get longer; StaleEdit when
 * somebody else corrected the same row meanwhile.
 */
export const correctRegister = async (
  scope: Scope,
  ask: {
    readonly sessionId: string;
    readonly marks: readonly MarkAsk[];
    readonly session: CorrectedSession | null;
    readonly why: string;
  },
): Promise<void> => {
  const session = await heldForCorrection(scope, ask.sessionId);
  if (!session.closed) throw new Refusal('This register is still open: mark it as usual.');
  if (ask.session && !mayChangeClosing(scope.actor, session.centreId)) throw new NotFound('register');
  const before = await marksOf(scope, session.id);
  const different = ask.marks.filter((each) => !sameMark(said(before.get(each.personId)), said(asked(each))));
  const written = await writeMarks(scope, session, different);
  const after = await marksOf(scope, session.id);
  const lines: readonly Line[] = [
    ...written.map((personId) => ({
      personId,
      was: said(before.get(personId)),
      became: said(after.get(personId)),
    })),
    ...(ask.session ? await correctHappened(scope, session, ask.session) : []),
    ...(ask.session ? await correctLength(scope, session, ask.session.ended) : []),
  ];
  if (lines.length === 0) throw new Refusal('Nothing here is different from what the register says already.');
  await scope.tx
    .insertInto('delivery.corrections')
    .values(
      lines.map((line) => ({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        session_id: session.id,
        person_id: line.personId,
        centre_id: session.centreId,
        was: JSON.stringify(line.was),
        became: JSON.stringify(line.became),
        why: ask.why,
        by_account: accountOf(scope.actor),
        at: scope.now.toString(),
      })),
    )
    .execute();
  await scope.audit('delivery.register_corrected', {
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  });
};
