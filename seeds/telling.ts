import type { App } from '../src/app.ts';
import { rooms } from '../src/corridor.ts';
import { momentAt } from '../src/kernel/dates.ts';
import type { AccountActor, Actor } from '../src/platform/db/actor.ts';
import type { Gateway, Scope } from '../src/platform/db/as-actor.ts';
import type { Jobs } from '../src/platform/jobs/worker.ts';
import { makeSender } from '../src/platform/messages/sender.ts';
import { houseTemplates } from '../src/platform/messages/templates/all.ts';
import { NotSent } from '../src/platform/messages/ways.ts';

export const ZONE = 'Europe/London';

interface Happening {
  readonly at: Temporal.Instant;
  readonly order: number;
  readonly run: () => Promise<void>;
}

interface Pending {
  readonly at: Temporal.Instant;
  readonly order: number;
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Tells a story in the order of its moments: what happens, and what follows from it at the moment it would have. */
export interface Telling {
  readonly organisationId: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly actors: Map<string, AccountActor>;
  /** So many days before today (negative: after it) at this time of the day, never later than now. */
  readonly on: (daysAgo: number, time: string) => Temporal.Instant;
  /** The same on a working day: what would fall on a weekend happens on the Monday. */
  readonly workday: (daysAgo: number, time: string) => Temporal.Instant;
  /** Somebody of the cast (by key) or the house itself does something at a moment. Runs when told. */
  readonly happens: (at: Temporal.Instant, who: string, work: (scope: Scope) => Promise<unknown>) => void;
  /** The same with a gateway of the story, for what needs more than one transaction. */
  readonly opens: (at: Temporal.Instant, work: (gateway: Gateway) => Promise<unknown>) => void;
  readonly tell: (progress: (done: number, of: number) => void) => Promise<void>;
}

/** Two phones of the story that no text reaches, so that the outbox can be seen with every kind of ending. */
export const NUMBER_REFUSED = '+447700900990';
export const NUMBER_LOST = '+447700900991';

// In its last days the story has a way for texts, which only remembers nothing: no message of it ever leaves.
const PRETENDS_FOR = { hours: 96 } as const;

const senders = (mailFrom: string): { readonly showing: Jobs; readonly pretending: Jobs } => {
  const told = {
    templates: [...houseTemplates, ...rooms.flatMap((room) => room.messages ?? [])],
    guards: rooms.flatMap((room) => room.guards ?? []),
    mailFrom,
  };
  return {
    showing: makeSender(told),
    pretending: makeSender({
      ...told,
      sms: {
        send: async ({ to }) => {
          if (to === NUMBER_REFUSED) throw new NotSent('refused', 'no such number');
          if (to === NUMBER_LOST) throw new NotSent('unknown', 'the line went');
        },
      },
    }),
  };
};

const earlier = (
  one: { at: Temporal.Instant; order: number },
  other: { at: Temporal.Instant; order: number },
) => Temporal.Instant.compare(one.at, other.at) || one.order - other.order;

const laterMoment = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) >= 0 ? one : other;

const first = (waiting: ReadonlyMap<string, Pending>): readonly [string, Pending] | null => {
  let found: readonly [string, Pending] | null = null;
  for (const each of waiting) if (!found || earlier(each[1], found[1]) < 0) found = each;
  return found;
};

/**
 * A telling of the demonstration over an empty database. Jobs that commands leave are followed here, in order and at
 * their own past moment; what lies ahead of now is left to the real worker.
 */
export const openTelling = (app: App, organisationId: string): Telling => {
  const now = app.clock();
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  const actors = new Map<string, AccountActor>();
  const happenings: Happening[] = [];
  const pending = new Map<string, Pending>();
  const { showing, pretending } = senders('Hearth & Kin <hello@example.org>');
  const pretendsFrom = now.subtract(PRETENDS_FOR);
  const house: Actor = { kind: 'system', organisationId, why: 'the demonstration' };
  let order = 0;

  const actorOf = (who: string): Actor => {
    if (who === 'house') return house;
    const actor = actors.get(who);
    if (!actor) throw new Error(`nobody of the cast is called ${who}`);
    return actor;
  };

  // What a transaction enqueues is followed only when it is committed, as the real queue does.
  const gateway: Gateway = async (actor, at, work) => {
    const left: { readonly key: string; readonly job: Pending }[] = [];
    const result = await app.gateway(
      actor,
      at,
      (scope) =>
        work({
          ...scope,
          enqueue: async (task, payload, options = {}) => {
            order += 1;
            left.push({
              key: options.key ?? `${task}:${order}`,
              job: {
                at: laterMoment(options.at ?? at, at),
                order,
                task,
                payload: { ...payload, organisationId },
              },
            });
          },
        }),
      // The story can be told again from the beginning: no disk is waited for.
      'look',
    );
    for (const { key, job } of left) pending.set(key, job);
    return result;
  };

  const follow = async ({ at, task, payload }: Pending): Promise<void> => {
    const sender = Temporal.Instant.compare(at, pretendsFrom) > 0 ? pretending : showing;
    const job = sender[task] ?? app.jobs[task];
    if (!job) return;
    if (typeof job === 'function')
      await gateway({ kind: 'system', organisationId, why: task }, at, (scope) => job(scope, payload));
    else await job.open({ gateway, clock: () => at, organisationId, payload });
  };

  const leaveToTheWorker = async (): Promise<void> => {
    await app.gateway(house, now, async (scope) => {
      for (const [key, { at, task, payload }] of pending) await scope.enqueue(task, payload, { key, at });
    });
  };

  const notLater = (at: Temporal.Instant): Temporal.Instant => {
    const latest = now.subtract({ minutes: 5 });
    return Temporal.Instant.compare(at, latest) > 0 ? latest : at;
  };
  const happening = (at: Temporal.Instant, run: () => Promise<unknown>) => {
    order += 1;
    happenings.push({ at, order, run: async () => void (await run()) });
  };

  return {
    organisationId,
    now,
    today,
    actors,
    on: (daysAgo, time) =>
      notLater(momentAt(today.subtract({ days: daysAgo }), Temporal.PlainTime.from(time), ZONE)),
    workday: (daysAgo, time) => {
      const day = today.subtract({ days: daysAgo });
      const monday = day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 });
      return notLater(momentAt(monday, Temporal.PlainTime.from(time), ZONE));
    },
    happens: (at, who, work) => happening(at, () => gateway(actorOf(who), at, work)),
    opens: (at, work) => happening(at, () => work(gateway)),
    tell: async (progress) => {
      happenings.sort(earlier);
      let done = 0;
      for (;;) {
        const happens = happenings[done];
        const follows = first(pending);
        const until = happens?.at ?? now;
        if (follows && Temporal.Instant.compare(follows[1].at, until) <= 0) {
          pending.delete(follows[0]);
          await follow(follows[1]);
        } else if (happens) {
          await happens.run();
          done += 1;
          progress(done, happenings.length);
        } else break;
      }
      await leaveToTheWorker();
    },
  };
};
