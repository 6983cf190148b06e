import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting } from '../../recruiting/application.fixture.ts';

const unit = (code: string, number: number, competencies: readonly string[]) => ({
  code,
  number,
  title: code === 'hearing' ? 'Hearing people out' : 'Where the role ends',
  competencies,
});

/** A syllabus of two units, as little as learning on the job needs. */
const content = {
  about: 'A short one.',
  competencies: [
    { code: 'listening', name: 'Listens', words: 'Hears people out.', frameworks: [] },
    { code: 'edges', name: 'Knows the edges', words: 'Says what the role is not.', frameworks: [] },
  ],
  units: [unit('hearing', 1, ['listening']), unit('role-ends', 2, ['edges'])],
  layouts: [],
  rules: {
    enrolAfter: [],
    alongsideFromUnits: 1,
    practice: [
      { kind: 'shadowing', times: 1 },
      { kind: 'buddying', times: 1 },
      { kind: 'observed', times: 1 },
    ],
  },
  levels: [{ code: 'core', name: 'Core', words: 'To begin with.', units: ['hearing', 'role-ends'] }],
};

/** Roles are open, and a short syllabus is in use that somebody has read. Answers its id. */
export const openPractice = async (ground: Ground): Promise<string> => {
  await openRecruiting(ground);
  const reader = await ground.member('Olive Hart', ['practitioner']);
  return ground.system(async ({ tx, now }) => {
    const id = newId();
    const organisation_id = ground.organisationId;
    await tx
      .insertInto('training.syllabi')
      .values({
        organisation_id,
        id,
        code: 'core',
        version: 90,
        effective_from: '2026-01-01',
        name: 'Core',
        content: JSON.stringify(content),
        made_at: now.toString(),
      })
      .execute();
    await tx
      .insertInto('training.syllabus_reviews')
      .values({
        organisation_id,
        id: newId(),
        syllabus_id: id,
        reviewed_by: reader.accountId,
        role: 'Health visitor',
        approved: true,
        at: now.toString(),
      })
      .execute();
    return id;
  });
};

/** Somebody who is welcomed and learns: their account, and under which applicant it is kept. */
export const welcomedLearner = async (
  ground: Ground,
  name = 'Marta Nowak',
  roles: readonly ('peer_supporter' | 'volunteer_manager')[] = ['peer_supporter'],
): Promise<{ readonly account: AccountActor; readonly applicantId: string }> => {
  const account = await ground.member(name, roles);
  const [givenName = name, familyName = ''] = name.split(' ');
  const { applicantId } = await enquire(ground, { givenName, familyName });
  await ground.system(({ tx }) =>
    tx
      .updateTable('recruiting.applicants')
      .set({ person_id: account.personId })
      .where('organisation_id', '=', ground.organisationId)
      .where('id', '=', applicantId)
      .execute(),
  );
  return { account, applicantId };
};
