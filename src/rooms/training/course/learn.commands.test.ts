import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { applicationOf, proofsOf } from '#rooms/recruiting/door.ts';
import {
  type GroundOptions,
  MONDAY,
  openStand,
  type Stand,
  settle,
} from '../../../../tests/support/stand.ts';
import { enquire } from '../../recruiting/application.fixture.ts';
import { certificatesOf } from '../certificates/certificate.queries.ts';
import { issueHere, withdrawCertificate } from '../certificates/issue.commands.ts';
import { courseFor } from '../door.ts';
import { reviewCourse } from '../review/review.commands.ts';
import type { CourseModule } from './course.shape.ts';
import { screenRead } from './learn.commands.ts';
import { applicantAtCourse, openCourse, parts, walker } from './learner.fixture.ts';
import { attemptsOf, learningOf, openLearning } from './learner.queries.ts';
import { loadCourses } from './load.commands.ts';

const [first, second] = parts as [CourseModule, CourseModule];
const DEMO: GroundOptions = { slug: 'demo', name: 'Demonstration' };
let stand: Stand;
let courseId: string;
let manager: AccountActor;

beforeAll(async () => {
  stand = await openStand();
  courseId = await openCourse(stand);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
});
afterAll(() => stand.close());
beforeEach(() => {
  stand.now = MONDAY;
});

const later = (minutes: number) => {
  stand.now = stand.now.add({ minutes });
};

/** Somebody welcomed long ago: an applicant row that leads to their team file. */
const volunteer = async (name: string) => {
  const actor = await stand.member(name, ['peer_supporter']);
  const applicantId = newId();
  await stand.system((scope) =>
    scope.tx
      .insertInto('recruiting.applicants')
      .values({
        organisation_id: stand.organisationId,
        id: applicantId,
        centre_id: stand.centreId,
        given_name: name.split(' ')[0] ?? name,
        family_name: name.split(' ')[1] ?? '',
        person_id: actor.personId,
        made_at: stand.now.toString(),
      })
      .execute(),
  );
  return { actor, applicantId };
};

const stepOf = (applicationId: string) =>
  stand.system(async (scope) =>
    (await applicationOf(scope, applicationId))?.steps.find((step) => step.code === 'course'),
  );

describe('an applicant goes through the course', () => {
  it('begins, and finds their place again where they left it', async () => {
    const marta = await applicantAtCourse(stand);
    const walk = walker(stand, marta);
    await walk.begin();
    later(2);
    await walk.run((scope, standing) => screenRead(scope, standing, { module: first.code, screen: 1 }));
    later(60 * 24 * 3);
    await walk.begin();
    const learning = await stand.system((scope) => learningOf(scope, marta.applicantId));
    expect(learning).toMatchObject({
      module: first.code,
      screen: 2,
      reached: { [first.code]: 1 },
      minutesSpent: 2,
      finishedAt: null,
    });
  });

  it('begins once, also in two windows', async () => {
    const marta = await applicantAtCourse(stand);
    const walk = walker(stand, marta);
    await Promise.all([walk.begin(), walk.begin()]);
    const rows = await stand.owner.query('select 1 from training.learning where applicant_id = $1', [
      marta.applicantId,
    ]);
    expect(rows.rowCount).toBe(1);
  });

  it('cannot answer before reading to the end', async () => {
    const walk = walker(stand, await applicantAtCourse(stand));
    await walk.begin();
    await expect(walk.answer(first)).rejects.toThrow('Read the pages of this part to the end first');
  });

  it('tries as often as they like: a part not passed stays open, a part passed leads on', async () => {
    const marta = await applicantAtCourse(stand);
    const walk = walker(stand, marta);
    await walk.begin();
    await walk.read(first);
    expect(await walk.answer(first, 2)).toEqual({ right: 3, of: 5, passed: false, finished: false });
    expect(await walk.answer(first, 2)).toMatchObject({ passed: false });
    expect(await walk.answer(first, 1)).toEqual({ right: 4, of: 5, passed: true, finished: false });
    const learning = await stand.system((scope) => learningOf(scope, marta.applicantId));
    expect(learning).toMatchObject({ module: second.code, screen: 1 });
    const tries = await stand.system((scope) => attemptsOf(scope, learning?.id ?? ''));
    expect(tries.map((each) => each.passed)).toEqual([false, false, true]);
  });

  it('holds a certificate after the last part, which is their proof, and their step is done', async () => {
    const marta = await applicantAtCourse(stand);
    await walker(stand, marta).all();
    const [certificate] = await stand.system((scope) => certificatesOf(scope, [marta.applicantId]));
    expect(certificate).toMatchObject({ how: 'here', courseCode: 'safeguarding', courseVersion: 1 });
    expect(certificate?.issuedOn.toString()).toBe('2026-11-23');
    expect(certificate?.expiresOn?.toString()).toBe('2028-11-23');
    expect(certificate?.reference).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    const [proof] = await stand.system((scope) => proofsOf(scope, [marta.applicantId]));
    expect(proof).toMatchObject({ code: 'course', fromId: certificate?.id });
    expect(proof?.expiresOn?.toString()).toBe('2028-11-23');
    expect((await stepOf(marta.applicationId))?.doneAt).not.toBeNull();
    const asked = await stand.owner.query(
      `select questions, form from recruiting.asked_of where applicant_id = $1`,
      [marta.applicantId],
    );
    expect(asked.rows).toEqual([{ questions: 25, form: 'course' }]);
    const letters = await stand.owner.query(
      `select template from platform.messages where once_key = 'training_certificate:${certificate?.id}'`,
    );
    expect(letters.rows).toEqual([{ template: 'training_certificate' }]);
  });

  it('is issued one certificate, however often the house tries', async () => {
    const marta = await applicantAtCourse(stand);
    await walker(stand, marta).all();
    const learning = await stand.system((scope) => learningOf(scope, marta.applicantId));
    await stand.system((scope) => issueHere(scope, learning?.id ?? ''));
    expect(await stand.system((scope) => certificatesOf(scope, [marta.applicantId]))).toHaveLength(1);
    expect(await stand.system((scope) => proofsOf(scope, [marta.applicantId]))).toHaveLength(1);
  });

  it('may not begin before the application has come to it, nor while a certificate holds', async () => {
    await expect(walker(stand, await enquire(stand)).begin()).rejects.toThrow(
      'opens a little later on your way',
    );
    const marta = await applicantAtCourse(stand);
    await walker(stand, marta).all();
    await expect(walker(stand, marta).begin()).rejects.toThrow('You hold a certificate');
    stand.now = Temporal.Instant.from('2028-10-01T10:00:00Z');
    await walker(stand, marta).begin();
    const again = await stand.system((scope) => learningOf(scope, marta.applicantId));
    expect(again).toMatchObject({ finishedAt: null, reached: {} });
  });
});

describe('a volunteer who signs in', () => {
  it('goes through the same course, and the house issues the certificate', async () => {
    const { actor, applicantId } = await volunteer('Grace Adeyemi');
    await walker(stand, actor).all();
    expect(await stand.system((scope) => certificatesOf(scope, [applicantId]))).toEqual([]);
    const learning = await stand.system((scope) => learningOf(scope, applicantId));
    expect(await stand.announced('training.issue')).toContainEqual(
      expect.objectContaining({ learningId: learning?.id }),
    );
    await stand.system((scope) => issueHere(scope, learning?.id ?? ''));
    const [own] = await stand.as(actor, (scope) => certificatesOf(scope, [applicantId]));
    expect(own).toMatchObject({ how: 'here' });
  });

  it('cannot issue a certificate to themselves, whatever role they hold', async () => {
    const { actor, applicantId } = await volunteer('Mina Power');
    const both: AccountActor = {
      ...actor,
      roles: [...actor.roles, { role: 'volunteer_manager', centreId: stand.centreId }],
    };
    await walker(stand, both).begin();
    const learning = await stand.system((scope) => learningOf(scope, applicantId));
    const forged = {
      organisation_id: stand.organisationId,
      id: newId(),
      centre_id: stand.centreId,
      applicant_id: applicantId,
      course_code: 'safeguarding',
      course_version: 1,
      how: 'here' as const,
      learning_id: learning?.id ?? '',
      issued_on: '2026-11-23',
      reference: 'BBB-BBB',
      issued_at: stand.now.toString(),
    };
    const put = ({ tx }: Scope) => tx.insertInto('training.certificates').values(forged).execute();
    await expect(stand.as(both, put)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|23514)$/),
    });
    // Not even the house issues one for questions that nobody passed.
    await expect(stand.system(put)).rejects.toThrow('has not been earned');
  });

  it('keeps what they answered from everybody but themselves', async () => {
    const { actor, applicantId } = await volunteer('Ola Nowak');
    const walk = walker(stand, actor);
    await walk.begin();
    await walk.read(first);
    await walk.answer(first);
    const learning = await stand.as(manager, (scope) => learningOf(scope, applicantId));
    expect(learning?.reached).toEqual({ [first.code]: first.screens.length });
    const read = (who: AccountActor) => stand.as(who, (scope) => attemptsOf(scope, learning?.id ?? ''));
    expect(await read(manager)).toEqual([]);
    expect(await read(actor)).toHaveLength(1);
    const other = await volunteer('Bea Stone');
    expect(await read(other.actor)).toEqual([]);
    expect(await stand.as(other.actor, (scope) => learningOf(scope, applicantId))).toBeNull();
  });
});

describe('a course that is not approved', () => {
  it('is not offered in an organisation that is not a demonstration, and does not count', async () => {
    const other = await stand.neighbour();
    await openCourse(other, { approved: false });
    expect(await other.system((scope) => courseFor(scope))).toBeNull();
    const marta = await applicantAtCourse(other);
    await expect(walker(other, marta).begin()).rejects.toThrow('cannot be offered yet');
  });

  it('is offered in a demonstration, until somebody sends it back', async () => {
    const demo = await settle(stand.gateway, () => stand.now, DEMO);
    const id = await openCourse(demo, { approved: false });
    await stand.owner.query(`update people.organisations set demo = true where organisation_id = $1`, [
      demo.organisationId,
    ]);
    expect(await demo.system((scope) => courseFor(scope))).toMatchObject({ id, review: null });
    const lead = await demo.member('Leila Shah', ['service_lead']);
    await demo.as(lead, (scope) =>
      reviewCourse(scope, { courseId: id, role: 'Service lead', approved: false, words: 'Name our lead.' }),
    );
    expect(await demo.system((scope) => courseFor(scope))).toBeNull();
  });

  it('stops in the middle: what was begun with it is put aside when another version is offered', async () => {
    const marta = await applicantAtCourse(stand);
    const walk = walker(stand, marta);
    await walk.begin();
    const next = newId();
    await stand.owner.query(
      `insert into training.courses (organisation_id, id, code, version, effective_from, name, minutes, pass_mark, valid_months, content, made_at)
       select organisation_id, $1, code, 2, '2026-11-20', name, minutes, pass_mark, 12, content, made_at from training.courses where id = $2`,
      [next, courseId],
    );
    const practitioner = await stand.member('Nell Hart', ['practitioner']);
    const say = (id: string, approved: boolean) =>
      stand.as(practitioner, (scope) =>
        reviewCourse(scope, { courseId: id, role: 'Midwife', approved, words: 'Read.' }),
      );
    later(1);
    await say(next, true);
    // Approved still: whoever began with the first version goes on with it.
    expect(await walk.run(async (_, standing) => openLearning(standing)?.courseId)).toBe(courseId);
    await say(courseId, false);
    expect(await walk.run(async (_, standing) => openLearning(standing))).toBeNull();
    await walk.begin();
    expect(await walk.run(async (_, standing) => openLearning(standing)?.courseId)).toBe(next);
    later(1);
    await say(courseId, true);
    await say(next, false);
  });

  it('is reviewed by professionals of safeguarding in their own name, and by nobody who recruits with it', async () => {
    const review = { courseId, role: 'Manager', approved: true, words: '' };
    await expect(stand.as(manager, (scope) => reviewCourse(scope, review))).rejects.toMatchObject({
      code: '42501',
    });
    const lead = await stand.member('Leila Shah', ['service_lead']);
    await expect(
      stand.as(lead, (scope) => reviewCourse(scope, { ...review, approved: false })),
    ).rejects.toThrow('Say what has to change');
    const inAnothersName = stand.as(lead, ({ tx }) =>
      tx
        .insertInto('training.course_reviews')
        .values({
          organisation_id: stand.organisationId,
          id: newId(),
          course_id: courseId,
          reviewed_by: manager.accountId,
          role: 'Nobody',
          approved: true,
          at: stand.now.toString(),
        })
        .execute(),
    );
    await expect(inAnothersName).rejects.toThrow("in one's own name");
  });
});

describe('a certificate taken back', () => {
  it('no longer proves anything, and the course may be done again', async () => {
    const marta = await applicantAtCourse(stand);
    await walker(stand, marta).all();
    const [certificate] = await stand.as(manager, (scope) => certificatesOf(scope, [marta.applicantId]));
    const take = () =>
      stand.as(manager, (scope) =>
        withdrawCertificate(scope, { certificateId: certificate?.id ?? '', why: 'Somebody else did it.' }),
      );
    await take();
    expect(await stand.system((scope) => proofsOf(scope, [marta.applicantId]))).toEqual([]);
    await expect(take()).rejects.toThrow('taken back already');
    await walker(stand, marta).begin();
  });
});

it('loads once, however often it is loaded', async () => {
  expect(await stand.system(loadCourses)).toBe(0);
  await expect(stand.as(manager, loadCourses)).rejects.toThrow('only the house');
});
