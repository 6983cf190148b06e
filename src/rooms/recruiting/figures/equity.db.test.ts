import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { openRecruiting } from '../application.fixture.ts';
import type { GroupCount } from './figures.rules.ts';

let here: Stand;
let profileId = '';
// Each try has a year of its own, so that it is counted alone.
let year = 2000;
beforeAll(async () => {
  here = await openStand();
  await openRecruiting(here);
  profileId = await here.system(
    async ({ tx }) =>
      (await tx.selectFrom('recruiting.role_profiles').select('id').executeTakeFirstOrThrow()).id,
  );
});
afterAll(() => here.close());

interface Group {
  readonly people: number;
  readonly applied: number;
  readonly welcomed: number;
}

/** As many people of each group as it says, in a year of their own. Answers what the function shows of them. */
const counted = async (groups: readonly Group[]): Promise<readonly GroupCount[]> => {
  year += 1;
  const at = `${year}-03-02T10:00:00Z`;
  const organisation_id = here.organisationId;
  const base = { organisation_id, centre_id: here.centreId };
  const everybody = groups.flatMap(({ people, applied, welcomed }, group) =>
    Array.from({ length: people }, (_, place) => ({
      applicantId: newId(),
      answer: `group ${group}`,
      applied: place < applied,
      welcomed: place < Math.min(applied, welcomed),
    })),
  );
  await here.system(async ({ tx }) => {
    await tx
      .insertInto('recruiting.applicants')
      .values(
        everybody.map(({ applicantId }) => ({ ...base, id: applicantId, given_name: 'Ann', made_at: at })),
      )
      .execute();
    await tx
      .insertInto('recruiting.applications')
      .values(
        everybody.map(({ applicantId, applied, welcomed }) => ({
          ...base,
          id: newId(),
          applicant_id: applicantId,
          profile_id: profileId,
          came_by: 'form' as const,
          enquired_at: at,
          applied_at: applied ? at : null,
          offered_at: welcomed ? at : null,
          accepted_at: welcomed ? at : null,
          welcomed_at: welcomed ? at : null,
          last_heard_at: at,
        })),
      )
      .execute();
    await tx
      .insertInto('recruiting.equity')
      .values(
        everybody.map(({ applicantId, answer }) => ({
          ...base,
          applicant_id: applicantId,
          gender: answer,
          answered_at: at,
        })),
      )
      .execute();
  });
  const { rows } = await here.as('service_lead', ({ tx }) =>
    sql<GroupCount>`select * from recruiting.equity_figures(${year}, '2026-11-23') where trait = 'gender'`.execute(
      tx,
    ),
  );
  return rows;
};

const STAGES = ['enquired', 'applied', 'offered', 'welcomed'] as const;
const truth = ({ people, applied, welcomed }: Group) => {
  const [a, w] = [Math.min(people, applied), Math.min(people, applied, welcomed)];
  return { enquired: people, applied: a, offered: w, welcomed: w };
};

test('whatever the groups are: what is shown is true, nothing under five is, and what is hidden cannot be taken from the whole', async () => {
  const size = fc.integer({ min: 0, max: 12 });
  const group = fc.record({ people: fc.integer({ min: 1, max: 12 }), applied: size, welcomed: size });
  let shownAtAll = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 6 }), async (groups) => {
      const rows = await counted(groups);
      for (const stage of STAGES) {
        const shown = rows.filter((row) => row.stage === stage);
        const hidden = shown.filter(({ people }) => people === null);
        for (const { answer, people } of shown) {
          const group = groups[Number(answer.split(' ')[1])];
          expect(group).toBeDefined();
          if (people === null || !group) continue;
          shownAtAll += 1;
          expect(people).toBe(truth(group)[stage]);
          expect(people).toBeGreaterThanOrEqual(5);
        }
        if (hidden.length === 0) continue;
        // One alone, or several of whom there are few, could be worked out from all of them together.
        const among = hidden.reduce((sum, { answer }) => {
          const group = groups[Number(answer.split(' ')[1])];
          return sum + (group ? truth(group)[stage] : 0);
        }, 0);
        expect(hidden.length >= 2 || shown.length === 1).toBe(true);
        expect(among >= 5 || hidden.length === shown.length).toBe(true);
      }
      // A group that is hidden at the start is hidden to the end.
      for (const { answer, people } of rows.filter(({ stage }) => stage === 'enquired'))
        if (people === null)
          for (const later of rows.filter((row) => row.answer === answer)) expect(later.people).toBeNull();
    }),
    { numRuns: 25 },
  );
  expect(shownAtAll).toBeGreaterThan(0);
}, 60_000);
