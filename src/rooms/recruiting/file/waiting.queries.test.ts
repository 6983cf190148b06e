import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { arrangeInterview } from '../interviews/interview.commands.ts';
import { loadQuestionSets } from '../interviews/question-set.commands.ts';
import { pauseApplication } from '../route/ends.commands.ts';
import { passMove } from '../route/steps.commands.ts';
import { applicationsWaitingOnUs, goneQuiet } from './waiting.queries.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
  await stand.system(loadQuestionSets);
}, 60_000);
afterAll(() => stand.close());

const waiting = (role: 'volunteer_manager' | 'practitioner' = 'volunteer_manager') =>
  stand.as(role, (scope) =>
    applicationsWaitingOnUs(scope, [stand.centreId], dateAt(stand.now, 'Europe/London')),
  );
const quiet = () => stand.as('volunteer_manager', (scope) => goneQuiet(scope, [stand.centreId]));

describe('what waits for those who recruit', () => {
  it('is a step of theirs past its time, or a call that was asked for; nothing that rests', async () => {
    stand.now = MONDAY;
    const { applicationId, applicantId } = await enquire(stand);
    await walkTo(stand, applicationId, ['conversation', 'application']);
    expect(await waiting()).toEqual([]);
    stand.now = MONDAY.add({ hours: 24 * 15 });
    expect((await waiting()).map(({ what, step }) => [what, step])).toEqual([['step', 'Interview']]);
    await stand.system(({ tx, now }) =>
      tx
        .insertInto('recruiting.help_asks')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          centre_id: stand.centreId,
          applicant_id: applicantId,
          application_id: applicationId,
          kind: 'call',
          asked_at: now.toString(),
        })
        .execute(),
    );
    expect((await waiting()).map(({ what }) => what)).toEqual(['step', 'asked']);
    expect(await waiting('practitioner')).toEqual([]);
    await stand.as('volunteer_manager', (scope) =>
      pauseApplication(scope, { applicationId, until: null, why: '' }),
    );
    expect(await waiting()).toEqual([]);
  });

  it('is not late at once when it comes to them late, and an interview ahead waits for its day', async () => {
    stand.now = MONDAY;
    const { applicationId } = await enquire(stand, { givenName: 'Ama' });
    await walkTo(stand, applicationId, ['conversation', 'application', 'check']);
    const mine = async () =>
      (await waiting()).filter((each) => each.applicationId === applicationId).map(({ dueOn }) => dueOn);
    stand.now = MONDAY.add({ hours: 24 * 20 });
    const manager = await stand.member('Vi Manager', ['volunteer_manager']);
    const practitioner = await stand.member('Pat Practitioner', ['practitioner']);
    expect((await mine()).map(String)).toEqual([
      dateAt(MONDAY, 'Europe/London').add({ days: 14 }).toString(),
    ]);
    await stand.as(manager, (scope) =>
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
    stand.now = MONDAY.add({ hours: 24 * 24 });
    expect(await mine()).toEqual([]);
    stand.now = MONDAY.add({ hours: 24 * 25 });
    expect((await mine()).map(String)).toEqual([
      dateAt(MONDAY, 'Europe/London').add({ days: 24 }).toString(),
    ]);
    await stand.system((scope) => passMove(scope, { applicationId, code: 'interview', mover: 'us' }));
    expect(await mine()).toEqual([]);
  });

  it('says who has gone quiet: their move, and fourteen days without a word', async () => {
    stand.now = MONDAY;
    const { applicationId } = await enquire(stand, { givenName: 'Lou' });
    stand.now = MONDAY.add({ hours: 24 * 13 });
    expect((await quiet()).map((each) => each.applicationId)).not.toContain(applicationId);
    stand.now = MONDAY.add({ hours: 24 * 14 });
    expect((await quiet()).map((each) => each.applicationId)).toContain(applicationId);
  });
});
