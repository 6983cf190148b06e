import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { recordBirth, recordLoss, undoLoss } from '#rooms/families/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { decideReferral, noNeeds, receiveReferral } from '#rooms/referrals/door.ts';
import { lookForTheImpossible } from '../../src/invariants/finding.commands.ts';
import { openGroup } from '../../src/rooms/delivery/groups/group.commands.ts';
import {
  declinePlace,
  endPlace,
  lapseOffers,
  offerPlace,
  takePlace,
} from '../../src/rooms/delivery/places/place.commands.ts';
import { placesOf } from '../../src/rooms/delivery/places/place.queries.ts';
import { mergeFiles, undoMerge } from '../../src/rooms/people/duplicates/merge.commands.ts';
import { openHouse, type TestHouse } from '../support/house.ts';

/**
 * A year of a hundred families, in whatever order life brings it. After each thing that happens, and what follows
 * from it, a few sentences must still be true. The year lies in the past: a job waits for the machine's own clock.
 */
const FAMILIES = 100;
const STEPS = 700;
const YEARS = 6;
const START = Temporal.Instant.from('2025-11-10T10:00:00Z');

const KINDS = [
  'refer',
  'welcome',
  'offer',
  'offer',
  'take',
  'take',
  'decline',
  'birth',
  'loss',
  'loss_of_one',
  'undo',
  'move',
  'merge',
  'undo_merge',
  'night',
] as const;
type Kind = (typeof KINDS)[number];

/** One thing that happens: to which family, perhaps with which other one or group, and how many hours later. */
interface Step {
  readonly kind: Kind;
  readonly one: number;
  readonly other: number;
  readonly hours: number;
}

interface Life {
  personId: string;
  pregnancyId: string;
  readonly referralIds: string[];
}

interface Year {
  readonly house: TestHouse;
  readonly joanne: AccountActor;
  readonly groups: readonly string[];
  readonly lives: Map<number, Life>;
  readonly losses: string[];
  readonly merges: string[];
  done: number;
}

const begin = async (): Promise<Year> => {
  const house = await openHouse(START);
  const joanne = await house.member('Joanne Price', ['practitioner', 'administrator']);
  const groups: string[] = [];
  const open = (kind: 'antenatal_group' | 'drop_in', startsOn: string, places: number, sessions: number) =>
    house.as(joanne, async (scope) => {
      const template = await currentTemplate(scope);
      if (!template) throw new Error('no template');
      return openGroup(scope, {
        kind,
        centreId: house.centres[0].id,
        zone: 'Europe/London',
        nation: 'england-and-wales',
        name: `${kind} of ${startsOn}`,
        templateId: template.id,
        venueId: null,
        language: 'en',
        places,
        crechePlaces: 0,
        dueFrom: null,
        dueUntil: null,
        startsOn: Temporal.PlainDate.from(startsOn),
        at: Temporal.PlainTime.from('10:30'),
        sessions,
        online: true,
        partnersWelcome: true,
        groundRules: '',
      });
    });
  await open('drop_in', '2025-11-20', 30, 12);
  for (const startsOn of ['2025-12-05', '2026-02-06', '2026-05-08', '2026-08-07', '2026-10-30'])
    groups.push(await open('antenatal_group', startsOn, 3, 8));
  return { house, joanne, groups, lives: new Map(), losses: [], merges: [], done: 0 };
};

const at = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

const refer = (year: Year, index: number) =>
  year.house.as(year.joanne, async (scope) => {
    const known = year.lives.get(index);
    const today = scope.now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const received = await receiveReferral(scope, {
      centreId: year.house.centres[0].id,
      route: 'staff',
      cameBy: 'call',
      parent: known
        ? { personId: known.personId }
        : {
            givenName: `Parent${index}`,
            familyName: `Of${index}`,
            knownAs: null,
            bornOn: null,
            pronouns: null,
            language: 'en',
            interpreterNeeded: false,
            accessNeeds: '',
            nhsNumber: null,
            contact: {
              email: `parent${index}@example.org`,
              phone: null,
              address: null,
              postcode: null,
              mayEmail: true,
              mayText: false,
              mayCall: true,
              mayVoicemail: false,
              neutralOnly: false,
              safeTimes: '',
            },
          },
      relation: 'pregnant',
      family: known
        ? { pregnancyId: known.pregnancyId }
        : {
            dueOn: today.add({ days: 100 + (index % 7) * 15 }),
            bornOn: null,
            babiesExpected: 1 + (index % 9 === 0 ? 1 : 0),
          },
      needs: noNeeds,
      referrer: null,
      parentKnows: true,
      tellReferrer: false,
      heardOfUs: '',
      outsideKey: null,
    });
    if (known) known.referralIds.push(received.referralId);
    else
      year.lives.set(index, {
        personId: received.personId,
        pregnancyId: received.pregnancyId,
        referralIds: [received.referralId],
      });
  });

const placeOf = async (scope: Scope, life: Life, states: readonly string[]) =>
  (await placesOf(scope, life.personId)).find((place) => states.includes(place.state));

const happen = async (year: Year, { kind, one, other }: Step): Promise<void> => {
  const { house, joanne } = year;
  const asJoanne = <T>(work: (scope: Scope) => Promise<T>) => house.as(joanne, work);
  if (kind === 'refer') return refer(year, one);
  if (kind === 'night') {
    await house.system(lapseOffers);
    return;
  }
  if (kind === 'undo_merge') {
    const mergeId = year.merges.pop();
    if (mergeId) await asJoanne((scope) => undoMerge(scope, mergeId));
    return;
  }
  if (kind === 'undo') {
    const lossId = year.losses.splice(other % Math.max(1, year.losses.length), 1)[0];
    if (lossId) await asJoanne((scope) => undoLoss(scope, { lossId, why: 'Entered on the wrong file.' }));
    return;
  }
  const life = at([...year.lives.values()], one);
  const groupId = at(year.groups, other);
  if (!life || !groupId) return;
  const { personId, pregnancyId } = life;
  switch (kind) {
    case 'welcome':
      await asJoanne((scope) =>
        decideReferral(scope, {
          referralId: at(life.referralIds, other) ?? '',
          outcome: 'welcome',
          reason: 'fits_group',
          words: '',
        }),
      );
      return;
    case 'offer':
      await asJoanne((scope) => offerPlace(scope, { groupId, personId }));
      return;
    case 'take':
    case 'decline':
      await asJoanne(async (scope) => {
        const place = await placeOf(scope, life, ['offered']);
        if (place) await (kind === 'take' ? takePlace(scope, place.id) : declinePlace(scope, place.id));
      });
      return;
    case 'move':
      await asJoanne(async (scope) => {
        const place = await placeOf(scope, life, ['taken', 'offered']);
        if (!place || place.groupId === groupId) return;
        await endPlace(scope, place.id, 'left');
        await offerPlace(scope, { groupId, personId });
      });
      return;
    case 'birth':
      await asJoanne((scope) =>
        recordBirth(scope, {
          pregnancyId,
          babies: [
            { bornOn: scope.now.toZonedDateTimeISO('Europe/London').toPlainDate(), livesWith: 'parents' },
          ],
        }),
      );
      return;
    case 'loss':
    case 'loss_of_one': {
      const { lossId } = await asJoanne((scope) =>
        recordLoss(scope, {
          pregnancyId,
          toldBy: personId,
          kind: 'not_said',
          which: kind === 'loss' ? { all: true } : { oneExpected: true },
          happenedOn: null,
        }),
      );
      year.losses.push(lossId);
      return;
    }
    case 'merge': {
      const second = at([...year.lives.values()], other);
      if (!second || second === life) return;
      const { mergeId } = await asJoanne((scope) =>
        mergeFiles(scope, { keptId: personId, mergedId: second.personId, why: 'The same parent twice.' }),
      );
      year.merges.push(mergeId);
    }
  }
};

const sentences: Readonly<Record<string, ReturnType<typeof sql<{ id: string }>>>> = {
  'no group has more live places than places': sql`
    select g.id from delivery.groups g where g.kind = 'antenatal_group' and g.places <
      (select count(*) from delivery.places p where p.group_id = g.id and p.declined_at is null and p.lapsed_at is null and p.ended_at is null)`,
  'nobody has a live place after a loss of all, but who was not told': sql`
    select p.id from delivery.places p where p.declined_at is null and p.lapsed_at is null and p.ended_at is null
      and p.pregnancy_id = any ((select families.lost_pregnancies())::uuid[])
      and (p.pregnancy_id, p.person_id) not in (select u.pregnancy_id, u.person_id from families.untold_parents() u)`,
  'nobody waits for a group after a loss of all': sql`
    select w.id from delivery.waiting w where w.ended_at is null and w.pregnancy_id = any ((select families.lost_pregnancies())::uuid[])`,
  'no message about a group or a baby waits, or has gone, after a loss of all': sql`
    select m.id from platform.messages m
    join families.losses x on x.organisation_id = m.organisation_id and x.pregnancy_id = m.pregnancy_id and x.undone_at is null
    where m.about in ('group', 'baby') and x.pregnancy_id = any ((select families.lost_pregnancies())::uuid[])
      and (m.state in ('waiting', 'held', 'sending')
        or (m.state in ('sent', 'shown', 'doubtful') and m.gone_at > (select max(l.recorded_at) from families.losses l where l.pregnancy_id = x.pregnancy_id and l.undone_at is null)))`,
  'every job that was left did its work': sql`select task_identifier || ': ' || last_error as id from graphile_worker.jobs where last_error is not null`,
  'a person has one live place in a group at most': sql`
    select min(p.id::text) as id from delivery.places p where p.declined_at is null and p.lapsed_at is null and p.ended_at is null
    group by p.group_id, p.person_id having count(*) > 1`,
  'a parent waits once at most': sql`
    select min(w.id::text) as id from delivery.waiting w where w.ended_at is null group by w.person_id having count(*) > 1`,
};

const held = async (year: Year, step: Step): Promise<void> => {
  await year.house.system(async ({ tx }) => {
    for (const [sentence, look] of Object.entries(sentences)) {
      const { rows } = await look.execute(tx);
      expect(rows, `${sentence}, after ${step.kind}`).toEqual([]);
    }
  });
};

const live = async (year: Year, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    year.house.now = year.house.now.add({ hours: step.hours });
    try {
      await happen(year, step);
      year.done += 1;
    } catch (error) {
      // A refusal with words is an answer; anything else is a fault.
      if (!(error instanceof Refusal || error instanceof NotFound || error instanceof StaleEdit)) throw error;
    }
    await year.house.drain();
    await held(year, step);
  }
};

const family = fc.nat({ max: FAMILIES - 1 });
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  one: family,
  other: family,
  hours: fc.integer({ min: 1, max: 24 }),
});
test('a year of a hundred families, in any order, keeps its promises', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' }), async (steps) => {
      const year = await begin();
      try {
        for (let one = 0; one < FAMILIES; one++) {
          await refer(year, one);
          await year.house.drain();
        }
        await live(year, steps);
        expect(await year.house.system(lookForTheImpossible)).toBe(0);
        expect(year.lives.size).toBe(FAMILIES);
        // Most of what was asked must have happened, or the sentences were never tried.
        expect(year.done).toBeGreaterThan(STEPS / 4);
      } finally {
        await year.house.close();
      }
    }),
    { numRuns: YEARS, seed: 20261123, endOnFailure: true },
  );
});
