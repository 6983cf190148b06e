import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { applicationOf, proofsOf } from '#rooms/recruiting/door.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { certificatesOf } from '../certificates/certificate.queries.ts';
import { applicantAtCourse, openCourse } from '../course/learner.fixture.ts';
import { outsideCoursesToCheck } from '../door.ts';
import { decideOutside, type OutsideChecked, tellOutside } from './outside.commands.ts';
import { lastOutside } from './outside.queries.ts';

const LONDON = 'Europe/London';
const day = (text: string) => Temporal.PlainDate.from(text);
const told = {
  provider: 'Hartley Council',
  title: 'Safeguarding level 2',
  doneOn: day('2026-03-10'),
  number: 'HC-1182',
};
const counts: OutsideChecked = {
  accepted: true,
  expiresOn: day('2028-03-10'),
  checked: 'The original, and a call to the council.',
  wordsToThem: '',
};

let stand: Stand;
let manager: AccountActor;

beforeAll(async () => {
  stand = await openStand();
  await openCourse(stand);
  manager = await stand.member('Ruth Bell', ['volunteer_manager']);
});
afterAll(() => stand.close());

const tell = async () => {
  const applicant = await applicantAtCourse(stand);
  const whose = { applicantId: applicant.applicantId, centreId: stand.centreId, zone: LONDON };
  const outsideId = await stand.system((scope) => tellOutside(scope, whose, told));
  return { ...applicant, whose, outsideId };
};

const courseStep = (applicationId: string) =>
  stand.system(async (scope) =>
    (await applicationOf(scope, applicationId))?.steps.find((step) => step.code === 'course'),
  );

describe('a course done elsewhere', () => {
  it('waits for the centre to check it: it is the centre’s move, and it proves nothing yet', async () => {
    const { applicationId, applicantId, outsideId } = await tell();
    const waiting = await stand.as(manager, (scope) => outsideCoursesToCheck(scope, [stand.centreId]));
    expect(waiting).toContainEqual(expect.objectContaining({ id: outsideId, name: 'Marta Nowak' }));
    expect(await courseStep(applicationId)).toMatchObject({ mover: 'us', doneAt: null });
    expect(await stand.system((scope) => proofsOf(scope, [applicantId]))).toEqual([]);
  });

  it('is told once at a time, and not of a day to come', async () => {
    const { whose } = await tell();
    await expect(stand.system((scope) => tellOutside(scope, whose, told))).rejects.toThrow(
      'We have one from you already',
    );
    const other = await applicantAtCourse(stand);
    await expect(
      stand.system((scope) =>
        tellOutside(
          scope,
          { ...whose, applicantId: other.applicantId },
          { ...told, doneOn: day('2026-11-24') },
        ),
      ),
    ).rejects.toMatchObject({ field: 'doneOn' });
  });

  it('that counts becomes a certificate and a proof from the day it was done, and the step is done', async () => {
    const { applicationId, applicantId, outsideId } = await tell();
    await stand.as(manager, (scope) => decideOutside(scope, outsideId, counts, LONDON));
    const [certificate] = await stand.as(manager, (scope) => certificatesOf(scope, [applicantId]));
    expect(certificate).toMatchObject({
      how: 'outside',
      provider: 'Hartley Council',
      seenBy: manager.accountId,
      checkedWords: counts.checked,
    });
    expect(certificate?.issuedOn.toString()).toBe('2026-03-10');
    const [proof] = await stand.system((scope) => proofsOf(scope, [applicantId]));
    expect(proof).toMatchObject({ code: 'course', fromId: certificate?.id });
    expect(proof?.expiresOn?.toString()).toBe('2028-03-10');
    expect((await courseStep(applicationId))?.doneAt).not.toBeNull();
    await expect(
      stand.as(manager, (scope) => decideOutside(scope, outsideId, counts, LONDON)),
    ).rejects.toThrow('checked this one already');
  });

  it('needs the day on which it ends, and one that is not over', async () => {
    const { outsideId } = await tell();
    for (const expiresOn of [null, day('2026-11-22')])
      await expect(
        stand.as(manager, (scope) => decideOutside(scope, outsideId, { ...counts, expiresOn }, LONDON)),
      ).rejects.toMatchObject({ field: 'expiresOn' });
    await stand.as(manager, (scope) =>
      decideOutside(scope, outsideId, { ...counts, expiresOn: day('2026-11-23') }, LONDON),
    );
  });

  it('that does not count proves nothing, is said kindly, and is the applicant’s move again', async () => {
    const { applicationId, applicantId, outsideId } = await tell();
    await stand.as(manager, (scope) =>
      decideOutside(
        scope,
        outsideId,
        { accepted: false, expiresOn: null, checked: '', wordsToThem: 'It was about food hygiene.' },
        LONDON,
      ),
    );
    expect(await stand.system((scope) => proofsOf(scope, [applicantId]))).toEqual([]);
    expect(await courseStep(applicationId)).toMatchObject({ mover: 'applicant', doneAt: null });
    expect(await stand.system((scope) => lastOutside(scope, applicantId))).toMatchObject({
      accepted: false,
      wordsToThem: 'It was about food hygiene.',
    });
    const letter = await stand.owner.query(
      `select template, details ->> 'words' as words from platform.messages where once_key = 'training_outside:${outsideId}'`,
    );
    expect(letter.rows).toEqual([
      { template: 'training_outside_not_accepted', words: 'It was about food hygiene.' },
    ]);
  });

  it('is checked at its own centre, by those who recruit there, and by nobody about themselves', async () => {
    const { applicantId, outsideId } = await tell();
    const elsewhere = await stand.member('Cath Low', ['volunteer_manager'], stand.otherCentreId);
    const practitioner = await stand.member('Joanne Price', ['practitioner']);
    for (const who of [elsewhere, practitioner])
      await expect(
        stand.as(who, (scope) => decideOutside(scope, outsideId, counts, LONDON)),
      ).rejects.toMatchObject({ name: 'NotFound' });
    const own = await stand.member('Marta Nowak', ['volunteer_manager']);
    await stand.owner.query('update recruiting.applicants set person_id = $1 where id = $2', [
      own.personId,
      applicantId,
    ]);
    await expect(
      stand.as(own, (scope) => decideOutside(scope, outsideId, counts, LONDON)),
    ).rejects.toMatchObject({ name: 'NotFound' });
    const byHand = await stand.as(own, ({ tx }) =>
      tx
        .updateTable('training.outside_courses')
        .set({
          accepted: true,
          checked_words: 'me',
          decided_by: own.accountId,
          decided_at: stand.now.toString(),
        })
        .where('id', '=', outsideId)
        .executeTakeFirst(),
    );
    expect(byHand.numUpdatedRows).toBe(0n);
  });
});
