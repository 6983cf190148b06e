import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { newVisitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

test('two people change one plan: the second sees both texts, and neither is lost', async () => {
  const [session] = await kith.rows<{ id: string }>(
    `select s.id from delivery.sessions s join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
     where g.name = 'Autumn group' and s.starts_at > now() order by s.starts_at desc limit 1`,
  );
  const plan = `/sessions/${session?.id}/plan`;
  const joanne = await newVisitor(chromium, kith);
  await joanne.signsIn('joanne.price@example.org');
  const imran = await newVisitor(chromium, kith);
  await imran.signsIn('imran.siddiqui@example.org');

  await joanne.visit(plan);
  await imran.visit(plan);
  await joanne.write('A note for those who run it', 'Agnieszka’s interpreter comes at ten.');
  await joanne.press('Save the plan');
  await imran.write('A note for those who run it', 'The big mats are in the hall.');
  await imran.write('What should parents bring?', 'A cushion.');
  await imran.press('Save the plan');
  await imran.sees('Somebody else saved this plan while you were planning');
  await imran.sees('Agnieszka’s interpreter comes at ten.');
  const note = imran.page.getByLabel('A note for those who run it');
  expect(await note.inputValue()).toBe('The big mats are in the hall.');
  expect(await imran.page.getByLabel('What should parents bring?').inputValue()).toBe('A cushion.');
  await joanne.visit(plan);
  expect(
    await joanne.page.getByLabel('A note for those who run it').inputValue(),
    'nothing was written over',
  ).toBe('Agnieszka’s interpreter comes at ten.');

  await note.fill('Agnieszka’s interpreter comes at ten. The big mats are in the hall.');
  await imran.press('Save the plan');
  await joanne.visit(plan);
  expect(await joanne.page.getByLabel('A note for those who run it').inputValue()).toBe(
    'Agnieszka’s interpreter comes at ten. The big mats are in the hall.',
  );
  expect(await joanne.page.getByLabel('What should parents bring?').inputValue()).toBe('A cushion.');
  await joanne.leave();
  await imran.leave();
});
