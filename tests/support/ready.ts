import { newId } from '#kernel/ids.ts';
import { loadRequirements, putOnRota } from '#rooms/delivery/door.ts';
import { giveProof, type ProofCode } from '#rooms/recruiting/door.ts';
import type { Ground } from './stand.ts';

const ALL: readonly ProofCode[] = [
  'references',
  'clearance',
  'interview',
  'course',
  'induction',
  'unit',
  'sign_off',
];
/** How often something is shown, where once is not enough. */
const TIMES: Partial<Readonly<Record<ProofCode, number>>> = { references: 2, unit: 15 };

export interface ReadyOptions {
  /** What is not shown. */
  readonly without?: readonly ProofCode[];
  /** When each was earned; long ago unless told. */
  readonly earnedOn?: string;
  /** The last day of single proofs. */
  readonly until?: Partial<Readonly<Record<ProofCode, string>>>;
  /** Of the check: 3, with the children's barred list, unless told. */
  readonly level?: 1 | 2 | 3;
  /** How many units of training; all fifteen unless told. */
  readonly units?: number;
  readonly centreId?: string;
}

/**
 * Everything that is asked of a volunteer is shown for this account, so that they may be put on sessions. Answers the
 * applicant they once were. Their role is given where the account is made.
 */
export const makeReady = async (
  ground: Ground,
  accountId: string,
  {
    without = [],
    earnedOn = '2020-01-06',
    until = {},
    level = 3,
    units = TIMES.unit,
    centreId = ground.centreId,
  }: ReadyOptions = {},
): Promise<{ readonly applicantId: string }> =>
  ground.system(async (scope) => {
    await loadRequirements(scope);
    const account = await scope.tx
      .selectFrom('people.accounts as a')
      .innerJoin('people.persons as p', (join) =>
        join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'),
      )
      .select(['a.person_id', 'p.given_name', 'p.family_name'])
      .where('a.organisation_id', '=', ground.organisationId)
      .where('a.id', '=', accountId)
      .executeTakeFirstOrThrow();
    const decided = await scope.tx
      .selectFrom('recruiting.eligibility_decisions')
      .select('id')
      .where('organisation_id', '=', ground.organisationId)
      .executeTakeFirst();
    if (!decided)
      await scope.tx
        .insertInto('recruiting.eligibility_decisions')
        .values(
          (['peer_supporter', 'creche'] as const).map((part) => ({
            organisation_id: ground.organisationId,
            id: newId(),
            role_code: part,
            part,
            level: 'enhanced' as const,
            workforce: 'child' as const,
            reasoning: 'They meet families with babies.',
            rule_version: 'Tests',
            decided_on: '2020-01-01',
            effective_from: '2020-01-01',
            review_on: '2030-01-01',
            decided_by: accountId,
            made_at: scope.now.toString(),
          })),
        )
        .execute();
    const known = await scope.tx
      .selectFrom('recruiting.applicants')
      .select('id')
      .where('organisation_id', '=', ground.organisationId)
      .where('person_id', '=', account.person_id)
      .executeTakeFirst();
    const applicantId = known?.id ?? newId();
    if (!known)
      await scope.tx
        .insertInto('recruiting.applicants')
        .values({
          organisation_id: ground.organisationId,
          id: applicantId,
          centre_id: centreId,
          given_name: account.given_name,
          family_name: account.family_name,
          person_id: account.person_id,
          made_at: scope.now.toString(),
        })
        .execute();
    for (const code of ALL.filter((each) => !without.includes(each)))
      for (let count = (code === 'unit' ? units : TIMES[code]) ?? 1; count > 0; count -= 1) {
        const expires = until[code];
        await giveProof(scope, {
          applicantId,
          centreId,
          code,
          earnedOn: Temporal.PlainDate.from(earnedOn),
          expiresOn: expires === undefined ? null : Temporal.PlainDate.from(expires),
          ...(code === 'clearance' && { level }),
          fromId: newId(),
        });
      }
    return { applicantId };
  });

/** Makes somebody ready and puts them on these sessions, past ones too. Their role is given where the account is made. */
export const putOnSessions = async (
  ground: Ground,
  accountId: string,
  sessionIds: readonly string[],
  part: 'peer_supporter' | 'creche' = 'peer_supporter',
): Promise<void> => {
  await makeReady(ground, accountId);
  await ground.system(async (scope) => {
    for (const sessionId of sessionIds) await putOnRota(scope, { sessionId, accountId, part, cover: false });
  });
};
