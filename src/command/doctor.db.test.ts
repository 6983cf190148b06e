import { afterAll, beforeEach, expect, test } from 'vitest';
import { sealAudit } from '#platform/audit/seal.ts';
import { openStand, type Stand } from '../../tests/support/stand.ts';
import { examine } from './doctor.ts';

let stand: Stand;
const open: Stand[] = [];
beforeEach(async () => {
  stand = await openStand();
  open.push(stand);
  await stand.system(async (scope) => {
    for (let time = 0; time < 5; time += 1)
      await scope.audit('families.looked_at', { kind: 'person', id: null });
  });
  await sealAudit({ gateway: stand.gateway, clock: () => stand.now, organisationId: stand.organisationId });
});
afterAll(() => Promise.all(open.map((each) => each.close())));

const wrong = async () =>
  (await stand.system(examine)).filter(({ well }) => !well).map(({ sentence }) => sentence);
const third = async () =>
  Number(
    (
      await stand.owner.query<{ seq: string }>(
        'select seq from platform.audit_events where organisation_id = $1 order by seq offset 2 limit 1',
        [stand.organisationId],
      )
    ).rows[0]?.seq,
  );

test('a whole audit is well', async () => {
  expect((await wrong()).filter((each) => each.includes('audit'))).toEqual([]);
});

test('a changed event is named', async () => {
  const seq = await third();
  await stand.owner.query(`update platform.audit_events set verb = 'families.changed' where seq = $1`, [seq]);
  expect(await wrong()).toContainEqual(expect.stringContaining(`event ${seq} was changed`));
});

test('a removed event is named', async () => {
  const seq = await third();
  await stand.owner.query('delete from platform.audit_events where seq = $1', [seq]);
  expect(await wrong()).toContainEqual(expect.stringContaining(`event ${seq} was removed`));
});

test('an event that was put in is named', async () => {
  const seq = await third();
  await stand.owner.query('delete from platform.audit_events where seq = $1', [seq]);
  await stand.owner.query(
    `insert into platform.audit_events (organisation_id, seq, at, actor_kind, verb, subject_kind) overriding system value
     values ($1, -1, now(), 'system', 'families.looked_at', 'person')`,
    [stand.organisationId],
  );
  expect(await wrong()).toContainEqual(expect.stringContaining('event -1 was put in'));
});

test('a seal that was taken out of the chain is named', async () => {
  await stand.system((scope) => scope.audit('families.looked_at', { kind: 'person', id: null }));
  await sealAudit({ gateway: stand.gateway, clock: () => stand.now, organisationId: stand.organisationId });
  await stand.owner.query('delete from platform.audit_seals where organisation_id = $1 and number = 1', [
    stand.organisationId,
  ]);
  expect(await wrong()).toContainEqual(expect.stringContaining('seal 1 is missing'));
});

test('events that nobody seals are seen after an hour', async () => {
  await stand.system((scope) => scope.audit('families.looked_at', { kind: 'person', id: null }));
  stand.now = stand.now.add({ minutes: 61 });
  expect(await wrong()).toContainEqual(expect.stringContaining('the jobs are not running'));
});
