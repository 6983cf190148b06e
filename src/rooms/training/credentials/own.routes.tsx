import { dateAt } from '#kernel/dates.ts';
import { type Actor, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Ask, anyone, download, looking, page, type Route } from '#platform/http/page.ts';
import { mine } from '#rooms/recruiting/paths.ts';
import { type Learner, learnerBySecret, learnerSignedIn } from '../course/learner.queries.ts';
import * as paths from '../paths.ts';
import { awardById } from './award.queries.ts';
import { OwnCertificatesPage, type OwnFacts } from './own.pages.tsx';
import { addressFor, earnedOf, printed } from './own.queries.ts';

const seen = looking('training.certificates_seen', ({ learner }: OwnFacts) => ({
  kind: 'applicant',
  id: learner.applicantId,
  centreId: learner.centreId,
}));

const listed = async (
  scope: Scope,
  learner: Learner | null,
  links: Pick<OwnFacts, 'back' | 'pdf'>,
): Promise<OwnFacts | null> =>
  learner && { ...(await earnedOf(scope, learner, dateAt(scope.now, learner.zone))), ...links };

const ownPdf = async (scope: Scope, learner: Learner | null, awardId: string, ask: Ask<string>) => {
  if (!learner) return null;
  const award = await awardById(scope, awardId);
  if (award?.applicantId !== learner.applicantId) return null;
  return printed(
    scope,
    award,
    {
      name: learner.name,
      organisation: ask.organisation.name,
      demo: ask.organisation.demo,
      origin: await addressFor(scope, ask.origin),
    },
    dateAt(scope.now, learner.zone),
  );
};

type Printed = NonNullable<Awaited<ReturnType<typeof ownPdf>>>;

export const taken = looking('training.certificate_taken', ({ award }: Printed) => ({
  kind: 'award',
  id: award.id,
  centreId: award.centreId,
}));
export const asFile = ({ name, body }: Printed) => ({ type: 'application/pdf', name, body });
const onTheTeam = (actor: Actor): boolean => isTeam(actor);

/** The two ways in: by the link somebody has, also when they have left, and signed in. */
export const ownRoutes: readonly Route[] = [
  page({
    path: paths.mineCertificates,
    errand: 'somebody looks at what they have earned',
    load: async (scope, { params: { secret } }) =>
      listed(scope, await learnerBySecret(scope, secret), {
        back: { href: mine({ secret }), label: 'Where you are' },
        pdf: (awardId) => paths.mineCertificatePdf({ secret, awardId }),
      }),
    can: anyone,
    audit: seen,
    show: (facts, view) => <OwnCertificatesPage facts={facts} view={view} />,
  }),
  download({
    path: paths.mineCertificatePdf,
    errand: 'somebody takes a certificate of theirs',
    load: async (scope, ask) =>
      ownPdf(scope, await learnerBySecret(scope, ask.params.secret), ask.params.awardId, ask),
    can: anyone,
    audit: taken,
    file: asFile,
  }),
  page({
    path: paths.ownCertificates,
    load: async (scope, { organisation }) =>
      listed(scope, await learnerSignedIn(scope, organisation.zone), {
        back: { href: '/volunteering', label: 'Volunteering' },
        pdf: (awardId) => paths.ownCertificatePdf({ awardId }),
      }),
    can: onTheTeam,
    audit: seen,
    show: (facts, view) => <OwnCertificatesPage facts={facts} view={view} />,
  }),
  download({
    path: paths.ownCertificatePdf,
    load: async (scope, ask) =>
      ownPdf(scope, await learnerSignedIn(scope, ask.organisation.zone), ask.params.awardId, ask),
    can: onTheTeam,
    audit: taken,
    file: asFile,
  }),
];
