import { randomUUID } from 'node:crypto';
import type { FastifyRequest, LightMyRequestResponse } from 'fastify';
import { newId } from '#kernel/ids.ts';
import { readConfig } from '#platform/config.ts';
import type { AccountActor, Actor, Role } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { drain } from '#platform/jobs/worker.ts';
import { type App, openApp } from '../../src/app.ts';
import { testDatabase } from './database.ts';

export interface TestCentre {
  readonly id: string;
  readonly slug: string;
}

/** The whole of Kith on a database of its own, with one organisation of two centres, its programme loaded, and another organisation beside it. */
export interface TestHouse {
  readonly app: App;
  readonly organisationId: string;
  readonly otherOrganisationId: string;
  readonly centres: readonly [TestCentre, TestCentre];
  /** The clock of the house; move it by hand. */
  now: Temporal.Instant;
  /** Somebody of the team with an account and these roles at the first centre (or the one given). */
  readonly member: (name: string, roles: readonly Role[], centreId?: string) => Promise<AccountActor>;
  /** A parent with an account, for a person on the family side. */
  readonly parent: (personId: string, name?: string) => Promise<AccountActor>;
  /** Runs as an actor in one transaction, through row-level security. */
  readonly as: <T>(actor: Actor, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly system: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Runs every job that is due. */
  readonly drain: () => Promise<void>;
  /** A browser without JavaScript, signed in as the actor (null: nobody). */
  readonly browser: (actor: AccountActor | null) => TestBrowser;
  readonly close: () => Promise<void>;
}

export interface TestBrowser {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  /** Sends a form as the page at `url` would: token and key come from that page unless given. */
  readonly post: (
    url: string,
    typed: Readonly<Record<string, string | readonly string[]>>,
    options?: { readonly from?: string },
  ) => Promise<LightMyRequestResponse>;
}

const hidden = (html: string, name: string): string | undefined =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1];

export const openHouse = async (
  start = Temporal.Instant.from('2026-11-23T10:00:00Z'),
): Promise<TestHouse> => {
  const database = await testDatabase();
  const organisationId = newId();
  const otherOrganisationId = newId();
  const actors = new Map<string, AccountActor>();
  const organisation = {
    id: organisationId,
    slug: 'test',
    name: 'Testing Together',
    zone: 'Europe/London',
    demo: false,
  };
  const app = await openApp({
    config: readConfig({ PUBLIC_URL: 'http://kith.test' }),
    connections: database,
    secret: 'a secret of the tests, long enough to be one',
    clock: () => house.now,
    log: false,
    limits: { pages: 100_000 },
    visitorOf: async (request: FastifyRequest) => ({
      organisation,
      actor: actors.get(String(request.headers['x-test-as'])) ?? { kind: 'anyone', organisationId },
    }),
  });
  const centres = [
    { id: newId(), slug: 'hartley' },
    { id: newId(), slug: 'brook' },
  ] as const;
  const { loadProgramme } = await import('#rooms/programme/door.ts');
  const { loadClocks } = await import('#rooms/safeguarding/door.ts');
  const { giveRole, openAccount, openFile } = await import('#rooms/people/door.ts');
  const house: TestHouse = {
    app,
    organisationId,
    otherOrganisationId,
    centres,
    now: start,
    as: (actor, work) => app.gateway(actor, house.now, work),
    system: (work) => house.as({ kind: 'system', organisationId, why: 'test' }, work),
    member: async (name, roles, centreId = centres[0].id) => {
      const accountId = newId();
      const [givenName = name, ...family] = name.split(' ');
      const personId = await house.system(async (scope) => {
        const made = await openFile(scope, {
          side: 'team',
          centreId,
          givenName,
          familyName: family.join(' '),
        });
        await openAccount(scope, { accountId, personId: made, demo: false });
        for (const role of roles) await giveRole(scope, { accountId, role, centreId });
        return made;
      });
      const actor: AccountActor = {
        kind: 'account',
        organisationId,
        accountId,
        personId,
        side: 'team',
        name,
        roles: roles.map((role) => ({ role, centreId })),
      };
      actors.set(accountId, actor);
      return actor;
    },
    parent: async (personId, name = 'Amina') => {
      const accountId = newId();
      await house.system((scope) => openAccount(scope, { accountId, personId, demo: false }));
      const actor: AccountActor = {
        kind: 'account',
        organisationId,
        accountId,
        personId,
        side: 'family',
        name,
        roles: [],
      };
      actors.set(accountId, actor);
      return actor;
    },
    drain: () =>
      drain({
        pool: app.pool,
        gateway: app.gateway,
        clock: app.clock,
        jobs: app.jobs,
        organisations: async () => [organisationId],
        onFailure: () => undefined,
      }),
    browser: (actor) => {
      const jar = new Map<string, string>();
      const headers = () => ({
        ...(actor && { 'x-test-as': actor.accountId }),
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      });
      const keep = (response: LightMyRequestResponse) => {
        for (const { name, value } of response.cookies) {
          if (value === '') jar.delete(name);
          else jar.set(name, value);
        }
        return response;
      };
      const get = async (url: string) =>
        keep(await app.server.inject({ method: 'GET', url, headers: headers() }));
      return {
        get,
        post: async (url, typed, options = {}) => {
          const page = (await get(options.from ?? url)).body;
          const body = new URLSearchParams();
          for (const [name, value] of Object.entries({
            _csrf: hidden(page, '_csrf') ?? '',
            _key: hidden(page, '_key') ?? randomUUID(),
            _version: hidden(page, '_version') ?? '',
            ...typed,
          }))
            for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
          return keep(
            await app.server.inject({
              method: 'POST',
              url,
              headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
              payload: body.toString(),
            }),
          );
        },
      };
    },
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
  for (const [id, slug] of [
    [organisationId, 'test'],
    [otherOrganisationId, 'other'],
  ] as const) {
    await app.gateway({ kind: 'system', organisationId: id, why: 'test' }, start, async (scope) => {
      await scope.tx
        .insertInto('people.organisations')
        .values({
          organisation_id: id,
          slug,
          name: slug === 'test' ? organisation.name : 'Somebody Else',
          made_at: start.toString(),
        })
        .execute();
      const rows = slug === 'test' ? centres : [{ id: newId(), slug: 'far' }];
      for (const centre of rows)
        await scope.tx
          .insertInto('people.centres')
          .values({
            organisation_id: id,
            id: centre.id,
            slug: centre.slug,
            name: `${centre.slug} centre`,
            town: 'Northam',
            opened_on: '2024-01-01',
          })
          .execute();
      if (slug === 'test') {
        await loadProgramme(scope);
        await loadClocks(scope);
      }
    });
  }
  return house;
};
