import { dateAt } from '#kernel/dates.ts';
import { justAButton } from '#platform/forms/form.ts';
import { anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import { mineReferee, mineReferees } from '../paths.ts';
import { applicationBySecret } from '../route/application.queries.ts';
import { isLive } from '../route/application.rules.ts';
import { askedOf } from '../route/heard.commands.ts';
import { MineChangePage, MineRefereesPage, ownReferee } from './mine.pages.tsx';
import { letGo, nameReferee } from './referee.commands.ts';
import { REFEREE_QUESTIONS, refereeForm } from './referee.form.ts';
import { exceptionsOf, refereesOf } from './reference.queries.ts';
import { stillCounts } from './reference.rules.ts';
import { rulesOn } from './rules.queries.ts';
import { referencesOpen } from './settle.commands.ts';

const OWN = notSensitive(
  'The applicant’s own page, by a link only they have; it shows no answer of a referee.',
);

const nextWords = (missing: number) =>
  missing === 0
    ? 'We are writing to the people you named. It is their move now.'
    : `Please name ${missing === 1 ? 'one more person' : `${missing} more people`}.`;

/** An applicant names who may be asked about them. */
export const mineRefereeRoutes: readonly Route[] = [
  page({
    path: mineReferees,
    load: async (scope, { params }) => {
      const application = await applicationBySecret(scope, params.secret);
      if (!application) return null;
      const rules = await rulesOn(scope, dateAt(scope.now, application.zone));
      const counting = (await refereesOf(scope, application.id)).filter((each) => each.state !== 'let_go');
      const bent = (await exceptionsOf(scope, application.id)).map(({ rule }) => rule);
      const others = counting.filter(({ state }) => stillCounts(state));
      const begun = application.steps.some((step) => step.code === 'references');
      const at: 'before' | 'open' | 'done' | 'ended' = referencesOpen(application)
        ? 'open'
        : !isLive(application.state)
          ? 'ended'
          : begun
            ? 'done'
            : 'before';
      return {
        application,
        others,
        shown: {
          secret: params.secret,
          centreName: application.centreName,
          centrePhone: application.centrePhone,
          rules,
          bent,
          referees: counting.map(ownReferee),
          missing: Math.max(0, rules.needed - others.length),
          at,
        },
      };
    },
    errand: 'an applicant names referees',
    can: anyone,
    audit: OWN,
    form: ({ application, others, shown }) =>
      refereeForm({ rules: shown.rules, bent: shown.bent, others, own: application }),
    show: ({ shown }, view) => <MineRefereesPage view={view} facts={shown} />,
    submit: async (scope, referee, { application, shown }) => {
      const { missing } = await nameReferee(scope, application.id, referee);
      await askedOf(scope, application, { form: 'referees', questions: REFEREE_QUESTIONS, minutes: null });
      return {
        to: mineReferees({ secret: shown.secret }),
        notice: { happened: 'Saved.', next: nextWords(missing) },
      };
    },
  }),
  page({
    path: mineReferee,
    load: async (scope, { params }) => {
      const application = await applicationBySecret(scope, params.secret);
      if (!application || !referencesOpen(application)) return null;
      const found = (await refereesOf(scope, application.id)).find(({ id }) => id === params.refereeId);
      const referee = found && ownReferee(found);
      return referee?.mayChange ? { application, referee, secret: params.secret } : null;
    },
    errand: 'an applicant names another referee',
    can: anyone,
    audit: OWN,
    form: justAButton('recruiting.referee_changed'),
    show: ({ secret, referee }, view) => <MineChangePage view={view} secret={secret} referee={referee} />,
    submit: async (scope, _value, { application, referee, secret }) => {
      await letGo(scope, {
        applicationId: application.id,
        refereeId: referee.id,
        why: 'The applicant names somebody else.',
      });
      return {
        to: mineReferees({ secret }),
        notice: { happened: 'Done.', next: 'Please name somebody else.' },
      };
    },
  }),
];
