import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayChangeProgramme, mayReadProgramme } from '../programme.policy.ts';
import { makeVersion } from './template.commands.ts';
import { templateForm, templatePrefill } from './template.form.ts';
import { NoProgrammePage, type ProgrammeFacts, ProgrammePage } from './template.pages.tsx';
import { latestOf, type Template, template, templates } from './template.queries.ts';
import { currentOf } from './template.rules.ts';
import { NewVersionPage } from './template-form.pages.tsx';

const open = notSensitive('the programme holds texts and numbers, nothing of a person');

const factsOf = (all: readonly Template[], shown: Template, today: Temporal.PlainDate): ProgrammeFacts => ({
  template: shown,
  versions: all.filter(({ code }) => code === shown.code),
  others: [...Map.groupBy(all, ({ code }) => code)].flatMap(([code, versions]) => {
    const current = code === shown.code ? null : currentOf(versions, today);
    return current ? [current] : [];
  }),
});

const todayOf = (scope: Scope, zone: string) => scope.now.toZonedDateTimeISO(zone).toPlainDate();

const current = page({
  path: paths.programme,
  can: mayReadProgramme,
  audit: open,
  load: async (scope, { organisation }) => {
    const today = todayOf(scope, organisation.zone);
    const all = await templates(scope);
    const shown = currentOf(all, today) ?? all[0];
    return { facts: shown ? factsOf(all, shown, today) : null };
  },
  show: ({ facts }, view) =>
    facts ? <ProgrammePage facts={facts} view={view} /> : <NoProgrammePage view={view} />,
});

const one = page({
  path: paths.programmeVersion,
  can: mayReadProgramme,
  audit: open,
  load: async (scope, { params, organisation }) => {
    const all = await templates(scope);
    const shown = all.find(({ id }) => id === params.templateId);
    return shown ? factsOf(all, shown, todayOf(scope, organisation.zone)) : null;
  },
  show: (facts, view) => <ProgrammePage facts={facts} view={view} />,
});

/** Always made from the newest version, whichever was open: a version made from an old one would undo the ones between. */
const next = page({
  path: paths.newProgrammeVersion,
  can: mayChangeProgramme,
  audit: open,
  load: async (scope, { params }) => {
    const asked = await template(scope, params.templateId);
    const latest = asked && (await latestOf(scope, asked.code));
    return latest && { latest };
  },
  form: ({ latest }: { latest: Template }) => templateForm(latest.content),
  prefill: ({ latest }) => templatePrefill(latest.content),
  version: ({ latest }) => latest.version,
  submit: async (scope, value, { latest }, { version, organisation }) => {
    const templateId = await makeVersion(
      scope,
      latest.code,
      version,
      value,
      todayOf(scope, organisation.zone),
    );
    return {
      to: paths.programmeVersion({ templateId }),
      notice: {
        happened: `Version ${version + 1} is saved.`,
        next: 'New families and groups begin with it from its day on. Groups that run keep theirs.',
      },
    };
  },
  show: ({ latest }, view) => <NewVersionPage latest={latest} view={view} />,
});

export const templateRoutes: readonly Route[] = [current, one, next];
