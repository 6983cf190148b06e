import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, anyone, looking, page, type Route } from '#platform/http/page.ts';
import { refereeAgain, refereeDecline, refereePage } from '../paths.ts';
import { answerReference, askState, declineReference, newLinkForReferee } from './answer.commands.ts';
import { answersForm, declineForm } from './referee.form.ts';
import { DeclinePage, RefereePage, type RefereePageFacts } from './referee.pages.tsx';
import { askBySecret } from './reference.queries.ts';

interface Behind {
  readonly refereeId: string;
  readonly centreId: string;
  readonly year: number;
  readonly shown: RefereePageFacts;
}

const behind = async (scope: Scope, secret: string): Promise<Behind | null> => {
  const ask = await askBySecret(scope, secret);
  if (!ask) return null;
  const { application, referee } = ask;
  return {
    refereeId: referee.id,
    centreId: application.centreId,
    year: dateAt(scope.now, application.zone).year,
    shown: {
      secret,
      state: askState(ask, scope.now),
      applicant: application.name,
      called: application.calledName,
      role: application.profile.content.name,
      roleAbout: application.profile.content.about,
      centreName: application.centreName,
      centrePhone: application.centrePhone,
      refereeName: referee.name,
      callWanted: referee.callWantedAt !== null,
      until: dateAt(ask.expiresAt, application.zone),
    },
  };
};

const opened = looking<Behind>('recruiting.reference_opened', ({ refereeId, centreId }) => ({
  kind: 'referee',
  id: refereeId,
  centreId,
}));

/** A referee answers, declines, or asks for a new link; without an account. */
export const refereeRoutes: readonly Route[] = [
  page({
    path: refereePage,
    load: (scope, { params }) => behind(scope, params.secret),
    errand: 'a referee answers',
    can: anyone,
    audit: opened,
    form: ({ year }) => answersForm(year),
    show: ({ shown }, view) => <RefereePage view={view} facts={shown} />,
    submit: async (scope, answers, { shown }) => {
      await answerReference(scope, shown.secret, answers);
      return { to: refereePage({ secret: shown.secret }) };
    },
  }),
  page({
    path: refereeDecline,
    load: (scope, { params }) => behind(scope, params.secret),
    errand: 'a referee declines',
    can: anyone,
    audit: opened,
    form: declineForm,
    show: ({ shown }, view) =>
      shown.state === 'open' ? (
        <DeclinePage view={view} facts={shown} />
      ) : (
        <RefereePage view={view} facts={shown} />
      ),
    submit: async (scope, declined, { shown }) => {
      await declineReference(scope, shown.secret, declined);
      return {
        to: refereePage({ secret: shown.secret }),
        ...(declined.why === 'call' && { notice: { happened: 'Thank you. We will ring you.' } }),
      };
    },
  }),
  action({
    path: refereeAgain,
    load: (scope, { params }) => behind(scope, params.secret),
    errand: 'a referee asks for a new link',
    can: anyone,
    audit: opened,
    form: justAButton('recruiting.reference_again'),
    back: ({ shown }) => refereePage({ secret: shown.secret }),
    submit: async (scope, _value, { shown }) => {
      await newLinkForReferee(scope, shown.secret);
      return {
        to: refereePage({ secret: shown.secret }),
        notice: { happened: 'A new letter is on its way to you.', next: 'Please use the link in it.' },
      };
    },
  }),
];
