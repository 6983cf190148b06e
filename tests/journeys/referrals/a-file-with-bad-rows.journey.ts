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

const file = [
  'First name,Surname,Date of birth,Email,Mobile,Contact by,Private,Due date,Why',
  'Odalys,Ferrer,12/05/1996,odalys.ferrer@example.com,07700 900871,"text, email",yes,14/03/2027,Tired and tearful.',
  'Perpetua,Quill,31/02/1991,,07700 900872,text,yes,14/03/2027,Low.',
  'Ottoline,Vance,03/11/1990,ottoline.vance@example.com,,email,yes,14/03/2027,Worry.',
].join('\r\n');

test('a file lands its good rows, gives back the bad ones with how to mend them, and twice changes nothing', async () => {
  const tunde = await newVisitor(chromium, kith, { width: 1280 });
  await tunde.signsIn('babatunde.adebayoclarke@example.org');
  await tunde.visit('/referrals');
  await tunde.follow('Bring in a file');
  await tunde.press('Bring it in');
  expect(await tunde.page.title()).toMatch(/^Error: /);
  await tunde.sees('Choose a file that is not empty.');
  const bring = async () => {
    await tunde.visit('/referrals/import');
    await tunde.page.locator('input[type=file]').setInputFiles({
      name: 'clinic.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
    await tunde.select('For rows that name no centre', 'Hartley Children’s Centre');
    await tunde.press('Bring it in');
  };
  await bring();
  await tunde.sees('2 referrals landed.');
  await tunde.sees('1 row came back');
  await tunde.sees('31/02/1991');
  const rejects = await tunde.page.locator('a[href$="rejects.csv"]').first().getAttribute('href');
  const download = await tunde.page.request.get(rejects ?? '');
  expect(await download.text()).toContain('Perpetua');
  expect(await download.text()).not.toContain('Odalys');

  await bring();
  await tunde.sees('Nothing new was in it.');
  const [count] = await kith.rows<{ count: string }>(
    `select count(*) from people.persons where given_name in ('Odalys', 'Ottoline', 'Perpetua')`,
  );
  expect(count?.count).toBe('2');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const told = kith.letterbox.letters.filter((each) => /odalys|ottoline/.test(each.to));
  expect(told, 'a file messages nobody').toEqual([]);

  const joanne = await newVisitor(chromium, kith);
  await joanne.signsIn('joanne.price@example.org');
  await joanne.visit('/referrals?search=Ferrer');
  await joanne.sees('Odalys Ferrer');
  await tunde.leave();
  await joanne.leave();
});
