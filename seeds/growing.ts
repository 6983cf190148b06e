import { momentAt } from '../src/kernel/dates.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { makeFeed } from '../src/rooms/hub/calendar/feed.commands.ts';
import {
  addEarlierPractice,
  addOwnLearning,
  answerEvent,
  answerInterest,
  awardsOf,
  credentialOf,
  noteOutcome,
  noteWhatITook,
  noteWhoCame,
  planEvent,
  planPractice,
  sayInterest,
  signCompetencies,
  syllabusFor,
  writeReflection,
  writeWhatWasSeen,
} from '../src/rooms/training/door.ts';
import { practiceById } from '../src/rooms/training/practice/practice.queries.ts';
import { recruiters } from './recruiting-ground.ts';
import { type Ground, known } from './settle.ts';
import type { SupportersHere } from './supporters.ts';
import { type Telling, ZONE } from './telling.ts';

/** Evenings and mornings to learn at: one that was, with what people took from it, and two to come. */
const events = (telling: Telling, ground: Ground): void => {
  const centreId = known(ground.centres, 'hartley');
  const at = (days: number, time: string) =>
    momentAt(telling.today.add({ days }), Temporal.PlainTime.from(time), ZONE);
  const ids = { sleep: '', refresher: '' };
  telling.happens(telling.on(50, '10:30'), 'ruth', async (scope) => {
    ids.sleep = await planEvent(scope, {
      centreId,
      kind: 'shared',
      title: 'Sleep, and the lack of it',
      about:
        'The health visitors of the building tell what they say to families, and we tell what families say to us.',
      renews: null,
      ledBy: 'Joanne and a health visitor',
      place: 'Oak Room',
      startsAt: at(-26, '18:00'),
      minutes: 90,
      places: null,
    });
  });
  telling.happens(telling.on(40, '20:00'), 'priya', (scope) => answerEvent(scope, ids.sleep, 'yes'));
  telling.happens(telling.on(26, '20:10'), 'ruth', (scope) =>
    noteWhoCame(scope, ids.sleep, [known(telling.actors, 'priya').accountId]),
  );
  telling.happens(telling.on(25, '21:00'), 'priya', (scope) =>
    noteWhatITook(scope, ids.sleep, 'Ask how the night was before saying anything about it.'),
  );
  telling.happens(telling.workday(14, '11:00'), 'ruth', async (scope) => {
    ids.refresher = await planEvent(scope, {
      centreId,
      kind: 'refresher',
      title: 'Boundaries, once more',
      about: 'Stories from this autumn, and what we said. Tea is on us.',
      renews: null,
      ledBy: 'Ruth',
      place: 'The long table in the café',
      startsAt: at(16, '18:30'),
      minutes: 120,
      places: 12,
    });
  });
  telling.happens(telling.on(8, '21:15'), 'priya', (scope) => answerEvent(scope, ids.refresher, 'yes'));
};

/** What one of them learned by herself, and where she would like to go; somebody else has gone there. */
const waysOn = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  const hartley = known(ground.centres, 'hartley');
  const priya = () => ({ applicantId: known(there, 'Priya Nair').applicantId, centreId: hartley });
  const ids = { mentor: '', course: '' };
  telling.happens(telling.on(90, '21:30'), 'priya', async (scope) => {
    await addOwnLearning(
      scope,
      { ...priya(), zone: ZONE },
      {
        kind: 'course',
        title: 'Listening skills, six evenings',
        whereFrom: 'The adult education centre',
        doneOn: telling.today.subtract({ days: 100 }),
        took: 'Silence is not a hole to fill.',
        shared: true,
      },
    );
    await addOwnLearning(
      scope,
      { ...priya(), zone: ZONE },
      {
        kind: 'book',
        title: 'A book about the first weeks',
        whereFrom: 'The library',
        doneOn: telling.today.subtract({ days: 95 }),
        took: 'I would have liked to read it then.',
        shared: false,
      },
    );
  });
  telling.happens(telling.on(30, '20:20'), 'priya', async (scope) => {
    ids.mentor = await sayInterest(scope, { ...priya(), code: 'mentor', words: 'Somebody did this for me.' });
  });
  telling.happens(telling.workday(27, '10:10'), 'ruth', (scope) =>
    answerInterest(scope, ids.mentor, {
      words: 'Gladly. Let us talk about it when we meet.',
      talkOn: telling.today.subtract({ days: 20 }),
    }),
  );
  telling.happens(telling.on(160, '19:00'), 'tom', async (scope) => {
    const tom = [...there].find(([name]) => name.startsWith('Tom'));
    if (tom)
      ids.course = await sayInterest(scope, {
        applicantId: tom[1].applicantId,
        centreId: known(ground.centres, 'bramble'),
        code: 'listening_course',
        words: 'One evening a week would be possible.',
      });
  });
  telling.happens(telling.workday(150, '10:40'), 'balwinder', (scope) =>
    ids.course
      ? answerInterest(scope, ids.course, { words: 'There is a place from September.', talkOn: null })
      : Promise.resolve(),
  );
  telling.happens(telling.workday(70, '12:40'), 'balwinder', async (scope) => {
    if (ids.course)
      await noteOutcome(
        scope,
        ids.course,
        { outcome: 'started', on: telling.today.subtract({ days: 72 }), words: 'Tuesday evenings.' },
        ZONE,
      );
  });
  telling.happens(telling.on(3, '22:00'), 'priya', (scope) =>
    sayInterest(scope, { ...priya(), code: 'paid_work_with_families', words: '' }),
  );
};

/** Learning on the job after the weekends of the summer: one is nearly through, one has begun. */
const onTheJob = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  const { manager, beside } = recruiters.bramble;
  const applicantId = (name: string) => known(there, name).applicantId;
  const centreId = known(ground.centres, 'bramble');
  const earlier = async (
    scope: Scope,
    name: string,
    kind: 'shadowing' | 'buddying' | 'observed',
    days: number,
  ) =>
    addEarlierPractice(scope, {
      applicantId: applicantId(name),
      kind,
      on: telling.today.subtract({ days }),
      what: 'Bramble drop-in',
      alongsideAccountId: known(telling.actors, beside).accountId,
      alongsideWords: '',
    });
  telling.happens(telling.on(20, '15:00'), manager, async (scope) => {
    for (const [kind, days] of [
      ['shadowing', 55],
      ['shadowing', 48],
      ['buddying', 41],
      ['buddying', 34],
      ['observed', 27],
    ] as const)
      await earlier(scope, 'Verity Lang', kind, days);
    await earlier(scope, 'Tamsin Rowe', 'shadowing', 48);
    const syllabus = await syllabusFor(scope);
    await signCompetencies(scope, {
      applicantId: applicantId('Verity Lang'),
      codes: (syllabus?.content.competencies ?? []).map(({ code }) => code),
      evidence: 'Seen at five drop-ins, and we talked each of them through.',
      practiceId: null,
      unitCode: null,
      earlier: false,
    });
    await signCompetencies(scope, {
      applicantId: applicantId('Tamsin Rowe'),
      codes: (syllabus?.content.competencies ?? []).slice(0, 2).map(({ code }) => code),
      evidence: 'Listens first, every time.',
      practiceId: null,
      unitCode: null,
      earlier: false,
    });
  });
  const ids = { buddying: '' };
  telling.happens(telling.on(15, '12:30'), manager, async (scope) => {
    ids.buddying = await planPractice(scope, {
      applicantId: applicantId('Tamsin Rowe'),
      centreId,
      kind: 'buddying',
      sessionId: null,
      on: telling.today.subtract({ days: 6 }),
      what: 'Bramble drop-in',
      alongsideAccountId: known(telling.actors, beside).accountId,
    });
  });
  telling.happens(telling.on(5, '18:10'), beside, async (scope) => {
    const practice = await practiceById(scope, ids.buddying);
    const syllabus = await syllabusFor(scope);
    if (practice)
      await writeWhatWasSeen(scope, {
        practiceId: practice.id,
        version: practice.version,
        words: 'Sat down beside the new mother without a plan, and that was right.',
        seen: (syllabus?.content.competencies ?? []).slice(0, 3).map(({ code }, at) => ({
          code,
          seen: at === 2 ? ('partly' as const) : ('yes' as const),
          words: '',
        })),
      });
  });
  telling.happens(telling.on(16, '12:00'), 'house', async (scope) => {
    const { accountId } = known(there, 'Tamsin Rowe');
    const account = await scope.tx
      .selectFrom('people.accounts')
      .select('person_id')
      .where('organisation_id', '=', telling.organisationId)
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    telling.actors.set('tamsin', {
      kind: 'account',
      organisationId: telling.organisationId,
      accountId,
      personId: account.person_id,
      side: 'team',
      name: 'Tamsin Rowe',
      roles: [{ role: 'peer_supporter', centreId }],
    });
  });
  telling.happens(telling.on(4, '20:30'), 'tamsin', async (scope) => {
    const practice = await practiceById(scope, ids.buddying);
    if (practice)
      await writeReflection(
        scope,
        { practiceId: practice.id, version: 0, words: 'I was quiet for longer than I thought I could be.' },
        ZONE,
      );
  });
};

/** Where the demonstration is found unless it was told otherwise; credentials name the keys there. */
const DEMO_ADDRESS = 'http://127.0.0.1:3000';

/** Somebody takes a credential away, and her own times into her calendar. */
const takenAway = (telling: Telling, there: SupportersHere): void => {
  telling.happens(telling.on(62, '20:30'), 'house', async (scope) => {
    const awards = await awardsOf(scope, [known(there, 'Priya Nair').applicantId]);
    for (const award of awards.filter(({ kind }) => kind === 'level'))
      await credentialOf(scope, award, DEMO_ADDRESS);
  });
  telling.happens(telling.on(33, '19:50'), 'priya', (scope) =>
    makeFeed(scope, { showsPlaces: false }).then(() => undefined),
  );
};

/** People go on growing: events, their own learning, ways on from here, and learning on the job. */
export const peopleGrow = (telling: Telling, ground: Ground, there: SupportersHere): void => {
  events(telling, ground);
  waysOn(telling, ground, there);
  onTheJob(telling, ground, there);
  takenAway(telling, there);
};
