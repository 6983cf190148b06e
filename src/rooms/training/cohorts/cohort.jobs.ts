import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Jobs } from '#platform/jobs/worker.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { liveApplicationOf, tellApplicant } from '#rooms/recruiting/door.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { mineTraining, ownTraining } from '../paths.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { type Cohort, cohortById, type Meeting, meetingsIn, placesIn } from './cohort.queries.ts';
import { catchUpById, catchUpsOf } from './progress.queries.ts';

type Details = Readonly<Record<string, string>>;

/** Writes to a trainee: by their link while they are on the way in, as one of the team once they are welcomed. */
const tellTrainee = async (
  scope: Scope,
  applicantId: string,
  news: { readonly template: string; readonly details: Details; readonly once: string },
): Promise<void> => {
  const live = await liveApplicationOf(scope, applicantId);
  const once = `${news.once}:${applicantId}`;
  if (live) {
    await tellApplicant(scope, live, {
      template: news.template,
      details: news.details,
      once,
      page: mineTraining,
    });
    return;
  }
  const who = await scope.tx
    .selectFrom('recruiting.applicants as p')
    .leftJoin('recruiting.applications as a', (join) =>
      join.onRef('a.organisation_id', '=', 'p.organisation_id').onRef('a.applicant_id', '=', 'p.id'),
    )
    .select(['p.person_id', 'p.centre_id', 'a.origin'])
    .where('p.organisation_id', '=', scope.actor.organisationId)
    .where('p.id', '=', applicantId)
    .orderBy('a.enquired_at', 'desc')
    .executeTakeFirst();
  if (!who?.person_id) return;
  for (const channel of ['email', 'sms'] as const)
    await queueMessage(scope, {
      template: news.template,
      about: 'team',
      channel,
      to: { personId: who.person_id },
      centreId: who.centre_id,
      details: { ...news.details, ...(who.origin && { link: `${who.origin}${ownTraining()}` }) },
      once: `${once}:${channel}`,
    });
};

const whenOf = (scope: Scope, startsAt: Temporal.Instant, zone: string, place: string): Details => {
  const there = startsAt.toZonedDateTimeISO(zone);
  return {
    day: dayAndDate(there.toPlainDate(), { today: dateAt(scope.now, zone) }),
    time: clockTime(there.toPlainTime()),
    ...(place && { venue: place }),
  };
};

const inIt = async (scope: Scope, cohortId: string): Promise<readonly string[]> =>
  (await placesIn(scope, cohortId))
    .filter(({ takenAt, leftAt }) => takenAt !== null && leftAt === null)
    .map(({ applicantId }) => applicantId);

const guestsOf = async (scope: Scope, meeting: Meeting): Promise<readonly string[]> =>
  (await catchUpsOf(scope, { meetingId: meeting.id }))
    .filter(
      ({ calledOffAt, changedAt }) =>
        calledOffAt === null || Temporal.Instant.compare(changedAt, meeting.changedAt) >= 0,
    )
    .map(({ applicantId }) => applicantId);

type Payload = Readonly<Record<string, unknown>>;

const ofMeeting = async (scope: Scope, cohort: Cohort, payload: Payload): Promise<void> => {
  const meeting = (await meetingsIn(scope, [cohort.id])).find(({ id }) => id === payload.meetingId);
  // A plan nobody has joined yet may change as often as it likes.
  if (!meeting || cohort.openedAt === null) return;
  const off = payload.what === 'meeting_called_off';
  // Called off after it was moved: only the last of it is news.
  if (!off && meeting.calledOffAt) return;
  const was = typeof payload.was === 'string' ? Temporal.Instant.from(payload.was) : null;
  const before = was && whenOf(scope, was, cohort.zone, '');
  const details: Details = {
    group: cohort.name,
    ...whenOf(scope, meeting.startsAt, cohort.zone, meeting.placeWords || cohort.place),
    ...(before && { was: `${before.day} at ${before.time}` }),
    ...(off && { why: String(payload.why) }),
  };
  const people = new Set([...(await inIt(scope, cohort.id)), ...(await guestsOf(scope, meeting))]);
  for (const applicantId of people)
    await tellTrainee(scope, applicantId, {
      template: off ? 'training_called_off' : 'training_moved',
      details,
      once: `training-meeting:${meeting.id}:${off ? 'off' : String(payload.sequence)}`,
    });
};

const ofCatchUp = async (scope: Scope, cohort: Cohort, payload: Payload): Promise<void> => {
  const catchUp = await catchUpById(scope, String(payload.catchUpId));
  if (!catchUp) return;
  const off = payload.what === 'catch_up_off';
  if (!off && catchUp.calledOffAt) return;
  const from = await syllabus(scope, cohort.syllabusId);
  const unit = from?.content.units.find(({ code }) => code === catchUp.unitCode);
  await tellTrainee(scope, catchUp.applicantId, {
    template: off ? 'training_called_off' : 'training_catch_up',
    details: {
      group: unit?.title ?? '',
      ...whenOf(scope, catchUp.startsAt, cohort.zone, catchUp.placeWords),
      ...(off && { why: catchUp.why }),
    },
    once: `training-${String(payload.what)}:${catchUp.id}`,
  });
};

const ofPlace = async (scope: Scope, cohort: Cohort, payload: Payload): Promise<void> => {
  const next = (await meetingsIn(scope, [cohort.id])).find(
    ({ startsAt, calledOffAt }) => calledOffAt === null && Temporal.Instant.compare(startsAt, scope.now) > 0,
  );
  await tellTrainee(scope, String(payload.applicantId), {
    template: 'training_place',
    details: {
      group: cohort.name,
      ...(next && whenOf(scope, next.startsAt, cohort.zone, next.placeWords || cohort.place)),
    },
    once: `training-place:${String(payload.placeId)}`,
  });
};

/** Tells trainees what changed for them. */
const cohortNews = async (scope: Scope, payload: Payload): Promise<void> => {
  const cohort = await cohortById(scope, String(payload.cohortId));
  if (!cohort) return;
  if (payload.what === 'place') return ofPlace(scope, cohort, payload);
  if (payload.what === 'catch_up' || payload.what === 'catch_up_off')
    return ofCatchUp(scope, cohort, payload);
  if (payload.what === 'called_off') {
    for (const applicantId of await inIt(scope, cohort.id))
      await tellTrainee(scope, applicantId, {
        template: 'training_called_off',
        details: { group: cohort.name, why: String(payload.why) },
        once: `training-cohort-off:${cohort.id}`,
      });
    return;
  }
  return ofMeeting(scope, cohort, payload);
};

export const cohortJobs: Jobs = { 'training.cohort_news': cohortNews };
