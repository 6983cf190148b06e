import { dateAt } from '#kernel/dates.ts';
import { text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { anyone, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { learnerName } from '../outside/people.queries.ts';
import * as paths from '../paths.ts';
import { mayCheckCertificates } from '../training.policy.ts';
import {
  AskCertificatePage,
  type StaffCertificateFacts,
  StaffCertificatePage,
  type VerifyFacts,
  VerifyPage,
} from './certificate.pages.tsx';
import { certificateById, certificateByReference } from './certificate.queries.ts';
import { withdrawCertificate } from './issue.commands.ts';

const askForm = form('certificate-look-up', {
  reference: text('Enter the number on the certificate.', 20),
});
const withdrawForm = form('certificate-take-back', { why: text('Say why it is taken back.', 500) });

/** As people type it: small letters, spaces, a missing dash. What cannot be a number keeps its letters and figures. */
const inOneShape = (typed: string): string => {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === 6 ? `${plain.slice(0, 3)}-${plain.slice(3)}` : plain.slice(0, 20) || '-';
};

export const certificateRoutes: readonly Route[] = [
  page({
    path: paths.askCertificate,
    load: async () => ({}),
    can: anyone,
    audit: notSensitive('an empty form'),
    form: askForm,
    submit: async (_scope, { reference }) => ({
      to: paths.verifyCertificate({ reference: inOneShape(reference) }),
    }),
    show: (_, view) => <AskCertificatePage view={view} />,
  }),
  page<'/certificate/:reference', VerifyFacts>({
    path: paths.verifyCertificate,
    errand: 'anybody looks up whether a certificate holds',
    load: async (scope, { params, organisation }) => ({
      reference: inOneShape(params.reference),
      found: await certificateByReference(scope, inOneShape(params.reference)),
      today: dateAt(scope.now, organisation.zone),
    }),
    can: anyone,
    audit: looking('training.certificate_verified', ({ found }: VerifyFacts) =>
      found ? { kind: 'certificate', id: found.certificate.id, centreId: found.certificate.centreId } : null,
    ),
    show: (facts, view) => <VerifyPage facts={facts} view={view} />,
  }),
  page<'/e-learning/certificates/:certificateId', StaffCertificateFacts, { why: string }>({
    path: paths.staffCertificate,
    load: async (scope, { params, organisation }) => {
      const certificate = await certificateById(scope, params.certificateId);
      const learner = certificate && (await learnerName(scope, certificate.applicantId));
      if (!certificate || !learner) return null;
      const names = await namesOfAccounts(scope, certificate.seenBy ? [certificate.seenBy] : []);
      return {
        certificate,
        name: learner.name,
        seenBy: certificate.seenBy ? (names.get(certificate.seenBy) ?? null) : null,
        today: dateAt(scope.now, organisation.zone),
      };
    },
    can: (actor, { certificate }) => mayCheckCertificates(actor, certificate.centreId),
    audit: looking('training.certificate_seen', ({ certificate }: StaffCertificateFacts) => ({
      kind: 'certificate',
      id: certificate.id,
      centreId: certificate.centreId,
    })),
    form: withdrawForm,
    submit: async (scope, { why }, { certificate }) => {
      await withdrawCertificate(scope, { certificateId: certificate.id, why });
      return {
        to: paths.staffCertificate({ certificateId: certificate.id }),
        notice: {
          happened: 'The certificate is taken back.',
          next: 'It no longer counts from now on. Tell them yourself, and why.',
        },
      };
    },
    show: (facts, view) => <StaffCertificatePage facts={facts} view={view} />,
  }),
];
