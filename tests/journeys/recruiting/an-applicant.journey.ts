import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedCourses } from '#rooms/training/content/all.ts';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { pathIn } from '../../support/letterbox.ts';
import { newVisitor, type Visitor } from '../../support/visit.ts';
import {
  answers,
  asks,
  fileOf,
  finishesApplication,
  namesReferee,
  refereesLink,
  today,
  writesDownTheTalk,
} from './on-the-way.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

const zuleika = { givenName: 'Zuleika', familyName: 'Moonlight', email: 'zuleika.moonlight@example.com' };

const goesThroughTheCourse = async (applicant: Visitor, home: string): Promise<void> => {
  const { page } = applicant;
  await applicant.visit(`${home}/course`);
  await applicant.press('Begin');
  for (const [at, module] of (shippedCourses[0]?.content.modules ?? []).entries()) {
    if (at > 0) await applicant.visit(`${home}/course/${module.code}/1`);
    for (const screen of module.screens) {
      await applicant.sees(screen.title);
      await applicant.press(/^(Go on|On to the questions)$/);
    }
    await applicant.sees('What do you take with you?');
    const answer = async (right: boolean) => {
      for (const question of module.questions)
        for (const option of question.options.filter((each) => each.right === right))
          if (question.several || option === question.options.find((each) => each.right === right))
            await page.locator(`input[name="${question.code}"][value="${option.code}"]`).check();
      await applicant.press('See how it went');
    };
    if (at === 0) {
      await answer(false);
      await applicant.sees('Not quite there yet');
      await applicant.follow('Have another go');
      expect(await page.locator('input:checked').count(), 'another go begins from nothing').toBe(0);
    }
    await answer(true);
    await applicant.sees(`Part ${at + 1} is done`);
  }
  await applicant.sees('You have finished the course.');
};

const scores = async (interviewer: Visitor, interview: string, score: number): Promise<void> => {
  await interviewer.visit(interview);
  await interviewer.follow('Begin');
  for (;;) {
    await interviewer.write('Your notes', `Told of a neighbour whom she sat with. ${score}.`);
    await interviewer.choose(new RegExp(`^${score}`), 'What did you hear?');
    const last = (await interviewer.page.getByRole('button', { name: 'Save', exact: true }).count()) > 0;
    await interviewer.press(last ? 'Save' : 'Save and go on');
    if (last) break;
  }
  await interviewer.visit(interview);
  await interviewer.press('Finish scoring');
  await interviewer.sees('You have scored');
};

/** She came with the core course of another place: its units are credited by name, and the last yes is still to be said. */
const trainedElsewhere = async (manager: Visitor, learner: string): Promise<void> => {
  await manager.visit(learner);
  await manager.follow('Trained before they came to us');
  const units = await manager.page.getByRole('group', { name: 'Which units?' }).getByRole('checkbox').all();
  expect(units).toHaveLength(15);
  for (const unit of units) await unit.check();
  await manager.date('When did they finish?', today().subtract({ days: 60 }));
  await manager.write(/^Where did they learn it/, 'With the group at Millbrook; we saw the certificate.');
  await manager.press('Credit the units');
  await manager.sees('Every unit is there');
};

const learnsAlongside = async (manager: Visitor, session: string): Promise<void> => {
  await manager.visit(`${session}/alongside`);
  await manager.select('Who comes along', 'Zuleika Moonlight');
  await manager.choose(/^Shadowing/, 'How they learn this time');
  await manager.page.getByLabel('Beside whom').selectOption({ index: 1 });
  await manager.press('They come along');
  await manager.sees('Zuleika Moonlight comes along to this session.');
};

const signedOff = async (manager: Visitor, learner: string): Promise<void> => {
  await manager.visit(`${learner}/sign-off`);
  for (const box of await manager.page
    .getByRole('group', { name: 'What can they do?' })
    .getByRole('checkbox')
    .all())
    await box.check();
  await manager.write(
    'What do you base it on?',
    'We talked each one through, and her trainer at Millbrook rang.',
  );
  await manager.press('Sign off');
  await manager.follow('Say the last yes');
  await manager.press('They may run sessions');
  await manager.sees('If they learned this elsewhere, say so and why it counts.');
  await manager.write('Why is it not asked of them?', 'She ran sessions at Millbrook for a year.');
  await manager.write(/^A few words for them/, 'You did all of it at the other place.');
  await manager.press('They may run sessions');
  await manager.visit(`${learner}/sign-off`);
  await manager.sees('May run sessions');
};

test('somebody comes from the front door to their first session, on a phone, with referees and two interviewers', async () => {
  const applicant = await newVisitor(chromium, kith, { width: 360 });
  const home = await asks(applicant, kith, zuleika);
  await applicant.visit(home);
  await applicant.follow('Choose a time to talk');
  await applicant.press(/^Take it/);
  await applicant.sees('The time is yours.');
  await applicant.sees('We talk on');
  await kith.letterbox.letterTo(zuleika.email, 'We talk on');

  const ruth = await newVisitor(chromium, kith, { width: 1280 });
  await ruth.signsIn('ruth.okafor@example.org');
  const file = await fileOf(ruth, zuleika);
  await ruth.sees('They chose a time');
  await writesDownTheTalk(ruth, file);

  // She begins on the bus and goes on at home, on another phone, by the link in the letter.
  await applicant.visit(home);
  await applicant.follow('Write your application');
  await applicant.press('Begin');
  await applicant.write('Your last name', zuleika.familyName);
  await applicant.write(/^What draws you to this/, 'Somebody sat with me once.');
  await applicant.press('Save and come back later');
  await applicant.sees('Nothing has been sent yet');
  await applicant.leave();
  const later = await newVisitor(chromium, kith, { width: 360 });
  const further = await kith.letterbox.letterTo(zuleika.email, 'You are one step further');
  await later.visit(pathIn(further.text));
  await later.follow('Write your application');
  await later.press('Carry on');
  expect(await later.page.getByLabel('Your last name').inputValue(), 'what she wrote is kept').toBe(
    zuleika.familyName,
  );
  await later.press('Continue');
  await finishesApplication(later);

  await later.follow('Name people who know you');
  await namesReferee(later, { name: 'Marian Fox', email: 'marian.fox@example.com', context: 'Work' });
  await later.sees('Please name one more person');
  await namesReferee(later, {
    name: 'Oluwaseun Bright',
    email: 'oluwaseun.bright@example.com',
    context: 'A faith group or a community group',
  });
  await later.sees('You have done your part');

  for (const [email, context] of [
    ['marian.fox@example.com', 'From work'],
    ['oluwaseun.bright@example.com', 'From a faith group or a community group'],
  ] as const) {
    const referee = await newVisitor(chromium, kith);
    await referee.visit(await refereesLink(kith, email));
    await answers(referee, {
      called: 'Zuleika',
      context,
      words: 'She ran our lunch table and was always there.',
    });
    await referee.leave();
  }
  await later.visit(`${home}/referees`);
  await later.doesNotSee('lunch table');

  await ruth.visit(file);
  await ruth.follow('Look at the references');
  for (const name of ['Marian Fox', 'Oluwaseun Bright']) {
    await ruth.follow(new RegExp(`^Compare.*${name}`));
    await ruth.sees('She ran our lunch table');
    await ruth.choose(/^is good/, 'This reference');
    await ruth.press('Save');
  }
  await ruth.sees('Enough references are accepted.');

  await ruth.visit(`${file}/check`);
  await ruth.choose('Enhanced', 'Which check?');
  await ruth.choose('Child workforce');
  await ruth.press('Ask for this check');
  await later.visit(`${home}/check`);
  await later.sees('It costs you nothing.');
  await later.press('It came');
  await ruth.visit(`${file}/check`);
  await ruth.follow('The certificate is here');
  await ruth.press('I have seen it');
  expect(await ruth.page.title(), 'nothing is seen by a press alone').toMatch(/^Error: /);
  await ruth.choose(/^I have the original/);
  await ruth.write('Certificate number', '0012 3456 7890');
  await ruth.date('Date on the certificate', today().subtract({ days: 6 }));
  await ruth.write('Surname on it', 'Moonlight');
  await ruth.choose('Enhanced', 'Level on the certificate');
  await ruth.choose('Child workforce');
  await ruth.choose('No, it is clear', 'Does it say anything?');
  await ruth.press('I have seen it');

  await ruth.visit(`${file}/interview`);
  await ruth.follow('Arrange the interview');
  await ruth.date('Which day?', today().add({ days: 1 }));
  await ruth.write('At what time?', '10.30am');
  await ruth.write('For how many minutes?', '45');
  await ruth.choose('In person', 'How do you meet?');
  await ruth.write('Where, or the link', 'The Oak Room');
  await ruth.select('The first interviewer', 'Ruth Okafor');
  await ruth.select('The second interviewer', 'Joanne Price (practitioner)');
  await ruth.press('Arrange, and write to them');
  await kith.letterbox.letterTo(zuleika.email, 'The Oak Room');
  await later.visit(`${home}/interview`);
  await later.sees('The Oak Room');

  const joanne = await newVisitor(chromium, kith, { width: 1280 });
  await joanne.signsIn('joanne.price@example.org');
  expect((await joanne.page.request.get(file)).status(), 'one interview opens no file').toBe(404);
  await joanne.visit('/interviews');
  await joanne.follow(/Open.*Zuleika/);
  const interview = new URL(joanne.page.url()).pathname;
  await scores(ruth, interview, 3);
  await joanne.visit(`${interview}/together`);
  await joanne.sees('Not yet');
  await joanne.doesNotSee('Told of a neighbour');
  await scores(joanne, interview, 4);
  await joanne.visit(`${interview}/together`);
  await joanne.sees('What you both heard');
  await joanne.sees('The one of you who recruits writes the decision down.');
  await ruth.visit(`${file}/interview`);
  await ruth.follow('Decide together');
  for (const group of await ruth.page.getByRole('group', { name: 'What you agree on' }).all())
    await group.getByLabel('4', { exact: true }).check();
  await ruth.choose('Yes', /^Do you see Zuleika with families/);
  await ruth.write('Why', 'She listens first, and she knows what she cannot do alone.');
  await ruth.write('Words for Zuleika', 'We liked how you spoke of your neighbour.');
  await ruth.press('Save the decision');

  await goesThroughTheCourse(later, home);

  await ruth.visit(file);
  await ruth.follow('Make the offer');
  await ruth.write(/^A few words of your own/, 'We would love to see you on Thursdays.');
  await ruth.press('Send the offer');
  const offer = await kith.letterbox.letterTo(zuleika.email, 'We would love to see you on Thursdays.');
  await later.visit(pathIn(offer.text));
  await later.follow('See our offer');
  await later.press('Yes, I would love to');
  await later.sees('You said yes');

  // Two sessions that somebody runs already: one to learn at, and one to run.
  const sessions = await kith.rows<{ id: string }>(
    `select s.id from delivery.sessions s join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
     where c.slug like 'hartley%' and s.starts_at > now() + interval '1 day' and s.called_off_at is null
       and exists (select from delivery.rota r where r.organisation_id = s.organisation_id and r.session_id = s.id
         and r.stood_down_at is null and r.part <> 'alongside')
     order by s.starts_at limit 2`,
  );
  const [learnsAt = '', runs = ''] = sessions.map(({ id }) => `/sessions/${id}`);
  const offered = async () => {
    await ruth.visit(`${runs}/rota`);
    return (await ruth.page.getByLabel('Who', { exact: true }).innerText()).includes('Zuleika Moonlight');
  };
  await ruth.visit(file);
  await ruth.follow('Go through the induction');
  for (const box of await ruth.page
    .getByRole('group', { name: 'What have you gone through?' })
    .getByRole('checkbox')
    .all())
    await box.check();
  await ruth.date('On which day?', today());
  await ruth.press('Save');
  expect(await offered(), 'before the welcome nobody can put her anywhere').toBe(false);
  await ruth.visit(file);
  await ruth.follow('Welcome Zuleika');
  await ruth.press('Welcome Zuleika');

  const invitation = await kith.letterbox.letterTo(zuleika.email, '/sign-in/welcome/');
  await later.visit(pathIn(invitation.text));
  await later.write('Choose a password', 'slow warm porridge');
  await later.press('Keep this password and go in');
  await later.visit('/volunteering');
  await later.sees('My volunteering');

  expect(await offered(), 'and after it she is there to see').toBe(true);
  await ruth.select('Who', 'Zuleika Moonlight: not ready yet');
  await ruth.press('Put on');
  await ruth.sees('Units of training are still missing: 15 are needed and 0 are there.');

  const [applicantRow] = await kith.rows<{ id: string }>(
    `select id from recruiting.applicants where given_name = 'Zuleika'`,
  );
  const learner = `/learners/${applicantRow?.id}`;
  await trainedElsewhere(ruth, learner);
  await learnsAlongside(ruth, learnsAt);
  await later.visit('/volunteering/practice');
  await later.sees('Shadowing');
  await signedOff(ruth, learner);
  await later.visit('/volunteering/practice');
  await later.sees('You did all of it at the other place.');

  await ruth.visit(`${runs}/rota`);
  await ruth.select('Who', 'Zuleika Moonlight');
  await ruth.press('Put on');
  await ruth.sees('Zuleika Moonlight is on this session.');
  await later.visit('/volunteering');
  expect(
    await later.page.locator(`a[href^="${runs}"]`).count(),
    'her first session is on her page',
  ).toBeGreaterThan(0);
  await later.visit(runs);
  for (const each of [later, ruth, joanne]) await each.leave();
}, 300_000);
