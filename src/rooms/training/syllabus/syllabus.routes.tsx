import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { reviewForm } from '../review/review.form.ts';
import { ChangeLayoutPage, ChangeRulesPage, ChangeUnitPage, ReviewSyllabusPage } from './change.pages.tsx';
import { reviewSyllabus } from './review.commands.ts';
import { NoSyllabusPage, type SyllabusFacts, SyllabusPage } from './syllabus.pages.tsx';
import { mayChangeSyllabus, mayReadSyllabus, mayReviewSyllabus } from './syllabus.policy.ts';
import { inUse, type Syllabus, syllabus, syllabusVersions } from './syllabus.queries.ts';
import type { Layout, SyllabusUnit } from './syllabus.shape.ts';
import { MatrixPage, UnitPage } from './unit.pages.tsx';
import { changeLayout, changeRules, changeUnit } from './version.commands.ts';
import { layoutForm, layoutPrefill, rulesForm, rulesPrefill, unitForm, unitPrefill } from './version.form.ts';

const OF_NOBODY = 'the words of a course, and which colleague approved them';

const factsOf = async (
  scope: Scope,
  versions: readonly Syllabus[],
  shown: Syllabus,
  zone: string,
): Promise<SyllabusFacts> => ({
  shown,
  versions,
  inUseId: inUse(versions, dateAt(scope.now, zone))?.id ?? null,
  names: await namesOfAccounts(
    scope,
    versions.flatMap(({ madeBy, review }) => [
      ...(madeBy ? [madeBy] : []),
      ...(review ? [review.reviewedBy] : []),
    ]),
  ),
});

const unitIn = (shown: Syllabus | null, code: string) => {
  const unit = shown?.content.units.find((each) => each.code === code);
  return shown && unit ? { shown, unit } : null;
};

/** Always made from the newest version, whichever was open: a version made from an old one would undo the ones between. */
const newest = async (scope: Scope, id: string): Promise<Syllabus | null> => {
  const versions = await syllabusVersions(scope);
  return versions.some((each) => each.id === id) ? (versions[0] ?? null) : null;
};

const saved = (syllabusId: string, version: number) => ({
  to: paths.syllabusVersion({ syllabusId }),
  notice: {
    happened: `Version ${version + 1} is saved.`,
    next: 'A practitioner, a specialist or the service lead reviews it next. Cohorts that run keep theirs.',
  },
});

const read: readonly Route[] = [
  page({
    path: paths.syllabus,
    load: async (scope, { organisation }) => {
      const versions = await syllabusVersions(scope);
      const shown = inUse(versions, dateAt(scope.now, organisation.zone)) ?? versions[0];
      return { facts: shown ? await factsOf(scope, versions, shown, organisation.zone) : null };
    },
    can: (actor) => mayReadSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    show: ({ facts }, view) =>
      facts ? <SyllabusPage facts={facts} view={view} /> : <NoSyllabusPage view={view} />,
  }),
  page({
    path: paths.syllabusVersion,
    load: async (scope, { params, organisation }) => {
      const versions = await syllabusVersions(scope);
      const shown = versions.find(({ id }) => id === params.syllabusId);
      return shown ? factsOf(scope, versions, shown, organisation.zone) : null;
    },
    can: (actor) => mayReadSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    show: (facts, view) => <SyllabusPage facts={facts} view={view} />,
  }),
  page({
    path: paths.syllabusUnit,
    load: async (scope, { params }) => unitIn(await syllabus(scope, params.syllabusId), params.unitCode),
    can: (actor) => mayReadSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    show: (facts, view) => <UnitPage facts={facts} view={view} />,
  }),
  page({
    path: paths.competencyMatrix,
    load: async (scope, { params }) => {
      const shown = await syllabus(scope, params.syllabusId);
      return shown && { shown };
    },
    can: (actor) => mayReadSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    show: ({ shown }, view) => <MatrixPage shown={shown} view={view} />,
  }),
];

const change: readonly Route[] = [
  page({
    path: paths.changeUnit,
    load: async (scope, { params }) => {
      const found = unitIn(await newest(scope, params.syllabusId), params.unitCode);
      return found && { latest: found.shown, unit: found.unit };
    },
    can: (actor) => mayChangeSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    form: ({ latest, unit }: { latest: Syllabus; unit: SyllabusUnit }) =>
      unitForm(unit, latest.content.competencies),
    prefill: ({ unit }) => unitPrefill(unit),
    version: ({ latest }) => latest.version,
    submit: async (scope, { from, value }, { unit }, { version, organisation }) => {
      const today = dateAt(scope.now, organisation.zone);
      return saved(await changeUnit(scope, { version, from, today }, unit.code, value), version);
    },
    show: ({ latest, unit }, view) => <ChangeUnitPage latest={latest} unit={unit} view={view} />,
  }),
  page({
    path: paths.changeLayout,
    load: async (scope, { params }) => {
      const latest = await newest(scope, params.syllabusId);
      const layout = latest?.content.layouts.find(({ code }) => code === params.layout);
      return latest && layout ? { latest, layout } : null;
    },
    can: (actor) => mayChangeSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    form: ({ layout }: { latest: Syllabus; layout: Layout }) => layoutForm(layout),
    prefill: ({ layout }) => layoutPrefill(layout),
    version: ({ latest }) => latest.version,
    submit: async (scope, { from, value }, _, { version, organisation }) => {
      const today = dateAt(scope.now, organisation.zone);
      return saved(await changeLayout(scope, { version, from, today }, value), version);
    },
    show: ({ latest, layout }, view) => <ChangeLayoutPage latest={latest} layout={layout} view={view} />,
  }),
  page({
    path: paths.changeSyllabusRules,
    load: async (scope, { params }) => {
      const latest = await newest(scope, params.syllabusId);
      return latest && { latest };
    },
    can: (actor) => mayChangeSyllabus(actor),
    audit: notSensitive(OF_NOBODY),
    form: rulesForm,
    prefill: ({ latest }) => rulesPrefill(latest.content.rules),
    version: ({ latest }) => latest.version,
    submit: async (scope, { from, value }, _, { version, organisation }) => {
      const today = dateAt(scope.now, organisation.zone);
      return saved(await changeRules(scope, { version, from, today }, value), version);
    },
    show: ({ latest }, view) => <ChangeRulesPage latest={latest} view={view} />,
  }),
  page({
    path: paths.reviewSyllabus,
    load: async (scope, { params }) => {
      const shown = await syllabus(scope, params.syllabusId);
      return shown && { shown };
    },
    can: (actor, { shown }) => mayReviewSyllabus(actor, shown),
    audit: notSensitive(OF_NOBODY),
    form: reviewForm,
    submit: async (scope, { role, approved, words }, { shown }) => {
      await reviewSyllabus(scope, { syllabusId: shown.id, role, approved, words });
      return {
        to: paths.syllabusVersion({ syllabusId: shown.id }),
        notice: approved
          ? { happened: 'The syllabus is approved.', next: 'From now on cohorts may open with it.' }
          : { happened: 'The syllabus is sent back.', next: 'No cohort opens with it until it is approved.' },
      };
    },
    show: ({ shown }, view) => <ReviewSyllabusPage shown={shown} view={view} />,
  }),
];

export const syllabusRoutes: readonly Route[] = [...read, ...change];
