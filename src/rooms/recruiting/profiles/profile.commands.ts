import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { dayAndDate } from '#ui/times.ts';
import { mayShapeRoles } from '../recruiting.policy.ts';
import { profileVersions } from './profile.queries.ts';
import { profileFaults } from './profile.rules.ts';
import { type ProfileContent, profileContent } from './profile.shape.ts';

/**
 * Keeps a new version of a role from a day on, and answers its number; the versions before stay as they are, and
 * whoever is on the way in keeps theirs. Raises NotFound, a Refusal for a day that is past or a way in that cannot be
 * walked, and StaleEdit where somebody else made a version in the meantime.
 */
export const newProfileVersion = async (
  scope: Scope,
  {
    code,
    after,
    effectiveFrom,
    content,
    zone,
  }: {
    readonly code: string;
    /** The number of the version that was changed. */
    readonly after: number;
    readonly effectiveFrom: Temporal.PlainDate;
    readonly content: ProfileContent;
    readonly zone: string;
  },
): Promise<number> => {
  const { tx, actor, now } = scope;
  if (!mayShapeRoles(actor)) throw new NotFound('role profile');
  const [latest] = await profileVersions(scope, code);
  if (!latest) throw new NotFound('role profile');
  if (latest.version !== after) throw new StaleEdit('this role profile');
  const today = dateAt(now, zone);
  if (Temporal.PlainDate.compare(effectiveFrom, today) < 0)
    throw new Refusal('That day is past. Choose today or a later day.', 'effectiveFrom');
  if (Temporal.PlainDate.compare(effectiveFrom, latest.effectiveFrom) < 0)
    throw new Refusal(
      `Version ${latest.version} begins on ${dayAndDate(latest.effectiveFrom, { today })}. Choose that day or a later one.`,
      'effectiveFrom',
    );
  const faults = profileFaults(content);
  if (faults.length > 0) throw new Refusal(faults.join(' '));
  const made = await tx
    .insertInto('recruiting.role_profiles')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      code,
      version: after + 1,
      effective_from: effectiveFrom.toString(),
      part: latest.part,
      content: JSON.stringify(profileContent.parse(content)),
      made_by: accountOf(actor),
      made_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) throw new StaleEdit('this role profile');
  await scope.audit('recruiting.role_profile_changed', { kind: 'role_profile', id: null });
  return after + 1;
};
