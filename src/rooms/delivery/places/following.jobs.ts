import { sql } from 'kysely';
import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { entitledUntil, familiesOf, untoldParents } from '#rooms/families/door.ts';
import { centre, introduce } from '#rooms/people/door.ts';
import { currentTemplate, template } from '#rooms/programme/door.ts';
import { lastSafeStart } from '#rooms/referrals/door.ts';
import { dayAndDate, timeRange } from '#ui/times.ts';
import { dropInOf, groupOf } from '../groups/group.queries.ts';
import { endAfterLoss, isLost, reopenAfterLoss, waitAgainAfterLoss } from './loss.commands.ts';
import { filesMerged, mergeUndone } from './merged.jobs.ts';
import {
  afterPlaceTaken,
  endPlace,
  joinWaiting,
  lapseOffers,
  leaveWaiting,
  openDropIn,
} from './place.commands.ts';
import { placesOf } from './place.queries.ts';
import { fileSealed, notSealed } from './sealed.jobs.ts';

const text = (payload: Readonly<Record<string, unknown>>, name: string): string =>
  String(payload[name] ?? '');

/** Opens the centre's drop-in to a family and tells them, once ever; nothing where there is no drop-in or after a loss. */
export const invite = async (
  scope: Scope,
  ask: {
    personId: string;
    pregnancyId: string;
    centreId: string;
    quiet: boolean;
    template: 'drop_in_open' | 'welcome_after_birth';
  },
) => {
  // A letter about the family can arrive after the loss it did not know of.
  if (await isLost(scope, ask.pregnancyId)) return;
  const dropIn = await dropInOf(scope, ask.centreId);
  await openDropIn(scope, dropIn, ask);
  if (ask.quiet || !dropIn?.nextAt) return;
  const next = dropIn.nextAt.toZonedDateTimeISO(dropIn.zone);
  for (const channel of ['sms', 'email'] as const)
    await queueMessage(scope, {
      template: ask.template,
      about: ask.template === 'welcome_after_birth' ? 'baby' : 'group',
      channel,
      to: { personId: ask.personId },
      centreId: ask.centreId,
      pregnancyId: ask.pregnancyId,
      details: {
        group: dropIn.name,
        day: dayAndDate(next.toPlainDate()),
        time: timeRange(next.toPlainTime(), next.add({ minutes: 120 }).toPlainTime()),
        venue: dropIn.venue,
      },
      once: `${ask.template}:${ask.personId}:${ask.pregnancyId}:${channel}`,
    });
};

/** From the day of referral the monthly drop-in is open to the family, whatever happens with a group. */
const referralReceived: Job = async (scope, payload) => {
  await invite(scope, {
    personId: text(payload, 'personId'),
    pregnancyId: text(payload, 'pregnancyId'),
    centreId: text(payload, 'centreId'),
    quiet: payload.quiet === true,
    template: 'drop_in_open',
  });
};

/** Welcomed: known to the team, the drop-in open, and waiting for a group where there is still time for a whole course. */
const referralWelcomed: Job = async (scope, payload) => {
  const personId = text(payload, 'personId');
  const centreId = text(payload, 'centreId');
  const pregnancyId = text(payload, 'pregnancyId');
  await introduce(scope, personId);
  if (await isLost(scope, pregnancyId)) return;
  // An earlier referral that ended without a welcome has closed the drop-in; a place that stands is left alone.
  await openDropIn(scope, await dropInOf(scope, centreId), { personId, pregnancyId });
  if (payload.withinWindow === true) await joinWaiting(scope, { personId, pregnancyId, centreId });
};

/** A referral that ended without a welcome: open offers and the drop-in end quietly. */
const referralEnded: Job = async (scope, payload) => {
  const personId = text(payload, 'personId');
  for (const place of await placesOf(scope, personId))
    if (place.state === 'offered' || place.state === 'taken') await endPlace(scope, place.id, 'left');
  await leaveWaiting(scope, personId, 'left');
};

/** After a file of referrals: the drop-in is open to every row of it, and nobody is messaged. */
const referralsImported: Job = async (scope, payload) => {
  const importId = text(payload, 'importId');
  await sql`
    insert into delivery.places (organisation_id, id, centre_id, group_id, person_id, pregnancy_id, offered_at, taken_at)
    select r.organisation_id, gen_random_uuid(), r.centre_id, d.id, r.person_id, r.pregnancy_id, ${scope.now.toString()}::timestamptz, ${scope.now.toString()}::timestamptz
    from referrals.referrals r
    join lateral (
      select g.id from delivery.groups g
      where g.organisation_id = r.organisation_id and g.centre_id = r.centre_id and g.kind = 'drop_in' and g.ended_at is null
      order by g.made_at limit 1
    ) d on true
    where r.organisation_id = ${scope.actor.organisationId} and r.import_id = ${importId} and r.pregnancy_id <> all ((select families.lost_pregnancies())::uuid[])
      and ${notSealed('r.person_id')}
    on conflict do nothing`.execute(scope.tx);
  await scope.audit('delivery.drop_in_opened_for_import', { kind: 'import', id: importId });
};

/** After a birth the antenatal group's place ends as moved on, and the drop-in goes on without a gap. */
const familyBorn: Job = async (scope, payload) => {
  const pregnancyId = text(payload, 'pregnancyId');
  const parents = await parentsWithPlaces(scope, pregnancyId);
  for (const { personId, centreId } of parents) {
    for (const place of await placesOf(scope, personId)) {
      const group =
        place.state === 'offered' || place.state === 'taken' ? await groupOf(scope, place.groupId) : null;
      if (group?.kind === 'antenatal_group') await endPlace(scope, place.id, 'moved_on');
    }
    await leaveWaiting(scope, personId, 'too_late');
    await invite(scope, {
      personId,
      pregnancyId,
      centreId,
      quiet: payload.quiet === true,
      template: 'welcome_after_birth',
    });
  }
};

/** Everyone of a pregnancy who holds a place, waits, or was ever invited. */
const parentsWithPlaces = async (
  scope: Scope,
  pregnancyId: string,
): Promise<readonly { personId: string; centreId: string }[]> => {
  const rows = await scope.tx
    .selectFrom('families.parents')
    .select(['person_id', 'centre_id'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('pregnancy_id', '=', pregnancyId)
    .where('ended_at', 'is', null)
    .where(notSealed('person_id'))
    .execute();
  return rows.map((row) => ({ personId: row.person_id, centreId: row.centre_id }));
};

/**
 * After a loss nobody who knows of it is expected at a group about a baby, nobody waits for one, and nothing is said
 * to anyone. A parent who has not been told keeps their places: one that is gone from their page would tell them.
 * What was written on past registers stays. Heard again when somebody has decided what a parent may know.
 */
const familyLost: Job = async (scope, payload) => {
  const pregnancyId = text(payload, 'pregnancyId');
  // One twin of two: the family decides what it wants to come to, and nothing is taken from it.
  if (!(await isLost(scope, pregnancyId))) return;
  await endAfterLoss(scope, pregnancyId, await untoldParents(scope, pregnancyId));
};

/**
 * A loss entered by mistake: the places that it ended are open again where there is still room, and who waited waits
 * again. Where another loss still stands nothing is opened.
 */
const lossUndone: Job = async (scope, payload) => {
  const pregnancyId = text(payload, 'pregnancyId');
  if (await isLost(scope, pregnancyId)) return;
  const withoutChair = await reopenAfterLoss(scope, pregnancyId);
  await waitAgainAfterLoss(scope, pregnancyId);
  for (const { personId, centreId } of await parentsWithPlaces(scope, pregnancyId))
    if (withoutChair.includes(personId)) await joinWaiting(scope, { personId, pregnancyId, centreId });
};

/** The due date moved: whoever can no longer begin a whole course stops waiting for one. */
const dueDateChanged: Job = async (scope, payload) => {
  const parents = await parentsWithPlaces(scope, text(payload, 'pregnancyId'));
  const families = await familiesOf(
    scope,
    parents.map(({ personId }) => personId),
  );
  const current = await currentTemplate(scope);
  for (const { personId, centreId } of parents) {
    const dueOn = families.get(personId)?.dueOn;
    const last = dueOn && current ? lastSafeStart(dueOn, current.content) : null;
    const place = await centre(scope, centreId);
    if (last && place && Temporal.PlainDate.compare(last, dateAt(scope.now, place.zone)) < 0)
      await leaveWaiting(scope, personId, 'too_late');
  }
};

/** The drop-in ends with the first birthday, planned and not sudden: places whose family's year is over end as finished. */
const endOfTheYear: Job = async (scope) => {
  const rows = await scope.tx
    .selectFrom('delivery.places as p')
    .innerJoin('delivery.groups as g', (join) =>
      join.onRef('g.organisation_id', '=', 'p.organisation_id').onRef('g.id', '=', 'p.group_id'),
    )
    .innerJoin('people.centres as c', (join) =>
      join.onRef('c.organisation_id', '=', 'g.organisation_id').onRef('c.id', '=', 'g.centre_id'),
    )
    .innerJoin('families.babies as b', (join) =>
      join
        .onRef('b.organisation_id', '=', 'p.organisation_id')
        .onRef('b.pregnancy_id', '=', 'p.pregnancy_id'),
    )
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('g.kind', '=', 'drop_in')
    .where('p.taken_at', 'is not', null)
    .where('p.ended_at', 'is', null)
    .where('b.undone_at', 'is', null)
    .where(
      'b.born_on',
      '<',
      sql<string>`((${scope.now.toString()}::timestamptz at time zone c.zone)::date - interval '12 months')::date`,
    )
    .select(['p.id', 'p.person_id', 'g.template_id', 'c.zone'])
    .distinct()
    .execute();
  const families = await familiesOf(scope, [...new Set(rows.map((row) => row.person_id))]);
  for (const row of rows) {
    const family = families.get(row.person_id);
    const kept = await template(scope, row.template_id);
    const until =
      family && kept ? entitledUntil(family, kept.content.eligibility.postnatalUntilMonths) : null;
    if (until && Temporal.PlainDate.compare(until, dateAt(scope.now, row.zone)) < 0)
      await endPlace(scope, row.id, 'finished');
  }
};

export const placeJobs = {
  'delivery.lapse_offers': (async (scope) => void (await lapseOffers(scope))) satisfies Job,
  'delivery.place_taken': (async (scope, payload) =>
    afterPlaceTaken(scope, text(payload, 'placeId'))) satisfies Job,
  'delivery.end_of_the_year': endOfTheYear,
};

export const placeHears: Readonly<Record<string, Job>> = {
  'referrals.received': referralReceived,
  'referrals.welcomed': referralWelcomed,
  'referrals.ended': referralEnded,
  'referrals.imported': referralsImported,
  'families.born': familyBorn,
  'families.lost': familyLost,
  'families.loss_undone': lossUndone,
  'families.pause_decided': familyLost,
  'families.due_date_changed': dueDateChanged,
  'people.merged': filesMerged,
  'people.merge_undone': mergeUndone,
  'people.sealed': fileSealed,
};
