import type { Scope } from '../src/platform/db/as-actor.ts';
import { openGroup } from '../src/rooms/delivery/groups/group.commands.ts';
import { declinePlace, offerPlace, takePlace } from '../src/rooms/delivery/places/place.commands.ts';
import { placesOf } from '../src/rooms/delivery/places/place.queries.ts';
import { addLeader } from '../src/rooms/delivery/rota/crew.commands.ts';
import { answerSession, callOffSession } from '../src/rooms/delivery/sessions/session.commands.ts';
import { sessionsOf } from '../src/rooms/delivery/sessions/session.queries.ts';
import { pregnancyInMind1 } from '../src/rooms/programme/content/templates/pregnancy-in-mind-1.ts';
import { bookRoom, currentTemplate } from '../src/rooms/programme/door.ts';
import type { Files } from './arriving.ts';
import type { CastGroup } from './cast-groups.ts';
import { type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

/** What the groups of the story became: ids by key, sessions by key and number ("autumn:5"). */
export interface Groups {
  readonly cast: readonly CastGroup[];
  readonly ids: Map<string, string>;
  readonly sessions: Map<string, string>;
}

const FULL_TERM_WEEKS = 40;

const roleOf = (leader: string, group: CastGroup): 'practitioner' | 'peer_supporter' =>
  group.kind === 'antenatal_group' && group.leaders[0] === leader ? 'practitioner' : 'peer_supporter';

const open = async (
  scope: Scope,
  group: CastGroup,
  telling: Telling,
  ground: Ground,
  groups: Groups,
): Promise<void> => {
  const centreId = known(ground.centres, group.centre);
  const dueFor = (weeks: number) => group.startsOn.add({ weeks: FULL_TERM_WEEKS - weeks });
  const id = await openGroup(scope, {
    kind: group.kind,
    centreId,
    zone: 'Europe/London',
    nation: 'england-and-wales',
    name: group.name,
    templateId: (await currentTemplate(scope)).id,
    venueId: known(ground.venues, group.venue),
    language: 'en',
    places: group.places,
    crechePlaces: group.creche,
    dueFrom: group.weeksAtStart ? dueFor(group.weeksAtStart[1]) : null,
    dueUntil: group.weeksAtStart ? dueFor(group.weeksAtStart[0]) : null,
    startsOn: group.startsOn,
    at: Temporal.PlainTime.from(group.at),
    sessions: group.dates.length,
    online: false,
    partnersWelcome: true,
    groundRules: pregnancyInMind1.groundRulesSuggested.join('\n'),
  });
  groups.ids.set(group.key, id);
  for (const session of await sessionsOf(scope, id))
    groups.sessions.set(`${group.key}:${session.number}`, session.id);
  for (const leader of group.leaders)
    await addLeader(
      scope,
      { id, centreId },
      telling.actors.get(leader)?.accountId ?? '',
      roleOf(leader, group),
    );
};

/** The place a parent of the story holds or was offered last in a group. */
const placeIn = async (scope: Scope, groupId: string, personId: string): Promise<string> => {
  const place = (await placesOf(scope, personId)).filter((each) => each.groupId === groupId).at(-1);
  if (!place) throw new Error('nobody offered this place');
  return place.id;
};

interface Offer {
  readonly group: string;
  readonly to: string;
  /** Days before today. */
  readonly offered: number;
  /** Days before today on which they said yes, or no. */
  readonly taken?: number;
  readonly declined?: number;
  readonly partnerComes?: boolean;
  readonly creche?: number;
  readonly bring?: string;
  /** Nobody was written to: it was said in person. */
  readonly tell?: boolean;
}

const long = (group: string, keys: readonly string[], offered: number): readonly Offer[] =>
  keys.map((to, at) => ({
    group,
    to,
    offered: offered - (at % 3),
    taken: offered - 3 - (at % 3),
    tell: false,
  }));

const offers: readonly Offer[] = [
  ...long('summer', ['emily', 'zainab', 'bronwen', 'sadie', 'marianne', 'tereza', 'kerryann', 'ellen'], 162),
  ...long('plymouth', ['morwenna', 'noor', 'jade', 'eleni', 'stacey'], 259),
  { group: 'plymouth', to: 'imogen', offered: 236, taken: 235, tell: false },
  { group: 'autumn', to: 'amina', offered: 52, taken: 51, creche: 1, bring: 'A crèche place for Idris' },
  { group: 'autumn', to: 'agnieszka', offered: 52, taken: 49 },
  { group: 'autumn', to: 'chantelle', offered: 51, taken: 50, partnerComes: true },
  { group: 'autumn', to: 'fatoumata', offered: 50, taken: 48 },
  { group: 'autumn', to: 'niamh', offered: 50, taken: 46 },
  { group: 'autumn', to: 'rebecca', offered: 49, taken: 47 },
  { group: 'autumn', to: 'hollie', offered: 49, taken: 48 },
  { group: 'autumn', to: 'jess', offered: 5, taken: 3 },
  { group: 'winter', to: 'olivia', offered: 18, taken: 17 },
  { group: 'winter', to: 'huimin', offered: 18, taken: 15 },
  { group: 'winter', to: 'shanice', offered: 17, taken: 16 },
  { group: 'winter', to: 'laura', offered: 16, taken: 13, partnerComes: true },
  { group: 'winter', to: 'yasmin', offered: 14, taken: 11 },
  { group: 'winter', to: 'kayleigh', offered: 13 },
  { group: 'winter', to: 'anabeatriz', offered: 12, declined: 9 },
  { group: 'winter', to: 'gemma', offered: 4 },
  { group: 'luton', to: 'samina', offered: 34, taken: 32 },
  { group: 'luton', to: 'oksana', offered: 34, taken: 33, creche: 1 },
  { group: 'luton', to: 'ruby', offered: 33, taken: 33 },
  { group: 'luton', to: 'mirela', offered: 32, taken: 29 },
  { group: 'luton', to: 'aisling', offered: 31, taken: 30 },
  { group: 'luton', to: 'tanisha', offered: 31, taken: 28 },
];

/** Opens the groups, and fills them: offered, taken, declined and left to lapse. */
export const groupsFill = (telling: Telling, ground: Ground, files: Files, groups: Groups): void => {
  for (const group of groups.cast)
    telling.happens(telling.workday(group.opened, '09:20'), group.openedBy, (scope) =>
      open(scope, group, telling, ground, groups),
    );
  const personOf = (key: string) => known(files, key).personId;
  for (const offer of offers) {
    const by = groups.cast.find(({ key }) => key === offer.group)?.openedBy ?? 'house';
    telling.happens(telling.on(offer.offered, '14:10'), by, (scope) =>
      offerPlace(scope, {
        groupId: known(groups.ids, offer.group),
        personId: personOf(offer.to),
        tell: offer.tell ?? true,
      }),
    );
    // They answered through the link on their page, or by phone with somebody who wrote it down: the house keeps it.
    if (offer.taken !== undefined)
      telling.happens(telling.on(offer.taken, '18:30'), 'house', async (scope) =>
        takePlace(scope, await placeIn(scope, known(groups.ids, offer.group), personOf(offer.to)), {
          ...(offer.partnerComes !== undefined && { partnerComes: offer.partnerComes }),
          ...(offer.creche !== undefined && { crecheChildren: offer.creche }),
          ...(offer.bring !== undefined && { bring: offer.bring }),
        }),
      );
    if (offer.declined !== undefined)
      telling.happens(telling.on(offer.declined, '19:05'), 'house', async (scope) =>
        declinePlace(scope, await placeIn(scope, known(groups.ids, offer.group), personOf(offer.to))),
      );
  }
  // The night worker is offered a chair while she sleeps: the message waits until she is up.
  telling.happens(telling.now.subtract({ minutes: 12 }), 'helen', (scope) =>
    offerPlace(scope, { groupId: known(groups.ids, 'winter'), personId: personOf('blessing') }),
  );
};

/** What parents said about coming, the session that was called off, and rooms that others use. */
export const diaryFills = (telling: Telling, ground: Ground, files: Files, groups: Groups): void => {
  const answers: readonly (readonly [string, string, boolean, string])[] = [
    ['autumn:5', 'agnieszka', true, ''],
    ['autumn:5', 'fatoumata', true, 'The lift was out last time I was in town. I will ring if I am late.'],
    ['autumn:5', 'niamh', false, 'I have an exam.'],
    ['luton:4', 'ruby', true, 'Please check that the interpreter knows the room.'],
  ];
  for (const [session, who, coming, words] of answers)
    telling.happens(telling.on(1, '19:30'), 'house', (scope) =>
      answerSession(scope, {
        sessionId: known(groups.sessions, session),
        personId: known(files, who).personId,
        coming,
        words,
      }),
    );

  const second = groups.cast.find(({ key }) => key === 'luton')?.dates[1];
  if (second)
    telling.happens(second.startsAt.subtract({ hours: 22 }), 'wiktoria', (scope) =>
      callOffSession(
        scope,
        known(groups.sessions, 'luton:2'),
        1,
        'The boiler in the Garden Room is broken and it is too cold to sit.',
      ),
    );

  const fifth = groups.cast.find(({ key }) => key === 'autumn')?.dates[4];
  const third = groups.cast.find(({ key }) => key === 'luton')?.dates[3];
  const elsewhere = (
    who: string,
    centre: 'hartley' | 'bramble',
    venue: string,
    from: Temporal.Instant,
    hours: number,
    what: string,
  ) =>
    telling.happens(telling.workday(16, '12:15'), who, (scope) =>
      bookRoom(scope, {
        venueId: known(ground.venues, venue),
        centreId: known(ground.centres, centre),
        from,
        until: from.add({ minutes: Math.round(hours * 60) }),
        what,
      }),
    );
  if (fifth) {
    elsewhere(
      'tunde',
      'hartley',
      'oak',
      fifth.startsAt.add({ hours: 3 }),
      1.5,
      'Baby clinic, health visitors',
    );
    elsewhere(
      'tunde',
      'hartley',
      'library',
      fifth.startsAt.subtract({ hours: 24 }),
      2,
      'English for new arrivals, the library',
    );
  }
  if (third)
    elsewhere(
      'devon',
      'bramble',
      'garden',
      third.startsAt.add({ hours: 3 }),
      2,
      'Toddler music, Bramble Court nursery',
    );
};
