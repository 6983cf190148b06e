import type { Scope } from '../src/platform/db/as-actor.ts';
import { conversationHeld } from '../src/rooms/recruiting/file/file.commands.ts';
import { enquire } from '../src/rooms/recruiting/join/enquire.commands.ts';
import { tickAboutYou } from '../src/rooms/recruiting/mine/about-you.commands.ts';
import { applyAgain, leave, rest } from '../src/rooms/recruiting/mine/ends.commands.ts';
import { sendForm } from '../src/rooms/recruiting/mine/form.commands.ts';
import { attributeQuestions } from '../src/rooms/recruiting/mine/form.rules.ts';
import { askForHelp } from '../src/rooms/recruiting/mine/help.commands.ts';
import {
  type ApplicationFacts,
  applicationBySecret,
  applicationOf,
} from '../src/rooms/recruiting/route/application.queries.ts';
import type { ApplicantCast } from './applicants-cast.ts';
import { recruiters } from './recruiting-ground.ts';
import { addressFor, type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

/** Where links in the letters of the story lead; nobody reads them. */
export const ORIGIN = 'https://kith.example.org';

/** An applicant of the story: who, the days of the way, and their application's id once they have asked. */
export interface OnTheWay {
  readonly who: ApplicantCast;
  readonly telling: Telling;
  readonly ids: Map<string, string>;
  /** So many days after the enquiry, at a time of the day; never later than now. */
  readonly day: (after: number, time: string) => Temporal.Instant;
  /** The manager, or by another key somebody else of the centre, does something with the application. */
  readonly ours: (
    after: number,
    time: string,
    work: (scope: Scope, application: ApplicationFacts) => Promise<unknown>,
    by?: 'manager' | 'beside' | 'third',
  ) => void;
  /** The applicant does something on their own page: as the house, because they have no account. */
  readonly theirs: (
    after: number,
    time: string,
    work: (scope: Scope, application: ApplicationFacts) => Promise<unknown>,
  ) => void;
}

const applicationIn = async (scope: Scope, ids: ReadonlyMap<string, string>, key: string) => {
  const found = await applicationOf(scope, known(ids, key));
  if (!found) throw new Error(`the story lost the application of ${key}`);
  return found;
};

export const onTheWay = (telling: Telling, who: ApplicantCast, ids: Map<string, string>): OnTheWay => {
  const day = (after: number, time: string) => telling.workday(Math.max(0, who.asked - after), time);
  return {
    who,
    telling,
    ids,
    day,
    ours: (after, time, work, by = 'manager') =>
      telling.happens(day(after, time), recruiters[who.centre][by], async (scope) =>
        work(scope, await applicationIn(scope, ids, who.key)),
      ),
    // An applicant writes when the children are in bed, on a Sunday as well.
    theirs: (after, time, work) =>
      telling.happens(telling.on(Math.max(0, who.asked - after), time), 'house', async (scope) =>
        work(scope, await applicationIn(scope, ids, who.key)),
      ),
  };
};

const DRAWN = [
  'Somebody sat with me when my first was small, and I have never forgotten it.',
  'I live round the corner and see mums walking up and down with the pram, on their own.',
  'My sister had a hard time after her baby. I wish there had been a place like this.',
  'I have time on Tuesdays now that mine are at school.',
  '',
] as const;

/** The enquiry: two minutes on a phone. */
export const asks = (
  of: OnTheWay,
  ground: Ground,
  sources: ReadonlyMap<string, string>,
  at: number,
): void => {
  const { who, telling, ids } = of;
  const minutesAgo = telling.on(
    who.asked,
    `${String(8 + (at % 12)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`,
  );
  telling.happens(minutesAgo, 'house', async (scope) => {
    const profile = await scope.tx
      .selectFrom('recruiting.role_profiles')
      .select('id')
      .where('organisation_id', '=', telling.organisationId)
      .where('code', '=', who.role)
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    const secret = await enquire(scope, {
      centreId: known(ground.centres, who.centre),
      profileId: profile.id,
      givenName: who.givenName,
      email: who.byPhone ? null : addressFor(who.givenName, who.familyName),
      phone: who.byPhone || at % 3 === 0 ? `+4477009008${String(at).padStart(2, '0')}` : null,
      mayText: who.byPhone === true,
      sourceId: who.source ? known(sources, who.source) : null,
      heardFrom: who.source ? '' : 'website',
      wasParentHere: who.source === 'parents-quayside' ? true : at % 4 === 0 ? null : false,
      words: DRAWN[at % DRAWN.length] ?? '',
      origin: ORIGIN,
      questions: 7,
      minutes: 1 + (at % 3),
    });
    const made = secret && (await applicationBySecret(scope, secret));
    if (!made) throw new Error(`the story could not ask for ${who.key}`);
    ids.set(who.key, made.id);
  });
};

const TALKED = [
  'Warm and easy to talk to. Asked good questions about what happens when somebody cries.',
  'We talked for half an hour. Keen, a little unsure whether she is “the right sort”. She is.',
  'Asked about expenses and about benefits; I sent the page. Free on weekday mornings.',
  'Has run a toddler group at her mosque for four years. Listens.',
] as const;

export const talks = (of: OnTheWay, at: number): void =>
  of.ours(5, '11:10', (scope, application) =>
    conversationHeld(scope, application, TALKED[at % TALKED.length] ?? ''),
  );

export const callIsWanted = (of: OnTheWay): void =>
  of.theirs(1, '19:20', (scope, { id }) =>
    askForHelp(scope, {
      applicationId: id,
      kind: 'call',
      words: 'After six is best, when the children are in bed.',
    }),
  );

export const helpIsWanted = (of: OnTheWay): void =>
  of.theirs(8, '12:40', (scope, { id }) =>
    askForHelp(scope, {
      applicationId: id,
      kind: 'together',
      words: 'I am better at talking than at writing.',
    }),
  );

const WHY = [
  'I know what it is to be awake at four and think you are the only one. I would like to be the person who says: me too, and it gets better.',
  'I had good people around me. Not everybody has.',
  'I want to give something back to the place that helped my friend.',
] as const;
const TIMES_THERE = [
  'When my neighbour lost her job I went round every evening for a week. Mostly we did the washing-up.',
  'At work people come to me when it is too much. I do not say much. I put the kettle on.',
  'My cousin told me about her panic in the car park of a supermarket. We sat there for an hour.',
] as const;

export const applies = (of: OnTheWay, at: number): void => {
  const together = of.who.byPhone === true;
  const work = (scope: Scope, application: ApplicationFacts) =>
    sendForm(scope, {
      applicationId: application.id,
      written: together ? 'together' : 'alone',
      minutes: 8 + ((at * 5) % 17),
      answers: {
        familyName: of.who.familyName,
        why: WHY[at % WHY.length] ?? '',
        brings: at % 2 === 0 ? 'I am calm, I am on time, and I make people laugh.' : '',
        days: at % 2 === 0 ? ['monday', 'tuesday'] : ['thursday'],
        times: ['morning'],
        free: at % 3 === 0 ? 'Not in the school holidays.' : '',
        attributes: attributeQuestions(application.profile.content.attributes).map((question, index) => ({
          ...question,
          answer: TIMES_THERE[(at + index) % TIMES_THERE.length] ?? '',
        })),
        languages: at % 4 === 0 ? 'Polish and English' : '',
        accessNeeds: '',
        easier: '',
      },
    });
  if (together) of.ours(9, '10:30', work);
  else of.theirs(9, '20:45', work);
  if (at % 5 !== 4)
    of.theirs(9, '20:50', (scope, application) =>
      tickAboutYou(scope, application, {
        ageBand: (['under_25', '25_34', '35_44', '45_54', '55_64'] as const)[at % 5] ?? null,
        ethnicGroup: (['white', 'asian', 'black', 'mixed'] as const)[at % 4] ?? null,
        gender: at % 9 === 0 ? 'man' : 'woman',
        disabled: at % 6 === 0 ? 'yes' : 'no',
      }),
    );
};

export const rests = (of: OnTheWay): void =>
  of.theirs(16, '13:00', (scope, { id }) =>
    rest(scope, {
      applicationId: id,
      until: of.telling.today.add({ days: 24 }),
      why: 'My mother is in hospital.',
    }),
  );

export const leaves = (of: OnTheWay, after: number): void =>
  of.theirs(after, '21:15', (scope, { id }) =>
    leave(scope, { applicationId: id, why: of.who.why ?? 'time', words: '' }),
  );

export const comesAgain = (of: OnTheWay): void =>
  of.theirs(118, '09:05', async (scope, { id }) => {
    const secret = await applyAgain(scope, { applicationId: id, origin: ORIGIN });
    const again = await applicationBySecret(scope, secret);
    if (again) of.ids.set(of.who.key, again.id);
  });
