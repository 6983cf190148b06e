import type { Scope } from '../src/platform/db/as-actor.ts';
import {
  beginNewPregnancy,
  familyOf,
  recordBirth,
  recordLoss,
  releaseSafety,
  undoLoss,
} from '../src/rooms/families/door.ts';
import type { Files } from './arriving.ts';
import { families } from './families/all.ts';
import { type Ground, known } from './settle.ts';
import type { Sketch } from './sketch.ts';
import type { Telling } from './telling.ts';

const practitionerAt = { hartley: 'joanne', bramble: 'nasreen', quayside: 'gareth' } as const;

const born = async (scope: Scope, sketch: Sketch, files: Files, today: Temporal.PlainDate): Promise<void> => {
  const birth = sketch.born;
  if (!birth) return;
  const bornOn = today.subtract({ days: birth.daysAgo });
  await recordBirth(scope, {
    pregnancyId: known(files, sketch.key).pregnancyId,
    babies: birth.names.map((givenName) => ({ bornOn, givenName, livesWith: birth.lives ?? 'parents' })),
  });
};

/** Births, losses and what keeps people safe: each written down by whoever was told. */
export const livesGoOn = (telling: Telling, ground: Ground, files: Files): void => {
  for (const sketch of families)
    if (sketch.born && !sketch.cameWithBaby) {
      const told = Math.max(0, sketch.born.daysAgo - 4);
      telling.happens(telling.workday(told, '12:30'), practitionerAt[sketch.centre], (scope) =>
        born(scope, sketch, files, telling.today),
      );
    }

  const lostOf = (key: string) => known(files, key);
  // A loss in the middle of the course. She told us herself; for the father nobody has decided yet.
  telling.happens(telling.on(11, '11:50'), 'joanne', (scope) =>
    recordLoss(scope, {
      pregnancyId: lostOf('hollie').pregnancyId,
      toldBy: lostOf('hollie').personId,
      kind: 'pregnancy_loss',
      which: { all: true },
      happenedOn: telling.today.subtract({ days: 13 }),
    }),
  );
  telling.happens(telling.workday(138, '10:15'), 'imran', (scope) =>
    recordLoss(scope, {
      pregnancyId: lostOf('ellen').pregnancyId,
      toldBy: lostOf('ellen').personId,
      kind: 'pregnancy_loss',
      which: { all: true },
      happenedOn: telling.today.subtract({ days: 141 }),
    }),
  );
  telling.happens(telling.workday(9, '15:20'), 'joanne', async (scope) => {
    const { personId, referralId } = lostOf('ellen');
    const { pregnancyId } = await beginNewPregnancy(scope, {
      centreId: known(ground.centres, 'hartley'),
      personId,
      relation: 'pregnant',
      dueOn: telling.today.add({ weeks: 26, days: 2 }),
    });
    files.set('ellen', { personId, pregnancyId, referralId });
  });
  // One of the twins died; the other is at home and thriving.
  telling.happens(telling.workday(40, '14:40'), 'joanne', async (scope) => {
    const { personId, pregnancyId } = lostOf('marianne');
    const second = (await familyOf(scope, personId))?.babies.find(({ order }) => order === 2);
    await recordLoss(scope, {
      pregnancyId,
      toldBy: personId,
      kind: 'baby_died',
      which: { babyIds: second ? [second.id] : [] },
      happenedOn: telling.today.subtract({ days: 42 }),
    });
  });
  // An entry in the wrong file, put right within the hour.
  let mistaken = '';
  telling.happens(telling.on(8, '09:40'), 'tunde', async (scope) => {
    const { pregnancyId } = lostOf('danielle');
    mistaken = (
      await recordLoss(scope, {
        pregnancyId,
        toldBy: null,
        kind: 'not_said',
        which: { all: true },
        happenedOn: null,
      })
    ).lossId;
  });
  telling.happens(telling.on(8, '10:25'), 'joanne', (scope) =>
    undoLoss(scope, { lossId: mistaken, why: 'The letter was about somebody else with the same surname.' }),
  );

  const centreId = known(ground.centres, 'hartley');
  telling.happens(telling.workday(56, '16:05'), 'joanne', (scope) =>
    releaseSafety(scope, {
      personId: lostOf('rebecca').personId,
      centreId,
      words: 'Do not phone, and do not leave a message with anyone. Walk her to the side door at the end.',
      reviewOn: telling.today.add({ days: 34 }),
    }),
  );
};
