import type { Scope } from '../src/platform/db/as-actor.ts';
import { correctRegister } from '../src/rooms/delivery/register/correct.commands.ts';
import { followUp } from '../src/rooms/delivery/register/follow-up.commands.ts';
import {
  closeRegister,
  type MarkAsk,
  markRegister,
} from '../src/rooms/delivery/register/register.commands.ts';
import type { Mark } from '../src/rooms/delivery/register/register.rules.ts';
import { type Expected, expectedAt, sessionOf } from '../src/rooms/delivery/sessions/session.queries.ts';
import { familiesOf } from '../src/rooms/families/door.ts';
import { filesOf } from '../src/rooms/people/door.ts';
import type { Files } from './arriving.ts';
import type { CastGroup } from './cast-groups.ts';
import type { Groups } from './groups.ts';
import { known } from './settle.ts';
import type { Telling } from './telling.ts';

/** A number from 0 to 99 that is always the same for the same words: the story's only chance. */
export const chance = (...words: readonly (string | number)[]): number => {
  let hash = 2166136261;
  for (const letter of words.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  // Words that differ in one letter must not draw alike.
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
};

/** Whom it is told of in particular; everyone else comes as people do. */
const told: Readonly<Record<string, Mark>> = {
  'autumn:1/rebecca': 'late',
  'autumn:2/niamh': 'sent_word',
  'autumn:3/agnieszka': 'did_not_come',
  'autumn:4/fatoumata': 'did_not_come',
  'autumn:4/amina': 'came',
  'autumn:4/chantelle': 'came',
  'luton:1/mirela': 'late',
  'luton:3/tanisha': 'did_not_come',
};

const inGroup = (session: string, key: string): Mark => {
  const said = told[`${session}/${key}`];
  if (said) return said;
  const drawn = chance(session, key);
  if (drawn < 76) return 'came';
  if (drawn < 84) return 'late';
  return drawn < 94 ? 'sent_word' : 'did_not_come';
};

/** Of those who may come to a drop-in, how many in a hundred do; and how many chairs there are. */
const DROP_IN_COMES = 55;
const DROP_IN_MOST = 11;

const keysOf = (files: Files): ReadonlyMap<string, string> =>
  new Map([...files].map(([key, { personId }]) => [personId, key]));

const marksFor = async (
  scope: Scope,
  group: CastGroup,
  session: string,
  expected: readonly Expected[],
  files: Files,
): Promise<readonly MarkAsk[]> => {
  const keys = keysOf(files);
  const ids = expected.map(({ personId }) => personId);
  const families = await familiesOf(scope, ids);
  // Whoever has not been welcomed yet is not known to the peer supporters, and has not come.
  const seen = await filesOf(scope, ids);
  const marks = expected
    .filter(({ personId }) => seen.has(personId))
    .flatMap((each, at): readonly MarkAsk[] => {
      const key = keys.get(each.personId) ?? `row ${at}`;
      const born = families.get(each.personId)?.stage === 'born';
      if (group.kind === 'drop_in')
        return chance(session, key) < DROP_IN_COMES
          ? [{ personId: each.personId, mark: chance(key, session) < 15 ? 'late' : 'came', babyCame: born }]
          : [];
      const mark = inGroup(session, key);
      return [
        {
          personId: each.personId,
          mark,
          partnerCame: each.partnerComes && chance(session, key, 'partner') < 80,
          babyCame: born,
        },
      ];
    });
  return group.kind === 'drop_in' ? marks.slice(0, DROP_IN_MOST) : marks;
};

const close = async (
  scope: Scope,
  group: CastGroup,
  number: number,
  files: Files,
  groups: Groups,
  keepOpen: boolean,
): Promise<void> => {
  const name = `${group.key}:${number}`;
  const session = await sessionOf(scope, known(groups.sessions, name));
  if (!session || session.calledOffWhy !== null) return;
  const marks = await marksFor(scope, group, name, await expectedAt(scope, session), files);
  if (keepOpen) {
    await markRegister(scope, { sessionId: session.id, marks: marks.slice(0, 3) });
    return;
  }
  const empty = group.kind === 'drop_in' && marks.length === 0;
  await closeRegister(scope, {
    sessionId: session.id,
    marks,
    groundRulesSaid: number === 1,
    happened: !empty,
    whyNot: empty ? 'nobody_came' : null,
    words: '',
  });
};

const words: readonly string[] = [
  'Her toddler was ill. She will be there next week.',
  'She had forgotten the day, and was glad that somebody asked.',
  'The bus did not come. Showed her the other line.',
  'A hard week at home. Said there is no need to explain.',
];

/** Asks after everyone who did not come to a session, some days later. */
const askAfter = async (scope: Scope, sessionId: string): Promise<void> => {
  const missed = await scope.tx
    .selectFrom('delivery.attendances')
    .select(['person_id', 'version'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .where('mark', '=', 'did_not_come')
    .where('followed_up_at', 'is', null)
    .orderBy('person_id')
    .execute();
  for (const [at, each] of missed.entries())
    await followUp(scope, {
      sessionId,
      personId: each.person_id,
      version: each.version,
      how: at % 2 === 0 ? 'spoke' : 'message',
      words: words[at % words.length] ?? '',
    });
};

/** Registers that somebody still has to close, or has to ask after somebody of. */
const LEFT_OPEN = 'luton:3';
const NOT_ASKED_AFTER = 'autumn:4';

/** Every session that is over has its register; all but one are closed, and one was put right afterwards. */
export const registersClose = (telling: Telling, files: Files, groups: Groups): void => {
  for (const group of groups.cast) {
    for (const { number, endsAt } of group.dates) {
      const closes = endsAt.add({ minutes: 10 });
      if (Temporal.Instant.compare(closes, telling.now) > 0) continue;
      const name = `${group.key}:${number}`;
      const by = group.leaders[number % group.leaders.length] ?? 'house';
      telling.happens(closes, by, (scope) => close(scope, group, number, files, groups, name === LEFT_OPEN));
      const asks = endsAt.add({ hours: 46 });
      if (
        group.kind === 'antenatal_group' &&
        name !== LEFT_OPEN &&
        name !== NOT_ASKED_AFTER &&
        Temporal.Instant.compare(asks, telling.now) < 0
      )
        telling.happens(asks, group.leaders[0] ?? 'house', (scope) =>
          askAfter(scope, known(groups.sessions, name)),
        );
    }
  }
  const third = groups.cast.find(({ key }) => key === 'autumn')?.dates[2];
  if (third)
    telling.happens(third.endsAt.add({ hours: 20 }), 'joanne', (scope) =>
      correctRegister(scope, {
        sessionId: known(groups.sessions, 'autumn:3'),
        marks: [{ personId: known(files, 'rebecca').personId, mark: 'sent_word', version: 1 }],
        session: null,
        why: 'Her e-mail came while we were setting out the chairs, and I saw it afterwards.',
      }),
    );
};
