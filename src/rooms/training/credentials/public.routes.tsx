import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { anyone, download, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { syllabus } from '../syllabus/syllabus.queries.ts';
import { type Award, awardByReference } from './award.queries.ts';
import { type Checked, checkPasted } from './check.commands.ts';
import { givenAndInitial, issuerProfile } from './credential.rules.ts';
import { issuerOrigin, publishedKeys, signingKey } from './key.queries.ts';
import { meaningOf } from './meaning.rules.ts';
import { CheckCredentialPage, VerifyCredentialPage, type VerifyFacts } from './public.pages.tsx';
import { credentialOf, holderOf, statusList } from './sign.commands.ts';

const checkForm = form('credential-check', { credential: text('Paste what is in the file.', 20_000) });

/** As people type it: small letters, spaces, missing dashes. What cannot be a number keeps its letters and figures. */
const inOneShape = (typed: string): string => {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === 9
    ? `${plain.slice(0, 3)}-${plain.slice(3, 6)}-${plain.slice(6)}`
    : plain.slice(0, 20) || '-';
};

const foundBy = async (scope: Scope, reference: string): Promise<VerifyFacts['found']> => {
  const award = await awardByReference(scope, reference);
  const from = award && (await syllabus(scope, award.syllabusId));
  const meaning = from && meaningOf(from, award);
  if (!meaning) return null;
  const holder = await holderOf(scope, award.applicantId);
  return { award, meaning, whose: givenAndInitial(holder.given_name, holder.family_name) };
};

const whyNot: Readonly<Record<Exclude<Checked['is'], 'ours' | 'replaced'>, string>> = {
  unreadable:
    'This is not a whole credential. Open the file once more, copy all of it from the first letter to the last, and paste it again.',
  foreign: 'We did not sign this. It names no key of ours. Whoever gave it to you may know where it is from.',
  changed:
    'This is not what we signed: something in it has been changed, or a part is missing. Ask for the file once more.',
};

const jws = (body: string) => ({ type: 'application/vc+jwt', body });
const json = (body: unknown) => ({ type: 'application/json', body: JSON.stringify(body) });

/** For anybody and for any program, without signing in. */
export const publicRoutes: readonly Route[] = [
  page({
    path: paths.checkCredential,
    errand: 'anybody checks a credential they were given',
    load: async () => ({}),
    can: anyone,
    audit: notSensitive('an empty form'),
    form: checkForm,
    submit: async (scope, { credential }) => {
      const checked = await checkPasted(scope, credential);
      if (checked.is === 'replaced')
        throw new Refusal(
          `We signed this once, but the key has been changed since, so it counts no longer. Ask for the file once more, or look up the number ${checked.award.reference}.`,
          'credential',
        );
      if (checked.is !== 'ours') throw new Refusal(whyNot[checked.is], 'credential');
      return {
        to: paths.verifyCredential({ reference: checked.award.reference }),
        notice: {
          happened: 'This is exactly what we signed.',
          next: 'Whether it still holds stands below.',
        },
      };
    },
    show: (_, view) => <CheckCredentialPage view={view} />,
  }),
  page({
    path: paths.verifyCredential,
    errand: 'anybody looks up whether an award holds',
    load: async (scope, { params, organisation }): Promise<VerifyFacts> => {
      const reference = inOneShape(params.reference);
      return {
        reference,
        found: await foundBy(scope, reference),
        today: dateAt(scope.now, organisation.zone),
      };
    },
    can: anyone,
    audit: looking('training.credential_verified', ({ found }: VerifyFacts) =>
      found ? { kind: 'award', id: found.award.id, centreId: found.award.centreId } : null,
    ),
    show: (facts, view) => <VerifyCredentialPage facts={facts} view={view} />,
  }),
  download({
    path: paths.credentialFile,
    published: true,
    errand: 'anybody with its number takes a credential',
    load: async (scope, { params, origin }) => {
      const award = await awardByReference(scope, inOneShape(params.reference));
      const jwt = award && (await credentialOf(scope, award, origin));
      if (!award || !jwt) throw new NotFound('credential');
      return { award, jwt };
    },
    can: anyone,
    audit: looking('training.credential_taken', ({ award }: { award: Award }) => ({
      kind: 'award',
      id: award.id,
      centreId: award.centreId,
    })),
    file: ({ award, jwt }) => ({ ...jws(jwt), name: `${award.code}-${award.reference}.jwt` }),
  }),
  download({
    path: paths.credentialKeys,
    published: true,
    errand: 'anybody reads the keys we sign with',
    load: async (scope) => ({ keys: await publishedKeys(scope) }),
    can: anyone,
    audit: notSensitive('public keys'),
    file: (keys) => ({ ...json(keys), type: 'application/jwk-set+json' }),
  }),
  download({
    path: paths.credentialKey,
    published: true,
    errand: 'anybody reads a key we sign with',
    load: async (scope, { params }) => {
      const key = await signingKey(scope, params.keyId);
      return key && !key.withdrawnAt ? key.publicJwk : null;
    },
    can: anyone,
    audit: notSensitive('a public key'),
    file: (key) => ({ ...json(key), type: 'application/jwk+json' }),
  }),
  download({
    path: paths.credentialStatus,
    published: true,
    errand: 'anybody reads what was taken back',
    load: async (scope, { origin }) => ({ jwt: await statusList(scope, origin) }),
    can: anyone,
    audit: notSensitive('a list of numbers without names'),
    file: ({ jwt }) => jws(jwt),
  }),
  download({
    path: paths.credentialIssuer,
    published: true,
    errand: 'anybody reads who issues credentials',
    load: async (scope, { origin, organisation }) =>
      issuerProfile((await issuerOrigin(scope)) ?? origin, organisation.name),
    can: anyone,
    audit: notSensitive('the name of the organisation'),
    file: (profile) => ({ ...json(profile), type: 'application/ld+json' }),
  }),
];
