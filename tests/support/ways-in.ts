import pg from 'pg';
import { expect } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Part } from '#rooms/delivery/door.ts';
import { currentTemplate } from '#rooms/programme/door.ts';
import { loadCheckRules } from '../../src/rooms/recruiting/checks/rules.commands.ts';
import { openHouse, type TestHouse } from './house.ts';

/** A house in which a check is asked for, somebody who says who runs what, and groups to be put on. */
export interface Ways {
  readonly house: TestHouse;
  readonly owner: pg.Client;
  readonly manager: AccountActor;
  readonly volunteer: (centreId?: string) => Promise<AccountActor>;
  /** A group of the first centre with a session at 10.30am on each of these days. */
  readonly group: (
    name: string,
    days: readonly string[],
  ) => Promise<{ readonly id: string; readonly sessions: readonly string[] }>;
  readonly rotaRow: (
    accountId: string,
    part: Part,
    sessionId: string,
  ) => {
    readonly organisation_id: string;
    readonly session_id: string;
    readonly account_id: string;
    readonly centre_id: string;
    readonly part: Part;
    readonly put_on_at: string;
  };
  readonly insertAsOwner: (table: string, row: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** The accounts that stand on these sessions. */
  readonly standing: (sessions: readonly string[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The refusal of the database itself, whoever asked. */
export const refusedInSql = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: 'KR001' });

export const openWays = async (): Promise<Ways> => {
  const house = await openHouse();
  const { host, port, database } = house.app.pool.options;
  const owner = new pg.Client({ host, port, database, user: 'kith_owner' } as pg.ClientConfig);
  await owner.connect();
  const manager = await house.member('Rob Ash', ['volunteer_manager']);
  const lead = await house.member('Ines Lowe', ['service_lead']);
  await house.system(loadCheckRules);
  await house.as(lead, (scope) =>
    scope.tx
      .insertInto('recruiting.eligibility_decisions')
      .values(
        (['peer_supporter', 'creche'] as const).map((part) => ({
          organisation_id: house.organisationId,
          id: newId(),
          role_code: part,
          part,
          level: 'enhanced' as const,
          workforce: 'child' as const,
          reasoning: 'They meet families with babies.',
          rule_version: '2026-09',
          decided_on: '2026-01-05',
          effective_from: '2026-01-05',
          review_on: '2027-01-05',
          decided_by: lead.accountId,
          made_at: house.now.toString(),
        })),
      )
      .execute(),
  );
  return {
    house,
    owner,
    manager,
    volunteer: (centreId = house.centreId) => house.member('Sam Reed', ['peer_supporter'], centreId),
    group: async (name: string, days: readonly string[]) => {
      const id = newId();
      const made = days.map(() => newId());
      await house.system(async (scope) => {
        const own = { organisation_id: house.organisationId, centre_id: house.centreId };
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
            made_at: '2026-10-01T09:00:00Z',
          })
          .execute();
        await scope.tx
          .insertInto('delivery.sessions')
          .values(
            days.map((day, at) => ({
              ...own,
              id: made[at] ?? '',
              group_id: id,
              number: at + 1,
              starts_at: `${day}T10:30:00Z`,
              ends_at: `${day}T12:30:00Z`,
            })),
          )
          .execute();
      });
      return { id, sessions: made };
    },
    rotaRow: (accountId, part, sessionId) => ({
      organisation_id: house.organisationId,
      session_id: sessionId,
      account_id: accountId,
      centre_id: house.centreId,
      part,
      put_on_at: house.now.toString(),
    }),
    insertAsOwner: (table, row) =>
      owner.query(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(row),
      ),
    standing: async (sessions) =>
      (
        await owner.query<{ account_id: string }>(
          'select account_id from delivery.rota where session_id = any ($1) and stood_down_at is null',
          [[...sessions]],
        )
      ).rows.map((row) => row.account_id),
    close: async () => {
      await owner.end();
      await house.close();
    },
  };
};
