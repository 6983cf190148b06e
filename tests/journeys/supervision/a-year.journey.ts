import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDebrief } from '#rooms/supervision/door.ts';
import * as paths from '#rooms/supervision/paths.ts';
import {
  due,
  findsNothing,
  type Hub,
  isAway,
  openHub,
  saysItDidNotHappen,
  saysTheyMet,
  sheets,
  YEAR,
} from './on-the-way.ts';

let hub: Hub;
beforeAll(async () => {
  hub = await openHub();
}, 180_000);
afterAll(() => hub?.close());

const PHONE = { width: 360 };
const DESK = { width: 1280 };
/** The note of the first meeting, which is read by more and more people as the year goes on. */
let first: { readonly meetingId: string; readonly accountId: string };

test('a proposed time: she asks for another on her phone, the manager moves it, and she says yes', async () => {
  const priya = await hub.visitor(hub.priya, PHONE);
  const rob = await hub.visitor(hub.rob, DESK);
  const { id: meetingId } = await hub.openFor(1);
  await priya.visit(paths.ownSupervision());
  await priya.sees('Do these times suit you?');
  await priya.follow(/^Answer.*30 March/);
  await priya.press('Send my answer');
  await priya.sees('Say whether this time suits you.');
  await priya.choose('I need another time');
  await priya.write('What would suit you?', 'Wednesdays after 2pm');
  await priya.press('Send my answer');
  await priya.sees('You asked for another time.');

  await rob.visit(paths.supervision());
  await rob.follow(/^The year.*Priya Shah/);
  await rob.sees(
    'Due Mon 30 Mar. Monday 30 March, 9.30am to 10.30am, on its day, and another time is asked for.',
  );
  await rob.follow(/^Monday 30 March/);
  await rob.sees('Priya Shah: asks for another time.');
  await rob.sees('Wednesdays after 2pm');
  await rob.follow('Move it');
  await rob.date('Which day?', Temporal.PlainDate.from('2026-04-01'));
  await rob.write('At what time?', '2.30pm');
  await rob.write('Where, or which number or link', 'Oak Room');
  await rob.write('A word to them about it', 'The room is quiet then.');
  await rob.press('Move it');
  await rob.sees('The meeting has moved.');

  await priya.visit(paths.meeting({ meetingId }));
  await priya.sees('Wednesday 1 April');
  await priya.choose('Yes, it suits me');
  await priya.press('Send my answer');
  await priya.sees('You said yes to this time.');
  await rob.visit(paths.meeting({ meetingId }));
  await rob.sees('Agreed');
  for (const each of [priya, rob]) await each.leave();
}, 180_000);

test('the note: its draft outlives the browser, stays on its own page, is kept, read and added to', async () => {
  const { id: meetingId } = await hub.openFor(1);
  first = { meetingId, accountId: hub.priya.accountId };
  await hub.go('2026-04-01');
  const rob = await hub.visitor(hub.rob, DESK);
  await saysTheyMet(rob, meetingId);
  await rob.follow('The note of this meeting');
  await rob.write('Support', 'The welcome song went well.');
  await expect
    .poll(() => rob.page.locator('[data-draft-save]').innerText(), { timeout: 15_000 })
    .toBe('Saved as a draft at 6pm.');
  await rob.leave();

  const again = await hub.visitor(hub.rob, DESK);
  await again.visit(paths.noteDrafts());
  await again.follow(/^Go on writing.*Priya Shah/);
  expect(await again.page.getByLabel('Support', { exact: true }).inputValue()).toBe(
    'The welcome song went well.',
  );
  const next = await hub.openFor(2);
  await again.visit(paths.writeNote({ meetingId: next.id, accountId: hub.priya.accountId }));
  expect(await again.page.getByLabel('Support', { exact: true }).inputValue(), 'another meeting').toBe('');
  const priya = await hub.visitor(hub.priya, PHONE);
  await findsNothing(priya, paths.note(first));

  await again.visit(paths.writeNote(first));
  const agreed = again.page.getByRole('group', { name: 'Agreed 1' });
  await agreed.getByLabel('What is to be done').fill('Borrow the song book');
  await agreed.getByLabel('Priya Shah').check();
  await again.press('Keep the note and share it');
  await again.sees('The note is kept.');

  await priya.visit(paths.ownSupervision());
  await priya.follow('What we wrote down and agreed');
  await priya.sees('Borrow the song book');
  await priya.follow(/^Read.*1 April/);
  await priya.sees('The welcome song went well.');
  await priya.follow('Add words');
  await priya.write('Your words', 'It was also the sun.');
  await priya.press('Add them');
  await again.visit(paths.note(first));
  await again.sees('It was also the sun.');
  const mina = await hub.visitor(hub.mina, DESK);
  const asha = await hub.visitor(hub.asha, DESK);
  for (const each of [mina, asha]) await findsNothing(each, paths.note(first));
  for (const each of [again, priya, mina, asha]) await each.leave();
}, 180_000);

test('spring: her leave moves one, a bank holiday the next, and what was agreed is carried on until it is done', async () => {
  const priya = await hub.visitor(hub.priya, PHONE);
  await isAway(hub, priya, due(2).subtract({ days: 2 }), due(2).add({ days: 4 }));
  const moved = await hub.openFor(2);
  expect(moved.on.toString()).toBe('2026-04-24');
  await priya.visit(paths.meeting({ meetingId: moved.id }));
  await priya.sees('Because somebody is away on its day.');
  await hub.go(moved.on);
  const rob = await hub.visitor(hub.rob, DESK);
  await saysTheyMet(rob, moved.id);
  await rob.follow('The note of this meeting');
  await rob.sees('Borrow the song book');
  await rob.write('Support', 'A quiet month.');
  await rob.press('Keep the note and share it');

  const holiday = await hub.openFor(3);
  expect([due(3).toString(), holiday.on.toString()]).toEqual(['2026-05-25', '2026-05-26']);
  await priya.visit(paths.meeting({ meetingId: holiday.id }));
  await priya.sees('Because its day is a bank holiday.');
  await hub.go(holiday.on);
  await saysTheyMet(rob, holiday.id);
  await rob.follow('The note of this meeting');
  await rob.sees('Borrow the song book');
  await rob.choose('Done', /Priya Shah.*what became of it/);
  await rob.write('Learning and growing', 'She sang the second verse alone.');
  await rob.press('Keep the note and share it');
  await priya.visit(paths.ownNotes());
  await priya.sees('Nothing is open.');
  await priya.doesNotSee('Borrow the song book');
  for (const each of [priya, rob]) await each.leave();
}, 180_000);

test('summer: one is missed with its reason and held late, and the next stays where it was', async () => {
  const rob = await hub.visitor(hub.rob, DESK);
  const missed = await hub.openFor(4);
  expect(missed.on).toEqual(due(4));
  await hub.go(missed.on);
  await saysItDidNotHappen(rob, missed.id, 'The peer supporter was ill');
  await hub.house.drain();
  const later = await hub.openFor(4);
  await rob.visit(paths.moveMeeting({ meetingId: later.id }));
  await rob.date('Which day?', Temporal.PlainDate.from('2026-07-01'));
  await rob.choose('We found this time together, so nobody needs to answer');
  await rob.press('Move it');
  await hub.go('2026-07-01');
  await saysTheyMet(rob, later.id);
  expect((await hub.standing()).dueOn).toEqual(due(5));
  const fifth = await hub.openFor(5);
  expect(fifth.on, 'a late one pushes nothing').toEqual(due(5));
  await hub.go(fifth.on);
  await saysTheyMet(rob, fifth.id);
  await rob.leave();
}, 180_000);

test('a heavy session: two taps, a talk is offered within the day, and “No thanks” is an answer', async () => {
  await hub.go('2026-07-22', 13);
  const priya = await hub.visitor(hub.priya, PHONE);
  await priya.visit(paths.howItWas());
  await priya.choose('Heavy');
  await priya.press('Tell us');
  await priya.sees(/Rob Ash rings you, .*tomorrow at 1pm at the latest/);
  await hub.house.drain();
  const rob = await hub.visitor(hub.rob, DESK);
  const talk = await hub.house.as(hub.priya, (scope) => ownDebrief(scope, hub.priya.accountId));
  await rob.visit(paths.debrief({ debriefId: talk?.id ?? '' }));
  await rob.sees(/To be offered .*tomorrow at 1pm/);
  await rob.press('I will ring');
  await rob.choose('I have offered a talk');
  await rob.select('How?', 'By phone');
  await rob.press('Save');
  await rob.sees('Your offer is written down.');
  await priya.visit(paths.ownLoad());
  await priya.sees('Rob Ash has offered you a talk.');
  await priya.press('No thanks');
  await priya.sees('You can ask for a talk whenever you like.');
  await rob.visit(paths.debrief({ debriefId: talk?.id ?? '' }));
  await rob.sees('They said no thanks.');
  for (const each of [priya, rob]) await each.leave();
}, 180_000);

test('the manager is away: the cover holds it and reads, another manager does not, and an opening for safety is seen by both', async () => {
  const { id: arrangementId } = await hub.standing();
  const rob = await hub.visitor(hub.rob, DESK);
  const asha = await hub.visitor(hub.asha, DESK);
  await isAway(hub, rob, due(6).subtract({ days: 20 }), due(6).add({ days: 20 }));
  await hub.none(6);
  await rob.visit(paths.arrangement({ arrangementId }));
  await rob.sees('No time that suits everybody was found, or it is being looked for.');
  await rob.follow('Change supervisor or form');
  await rob.select('Who covers while the supervisor is away', 'Asha Bell');
  await rob.press('Keep this');
  await rob.sees('The change is kept.');
  await findsNothing(asha, paths.note(first));
  await hub.house.drain();
  const covered = await hub.openFor(6);
  expect(covered.supervisorId).toBe(hub.asha.accountId);
  await hub.go(covered.on);
  await saysTheyMet(asha, covered.id);
  await asha.visit(paths.note(first));
  await asha.sees('You read this because you stand in for the supervisor.');
  await asha.sees('The welcome song went well.');
  const mina = await hub.visitor(hub.mina, DESK);
  await findsNothing(mina, paths.note(first));
  await findsNothing(mina, paths.openNote(first));
  await hub.go('2026-09-08');
  await findsNothing(asha, paths.note(first));

  const ines = await hub.visitor(hub.ines, DESK);
  await findsNothing(ines, paths.note(first));
  await ines.visit(`${paths.notesForSafety()}?who=priya`);
  await ines.follow(/^Open with a reason.*1 April/);
  await ines.write('Why do you need to read it?', 'A concern was raised and both are out of reach.');
  await ines.press(/^Open/);
  await ines.sees('The note is open to you for 24 hours.');
  await ines.sees('The welcome song went well.');
  const priya = await hub.visitor(hub.priya, PHONE);
  for (const each of [priya, rob]) {
    await each.visit(paths.note(first));
    await each.sees('Ines Lowe opened it');
    await each.sees('A concern was raised and both are out of reach.');
    await each.page.getByText('Who has read this note', { exact: true }).click();
    await each.sees(/Asha Bell, .* \(they stand in for the supervisor\)/);
    await each.sees(/Ines Lowe, .* \(they opened it for safety, with a reason\)/);
  }
  await hub.go('2026-09-10');
  await findsNothing(ines, paths.note(first));
  for (const each of [rob, asha, mina, ines, priya]) await each.leave();
}, 180_000);

test('overdue: a new group waits, in words; the session she runs stays hers; they meet, and it is over', async () => {
  const rob = await hub.visitor(hub.rob, DESK);
  const priya = await hub.visitor(hub.priya, PHONE);
  const missed = await hub.openFor(7);
  await hub.go(missed.on);
  await saysItDidNotHappen(rob, missed.id, 'The supervisor could not come');
  await hub.house.drain();
  const forgotten = await hub.openFor(7);
  await hub.go('2026-09-29');
  const { id: arrangementId } = await hub.standing();
  await rob.visit(paths.arrangement({ arrangementId }));
  await rob.sees('Not said yet Due Mon 14 Sep.');
  await saysItDidNotHappen(rob, forgotten.id, 'It was forgotten');
  await hub.house.drain();
  // No day is left near the one it was for.
  await hub.none(7);
  await rob.visit(paths.supervision());
  await rob.sees('Overdue: new sessions are paused');
  await priya.visit(paths.ownSupervision());
  await priya.sees('New sessions are paused until you have met. What you run already goes on.');
  await rob.visit(`/groups/${hub.groupId}/leaders`);
  await rob.page.getByLabel('Who', { exact: true }).selectOption(hub.priya.accountId);
  const refused = rob.page.waitForResponse((response) => response.request().method() === 'POST');
  await rob.press('Add');
  expect((await refused).status()).toBe(422);
  await rob.sees('Supervision is overdue');
  await rob.visit(`/sessions/${hub.hers}`);
  await rob.sees('Run by Priya Shah');

  await rob.visit(paths.arrangement({ arrangementId }));
  await rob.follow('Write down one that was held');
  await rob.date('Which day was it?', Temporal.PlainDate.from('2026-09-29'));
  await rob.write('At what time?', '10am');
  await rob.press('Write it down');
  await rob.sees('It is written down that you met.');
  await hub.house.drain();
  // Nearer to the day to come than to the one before: it is that one which is held.
  expect((await hub.standing()).dueOn).toEqual(due(9));
  await rob.visit(`/groups/${hub.groupId}/leaders`);
  await rob.page.getByLabel('Who', { exact: true }).selectOption(hub.priya.accountId);
  await rob.press('Add');
  await rob.sees('Priya Shah runs this group from now on.');
  for (const each of [rob, priya]) await each.leave();
}, 180_000);

test('all of it is on one page, for the manager and for her: without colour, and on paper', async () => {
  const priya = await hub.visitor(hub.priya, PHONE);
  await isAway(hub, priya, due(9).subtract({ days: 14 }), due(9).add({ days: 14 }));
  await hub.none(9);
  for (const slot of [10, 11, 12]) await hub.hold(slot);
  await hub.earlyWereHeld();
  await hub.go('2027-02-08', 9);
  const { id: arrangementId } = await hub.standing();
  const desk = await hub.visitor(hub.rob, DESK);
  const narrow = await hub.visitor(hub.rob, PHONE);
  await desk.visit(paths.arrangement({ arrangementId }));
  await narrow.visit(paths.arrangement({ arrangementId }));
  await priya.visit(paths.ownSupervision());
  for (const each of [desk, narrow, priya])
    for (const paper of [false, true]) {
      await each.page.emulateMedia(paper ? { media: 'print' } : { media: 'screen', forcedColors: 'active' });
      for (const words of YEAR) if (each !== priya || !words.source.startsWith('Rob')) await each.sees(words);
      await each.sees('10 times held (●), 1 set (○), 1 not held (✕), 1 fell into leave (–).');
      for (const line of await each.page.locator('.k-year__half').all())
        expect(await line.isVisible()).toBe(true);
      if (paper)
        expect(await sheets(await each.page.pdf({ format: 'A4' })), 'sheets of paper').toBeLessThan(3);
      expect(await each.page.locator('.k-header').isVisible(), 'what paper has no use for').toBe(!paper);
    }
  for (const each of [desk, narrow, priya]) await each.leave();
}, 180_000);
