import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { pauseApplication } from '../route/ends.commands.ts';
import { applicationsWaitingOnUs, goneQuiet } from './waiting.queries.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
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
    expect((await waiting()).map(({ what, step }) => [what, step])).toEqual([
      ['step', 'A personal interview'],
    ]);
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

  it('says who has gone quiet: their move, and fourteen days without a word', async () => {
    stand.now = MONDAY;
    const { applicationId } = await enquire(stand, { givenName: 'Lou' });
    stand.now = MONDAY.add({ hours: 24 * 13 });
    expect((await quiet()).map((each) => each.applicationId)).not.toContain(applicationId);
    stand.now = MONDAY.add({ hours: 24 * 14 });
    expect((await quiet()).map((each) => each.applicationId)).toContain(applicationId);
  });
});
