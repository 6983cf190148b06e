import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { inviteMember } from './invite.commands.ts';
import { endRole, giveRole } from './team.commands.ts';
import { type NewVolunteer, welcomeVolunteer } from './volunteer.commands.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
}, 60_000);
afterAll(() => stand.close());

const marta = (more: Partial<NewVolunteer> = {}): NewVolunteer => ({
  centreId: stand.centreId,
  givenName: 'Marta',
  familyName: 'Nowak',
  email: 'marta@example.org',
  origin: 'http://kith.test',
  ...more,
});
const rolesOf = (accountId: string) =>
  stand.system(({ tx }) =>
    tx.selectFrom('people.roles').selectAll().where('account_id', '=', accountId).execute(),
  );

describe('taking a volunteer into the team', () => {
  it('opens file, account and role once, and leaves the letter with the link', async () => {
    const made = await stand.system((scope) => welcomeVolunteer(scope, marta()));
    expect((await rolesOf(made.accountId)).map(({ role, centre_id }) => [role, centre_id])).toEqual([
      ['peer_supporter', stand.centreId],
    ]);
    expect((await stand.announced('sign_in.invite')).map(({ personId }) => personId)).toEqual([
      made.personId,
    ]);
    const again = await stand.system((scope) => welcomeVolunteer(scope, marta({ personId: made.personId })));
    expect(again).toEqual(made);
    expect(await rolesOf(made.accountId)).toHaveLength(1);
  });

  it('sends nothing where no letter is wanted', async () => {
    const before = (await stand.announced('sign_in.invite')).length;
    await stand.system((scope) => welcomeVolunteer(scope, marta({ email: 'ana@example.org', origin: null })));
    expect(await stand.announced('sign_in.invite')).toHaveLength(before);
  });

  it('is done by the house alone', async () => {
    for (const role of ['volunteer_manager', 'service_lead'] as const)
      await expect(stand.as(role, (scope) => welcomeVolunteer(scope, marta()))).rejects.toThrow();
  });
});

describe('the role of a peer supporter', () => {
  const forced = (accountId: string, endedAt: string | null = null) =>
    stand.as('service_lead', ({ tx, now }) =>
      tx
        .insertInto('people.roles')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          account_id: accountId,
          role: 'peer_supporter',
          centre_id: stand.centreId,
          given_at: now.toString(),
          ended_at: endedAt,
        })
        .execute(),
    );

  it('is given by nobody by hand, neither by the page, nor the verb, nor past them', async () => {
    const { accountId } = await stand.member('Jo Reed', []);
    await expect(
      stand.as('service_lead', (scope) =>
        giveRole(scope, { accountId, role: 'peer_supporter', centreId: stand.centreId }),
      ),
    ).rejects.toThrow(/come in through Applicants/);
    await expect(
      stand.as('service_lead', (scope) =>
        inviteMember(scope, {
          givenName: 'Ida',
          familyName: 'Moss',
          email: 'ida@example.org',
          centreId: stand.centreId,
          roles: ['practitioner', 'peer_supporter'],
          origin: 'http://kith.test',
        }),
      ),
    ).rejects.toThrow(/come in through Applicants/);
    await expect(forced(accountId)).rejects.toThrow(/row-level security/);
    await expect(forced(accountId, stand.now.toString())).rejects.toThrow(/row-level security/);
  });

  it('may be ended by a service lead, and is not opened again or made of another role', async () => {
    const grace = await stand.member('Grace Adeyemi', ['peer_supporter', 'specialist']);
    const [held, other] = (await rolesOf(grace.accountId)).toSorted((one, two) =>
      one.role.localeCompare(two.role),
    );
    await stand.as('service_lead', (scope) => endRole(scope, held?.id ?? ''));
    const change = (id: string | undefined, what: 'open again' | 'another') =>
      stand.as('service_lead', ({ tx }) =>
        tx
          .updateTable('people.roles')
          .set(what === 'another' ? { role: 'peer_supporter' } : { ended_at: null })
          .where('id', '=', id ?? '')
          .execute(),
      );
    await expect(change(held?.id, 'open again')).rejects.toThrow(/row-level security/);
    await expect(change(other?.id, 'another')).rejects.toThrow(/permission denied/);
  });
});
