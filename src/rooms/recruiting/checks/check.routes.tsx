import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { CertificatePage, EndCheckPage, type OneCheck, UpdateServicePage } from './certificate.pages.tsx';
import { endCheck, goOnWithoutCheck, requestCheck, seeCertificate } from './check.commands.ts';
import { certificateForm, endCheckForm, requestForm, updateServiceForm } from './check.form.ts';
import { CheckPage, checkPagePath } from './check.pages.tsx';
import { checkedPerson, checkOf } from './check.queries.ts';
import { checkRulesOn, checkState } from './check.rules.ts';
import { nameableFor } from './disclosure.queries.ts';
import { kindOf, kindTyped } from './kind.form.ts';
import { type CheckPageFacts, checkPageOf, checkPageOfVolunteer } from './page.queries.ts';
import { allCheckRules } from './rules.queries.ts';
import { lookAtUpdateService } from './status.commands.ts';

const looked = ({ person }: Pick<CheckPageFacts, 'person'>) => ({
  kind: 'applicant',
  id: person.applicantId,
  centreId: person.centreId,
});
const mayHere = (actor: Scope['actor'], { person }: Pick<CheckPageFacts, 'person'>) =>
  mayRecruit(actor, person.centreId);

/** Asking for a check, on whichever page it stands. */
const asking = {
  form: requestForm,
  prefill: ({ decision }: CheckPageFacts) =>
    decision && decision.level !== 'none' ? kindTyped(decision) : {},
  submit: async (
    scope: Scope,
    value: Parameters<typeof kindOf>[0] & { readonly paidOrTrainee: boolean },
    { person }: CheckPageFacts,
  ) => {
    await requestCheck(scope, {
      ...kindOf(value),
      applicantId: person.applicantId,
      paidOrTrainee: value.paidOrTrainee,
    });
    return {
      to: checkPagePath(person),
      notice: {
        happened: 'The check is asked for.',
        next: person.liveApplicationId
          ? 'It is the applicant’s move now. We have written to them what to do.'
          : 'Tell them what to bring. When the certificate has come, look at it together.',
      },
    };
  },
};

const oneCheck = async (scope: Scope, checkId: string): Promise<OneCheck | null> => {
  const check = isId(checkId) ? await checkOf(scope, checkId) : null;
  const person = check && (await checkedPerson(scope, check.applicantId));
  return check && person && { check, person };
};

export const checkRoutes: readonly Route[] = [
  page({
    path: paths.applicationCheck,
    load: async (scope, { params }) =>
      isId(params.applicationId) ? checkPageOf(scope, params.applicationId) : null,
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    ...asking,
    show: (facts, view) => <CheckPage view={view} facts={facts} />,
  }),
  page({
    path: paths.volunteerChecks,
    load: async (scope, { params }) =>
      isId(params.applicantId) ? checkPageOfVolunteer(scope, params.applicantId) : null,
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    elsewhere: (_actor, { person }) => (person.applicationId ? checkPagePath(person) : null),
    ...asking,
    show: (facts, view) => <CheckPage view={view} facts={facts} />,
  }),
  action({
    path: paths.noCheckNeeded,
    load: async (scope, { params }) =>
      isId(params.applicationId) ? checkPageOf(scope, params.applicationId) : null,
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    form: justAButton('recruiting.no_check'),
    back: ({ person }) => checkPagePath(person),
    submit: async (scope, _value, { person }) => {
      await goOnWithoutCheck(scope, person.applicantId);
      return {
        to: checkPagePath(person),
        notice: { happened: 'This role needs no check, so the step is done.' },
      };
    },
  }),
  page({
    path: paths.certificateSeen,
    load: async (scope, { params }) => {
      const found = await oneCheck(scope, params.checkId);
      if (!found || checkState(found.check) !== 'asked') return null;
      return {
        ...found,
        nameable: await nameableFor(scope, found.person),
        rules: checkRulesOn(await allCheckRules(scope), dateAt(scope.now, found.person.zone)),
      };
    },
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    form: ({ nameable }) => certificateForm(nameable.map(({ accountId }) => accountId)),
    show: (facts, view) => <CertificatePage view={view} facts={facts} />,
    submit: async (scope, value, { check, person }) => {
      await seeCertificate(scope, {
        checkId: check.id,
        certificateNumber: value.certificateNumber,
        issuedOn: value.issuedOn,
        surname: value.surname,
        shown: kindOf(value),
        outcome: value.outcome,
        updateService: value.updateService,
        olderIsFine: value.olderIsFine,
        named: value.named,
      });
      return {
        to: checkPagePath(person),
        notice:
          value.outcome === 'clear'
            ? { happened: 'Written down. The check is done.', next: 'Give the certificate back.' }
            : {
                happened: 'Written down. Nothing counts as cleared yet.',
                next: 'Give the certificate back, and weigh it with those you named.',
              },
      };
    },
  }),
  page({
    path: paths.updateService,
    load: async (scope, { params }) => {
      const found = await oneCheck(scope, params.checkId);
      return found?.check.updateService && !found.check.endedAt ? found : null;
    },
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    form: updateServiceForm,
    show: (facts, view) => <UpdateServicePage view={view} facts={facts} />,
    submit: async (scope, value, { check, person }) => {
      await lookAtUpdateService(scope, { checkId: check.id, ...value });
      return {
        to: checkPagePath(person),
        notice:
          value.result === 'no_change'
            ? { happened: 'Written down. The clearance goes on.' }
            : {
                happened: 'Written down. The clearance has ended.',
                next: 'Ask for a new check, and talk with the person.',
              },
      };
    },
  }),
  page({
    path: paths.checkEnd,
    load: async (scope, { params }) => {
      const found = await oneCheck(scope, params.checkId);
      return found && !found.check.endedAt ? found : null;
    },
    can: mayHere,
    audit: looking('recruiting.check_looked_at', looked),
    form: endCheckForm,
    show: (facts, view) => <EndCheckPage view={view} facts={facts} />,
    submit: async (scope, { why }, { check, person }) => {
      await endCheck(scope, { checkId: check.id, why });
      return { to: checkPagePath(person), notice: { happened: 'It has ended.' } };
    },
  }),
];
