import { dateAt } from '#kernel/dates.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Organisation } from '#platform/http/view.ts';
import {
  type GroupFacts,
  groupsAt,
  leadersIn,
  type MySession,
  nextSessionOf,
  type PlaceFacts,
  placesOf,
  sessionsBetween,
} from '#rooms/delivery/door.ts';
import { entitledUntil, type FamilyFacts, familyOf } from '#rooms/families/door.ts';
import {
  type Centre,
  centre,
  fileOf,
  type HelpLine,
  helpLines,
  namesOfAccounts,
  type PersonFile,
} from '#rooms/people/door.ts';
import { type Handout, handoutsFor, handoutsOfFamily } from '#rooms/programme/door.ts';
import { referralOf } from '#rooms/referrals/door.ts';
import { maySayBaby, toneOf } from './me.rules.ts';

/** An offer the parent has not answered, with what to know before answering. */
export interface OpenOffer {
  readonly placeId: string;
  readonly group: string;
  readonly startsOn: Temporal.PlainDate;
  readonly at: Temporal.PlainTime;
  readonly answerBy: Temporal.PlainDate | null;
}

export interface MeFacts {
  readonly file: PersonFile;
  readonly family: FamilyFacts | null;
  readonly tone: 'usual' | 'quiet' | 'gentle';
  readonly next: MySession | null;
  readonly offer: OpenOffer | null;
  /** The name of the drop-in that is open to them; null when their centre has none yet. */
  readonly dropIn: { readonly name: string; readonly nextOn: Temporal.PlainDate | null } | null;
  readonly dropInUntil: Temporal.PlainDate | null;
  /** How their referral stands and what happens next; null once it is welcomed and they have a place. */
  readonly referral: string | null;
  readonly handouts: readonly Handout[];
  readonly lines: readonly HelpLine[];
  readonly centre: Centre | null;
}

const offerAmong = (places: readonly PlaceFacts[], groups: readonly GroupFacts[]): OpenOffer | null => {
  const place = places.find((each) => each.state === 'offered');
  const group = place && groups.find((each) => each.id === place.groupId);
  if (!place || !group) return null;
  return {
    placeId: place.id,
    group: group.name,
    // A place given back in a running group starts with its next session, not with its first.
    startsOn: group.nextAt ? dateAt(group.nextAt, group.zone) : group.startsOn,
    at: group.at,
    answerBy: place.answerBy && dateAt(place.answerBy, group.zone),
  };
};

const dropInAmong = (places: readonly PlaceFacts[], groups: readonly GroupFacts[]): MeFacts['dropIn'] => {
  const taken = new Set(places.filter((each) => each.state === 'taken').map((each) => each.groupId));
  const found = groups.find((group) => group.kind === 'drop_in' && taken.has(group.id));
  return found ? { name: found.name, nextOn: found.nextAt && dateAt(found.nextAt, found.zone) } : null;
};

const handoutsOf = (scope: Scope, family: FamilyFacts | null, { demo, zone }: Organisation) =>
  handoutsFor(scope, { ...handoutsOfFamily(family, dateAt(scope.now, zone)), demo });

/** Everything on a parent's first page. After a loss nothing of groups is even asked for. */
export const meFacts = async (
  scope: Scope,
  actor: AccountActor,
  organisation: Organisation,
): Promise<MeFacts | null> => {
  const file = await fileOf(scope, actor.personId);
  if (!file) return null;
  const family = await familyOf(scope, file.id);
  const tone = toneOf(family);
  const handouts = await handoutsOf(scope, family, organisation);
  if (tone === 'gentle')
    return {
      file,
      family,
      tone,
      next: null,
      offer: null,
      dropIn: null,
      dropInUntil: null,
      referral: null,
      handouts,
      lines: (await helpLines(scope, 'loss')).filter((line) => line.forWhom === 'loss'),
      centre: await centre(scope, file.centreId),
    };
  const places = await placesOf(scope, file.id);
  const live = places.filter((place) => place.state === 'offered' || place.state === 'taken');
  const groups =
    live.length > 0 ? await groupsAt(scope, [...new Set(live.map((place) => place.centreId))]) : [];
  const referral = await referralOf(scope, file.id);
  return {
    file,
    family,
    tone,
    // Once they are welcomed the page itself shows what is open to them.
    referral: referral && !(referral.state === 'welcomed' && live.length > 0) ? referral.words : null,
    next: live.some((place) => place.state === 'taken') ? await nextSessionOf(scope, file.id) : null,
    offer: offerAmong(live, groups),
    dropIn: dropInAmong(live, groups),
    dropInUntil: family && maySayBaby(family) ? entitledUntil(family) : null,
    handouts,
    lines: [],
    centre: null,
  };
};

export interface PeopleFacts {
  readonly file: PersonFile;
  readonly centre: Centre | null;
  readonly groups: readonly { readonly name: string; readonly people: readonly string[] }[];
}

/** Who runs the groups this parent has a place in, by first name, and how to reach the centre. */
export const peopleFacts = async (scope: Scope, actor: AccountActor): Promise<PeopleFacts | null> => {
  const file = await fileOf(scope, actor.personId);
  if (!file) return null;
  const places = (await placesOf(scope, file.id)).filter((place) => place.state === 'taken');
  const taken = new Set(places.map((place) => place.groupId));
  const groups =
    places.length === 0
      ? []
      : (await groupsAt(scope, [...new Set(places.map((place) => place.centreId))])).filter((group) =>
          taken.has(group.id),
        );
  const leaders = await leadersIn(
    scope,
    groups.map((group) => group.id),
  );
  const names = await namesOfAccounts(scope, [...leaders.values()].flat());
  return {
    file,
    centre: await centre(scope, file.centreId),
    groups: groups.map((group) => ({
      name: group.name,
      people: (leaders.get(group.id) ?? []).flatMap((account) => names.get(account) ?? []),
    })),
  };
};

export interface ComingSession {
  readonly id: string;
  readonly group: string;
  readonly on: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
  readonly where: string;
  readonly calledOff: boolean;
}

const DAYS_AHEAD = 92;

/** The sessions of the next three months of the groups where this parent has a place; none after a loss. */
export const comingSessions = async (
  scope: Scope,
  actor: AccountActor,
): Promise<{ readonly afterLoss: boolean; readonly sessions: readonly ComingSession[] } | null> => {
  const family = await familyOf(scope, actor.personId);
  if (family?.stage === 'loss') return { afterLoss: true, sessions: [] };
  const places = (await placesOf(scope, actor.personId)).filter((place) => place.state === 'taken');
  const taken = new Set(places.map((place) => place.groupId));
  const sessions = await sessionsBetween(
    scope,
    [...new Set(places.map((place) => place.centreId))],
    scope.now,
    scope.now.add({ hours: DAYS_AHEAD * 24 }),
  );
  return {
    afterLoss: false,
    sessions: sessions
      .filter((session) => taken.has(session.groupId))
      .map((session) => ({
        id: session.id,
        group: session.groupName,
        on: session.on,
        from: session.from,
        until: session.from.add({ minutes: session.minutes }),
        where: session.online ? 'Online' : [session.room, session.venue].filter(Boolean).join(', '),
        calledOff: session.calledOffWhy !== null,
      })),
  };
};
