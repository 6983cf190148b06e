import type { Scope } from '../src/platform/db/as-actor.ts';
import { changeContact } from '../src/rooms/people/door.ts';
import {
  type Arrival,
  type NewParent,
  noNeeds,
  receiveReferral,
  type SafeContact,
} from '../src/rooms/referrals/door.ts';
import { referrers } from './cast.ts';
import { families } from './families/all.ts';
import { addressFor, type Ground, known } from './settle.ts';
import type { Reach, Sketch } from './sketch.ts';
import { NUMBER_LOST, NUMBER_REFUSED, type Telling } from './telling.ts';

/** A parent's file once it is there. */
export interface Filed {
  readonly personId: string;
  readonly pregnancyId: string;
  readonly referralId: string;
}

/** The files of the story by the key of their sketch; filled as it is told. */
export type Files = Map<string, Filed>;

const places = new Map(families.map((each, at) => [each.key, at]));

export const sketchOf = (key: string): Sketch => {
  const found = families[known(places, key)];
  if (!found) throw new Error(`no family is called ${key}`);
  return found;
};

const FULL_TERM_DAYS = 280;

/** The due date that fits the weeks of a sketch; null where none is known. */
export const dueOn = (sketch: Sketch, today: Temporal.PlainDate): Temporal.PlainDate | null =>
  sketch.weeks === null ? null : today.add({ days: FULL_TERM_DAYS - sketch.weeks * 7 - (sketch.days ?? 0) });

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** An NHS number of the range kept for tests (999…), its check figure right; null where this one cannot have one. */
const nhsNumber = (at: number): string | null => {
  const nine = `999${String(at * 37 + 1204).padStart(6, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(nine[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine}${check}`;
};

// 07700 900000 to 900999 are set aside for drama.
const phoneOf = (sketch: Sketch): string => {
  if (sketch.key === 'fern') return NUMBER_REFUSED;
  if (sketch.key === 'poppy') return NUMBER_LOST;
  return `+447700900${String(100 + known(places, sketch.phoneOf ?? sketch.key)).padStart(3, '0')}`;
};

const ways: Readonly<
  Record<Reach, Pick<SafeContact, 'mayEmail' | 'mayText' | 'mayCall' | 'mayVoicemail' | 'neutralOnly'>>
> = {
  open: { mayEmail: true, mayText: true, mayCall: true, mayVoicemail: true, neutralOnly: false },
  text: { mayEmail: false, mayText: true, mayCall: true, mayVoicemail: false, neutralOnly: false },
  email: { mayEmail: true, mayText: false, mayCall: false, mayVoicemail: false, neutralOnly: false },
  neutral: { mayEmail: false, mayText: true, mayCall: false, mayVoicemail: false, neutralOnly: true },
  no_phone: { mayEmail: true, mayText: false, mayCall: false, mayVoicemail: false, neutralOnly: true },
  none: { mayEmail: false, mayText: false, mayCall: false, mayVoicemail: false, neutralOnly: true },
  by_day_asleep: { mayEmail: true, mayText: true, mayCall: false, mayVoicemail: false, neutralOnly: false },
};

const streets: Readonly<Record<Sketch['centre'], { readonly street: string; readonly postcode: string }>> = {
  hartley: { street: 'Larkfield Terrace, Leeds', postcode: 'LS31 6' },
  bramble: { street: 'Hatters Row, Luton', postcode: 'LU9 5' },
  quayside: { street: 'Signal Steps, Plymouth', postcode: 'PL39 3' },
};

const contactOf = (sketch: Sketch): SafeContact => {
  const reach = sketch.reach ?? 'open';
  const at = known(places, sketch.key);
  const { street, postcode } = streets[sketch.centre];
  const phone = reach === 'none' || reach === 'email' ? null : phoneOf(sketch);
  return {
    email: reach === 'text' || reach === 'none' ? null : addressFor(sketch.givenName, sketch.familyName),
    phone,
    address: reach === 'none' ? null : `${at + 3} ${street}`,
    postcode: reach === 'none' ? null : `${postcode}A${'BDEFGHJLNP'[at % 10]}`,
    ...ways[reach],
    safeTimes: sketch.safeTimes ?? '',
  };
};

const parentOf = (sketch: Sketch, today: Temporal.PlainDate): NewParent => {
  const at = known(places, sketch.key);
  return {
    givenName: sketch.givenName,
    familyName: sketch.familyName,
    knownAs: sketch.knownAs ?? null,
    // Somewhere in the year, so that birthdays are spread.
    bornOn: today.subtract({ years: sketch.age, days: 11 + ((at * 47) % 340) }),
    pronouns: sketch.pronouns ?? null,
    language: sketch.language ?? 'en',
    interpreterNeeded: sketch.interpreter ?? false,
    accessNeeds: sketch.access ?? '',
    nhsNumber: sketch.noNumber || sketch.route === 'self' ? null : nhsNumber(at),
    contact: contactOf(sketch),
  };
};

const arrivalOf = (sketch: Sketch, telling: Telling, ground: Ground, files: Files): Arrival => {
  const born =
    sketch.cameWithBaby && sketch.born ? telling.today.subtract({ days: sketch.born.daysAgo }) : null;
  const by = sketch.by ? referrers[sketch.by] : undefined;
  return {
    centreId: known(ground.centres, sketch.centre),
    route: sketch.route,
    cameBy: sketch.cameBy ?? 'form',
    parent: parentOf(sketch, telling.today),
    relation: sketch.relation ?? 'pregnant',
    family: sketch.with
      ? { pregnancyId: known(files, sketch.with).pregnancyId }
      : {
          dueOn: born ? null : dueOn(sketch, telling.today),
          bornOn: born,
          babiesExpected: sketch.babies ?? 1,
        },
    needs: {
      ...noNeeds,
      why: sketch.why,
      needs: sketch.needs ?? [],
      risks: sketch.risks ?? '',
      supportNow: sketch.supportNow ?? '',
      hopes: sketch.hopes ?? '',
    },
    referrer: by ?? null,
    parentKnows: true,
    // What was told to whom long ago is not made up.
    tellReferrer: (sketch.tellReferrer ?? false) && !sketch.quiet,
    heardOfUs: sketch.heardOfUs ?? '',
    outsideKey: null,
    quiet: sketch.quiet ?? false,
  };
};

/** Hours without messages that cover this moment, for somebody who sleeps by day. */
const asleep = (now: Temporal.Instant) => {
  const hour = now.toZonedDateTimeISO('Europe/London').hour;
  const day = hour >= 7 && hour < 19;
  return {
    quietFrom: Temporal.PlainTime.from(day ? '07:00' : '19:00'),
    quietUntil: Temporal.PlainTime.from(day ? '19:00' : '09:00'),
  };
};

const receive = async (
  scope: Scope,
  sketch: Sketch,
  telling: Telling,
  ground: Ground,
  files: Files,
): Promise<void> => {
  const { personId, pregnancyId, referralId } = await receiveReferral(
    scope,
    arrivalOf(sketch, telling, ground, files),
  );
  files.set(sketch.key, { personId, pregnancyId, referralId });
  if (sketch.reach === 'by_day_asleep') await changeContact(scope, personId, asleep(telling.now));
};

/** The hour at which somebody writes to us: spread over the morning. */
const hourOf = (sketch: Sketch): string => {
  const minutes = (known(places, sketch.key) * 13) % 120;
  return `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** Every family arrives, each on its day and by its route. */
export const familiesArrive = (telling: Telling, ground: Ground, files: Files): void => {
  for (const sketch of families) {
    const at =
      sketch.route === 'self'
        ? telling.on(sketch.referred, hourOf(sketch))
        : telling.workday(sketch.referred, hourOf(sketch));
    // Public forms are the house's own errand; a call is written down by whoever took it.
    telling.happens(at, sketch.takenBy ?? 'house', (scope) => receive(scope, sketch, telling, ground, files));
  }
};
