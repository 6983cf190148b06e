import { sql } from 'kysely';
import type pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '../db/as-actor.ts';
import type { Jobs, OpenJob } from '../jobs/worker.ts';
import { queueInvitation, queueOwnPage } from './letters.ts';
import { welcome } from './paths.ts';
import {
  AddressTaken,
  addressesOf,
  keepSignIn,
  makeInvitation,
  moveSignIn,
  removeSignIn,
} from './sign-ins.ts';

interface Invited {
  readonly accountId: string;
  readonly personId: string;
  readonly centreId: string;
  readonly side: string;
  readonly name: string;
  readonly email: string;
  readonly cameIn: boolean;
  readonly organisation: string;
}

interface Row {
  readonly id: string;
  readonly centre_id: string;
  readonly side: string;
  readonly name: string;
  readonly email: string | null;
  readonly may_email: boolean | null;
  readonly account_id: string | null;
  readonly came_in: boolean | null;
  readonly organisation: string;
}

const onceKey = (once: string): string => `invitation:${once}`;

const textIn = (payload: Readonly<Record<string, unknown>>, name: string): string =>
  String(payload[name] ?? '');

/** Whom we invite, with an account; null when there is nobody, no safe address, or the letter has been left already. */
const whoToInvite = async (scope: Scope, personId: string, once: string): Promise<Invited | null> => {
  const { tx, actor, now } = scope;
  const { rows } = await sql<Row>`
    select p.id, p.centre_id, p.side, trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name) as name,
      c.email, c.may_email, a.id as account_id, o.name as organisation,
      (select s.came_in from people.sign_ins_of(array[a.id]) s) as came_in
    from people.persons asked
    join people.persons p on p.organisation_id = asked.organisation_id and p.id = coalesce(asked.merged_into, asked.id)
    join people.organisations o on o.organisation_id = p.organisation_id
    left join people.contacts c on c.organisation_id = p.organisation_id and c.person_id = p.id
    left join people.accounts a on a.organisation_id = p.organisation_id and a.person_id = p.id and a.closed_at is null
    where asked.organisation_id = ${actor.organisationId} and asked.id = ${personId}
      and not exists (select from platform.messages m where m.organisation_id = asked.organisation_id and m.once_key = ${onceKey(once)})
    for update of p`.execute(tx);
  const row = rows[0];
  if (!row?.email || (row.side === 'family' && !row.may_email)) return null;
  if (row.account_id === null && row.side !== 'family') return null;
  const accountId = row.account_id ?? newId();
  if (row.account_id === null) {
    await tx
      .insertInto('people.accounts')
      .values({
        organisation_id: actor.organisationId,
        id: accountId,
        person_id: row.id,
        demo: false,
        made_at: now.toString(),
      })
      .execute();
    await scope.audit('account.opened', { kind: 'account', id: accountId, centreId: row.centre_id });
  }
  return {
    accountId,
    personId: row.id,
    centreId: row.centre_id,
    side: row.side,
    name: row.name,
    email: row.email,
    cameIn: row.came_in ?? false,
    organisation: row.organisation,
  };
};

/** The address was taken between the asking and now: the account nobody can open is closed, and the pages say so. */
const closeAgain = (scope: Scope, { accountId, centreId }: Invited) =>
  Promise.all([
    scope.tx
      .updateTable('people.accounts')
      .set({ closed_at: scope.now.toString() })
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('id', '=', accountId)
      .execute(),
    scope.audit('account.address_taken', { kind: 'account', id: accountId, centreId }),
  ]);

const leaveLetter = async (scope: Scope, invited: Invited, address: string, url: string, once: string) => {
  await scope.audit('account.invited', {
    kind: 'account',
    id: invited.accountId,
    centreId: invited.centreId,
  });
  const { personId, centreId, name, organisation } = invited;
  // A parent's letter asks the guards: which address is safe now, and in which words.
  if (invited.side === 'family') return queueOwnPage(scope, { personId, centreId, url, once });
  return queueInvitation(scope, { address, url, name, organisation, once });
};

/**
 * Gives somebody their sign-in. Account, sign-in and letter are three transactions of two logins, so each step looks
 * whether it has been done: after a crash anywhere the errand is run again and ends the same.
 */
const invite = (signInPool: pg.Pool): OpenJob => ({
  open: async ({ gateway, clock, organisationId, payload }) => {
    const [personId, origin, once] = ['personId', 'origin', 'once'].map((name) => textIn(payload, name));
    if (!personId || !origin || !once) return;
    const house = { kind: 'system', organisationId, why: 'sign_in.invite' } as const;
    const as = <T>(work: (scope: Scope) => Promise<T>) => gateway(house, clock(), work);
    const invited = await as((scope) => whoToInvite(scope, personId, once));
    if (!invited) return;
    const { accountId, side, cameIn } = invited;
    try {
      const isNew = await keepSignIn(signInPool, invited, clock());
      // A mistyped address is put right as long as nobody came in with it; later, a sign-in is its owner's.
      if (!isNew && side === 'family' && !cameIn)
        await moveSignIn(signInPool, accountId, invited.email, clock());
    } catch (error) {
      if (!(error instanceof AddressTaken)) throw error;
      await as((scope) => closeAgain(scope, invited));
      await removeSignIn(signInPool, accountId);
      return;
    }
    // Whoever has been in asks for links of their own: a new letter from us could only go to a wrong hand.
    if (side === 'family' && cameIn) return;
    const address = (await addressesOf(signInPool, [accountId])).get(accountId) ?? invited.email;
    const token = await makeInvitation(signInPool, accountId, clock());
    await as((scope) => leaveLetter(scope, invited, address, `${origin}${welcome({ token })}`, once));
  },
});

const close = (signInPool: pg.Pool): OpenJob => ({
  open: async ({ payload }) => removeSignIn(signInPool, textIn(payload, 'accountId')),
});

/** The errands between the house and its sign-ins, which are another login's tables: `sign_in.invite` and `sign_in.close`. */
export const signInJobs = (signInPool: pg.Pool): Jobs => ({
  'sign_in.invite': invite(signInPool),
  'sign_in.close': close(signInPool),
});
