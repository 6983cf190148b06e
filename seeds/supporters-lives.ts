import { dateAt } from '../src/kernel/dates.ts';
import { sayWeKnow } from '../src/rooms/delivery/known/known.commands.ts';
import { exempt } from '../src/rooms/delivery/readiness/exemption.commands.ts';
import { addLeader } from '../src/rooms/delivery/rota/crew.commands.ts';
import { reconcile } from '../src/rooms/delivery/rota/reconcile.commands.ts';
import { endSuspension, sealFile, suspendAccount } from '../src/rooms/people/door.ts';
import { declareSetting } from '../src/rooms/recruiting/activity/activity.commands.ts';
import { lookAtUpdateService } from '../src/rooms/recruiting/checks/status.commands.ts';
import { takeTime } from '../src/rooms/recruiting/mine/talk.commands.ts';
import { offerTimes } from '../src/rooms/recruiting/times/time.commands.ts';
import { syllabusVersions } from '../src/rooms/training/door.ts';
import { reviewCourse } from '../src/rooms/training/review/review.commands.ts';
import { reviewSyllabus } from '../src/rooms/training/syllabus/review.commands.ts';
import { applicants } from './applicants-cast.ts';
import type { Files } from './arriving.ts';
import type { CentreSlug } from './cast.ts';
import type { Groups } from './groups.ts';
import { recruiters } from './recruiting-ground.ts';
import { type Ground, known } from './settle.ts';
import type { SupportersHere } from './supporters.ts';
import { type Telling, ZONE } from './telling.ts';

/** Who joins the usual crew of a group besides those who began it: among them some whose check is near its end. */
const crews: readonly (readonly [
  name: string,
  group: string,
  centre: CentreSlug,
  daysAgo: number,
  part: 'peer_supporter' | 'creche',
])[] = [
  ['Bethan Rees', 'dropInHartley', 'hartley', 120, 'peer_supporter'],
  ['Lorraine Mills', 'dropInHartley', 'hartley', 300, 'peer_supporter'],
  ['Kelly Thornton', 'dropInHartley', 'hartley', 100, 'peer_supporter'],
  ['Ifeoma Eze', 'autumn', 'hartley', 5, 'creche'],
  ['Jasmine Cole', 'autumn', 'hartley', 74, 'creche'],
  ['Wendy Osborne', 'dropInLuton', 'bramble', 200, 'peer_supporter'],
  ['Shreya Menon', 'luton', 'bramble', 50, 'creche'],
  ['Patience Mensah', 'dropInLuton', 'bramble', 180, 'peer_supporter'],
  ['Caitlin Marsh', 'dropInPlymouth', 'quayside', 150, 'peer_supporter'],
  ['Kerensa Tonkin', 'dropInPlymouth', 'quayside', 250, 'peer_supporter'],
];

const timesAreOffered = (
  telling: Telling,
  ground: Ground,
  applications: ReadonlyMap<string, string>,
): void => {
  for (const slug of ['hartley', 'bramble', 'quayside'] as const) {
    const { manager } = recruiters[slug];
    telling.happens(telling.workday(5, '08:50'), manager, async (scope) => {
      for (const [ahead, from, to, way] of [
        [2, '10:00', '12:00', 'in_person'],
        [3, '18:00', '19:30', 'phone'],
        [8, '09:30', '11:30', 'video'],
      ] as const)
        await offerTimes(scope, {
          centreId: known(ground.centres, slug),
          withAccount: telling.actors.get(manager)?.accountId ?? '',
          day: telling.today.add({ days: ahead }),
          from: Temporal.PlainTime.from(from),
          to: Temporal.PlainTime.from(to),
          minutes: 30,
          way,
          place: way === 'in_person' ? 'The sofa by the window' : '',
          evenSo: true,
        });
    });
  }
  for (const who of applicants.filter((each) => each.reached === 'time_taken'))
    telling.happens(telling.on(1, '20:10'), 'house', async (scope) => {
      const free = await scope.tx
        .selectFrom('recruiting.offered_times')
        .select('id')
        .where('organisation_id', '=', telling.organisationId)
        .where('centre_id', '=', known(ground.centres, who.centre))
        .where('application_id', 'is', null)
        .where('way', '=', 'phone')
        .orderBy('starts_at')
        .executeTakeFirstOrThrow();
      await takeTime(scope, { applicationId: known(applications, who.key), timeId: free.id });
    });
};

/** What happens to those who are here: crews, checks that near their end, a suspension that ended and one that has not. */
export const supportersGoOn = (
  telling: Telling,
  ground: Ground,
  there: SupportersHere,
  files: Files,
  groups: Groups,
  applications: ReadonlyMap<string, string>,
): void => {
  const centreId = (slug: CentreSlug) => known(ground.centres, slug);
  for (const [name, group, slug, daysAgo, part] of crews)
    telling.happens(telling.on(daysAgo, '15:10'), recruiters[slug].manager, (scope) =>
      addLeader(
        scope,
        { id: known(groups.ids, group), centreId: centreId(slug) },
        known(there, name).accountId,
        part,
      ),
    );
  // The specialist has read the course; here as everywhere it says who, and when.
  telling.happens(telling.on(470, '16:00'), 'anneliese', async (scope) => {
    const course = await scope.tx
      .selectFrom('training.courses')
      .select('id')
      .where('organisation_id', '=', telling.organisationId)
      .executeTakeFirstOrThrow();
    await reviewCourse(scope, {
      courseId: course.id,
      role: 'Specialist midwife',
      approved: true,
      words: 'Read from the first page to the last. Clear, kind, and right about who is told.',
    });
  });
  telling.happens(telling.on(468, '16:00'), 'anneliese', async (scope) => {
    const [syllabus] = await syllabusVersions(scope);
    if (!syllabus) throw new Error('the story has no syllabus');
    await reviewSyllabus(scope, {
      syllabusId: syllabus.id,
      role: 'Specialist midwife',
      approved: true,
      words: 'Read whole. The evening about loss wants two trainers in the room; it says so now.',
    });
  });
  telling.happens(telling.on(40, '10:00'), 'ruth', (scope) =>
    exempt(scope, {
      accountId: known(there, 'Kelly Thornton').accountId,
      centreId: centreId('hartley'),
      zone: ZONE,
      part: 'peer_supporter',
      code: 'course',
      why: 'Broke her wrist in October. She has done the course before and does it again by January.',
      untilOn: dateAt(scope.now, ZONE).add({ days: 80 }),
    }),
  );
  telling.happens(telling.on(33, '10:30'), 'house', (scope) => {
    const { applicantId } = known(there, 'Ifeoma Eze');
    return declareSetting(scope, {
      applicantId,
      centreId: centreId('hartley'),
      name: 'St Jude’s Sunday school',
      what: 'I look after the little ones at the Christmas fair and before.',
      daysOfWeek: [],
      fromOn: telling.today.subtract({ days: 30 }),
      untilOn: null,
      dates: [telling.today.add({ days: 11 }), telling.today.add({ days: 18 })],
      overnight: false,
    });
  });
  telling.happens(telling.on(150, '17:00'), 'balwinder', (scope) =>
    suspendAccount(scope, {
      accountId: known(there, 'Patience Mensah').accountId,
      centreId: centreId('bramble'),
    }),
  );
  telling.happens(telling.on(131, '12:00'), 'balwinder', async (scope) => {
    const standing = await scope.tx
      .selectFrom('people.suspensions')
      .select('id')
      .where('organisation_id', '=', telling.organisationId)
      .where('until_at', 'is', null)
      .executeTakeFirstOrThrow();
    await endSuspension(scope, standing.id);
  });
  telling.happens(telling.on(6, '16:20'), 'chloe', (scope) =>
    suspendAccount(scope, {
      accountId: known(there, 'Kerensa Tonkin').accountId,
      centreId: centreId('quayside'),
    }),
  );
  telling.happens(telling.workday(20, '09:10'), 'balwinder', async (scope) => {
    const check = await scope.tx
      .selectFrom('recruiting.checks')
      .select('id')
      .where('organisation_id', '=', telling.organisationId)
      .where('applicant_id', '=', known(there, 'Umaira Saleem').applicantId)
      .executeTakeFirstOrThrow();
    await lookAtUpdateService(scope, {
      checkId: check.id,
      lookedOn: dateAt(scope.now, ZONE),
      result: 'no_change',
    });
  });
  // Once a parent here, now of the team: from her welcome on nobody opens the file from then, nor does she.
  telling.happens(telling.on(43, '09:00'), 'house', (scope) =>
    sealFile(scope, {
      familyPersonId: known(files, 'sofiaThen').personId,
      why: 'volunteers',
      applicantId: known(there, 'Sofia Marques').applicantId,
    }),
  );
  telling.happens(telling.on(4, '20:20'), 'tom', (scope) =>
    sayWeKnow(scope, known(files, 'parveen').personId),
  );
  timesAreOffered(telling, ground, applications);
  // What a night would find: who is not ready any more stands down, and days with children too many are foreseen.
  telling.happens(telling.on(0, '03:40'), 'house', (scope) => reconcile(scope, null));
};
