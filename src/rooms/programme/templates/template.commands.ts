import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { ProgrammeTemplateContent } from '../content/shapes.ts';
import type { NewVersion } from './template.form.ts';
import { latestOf } from './template.queries.ts';
import { templateContent } from './template.shape.ts';

/**
 * Makes the next version of a programme, in use from a day on, and gives its id. Versions before it stay as they are,
 * and groups that run keep theirs. Raises StaleEdit when `version` is not the latest any more, a Refusal for a day
 * that is over or that comes before the version it follows, NotFound without such a programme.
 */
export const makeVersion = async (
  scope: Scope,
  code: string,
  version: number,
  { from, content }: NewVersion,
  today: Temporal.PlainDate,
): Promise<string> => {
  const { tx, actor, now } = scope;
  // Two who save at once: the second waits here, and then finds a newer version than it read.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisationId} ${code}`}, 21))`.execute(
    tx,
  );
  const latest = await latestOf(scope, code);
  if (!latest) throw new NotFound('programme');
  if (latest.version !== version) throw new StaleEdit('programme');
  if (Temporal.PlainDate.compare(from, today) < 0)
    throw new Refusal(
      'This day is over. Choose today or a day to come: what has begun keeps its version.',
      'from',
    );
  if (Temporal.PlainDate.compare(from, latest.effectiveFrom) < 0)
    throw new Refusal(
      `Version ${latest.version} comes into use later than this. Choose its day or a later one.`,
      'from',
    );
  const whole: ProgrammeTemplateContent = templateContent.parse({
    ...content,
    version: version + 1,
    effectiveFrom: from.toString(),
  });
  const id = newId();
  await tx
    .insertInto('programme.templates')
    .values({
      organisation_id: actor.organisationId,
      id,
      code,
      version: version + 1,
      name: whole.name,
      effective_from: from.toString(),
      content: JSON.stringify(whole),
      made_by: accountOf(actor),
      made_at: now.toString(),
    })
    .execute();
  await scope.audit('programme.version_made', { kind: 'template', id });
  return id;
};
