import { dateAt } from '#kernel/dates.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import {
  applicationReferee,
  applicationReference,
  applicationReferenceAgain,
  applicationReferenceLetGo,
  applicationReferencePhone,
  applicationReferenceRule,
  applicationReferences,
} from '../paths.ts';
import { mayRecruit, RECRUITS } from '../recruiting.policy.ts';
import { applicationOf } from '../route/application.queries.ts';
import { judgeReference, takeByPhone } from './answer.commands.ts';
import { PhonePage, type ReferenceFacts, ReferencePage } from './compare.pages.tsx';
import { NameRefereePage, type ReferencesFacts, ReferencesPage } from './list.pages.tsx';
import { askAgain, letGo, nameReferee, setRuleAside } from './referee.commands.ts';
import { answersForm, asideForm, judgeForm, letGoForm, refereeForm } from './referee.form.ts';
import { exceptionsOf, refereesOf } from './reference.queries.ts';
import { stillCounts } from './reference.rules.ts';
import { rulesOn } from './rules.queries.ts';
import { referencesOpen } from './settle.commands.ts';

const given = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);

const loadAll = async (scope: Scope, applicationId: string): Promise<ReferencesFacts | null> => {
  const application = await applicationOf(scope, applicationId);
  if (!application) return null;
  const rules = await rulesOn(scope, dateAt(scope.now, application.zone));
  const referees = await refereesOf(scope, applicationId);
  const exceptions = await exceptionsOf(scope, applicationId);
  return {
    application,
    referees,
    rules,
    exceptions,
    missing: Math.max(0, rules.needed - referees.filter(({ state }) => stillCounts(state)).length),
    open: referencesOpen(application),
    names: await namesOfAccounts(
      scope,
      exceptions.map(({ by }) => by),
    ),
  };
};

const loadOne = async (
  scope: Scope,
  { applicationId, refereeId }: { readonly applicationId: string; readonly refereeId: string },
): Promise<ReferenceFacts | null> => {
  const application = await applicationOf(scope, applicationId);
  const referee = (await refereesOf(scope, applicationId)).find(({ id }) => id === refereeId);
  if (!application || !referee) return null;
  const colleagues = await accountsAt(scope, application.centreId, [...RECRUITS, 'service_lead']);
  const seniors = new Map(
    colleagues
      .filter(({ accountId }) => accountId !== accountOf(scope.actor))
      .map((each) => [each.accountId, { accountId: each.accountId, name: each.name }]),
  );
  const today = dateAt(scope.now, application.zone);
  return {
    application,
    referee,
    rules: await rulesOn(scope, today),
    open: referencesOpen(application),
    year: today.year,
    seniors: [...seniors.values()],
    names: await namesOfAccounts(scope, given([referee.namedBy, referee.comparedBy, referee.seniorBy])),
  };
};

const seenAll = looking<ReferencesFacts>('recruiting.references_seen', ({ application }) => ({
  kind: 'application',
  id: application.id,
  centreId: application.centreId,
}));
const seenOne = looking<ReferenceFacts>('recruiting.reference_seen', ({ application, referee }) => ({
  kind: 'referee',
  id: referee.id,
  centreId: application.centreId,
}));

const listOf = (facts: { readonly application: { readonly id: string } }) =>
  applicationReferences({ applicationId: facts.application.id });
const whichOf = ({ application, referee }: ReferenceFacts) => ({
  applicationId: application.id,
  refereeId: referee.id,
});

/** References for those who recruit: where each stands, side by side, what they make of it. */
export const referenceRoutes: readonly Route[] = [
  page({
    path: applicationReferences,
    load: (scope, { params }) => loadAll(scope, params.applicationId),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenAll,
    show: (facts, view) => <ReferencesPage view={view} facts={facts} />,
  }),
  page({
    path: applicationReferee,
    load: async (scope, { params }) => {
      const facts = await loadAll(scope, params.applicationId);
      return facts?.open && facts.missing > 0 ? facts : null;
    },
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenAll,
    form: ({ application, rules, exceptions, referees }) =>
      refereeForm({
        rules,
        bent: exceptions.map(({ rule }) => rule),
        others: referees.filter(({ state }) => stillCounts(state)),
        own: application,
      }),
    show: (facts, view) => <NameRefereePage view={view} facts={facts} />,
    submit: async (scope, referee, facts) => {
      const { lettersWent } = await nameReferee(scope, facts.application.id, referee);
      return {
        to: listOf(facts),
        notice: {
          happened: 'Saved.',
          next: lettersWent
            ? 'The letters are on their way. It is the referees’ move.'
            : 'The letters go when all names are there.',
        },
      };
    },
  }),
  action({
    path: applicationReferenceRule,
    load: (scope, { params }) => loadAll(scope, params.applicationId),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenAll,
    form: asideForm,
    back: listOf,
    submit: async (scope, aside, facts) => {
      await setRuleAside(scope, { applicationId: facts.application.id, ...aside });
      return { to: listOf(facts), notice: { happened: 'Set aside for this application, with your reason.' } };
    },
  }),
  page({
    path: applicationReference,
    load: (scope, { params }) => loadOne(scope, params),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenOne,
    version: ({ referee }) => referee.version,
    prefill: ({ referee }) => ({
      outcome: referee.outcome ?? '',
      words: referee.words,
      supplement: referee.supplement,
      seniorBy: referee.seniorBy ?? '',
    }),
    form: ({ seniors }) => judgeForm(seniors.map(({ accountId }) => accountId)),
    show: (facts, view) => <ReferencePage view={view} facts={facts} />,
    submit: async (scope, judged, facts, { version }) => {
      await judgeReference(scope, { ...whichOf(facts), ...judged, version });
      return {
        to: judged.outcome === 'worry' ? applicationReference(whichOf(facts)) : listOf(facts),
        notice: {
          happened: judged.outcome === 'worry' ? 'Saved. It does not count for now.' : 'Saved. It counts.',
          ...(judged.outcome === 'worry' && { next: 'What to do first is on this page.' }),
        },
      };
    },
  }),
  action({
    path: applicationReferenceAgain,
    load: (scope, { params }) => loadOne(scope, params),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenOne,
    form: justAButton('recruiting.reference_sent_again'),
    back: listOf,
    submit: async (scope, _value, facts) => {
      await askAgain(scope, whichOf(facts));
      return {
        to: listOf(facts),
        notice: { happened: 'A new link is on its way.', next: 'The one before opens nothing any more.' },
      };
    },
  }),
  action({
    path: applicationReferenceLetGo,
    load: (scope, { params }) => loadOne(scope, params),
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenOne,
    form: letGoForm,
    back: (facts) => applicationReference(whichOf(facts)),
    submit: async (scope, { why }, facts) => {
      await letGo(scope, { ...whichOf(facts), why });
      return {
        to: listOf(facts),
        notice: {
          happened: 'Somebody else is asked instead.',
          next: 'We have asked the applicant for another name.',
        },
      };
    },
  }),
  page({
    path: applicationReferencePhone,
    load: async (scope, { params }) => {
      const facts = await loadOne(scope, params);
      return facts?.open && !facts.referee.answeredAt && !facts.referee.letGoAt ? facts : null;
    },
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: seenOne,
    prefill: ({ referee }) => ({ phone: referee.phone ?? '' }),
    form: ({ year }) => answersForm(year),
    show: (facts, view) => <PhonePage view={view} facts={facts} />,
    submit: async (scope, answers, facts) => {
      await takeByPhone(scope, whichOf(facts), answers);
      return {
        to: applicationReference(whichOf(facts)),
        notice: { happened: 'Saved, with your name.', next: 'Now read it beside what the applicant said.' },
      };
    },
  }),
];
