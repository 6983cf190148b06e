import { afterAll, beforeAll, expect, test } from 'vitest';
import { importReferrals } from '#rooms/referrals/door.ts';
import { MONDAY as now, openStand, type Stand } from '../support/stand.ts';

let here: Stand;
beforeAll(async () => {
  here = await openStand({ programme: true });
});
afterAll(() => here.close());

const ROWS = 10_000;
const row = (at: number) => {
  const due = Temporal.PlainDate.from('2027-01-01').add({ days: at % 200 });
  return `R${at},First${at % 97},Last${at},1990-02-${String((at % 28) + 1).padStart(2, '0')},07${String(700000000 + at)},text,${due},"Anxious, and new here",Jo Marsh,jo@example.org`;
};
const file = new TextEncoder().encode(
  [
    'reference,given_name,family_name,dob,phone,safe_by,due_date,reason,referrer,referrer_email',
    ...Array.from({ length: ROWS }, (_, at) => row(at)),
  ].join('\n'),
);
const bring = (onProgress?: (done: number, of: number) => void) =>
  importReferrals(here.gateway, {
    organisationId: here.organisationId,
    centreSlug: 'hartley',
    file,
    fileName: 'town.csv',
    startedBy: null,
    now,
    ...(onProgress && { onProgress }),
  });

test('10,000 rows land within a minute, and land nothing the second time', async () => {
  const steps: number[] = [];
  const began = performance.now();
  const report = await bring((done, of) => {
    expect(of).toBe(ROWS);
    steps.push(done);
  });
  const seconds = (performance.now() - began) / 1000;
  console.log(`10,000 rows in ${seconds.toFixed(1)} s`);
  expect(report).toMatchObject({ rowsRead: ROWS, rowsLanded: ROWS, rowsRejected: 0 });
  expect(seconds).toBeLessThan(60);
  expect(steps.at(-1)).toBe(ROWS);
  expect(steps).toEqual([...steps].sort((one, other) => one - other));
  expect(await bring()).toMatchObject({ rowsLanded: 0, rowsKnown: ROWS, rowsRejected: 0 });
  const messages = await here.system(({ tx }) => tx.selectFrom('platform.messages').select('id').execute());
  expect(messages).toEqual([]);
});
