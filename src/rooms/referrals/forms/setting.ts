import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import type { Ask } from '#platform/http/page.ts';
import { type Centre, centres } from '#rooms/people/door.ts';
import { currentTemplate, type Template } from '#rooms/programme/door.ts';

/** What every form of ours needs to know. */
export interface FormSetting {
  readonly centres: readonly Centre[];
  readonly template: Template;
  readonly today: Temporal.PlainDate;
}

/** Centres, the programme's present version, and today; `only` leaves just these centres. Null when there is no centre. */
export const formSetting = async (
  scope: Scope,
  zone: string,
  only?: readonly string[],
): Promise<FormSetting | null> => {
  const open = (await centres(scope)).filter(({ id }) => !only || only.includes(id));
  if (open.length === 0) return null;
  return { centres: open, template: await currentTemplate(scope), today: dateAt(scope.now, zone) };
};

/** The setting of a form that anyone may open. */
export const publicSetting = (scope: Scope, { organisation }: Ask<string>): Promise<FormSetting | null> =>
  formSetting(scope, organisation.zone);
