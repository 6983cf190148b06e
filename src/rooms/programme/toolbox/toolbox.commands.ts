import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ActivityContent } from '../content/shapes.ts';
import { codeFrom, sameContent } from './activity.rules.ts';
import { columnsOf } from './activity-row.ts';
import { versionsOf } from './toolbox.queries.ts';

const insert = async (
  { tx, actor, now }: Scope,
  content: ActivityContent,
  version: number,
  credit: string,
) => {
  const id = newId();
  await tx
    .insertInto('programme.activities')
    .values({
      organisation_id: actor.organisationId,
      id,
      version,
      credit,
      made_by: accountOf(actor),
      made_at: now.toString(),
      ...columnsOf(content),
    })
    .execute();
  return id;
};

/**
 * Puts a new activity into the toolbox, and gives the code it goes by: made from its title, with a number when that
 * code is taken. Nobody has reviewed it yet.
 */
export const addActivity = async (
  scope: Scope,
  content: Omit<ActivityContent, 'code'>,
  credit: string,
): Promise<string> => {
  const taken = await scope.tx
    .selectFrom('programme.activities')
    .select('code')
    .distinct()
    .where('organisation_id', '=', scope.actor.organisationId)
    .execute();
  const code = codeFrom(
    content.title,
    taken.map((row) => row.code),
  );
  const id = await insert(scope, { ...content, code } as ActivityContent, 1, credit);
  await scope.audit('programme.activity_added', { kind: 'activity', id });
  return code;
};

/**
 * Saves a change to an activity as its next version; the old one is kept, and plans made with it still show it.
 * Whoever reviewed the old version has not read the new one: reviews do not move along. True when a version was made,
 * false when nothing was different. Raises NotFound without such an activity, StaleEdit when `version` (the one that
 * was read) is not the one in use any more.
 */
export const changeActivity = async (
  scope: Scope,
  code: string,
  version: number,
  content: ActivityContent,
  credit: string,
): Promise<boolean> => {
  const { tx, actor, now } = scope;
  const [latest] = await versionsOf(scope, code);
  if (!latest) throw new NotFound('activity');
  if (latest.version !== version) throw new StaleEdit('activity');
  if (sameContent(latest.content, content) && latest.credit === credit) return false;
  const put = await tx
    .updateTable('programme.activities')
    .set({ replaced_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', latest.id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  if (put.numUpdatedRows === 0n) throw new StaleEdit('activity');
  const id = await insert(scope, content, version + 1, credit);
  await scope.audit('programme.activity_changed', { kind: 'activity', id });
  return true;
};

/** Which texts somebody read. */
export const REVIEWED = ['both', 'activity', 'handout'] as const;

/**
 * Writes down that a named professional read this version: what, when, and whether it may be used. The latest review
 * counts. Raises NotFound without such a version in use, a Refusal for a day to come or a handout that is not there.
 */
export const review = async (
  scope: Scope,
  code: string,
  said: {
    readonly version: number;
    readonly what: (typeof REVIEWED)[number];
    readonly name: string;
    readonly role: string;
    readonly on: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
    readonly approved: boolean;
    readonly words: string;
  },
): Promise<void> => {
  const { tx, actor, now } = scope;
  const [latest] = await versionsOf(scope, code);
  if (!latest || latest.replacedAt) throw new NotFound('activity');
  // An approval is of words somebody read; if they changed meanwhile, it would cover words nobody read.
  if (latest.version !== said.version) throw new StaleEdit('activity');
  if (Temporal.PlainDate.compare(said.on, said.today) > 0)
    throw new Refusal('This day is still to come. Enter the day on which it was read.', 'on');
  if (said.what === 'handout' && !latest.hasHandout)
    throw new Refusal('This activity has no handout. Choose the activity.', 'what');
  const subjects = (['activity', 'handout'] as const).filter(
    (subject) =>
      (said.what === 'both' || said.what === subject) && (subject === 'activity' || latest.hasHandout),
  );
  await tx
    .insertInto('programme.reviews')
    .values(
      subjects.map((subject) => ({
        organisation_id: actor.organisationId,
        id: newId(),
        subject,
        subject_id: latest.id,
        reviewer_name: said.name,
        reviewer_role: said.role,
        reviewed_on: said.on.toString(),
        approved: said.approved,
        words: said.words,
        entered_by: accountOf(actor),
        entered_at: now.toString(),
      })),
    )
    .execute();
  await scope.audit('programme.activity_reviewed', { kind: 'activity', id: latest.id });
};

/** Keeps an activity among one's own, or lets it go. Doing it twice changes nothing. */
export const keepFavourite = async (scope: Scope, code: string, keep: boolean): Promise<void> => {
  const { tx, actor, now } = scope;
  const account = accountOf(actor);
  if (account === null) throw new NotFound('activity');
  if (!keep) {
    await tx
      .deleteFrom('programme.favourites')
      .where('organisation_id', '=', actor.organisationId)
      .where('account_id', '=', account)
      .where('activity_code', '=', code)
      .execute();
    return;
  }
  await tx
    .insertInto('programme.favourites')
    .values({
      organisation_id: actor.organisationId,
      account_id: account,
      activity_code: code,
      at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
