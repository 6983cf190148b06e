import type { App } from '../src/app.ts';
import { changeGroup, endGroup } from '../src/rooms/delivery/groups/group.commands.ts';
import { groupOf } from '../src/rooms/delivery/groups/group.queries.ts';
import { mergeFiles, sayTwoPeople, undoMerge } from '../src/rooms/people/duplicates/merge.commands.ts';
import { changeHelpLine, confirmHelpLine } from '../src/rooms/people/help-lines/help-lines.commands.ts';
import { everyHelpLine } from '../src/rooms/people/help-lines/help-lines.queries.ts';
import { pregnancyInMind1 } from '../src/rooms/programme/content/templates/pregnancy-in-mind-1.ts';
import { keepFavourite, review } from '../src/rooms/programme/toolbox/toolbox.commands.ts';
import { importReferrals } from '../src/rooms/referrals/door.ts';
import type { Files } from './arriving.ts';
import { lutonFile } from './families/luton-file.ts';
import type { Groups } from './groups.ts';
import { type Ground, known } from './settle.ts';
import { type Telling, ZONE } from './telling.ts';

/** Two cousins at one address were taken for one person, and are two again. */
const cousins = (telling: Telling, files: Files): void => {
  let mergeId = '';
  const both = () => [known(files, 'simran').personId, known(files, 'simranjit').personId] as const;
  telling.happens(telling.workday(29, '11:10'), 'joanne', async (scope) => {
    const [keptId, mergedId] = both();
    mergeId = (
      await mergeFiles(scope, { keptId, mergedId, why: 'Same phone and nearly the same name and dates.' })
    ).mergeId;
  });
  telling.happens(telling.workday(26, '10:45'), 'joanne', async (scope) => {
    await undoMerge(scope, mergeId);
    await sayTwoPeople(scope, ...both());
  });
};

/** A clinic sends its week's referrals as a file; one row has to be mended. */
const fileComes = (telling: Telling, ground: Ground): void => {
  const at = telling.workday(6, '08:50');
  telling.opens(at, (gateway) =>
    importReferrals(gateway, {
      organisationId: telling.organisationId,
      centreId: known(ground.centres, 'bramble'),
      file: Buffer.from(
        lutonFile((days) => {
          const { day, month, year } = telling.today.add({ days });
          return [String(day).padStart(2, '0'), String(month).padStart(2, '0'), year].join('/');
        }),
      ),
      fileName: 'weavers-street-clinic.csv',
      startedBy: telling.actors.get('devon')?.accountId ?? null,
      now: at,
    }),
  );
};

/** What the house does by itself through the year: entitlement ends with the first birthday. */
const nights = (app: App, telling: Telling): void => {
  const job = app.jobs['delivery.end_of_the_year'];
  if (typeof job !== 'function') return;
  for (let days = 70; days >= 0; days -= 7)
    telling.happens(telling.on(days, '04:30'), 'house', (scope) => job(scope, {}));
};

/** The office adds the number of the maternity unit and checks all of them once a year; two could not be checked that day. */
const numbersAreChecked = (telling: Telling): void =>
  telling.happens(telling.workday(45, '10:00'), 'tunde', async (scope) => {
    for (const line of await everyHelpLine(scope))
      if (!line.phone && !line.textTo && !line.url)
        await changeHelpLine(scope, line.id, { ...line, phone: '01632 960119' }, line.version);
    for (const line of (await everyHelpLine(scope)).slice(0, -2))
      await confirmHelpLine(scope, line.id, line.version, ZONE);
  });

/** The rest of a year: what people like, what a colleague read, how a group keeps in touch. */
export const oddsAndEnds = (
  app: App,
  telling: Telling,
  ground: Ground,
  files: Files,
  groups: Groups,
): void => {
  cousins(telling, files);
  fileComes(telling, ground);
  nights(app, telling);
  numbersAreChecked(telling);
  for (const [who, codes] of [
    ['joanne', ['worry-trees', 'side-lying-breath-and-hand-massage']],
    ['priya', ['a-cup-of-tea-for-you']],
  ] as const)
    for (const code of codes)
      telling.happens(telling.workday(30, '17:00'), who, (scope) => keepFavourite(scope, code, true));
  telling.happens(telling.workday(90, '15:30'), 'helen', (scope) =>
    review(scope, 'one-warm-drink', {
      version: 1,
      what: 'activity',
      name: 'Anneliese Färber',
      role: 'Specialist midwife',
      on: telling.today.subtract({ days: 95 }),
      today: telling.today.subtract({ days: 80 }),
      approved: true,
      words: 'Ask about allergies before the biscuits go round.',
    }),
  );
  const lantern = groups.cast.find(({ key }) => key === 'plymouth')?.dates.at(-1);
  if (lantern)
    telling.happens(lantern.endsAt.add({ hours: 20 }), 'helen', (scope) =>
      endGroup(scope, known(groups.ids, 'plymouth'), 'The course is over. Everyone goes on to the drop-in.'),
    );
  telling.happens(telling.on(6, '13:20'), 'joanne', async (scope) => {
    const group = await groupOf(scope, known(groups.ids, 'autumn'));
    if (!group) return;
    await changeGroup(scope, group.id, group.version, {
      name: group.name,
      places: group.places,
      crechePlaces: group.crechePlaces,
      language: group.language,
      dueFrom: group.dueFrom,
      dueUntil: group.dueUntil,
      partnersWelcome: true,
      channel:
        'A group chat that Priya looks after. No photographs of babies, and nothing after nine at night.',
      groundRules: [...pregnancyInMind1.groundRulesSuggested, 'Biscuits are for everyone.'].join('\n'),
    });
  });
};
