import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { queueMessage } from '#platform/messages/message.ts';
import { dayAndDate } from '#ui/times.ts';
import { firstPathways } from './content/pathways.ts';
import { interestById, ownInterest, pathwayByCode } from './pathway.queries.ts';
import { type Outcome, outcomeFault, type PathwayKind } from './pathway.rules.ts';
import { type PathwayContent, pathwayContent } from './pathway.shape.ts';

const FIRST_DAY = '2026-01-01';

/** Gives an organisation the ways on that ship as a sample; those that are there stay as they are. */
export const loadPathways = async (scope: Scope): Promise<void> => {
  await scope.tx
    .insertInto('training.pathways')
    .values(
      firstPathways.map((each) => ({
        organisation_id: scope.actor.organisationId,
        id: newId(),
        code: each.code,
        version: 1,
        kind: each.kind,
        effective_from: FIRST_DAY,
        content: JSON.stringify(pathwayContent.parse(each.content)),
        made_at: scope.now.toString(),
        made_by: accountOf(scope.actor),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

// An address of its own stands where the code would.
const TAKEN: readonly string[] = ['new', 'interests'];

const codeFor = (name: string): string => {
  const code =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 40) || 'way_on';
  return TAKEN.includes(code) ? `${code}_way` : code;
};

/**
 * Keeps a new way on (`after` null) or a new version of one (`after`: the number of the version that was changed), and
 * answers its code. Raises NotFound, a Refusal where one of that name is there, and StaleEdit where somebody else made a
 * version in the meantime.
 */
export const keepPathway = async (
  scope: Scope,
  kept: {
    readonly code: string | null;
    readonly after: number;
    readonly kind: PathwayKind;
    readonly content: PathwayContent;
    readonly today: Temporal.PlainDate;
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const code = kept.code ?? codeFor(kept.content.name);
  const there = await pathwayByCode(scope, code);
  if (kept.code === null && there)
    throw new Refusal(
      'There is a way on of this name already. Change that one, or choose another name.',
      'name',
    );
  if (kept.code !== null && !there) throw new NotFound('pathway');
  if (there && there.version !== kept.after) throw new StaleEdit('this way on');
  const made = await tx
    .insertInto('training.pathways')
    .values({
      organisation_id: actor.organisationId,
      id: newId(),
      code,
      version: (there?.version ?? 0) + 1,
      kind: there?.kind ?? kept.kind,
      effective_from: kept.today.toString(),
      content: JSON.stringify(pathwayContent.parse(kept.content)),
      made_at: now.toString(),
      made_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new StaleEdit('this way on');
  await scope.audit('training.pathway_changed', { kind: 'pathway', id: null });
  return code;
};

/**
 * Somebody is interested in a way on: they say so themselves, or whoever looks after them writes it down. Answers the id;
 * while one is open, saying it again answers the same. Raises NotFound for a way on that is not shown.
 */
export const sayInterest = async (
  scope: Scope,
  said: {
    readonly applicantId: string;
    readonly centreId: string;
    readonly code: string;
    readonly words: string;
  },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const way = await pathwayByCode(scope, said.code);
  if (!way?.content.shown) throw new NotFound('pathway');
  const id = newId();
  const made = await tx
    .insertInto('training.interests')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: said.centreId,
      applicant_id: said.applicantId,
      pathway_id: way.id,
      pathway_code: way.code,
      pathway_kind: way.kind,
      pathway_name: way.content.name,
      words: said.words,
      said_at: now.toString(),
      said_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) {
    const open = await tx
      .selectFrom('training.interests')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('applicant_id', '=', said.applicantId)
      .where('pathway_code', '=', way.code)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (!open) throw new NotFound('interest');
    return open.id;
  }
  await scope.audit('training.interest_said', {
    kind: 'applicant',
    id: said.applicantId,
    centreId: said.centreId,
  });
  return id;
};

/**
 * Whoever looks after volunteers answers, with a day to talk if they like; the volunteer hears of it. A second answer
 * takes the place of the first. Raises NotFound, and a Refusal when it has come to an end or the day has passed.
 */
export const answerInterest = async (
  scope: Scope,
  interestId: string,
  answer: { readonly words: string; readonly talkOn: Temporal.PlainDate | null },
  link: string | null = null,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const interest = await interestById(scope, interestId);
  if (!interest) throw new NotFound('interest');
  if (interest.state === 'over') throw new Refusal('This has come to an end, so there is nothing to answer.');
  const today = dateAt(now, interest.zone);
  if (answer.talkOn && Temporal.PlainDate.compare(answer.talkOn, today) < 0)
    throw new Refusal('That day has passed. Choose one that is still to come, or leave it empty.', 'talkOn');
  const done = await tx
    .updateTable('training.interests')
    .set({
      answered_at: now.toString(),
      answered_by: accountOf(actor),
      answer_words: answer.words,
      talk_on: answer.talkOn?.toString() ?? null,
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', interestId)
    .executeTakeFirst();
  // Nobody answers themselves: the row is seen and does not move.
  if (done.numUpdatedRows === 0n) throw new NotFound('interest');
  await scope.audit('training.interest_answered', {
    kind: 'applicant',
    id: interest.applicantId,
    centreId: interest.centreId,
  });
  const file = await tx
    .selectFrom('recruiting.applicants')
    .select('person_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', interest.applicantId)
    .executeTakeFirst();
  if (!file?.person_id) return;
  for (const channel of ['email', 'sms'] as const)
    await queueMessage(scope, {
      template: 'interest_answered',
      about: 'team',
      channel,
      to: { personId: file.person_id },
      centreId: interest.centreId,
      details: {
        group: interest.name,
        words: answer.words,
        ...(answer.talkOn && { day: dayAndDate(answer.talkOn, { today }) }),
        ...(link && { link }),
      },
      once: `interest_answered:${interestId}:${now.epochMilliseconds}:${channel}`,
    });
};

/**
 * What became of an interest, on which day: written down by the volunteer themselves or by whoever looks after them.
 * Raises NotFound, and a Refusal for a day to come, for what does not fit, or when it has ended already.
 */
export const noteOutcome = async (
  scope: Scope,
  interestId: string,
  said: { readonly outcome: Outcome; readonly on: Temporal.PlainDate; readonly words: string },
  zone: string,
): Promise<string> => {
  const { tx, actor, now } = scope;
  const interest = await ownInterest(scope, interestId);
  if (!interest) throw new NotFound('interest');
  const fault = outcomeFault(interest.kind, said, interest.outcomes, dateAt(now, zone));
  if (fault) throw new Refusal(fault.message, fault.field);
  const id = newId();
  await tx
    .insertInto('training.interest_outcomes')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: interest.centreId,
      applicant_id: interest.applicantId,
      interest_id: interestId,
      outcome: said.outcome,
      on_day: said.on.toString(),
      words: said.words,
      noted_at: now.toString(),
      noted_by: accountOf(actor),
    })
    .execute();
  await scope.audit('training.outcome_noted', {
    kind: 'applicant',
    id: interest.applicantId,
    centreId: interest.centreId,
  });
  return id;
};

/** A mistaken outcome is taken back, by whoever looks after the volunteer; it stays readable. Raises NotFound. */
export const takeBackOutcome = async (scope: Scope, outcomeId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const row = await tx
    .updateTable('training.interest_outcomes')
    .set({ taken_back_at: now.toString(), taken_back_by: accountOf(actor) })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', outcomeId)
    .where('taken_back_at', 'is', null)
    .returning(['applicant_id', 'centre_id'])
    .executeTakeFirst();
  if (!row) throw new NotFound('outcome');
  await scope.audit('training.outcome_taken_back', {
    kind: 'applicant',
    id: row.applicant_id,
    centreId: row.centre_id,
  });
};
