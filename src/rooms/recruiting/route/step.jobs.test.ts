import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '#platform/jobs/worker.ts';
import { MONDAY, openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { pauseApplication } from './ends.commands.ts';
import { stepJobs } from './step.jobs.ts';
import { passMove } from './steps.commands.ts';

let stand: Stand;
let id: string;
let address: string;

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
}, 60_000);
afterAll(() => stand.close());
let count = 0;
beforeEach(async () => {
  stand.now = MONDAY;
  count += 1;
  address = `applicant.${count}@example.org`;
  ({ applicationId: id } = await enquire(stand, { email: address }));
});

const run = (name: string, payload: Readonly<Record<string, unknown>> = {}) =>
  stand.system((scope) => (stepJobs[name] as Job)(scope, payload));
const later = (days: number) => {
  stand.now = MONDAY.add({ hours: days * 24 });
};
const letters = async (template: string) =>
  stand.system(({ tx }) =>
    tx
      .selectFrom('platform.messages')
      .select(['details', 'once_key'])
      .where('template', '=', template)
      .where('address', '=', address)
      .execute(),
  );
const linksMade = async () =>
  (
    await stand.system(({ tx }) =>
      tx.selectFrom('recruiting.links').select('secret_hash').where('application_id', '=', id).execute(),
    )
  ).length;

/** Every step_opened of this application that has been left so far. */
const hear = async () => {
  for (const payload of await stand.announced('recruiting.step_opened'))
    if (payload.applicationId === id) await run('recruiting.step_opened', payload);
};

describe('when steps open', () => {
  it('writes one letter for those that open together, however often the errand runs', async () => {
    await walkTo(stand, id, ['conversation']);
    await hear();
    expect(await letters('recruiting_next')).toHaveLength(1);
    later(1);
    await walkTo(stand, id, ['application']);
    await hear();
    await hear();
    const all = await letters('recruiting_next');
    expect(all).toHaveLength(2);
    const words = JSON.stringify(all);
    for (const part of ['References', 'The check', 'A personal interview', 'a short course'])
      expect(words).toContain(part);
    expect(words).toContain('http://kith.test/join/mine/');
    expect(await linksMade()).toBe(3);
  });

  it('says nothing of the first step, whose letter answers the enquiry, nor to somebody who rests', async () => {
    await hear();
    expect(await letters('recruiting_next')).toEqual([]);
    await walkTo(stand, id, ['conversation']);
    await stand.as('volunteer_manager', (scope) =>
      pauseApplication(scope, { applicationId: id, until: null, why: '' }),
    );
    await hear();
    expect(await letters('recruiting_next')).toEqual([]);
  });
});

describe('the nudge', () => {
  it('comes once a step, only when it is their move and has waited longer than usual', async () => {
    later(9);
    await run('recruiting.nudge');
    expect(await letters('recruiting_nudge')).toEqual([]);
    later(11);
    await run('recruiting.nudge');
    await run('recruiting.nudge');
    later(40);
    await run('recruiting.nudge');
    expect(await letters('recruiting_nudge')).toHaveLength(1);
  });

  it('stays away while it is our move, while they rest, and after they were heard from', async () => {
    await stand.system((scope) => passMove(scope, { applicationId: id, code: 'conversation', mover: 'us' }));
    later(30);
    await run('recruiting.nudge');
    expect(await letters('recruiting_nudge')).toEqual([]);
    await stand.system((scope) =>
      passMove(scope, { applicationId: id, code: 'conversation', mover: 'applicant' }),
    );
    await stand.as('volunteer_manager', (scope) =>
      pauseApplication(scope, { applicationId: id, until: null, why: '' }),
    );
    later(60);
    await run('recruiting.nudge');
    expect(await letters('recruiting_nudge')).toEqual([]);
    await stand.owner.query(
      `update recruiting.applications set paused_at = null, last_heard_at = $2 where id = $1`,
      [id, stand.now.subtract({ hours: 24 }).toString()],
    );
    await run('recruiting.nudge');
    expect(await letters('recruiting_nudge')).toEqual([]);
  });
});

it('asks once after a rest whose day has come', async () => {
  await stand.as('volunteer_manager', (scope) =>
    pauseApplication(scope, {
      applicationId: id,
      until: Temporal.PlainDate.from('2026-12-01'),
      why: 'A new baby in the family',
    }),
  );
  later(7);
  await run('recruiting.rest_over');
  expect(await letters('recruiting_rest_over')).toEqual([]);
  later(8);
  await run('recruiting.rest_over');
  later(9);
  await run('recruiting.rest_over');
  expect(await letters('recruiting_rest_over')).toHaveLength(1);
});
