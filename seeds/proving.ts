import { dateAt } from '../src/kernel/dates.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { requestCheck, seeCertificate } from '../src/rooms/recruiting/checks/check.commands.ts';
import { lookAtDisclosure, weighDisclosure } from '../src/rooms/recruiting/checks/disclosure.commands.ts';
import {
  declineReference,
  judgeReference,
  takeByPhone,
} from '../src/rooms/recruiting/references/answer.commands.ts';
import { nameReferee } from '../src/rooms/recruiting/references/referee.commands.ts';
import { type RefereeFacts, refereesOf } from '../src/rooms/recruiting/references/reference.queries.ts';
import type { OnTheWay } from './applying.ts';
import { recruiters } from './recruiting-ground.ts';
import { ZONE } from './telling.ts';

const REFEREES = [
  ['Marjorie Bell', 'work', 'We worked in the same school kitchen.', 6],
  ['Revd Samuel Addo', 'faith_or_community', 'From the Saturday food bank at church.', 4],
  ['Anjali Desai', 'study', 'She was in my evening class.', 3],
  ['Peter Lund', 'volunteering', 'We coached the under-nines together.', 5],
  ['Fatoumata Sy', 'neighbour_or_friend', 'We have lived on one landing for years.', 9],
] as const;

/** Two people are named; the letters go with the second one. */
export const namesReferees = (of: OnTheWay, at: number): void => {
  for (const which of [0, 1]) {
    const [name, context, howKnown, knownYears] = REFEREES[(at * 2 + which) % REFEREES.length] ?? REFEREES[0];
    of.theirs(11, `19:1${which}`, (scope, { id }) =>
      nameReferee(scope, id, {
        name,
        email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${at}@example.org`,
        phone: null,
        context,
        howKnown,
        knownYears,
        related: false,
        worksHere: false,
      }),
    );
  }
};

const refereeAt = async (scope: Scope, applicationId: string, position: number): Promise<RefereeFacts> => {
  const found = (await refereesOf(scope, applicationId)).find(
    (each) => each.position === position && each.state !== 'declined',
  );
  if (!found) throw new Error('the story lost a referee');
  return found;
};

/** A referee answers; here on the phone, because the secret of their link is nobody's but theirs. */
export const refereeAnswers = (of: OnTheWay, position: number, after: number, thin = false): void =>
  of.ours(after, '14:20', async (scope, { id }) => {
    const referee = await refereeAt(scope, id, position);
    await takeByPhone(
      scope,
      { applicationId: id, refereeId: referee.id },
      {
        howKnown: referee.howKnown,
        context: referee.context,
        sinceYear: dateAt(scope.now, ZONE).year - (thin ? 1 : referee.knownYears),
        related: false,
        reliable: thin ? 'cannot_say' : 'yes',
        reliableWords: thin ? 'I only know her from the queue.' : 'Always ten minutes early.',
        calm: thin ? 'not_seen' : 'yes',
        calmWords: '',
        concern: 'no',
        concernWords: '',
        glad: thin ? 'not_sure' : 'yes',
        gladWords: thin ? '' : 'I would have loved her beside my daughter.',
        mayRing: true,
        phone: '',
      },
    );
  });

export const referenceIsGood = (of: OnTheWay, position: number, after: number): void =>
  of.ours(after, '15:05', async (scope, { id }) => {
    const referee = await refereeAt(scope, id, position);
    await judgeReference(scope, {
      applicationId: id,
      refereeId: referee.id,
      outcome: 'good',
      words: '',
      supplement: '',
      seniorBy: null,
      version: referee.version,
    });
  });

/** A thin one counts with a colleague's word beside it. */
export const referenceIsThin = (of: OnTheWay, position: number, after: number): void =>
  of.ours(after, '15:25', async (scope, { id }) => {
    const referee = await refereeAt(scope, id, position);
    await judgeReference(scope, {
      applicationId: id,
      refereeId: referee.id,
      outcome: 'weak',
      words: 'Knows her for a year and not well.',
      supplement: 'Talked it through: the other reference is strong and long.',
      seniorBy: of.telling.actors.get(recruiters[of.who.centre].third)?.accountId ?? null,
      version: referee.version,
    });
  });

/** A referee says no by the link in the letter, which the story reads over their shoulder. */
export const refereeSaysNo = (of: OnTheWay, after: number): void =>
  of.theirs(after, '08:10', async (scope, { id }) => {
    const referee = await refereeAt(scope, id, 1);
    const letter = await scope.tx
      .selectFrom('platform.messages')
      .select('details')
      .where('organisation_id', '=', of.telling.organisationId)
      .where('template', '=', 'reference_asked')
      .where('address', '=', referee.email)
      .orderBy('made_at', 'desc')
      .executeTakeFirstOrThrow();
    const link = String((letter.details as { link?: string }).link ?? '');
    await declineReference(scope, link.slice(link.lastIndexOf('/') + 1), {
      why: 'no_time',
      words: 'I am between two jobs. She is lovely.',
    });
  });

export const checkIsAsked = (of: OnTheWay, after: number): void =>
  of.ours(after, '09:35', (scope, { applicantId }) =>
    requestCheck(scope, {
      applicantId,
      level: 'enhanced',
      workforce: 'child',
      childrenBarred: false,
      adultsBarred: false,
      paidOrTrainee: false,
    }),
  );

const checkIn = async (scope: Scope, organisationId: string, applicantId: string): Promise<string> =>
  (
    await scope.tx
      .selectFrom('recruiting.checks')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('applicant_id', '=', applicantId)
      .executeTakeFirstOrThrow()
  ).id;

/** Somebody holds the certificate in their hands. */
export const certificateIsSeen = (
  of: OnTheWay,
  at: number,
  after: number,
  outcome: 'clear' | 'something',
): void =>
  of.ours(after, '10:50', async (scope, { applicantId }) => {
    const { manager, third } = recruiters[of.who.centre];
    await seeCertificate(scope, {
      checkId: await checkIn(scope, of.telling.organisationId, applicantId),
      certificateNumber: `0018${String(12_340_000 + at * 137)}`,
      issuedOn: dateAt(scope.now, ZONE).subtract({ days: 4 }),
      surname: of.who.familyName,
      shown: { level: 'enhanced', workforce: 'child', childrenBarred: false, adultsBarred: false },
      outcome,
      updateService: at % 2 === 0,
      olderIsFine: false,
      named:
        outcome === 'clear'
          ? []
          : [manager, third].flatMap((key) => of.telling.actors.get(key)?.accountId ?? []),
    });
  });

/** Those named weigh what a certificate says, with what has changed since; the detail has a last day. */
export const disclosureIsWeighed = (of: OnTheWay, after: number): void =>
  of.ours(after, '16:10', async (scope, { applicantId, centreId }) => {
    const checkId = await checkIn(scope, of.telling.organisationId, applicantId);
    const disclosure = await scope.tx
      .selectFrom('recruiting.disclosures')
      .select(['id', 'named'])
      .where('organisation_id', '=', of.telling.organisationId)
      .where('check_id', '=', checkId)
      .executeTakeFirstOrThrow();
    await lookAtDisclosure(scope, { id: disclosure.id, applicantId, centreId });
    await weighDisclosure(scope, {
      checkId,
      named: disclosure.named,
      what: 'A caution for taking food from a shop.',
      whenHowOld: 'Eleven years ago, at nineteen.',
      circumstances: 'She had a small child and nothing in the cupboard, and told us before we asked.',
      whatChanged: 'Steady work since, and four years at the food bank.',
      relevance: 'None for sitting with parents.',
      safeguards: 'None needed.',
      conditions: '',
      decision: 'go_ahead',
      reasons: 'Long ago, told openly, and nothing to do with how she is with people.',
    });
  });
