import type { Scope } from '../src/platform/db/as-actor.ts';
import { holdDebrief, offerDebrief } from '../src/rooms/supervision/load/debrief.commands.ts';
import { tellHowItWas } from '../src/rooms/supervision/load/told.commands.ts';
import { comeToCoffee, proposeCoffee } from '../src/rooms/supervision/rhythm/coffee.commands.ts';
import { meetingsOf } from '../src/rooms/supervision/rhythm/meeting.queries.ts';
import { sharePlan, writePlan } from '../src/rooms/supervision/staying-well/stay-well.commands.ts';
import { ownPlan } from '../src/rooms/supervision/staying-well/stay-well.queries.ts';
import { type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

/** What somebody carries, said by themselves; a talk that was offered and held, and one that waits. */
export const somethingWeighs = (telling: Telling, ground: Ground, accountId: string): void => {
  const hartley = known(ground.centres, 'hartley');
  const says = (days: number, time: string, told: boolean, words: string) =>
    telling.happens(telling.on(days, time), 'priya', (scope) =>
      tellHowItWas(scope, hartley, { how: 'heavy', told, words, at: scope.now }).then(() => undefined),
    );
  says(24, '13:10', true, 'Somebody cried for a long time and then told me about last winter.');
  telling.happens(telling.on(24, '16:00'), 'ruth', async (scope) => {
    const open = await openTalk(scope, accountId);
    if (open)
      await offerDebrief(scope, open, { how: 'phone', words: 'I ring you at five, if that suits you.' });
  });
  telling.happens(telling.on(23, '17:40'), 'ruth', async (scope) => {
    const open = await openTalk(scope, accountId);
    if (open) await holdDebrief(scope, open, 'We talked for half an hour. She went for a walk afterwards.');
  });
  says(0, '08:20', false, '');
  telling.happens(telling.on(40, '21:00'), 'priya', async (scope) => {
    await writePlan(
      scope,
      {
        keeps: 'Swimming on Mondays. Bed before eleven. My sister on the phone.',
        signs: 'I answer messages at night. I cannot hear my own children.',
        helps: 'A week without the drop-in. Somebody who asks twice.',
        please_do: 'Ring me; I do not answer messages when it is like that.',
        please_not: 'Please do not take me off the rota without asking.',
        rings: 'My sister, and Tom from the drop-in.',
      },
      0,
    );
    await sharePlan(scope);
  });
  telling.happens(telling.on(11, '22:15'), 'priya', async (scope) => {
    const plan = await ownPlan(scope);
    if (plan)
      await writePlan(
        scope,
        { ...plan.words, helps: `${plan.words.helps} The long way home.` },
        plan.version,
      );
  });
};

const openTalk = async (scope: Scope, accountId: string): Promise<string | null> =>
  (
    await scope.tx
      .selectFrom('supervision.debriefs')
      .select('id')
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('account_id', '=', accountId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null;

/** Coffee mornings are the peer supporters' own; the next one is put down for each centre, and somebody comes. */
export const coffeeIsPutDown = (telling: Telling, ground: Ground): void => {
  for (const slug of ['hartley', 'bramble', 'quayside'] as const)
    telling.happens(telling.on(12, '07:30'), 'house', async (scope) => {
      const at = await scope.tx
        .selectFrom('people.centres')
        .select(['id', 'name', 'nation', 'zone'])
        .where('organisation_id', '=', telling.organisationId)
        .where('id', '=', known(ground.centres, slug))
        .executeTakeFirstOrThrow();
      await proposeCoffee(scope, at);
    });
  telling.happens(telling.on(5, '19:30'), 'priya', async (scope) => {
    const next = (await meetingsOf(scope, [known(telling.actors, 'priya').accountId], scope.now)).find(
      ({ kind }) => kind === 'coffee',
    );
    if (next) await comeToCoffee(scope, next.id, true);
  });
};
