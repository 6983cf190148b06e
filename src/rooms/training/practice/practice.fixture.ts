import { newId } from '#kernel/ids.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { proofsOf } from '#rooms/recruiting/door.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting } from '../../recruiting/application.fixture.ts';
import { addEarlierPractice, planPractice } from './practice.commands.ts';
import { practiceById } from './practice.queries.ts';
import type { PracticeKind } from './practice.rules.ts';
import { sayTheLastYes, signCompetencies } from './sign-off.commands.ts';
import { writeWhatWasSeen } from './written.commands.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

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

/** What a manager, a practitioner and a buddy of a stand do about learning on the job, each in one line of a test. */
export const handsOf = (
  ground: Ground,
  {
    manager,
    practitioner,
    buddy,
  }: { readonly manager: AccountActor; readonly practitioner: AccountActor; readonly buddy: AccountActor },
) => {
  const plan = (applicantId: string, more: Partial<Parameters<typeof planPractice>[1]> = {}) =>
    ground.as(practitioner, (scope) =>
      planPractice(scope, {
        applicantId,
        centreId: ground.centreId,
        kind: 'shadowing',
        sessionId: newId(),
        on: day('2026-11-20'),
        what: 'Hartley Wednesday group',
        alongsideAccountId: buddy.accountId,
        ...more,
      }),
    );
  const write = (who: AccountActor, practiceId: string, words = 'They listened well.') =>
    ground.as(who, async (scope) => {
      const practice = await practiceById(scope, practiceId);
      return writeWhatWasSeen(scope, {
        practiceId,
        version: practice?.version ?? 0,
        words,
        seen: [{ code: 'listening', seen: 'yes', words: 'Waited, and asked.' }],
      });
    });
  const earlier = (applicantId: string, kind: PracticeKind) =>
    ground.as(manager, (scope) =>
      addEarlierPractice(scope, {
        applicantId,
        kind,
        on: day('2026-10-01'),
        what: 'A group in Leeds',
        alongsideAccountId: null,
        alongsideWords: 'Her trainer there',
      }),
    );
  const sign = (who: AccountActor, applicantId: string, codes: readonly string[], more = {}) =>
    ground.as(who, (scope) =>
      signCompetencies(scope, {
        applicantId,
        codes,
        evidence: 'I saw it often.',
        practiceId: null,
        unitCode: null,
        earlier: false,
        ...more,
      }),
    );
  const lastYes = (who: AccountActor, applicantId: string, withoutPracticeWhy: string | null = null) =>
    ground.as(who, (scope) =>
      sayTheLastYes(scope, { applicantId, words: 'Go on like this.', withoutPracticeWhy }),
    );
  const proofs = async (applicantId: string) =>
    (await ground.system((scope) => proofsOf(scope, [applicantId]))).map(({ code }) => code);
  return { plan, write, earlier, sign, lastYes, proofs };
};
