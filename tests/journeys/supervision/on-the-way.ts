import type { Browser } from 'playwright';
import { getDocumentProxy } from 'unpdf';
import { expect } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import {
  type Arrangement,
  arrangementsOf,
  beginArrangement,
  loadSupervision,
} from '#rooms/supervision/door.ts';
import * as paths from '#rooms/supervision/paths.ts';
import { meetingHeld } from '../../../src/rooms/supervision/rhythm/meeting.commands.ts';
import { type Meeting, meetingsOf } from '../../../src/rooms/supervision/rhythm/meeting.queries.ts';
import { isOpen } from '../../../src/rooms/supervision/rhythm/meeting.rules.ts';
import { dueDay } from '../../../src/rooms/supervision/rhythm/rhythm.rules.ts';
import { openBrowser } from '../../support/chromium.ts';
import { openHouse, type TestHouse } from '../../support/house.ts';
import { build } from '../../support/kith-server.ts';
import { putOnSessions } from '../../support/ready.ts';
import { type Equipment, newVisitor, type Visitor } from '../../support/visit.ts';

/** The day on which the rhythm of this journey begins. */
export const BEGAN = Temporal.PlainDate.from('2026-03-02');
const LONG_AGO = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** The day of the rhythm with this number. */
export const due = (slot: number): Temporal.PlainDate => dueDay(BEGAN, 28, slot);

/** The test house with an address of its own, so that browsers come to it while its clock is moved by hand. */
export interface Hub {
  readonly house: TestHouse;
  readonly rob: AccountActor;
  readonly asha: AccountActor;
  readonly mina: AccountActor;
  readonly ines: AccountActor;
  readonly priya: AccountActor;
  /** A session Priya runs. */
  readonly hers: string;
  /** A group she does not run. */
  readonly groupId: string;
  readonly visitor: (actor: AccountActor, equipment?: Equipment) => Promise<Visitor>;
  /** Moves the clock to an hour of a day, with everything the house does by itself. */
  readonly go: (on: Temporal.PlainDate | string, hour?: number) => Promise<void>;
  readonly standing: () => Promise<Arrangement>;
  /** The meeting that is set for a day of the rhythm: there is exactly one. */
  readonly openFor: (slot: number) => Promise<Meeting>;
  readonly none: (slot: number) => Promise<void>;
  /** What is set for a day of the rhythm is held as it was planned, on its day. */
  readonly hold: (slot: number, by?: AccountActor) => Promise<void>;
  /** The check-ins of the first months were held too, each when it was set for. */
  readonly earlyWereHeld: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const group = async (
  house: TestHouse,
  name: string,
  days: readonly string[],
): Promise<readonly [string, readonly string[]]> => {
  const [id, sessions] = [newId(), days.map(() => newId())];
  const own = { organisation_id: house.organisationId, centre_id: house.centreId };
  await house.system(async (scope) => {
    await scope.tx
      .insertInto('delivery.groups')
      .values({
        ...own,
        id,
        kind: 'antenatal_group',
        name,
        template_id: (await currentTemplate(scope)).id,
        places: 8,
        starts_on: days[0] ?? '',
        at_time: '10:30',
        every: 'week',
        made_at: house.now.toString(),
      })
      .execute();
    await scope.tx
      .insertInto('delivery.sessions')
      .values(
        days.map((day, at) => ({
          ...own,
          id: sessions[at] ?? '',
          group_id: id,
          number: at + 1,
          starts_at: `${day}T09:30:00Z`,
          ends_at: `${day}T11:30:00Z`,
        })),
      )
      .execute();
  });
  return [id, sessions];
};

export const openHub = async (): Promise<Hub> => {
  // The look and the scripts come from what is built.
  await build();
  const house = await openHouse(Temporal.Instant.from('2026-03-02T10:00:00Z'));
  const chromium: Browser = await openBrowser();
  const origin = await house.app.server.listen({ host: '127.0.0.1', port: 0 });
  const rob = await house.member('Rob Ash', ['volunteer_manager']);
  const asha = await house.member('Asha Bell', ['practitioner']);
  const mina = await house.member('Mina Cole', ['volunteer_manager']);
  const ines = await house.member('Ines Lowe', ['service_lead']);
  const priya = await house.member('Priya Shah', ['peer_supporter']);
  await house.system(loadSupervision);
  await house.as(rob, (scope) =>
    beginArrangement(scope, {
      accountId: priya.accountId,
      centreId: house.centreId,
      supervisorId: rob.accountId,
      newcomer: true,
    }),
  );
  const [, [hers = '']] = await group(house, 'Autumn group', ['2026-10-06']);
  const [groupId] = await group(house, 'Winter group', ['2026-11-03', '2026-11-10']);
  await putOnSessions(house, priya.accountId, [hers]);
  await house.drain();

  const standing = async (): Promise<Arrangement> => {
    const [found] = await house.system((scope) => arrangementsOf(scope, [priya.accountId]));
    if (!found) throw new Error('Priya is in no rhythm.');
    return found;
  };
  const all = () => house.system((scope) => meetingsOf(scope, [priya.accountId], LONG_AGO));
  const setFor = async (slot: number): Promise<readonly Meeting[]> =>
    (await all()).filter(
      (each) => each.kind === 'one_to_one' && each.dueOn?.equals(due(slot)) && isOpen(each.state),
    );
  const openFor = async (slot: number): Promise<Meeting> => {
    const [meeting, ...more] = await setFor(slot);
    if (!meeting || more.length > 0)
      throw new Error(`One meeting is set for slot ${slot}, no more, no less.`);
    return meeting;
  };
  const go = async (on: Temporal.PlainDate | string, hour = 18): Promise<void> => {
    house.now = Temporal.PlainDate.from(on)
      .toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from({ hour }) })
      .toInstant();
    await house.system((scope) => scope.enqueue('supervision.go_round', {}));
    await house.drain();
  };
  return {
    house,
    ...{ rob, asha, mina, ines, priya, hers, groupId },
    visitor: async (actor, equipment) => {
      const visitor = await newVisitor(chromium, { origin }, equipment);
      house.browser(actor);
      await visitor.context.setExtraHTTPHeaders({ 'x-test-as': actor.accountId });
      return visitor;
    },
    go,
    standing,
    openFor,
    none: async (slot) => expect(await setFor(slot), `nothing is set for slot ${slot}`).toEqual([]),
    hold: async (slot, by = rob) => {
      const meeting = await openFor(slot);
      await go(meeting.on);
      await house.as(by, (scope) => meetingHeld(scope, meeting.id, { came: [priya.accountId] }));
      await house.drain();
    },
    earlyWereHeld: async () => {
      for (const { id } of (await all()).filter(({ kind }) => kind === 'early'))
        await house.as(rob, (scope) => meetingHeld(scope, id, { came: [priya.accountId] }));
    },
    close: async () => {
      await chromium.close();
      await house.close();
    },
  };
};

/** Somebody without a right to it comes to an address: it is not found, and nothing of it is said. */
export const findsNothing = async (visitor: Visitor, path: string): Promise<void> => {
  const answer = await visitor.page.goto(path);
  expect(answer?.status(), path).toBe(404);
  await visitor.lookOver();
};

/** Whoever holds a meeting says that it was held, at the time it was planned for. */
export const saysTheyMet = async (manager: Visitor, meetingId: string): Promise<void> => {
  await manager.visit(paths.meeting({ meetingId }));
  await manager.sees('Did you meet?');
  await manager.follow('Yes, we met');
  await manager.press('Write it down');
  await manager.sees('It is written down that you met.');
};

export const saysItDidNotHappen = async (manager: Visitor, meetingId: string, why: string): Promise<void> => {
  await manager.visit(paths.meeting({ meetingId }));
  await manager.follow('It did not happen');
  await manager.choose(why, 'What came in between?');
  await manager.press('Write it down');
  await manager.sees('Another time is looked for, and both hear of it.');
};

/** Says from when until when they are away, on the page for it. */
export const isAway = async (
  hub: Hub,
  visitor: Visitor,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<void> => {
  await visitor.visit(paths.times());
  await visitor.date('First day away', from);
  await visitor.date('Last day away', until);
  await visitor.press('I am away then');
  await visitor.sees('The days you are away are written down.');
  await hub.house.drain();
};

/** How many sheets of paper a page takes. */
export const sheets = async (paper: Buffer): Promise<number> =>
  (await getDocumentProxy(new Uint8Array(paper))).numPages;

/** What became of each day of the rhythm, as the page says it, in order. */
export const YEAR: readonly RegExp[] = [
  /Held Due Mon 30 Mar\. Wednesday 1 April 2026, 2 days after its day/,
  /Held Due Mon 27 Apr\. Friday 24 April 2026, 3 days before its day\. Because somebody is away/,
  /Held Due Mon 25 May, a bank holiday\. Tuesday 26 May 2026, 1 day after its day/,
  /Held Due Mon 22 Jun\. Wednesday 1 July 2026, 9 days after its day\..* Mon 22 Jun did not happen: the peer supporter was ill/,
  /Held Due Mon 20 Jul\. Monday 20 July 2026, on its day/,
  /Rob Ash is away, Tue 28 Jul to Sun 6 Sep/,
  /Held Due Mon 17 Aug\. Monday 17 August 2026, on its day, with Asha Bell/,
  /Not held Due Mon 14 Sep\..*did not happen: the supervisor could not come\..*did not happen: it was forgotten/,
  /Held Due Mon 12 Oct\. Tuesday 29 September 2026, 13 days before its day/,
  /On leave Due Mon 9 Nov\. Away on its day and all around it, so nothing was owed/,
  /Held Due Mon 7 Dec/,
  /Held Due Mon 4 Jan/,
  /Held Due Mon 1 Feb/,
  /A time is set Due Mon 1 Mar/,
];
