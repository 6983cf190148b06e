import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { firstQuestions } from './content/first-questions.ts';
import { arrangeInterview } from './interview.commands.ts';
import { scoresOf } from './interview.queries.ts';
import { loadQuestionSets } from './question-set.commands.ts';
import { finishScoring, noteScore } from './score.commands.ts';

let stand: Stand;
let manager: AccountActor;
let practitioner: AccountActor;
let colleague: AccountActor;
beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  await stand.system(loadQuestionSets);
  manager = await stand.member('Vi Manager', ['volunteer_manager']);
  practitioner = await stand.member('Pat Practitioner', ['practitioner']);
  colleague = await stand.member('Cy Coordinator', ['programme_coordinator']);
});
afterAll(() => stand.close());

const arranged = async (): Promise<{ readonly id: string; readonly applicantId: string }> => {
  const { applicationId, applicantId } = await enquire(stand);
  await walkTo(stand, applicationId, ['conversation', 'application']);
  const id = await stand.as(manager, (scope) =>
    arrangeInterview(scope, {
      applicationId,
      startsAt: stand.now.add({ hours: 48 }),
      minutes: 45,
      way: 'phone',
      place: '',
      adjustments: '',
      panel: [manager.accountId, practitioner.accountId],
      version: 0,
    }),
  );
  return { id, applicantId };
};
const score = (actor: AccountActor, interviewId: string, finish: boolean) =>
  stand.as(actor, async (scope) => {
    for (const { code } of firstQuestions.questions)
      await noteScore(scope, { interviewId, code, score: 3, words: `${actor.name} heard something.` });
    if (finish) await finishScoring(scope, interviewId);
  });
const seenBy = async (actor: AccountActor, interviewId: string) =>
  (await stand.as(actor, (scope) => scoresOf(scope, interviewId))).map(({ accountId }) => accountId).sort();

test('each sees their own scores always, the other’s only when both are done; nobody else before that', async () => {
  const { id } = await arranged();
  const both = [manager.accountId, practitioner.accountId].sort();
  await score(manager, id, false);
  await score(practitioner, id, true);
  expect(await seenBy(manager, id)).toEqual([manager.accountId]);
  expect(await seenBy(practitioner, id)).toEqual([practitioner.accountId]);
  expect(await seenBy(colleague, id)).toEqual([]);
  expect(await stand.system((scope) => scoresOf(scope, id))).toEqual([]);
  await score(manager, id, true);
  for (const actor of [manager, practitioner, colleague])
    expect(await seenBy(actor, id), actor.name).toEqual(both);
  const elsewhere = await stand.member('Eve Elsewhere', ['volunteer_manager'], stand.otherCentreId);
  const lead = await stand.member('Lu Lead', ['service_lead']);
  const another = await stand.member('Quin Practitioner', ['practitioner']);
  for (const actor of [elsewhere, lead, another]) expect(await seenBy(actor, id), actor.name).toEqual([]);
});

test('scores are written by the one they belong to, in an interview they hold, and not changed once they are done', async () => {
  const { id, applicantId } = await arranged();
  const row = (account: string) => ({
    organisation_id: stand.organisationId,
    interview_id: id,
    account_id: account,
    centre_id: stand.centreId,
    applicant_id: applicantId,
    changed_at: stand.now.toString(),
  });
  const insert = (actor: AccountActor, account: string) =>
    stand.as(actor, ({ tx }) => tx.insertInto('recruiting.interview_scores').values(row(account)).execute());
  await expect(insert(manager, practitioner.accountId)).rejects.toThrow('row-level security');
  await expect(insert(colleague, colleague.accountId)).rejects.toThrow('row-level security');
  await score(practitioner, id, true);
  await expect(
    stand.as(practitioner, (scope) =>
      noteScore(scope, { interviewId: id, code: 'empathy', score: 1, words: 'After all.' }),
    ),
  ).rejects.toThrow('finished scoring');
  const changed = await stand.as(practitioner, ({ tx }) =>
    tx
      .updateTable('recruiting.interview_scores')
      .set({ done_at: null })
      .where('interview_id', '=', id)
      .executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
});

test('whoever gains a role later reads nothing about their own interview', async () => {
  const { id, applicantId } = await arranged();
  await score(manager, id, true);
  await score(practitioner, id, true);
  const insider = await stand.member('Marta Nowak', ['programme_coordinator']);
  expect(await seenBy(insider, id)).toHaveLength(2);
  await stand.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ person_id: insider.personId })
      .where('id', '=', applicantId)
      .execute(),
  );
  expect(await seenBy(insider, id)).toEqual([]);
  await expect(
    stand.as(insider, ({ tx }) =>
      tx
        .insertInto('recruiting.interview_outcomes')
        .values({
          organisation_id: stand.organisationId,
          interview_id: id,
          centre_id: stand.centreId,
          applicant_id: applicantId,
          decision: 'yes',
          reasons: 'I am lovely.',
          agreed: '{}',
          decided_by: insider.accountId,
          decided_at: stand.now.toString(),
        })
        .execute(),
    ),
  ).rejects.toThrow('row-level security');
});
