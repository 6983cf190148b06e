import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';

export interface HelpLineWords {
  readonly name: string;
  readonly what: string;
  readonly phone: string | null;
  readonly textTo: string | null;
  readonly url: string | null;
  readonly hours: string;
  readonly shown: boolean;
}

const lockedLine = async (scope: Scope, lineId: string) => {
  const there = await scope.tx
    .selectFrom('people.help_lines')
    .select(['version', 'urgent', 'name', 'phone', 'text_to', 'url'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('id', '=', lineId)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('help line');
  return there;
};

/**
 * Changes a help line. A new number, address or name has to be confirmed again. Refuses a line that leads nowhere;
 * StaleEdit when somebody saved since.
 */
export const changeHelpLine = async (
  scope: Scope,
  lineId: string,
  words: HelpLineWords,
  version: number,
): Promise<void> => {
  const { tx, actor } = scope;
  const there = await lockedLine(scope, lineId);
  if (there.version !== version) throw new StaleEdit('this help line');
  if (!words.phone && !words.textTo && !words.url)
    throw new Refusal('Give a number to call, a number to text, or a web address.', 'phone');
  const same =
    there.phone === words.phone &&
    there.text_to === words.textTo &&
    there.url === words.url &&
    there.name === words.name;
  await tx
    .updateTable('people.help_lines')
    .set({
      name: words.name,
      what: words.what,
      phone: words.phone,
      text_to: words.textTo,
      url: words.url,
      hours: words.hours,
      shown: words.shown,
      version: version + 1,
      ...(same ? {} : { confirmed_on: null, confirmed_by: null }),
    })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', lineId)
    .execute();
  await scope.audit('people.help_line_changed', { kind: 'help_line', id: lineId });
};

/**
 * A named person says that they have checked the line today and it is right. Refuses when it changed since they
 * saw it, and when it leads nowhere yet: there is nothing to confirm.
 */
export const confirmHelpLine = async (
  scope: Scope,
  lineId: string,
  version: number,
  zone: string,
): Promise<void> => {
  const { tx, actor, now } = scope;
  const there = await lockedLine(scope, lineId);
  if (there.version !== version)
    throw new Refusal(
      'This help line changed since you opened the page. Look at it again, check the number, then confirm it.',
    );
  if (!there.phone && !there.text_to && !there.url)
    throw new Refusal('This help line has no number yet. Add the one for your area first.');
  await tx
    .updateTable('people.help_lines')
    .set({ confirmed_on: dateAt(now, zone).toString(), confirmed_by: accountOf(actor), version: version + 1 })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', lineId)
    .execute();
  await scope.audit('people.help_line_confirmed', { kind: 'help_line', id: lineId });
};
