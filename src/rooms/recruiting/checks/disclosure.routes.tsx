import { isId } from '#kernel/ids.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { maybeOneOf, optionalText, someOfThese } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { checkPagePath } from './check.pages.tsx';
import { checkedPerson } from './check.queries.ts';
import { lookAtDisclosure, weighDisclosure } from './disclosure.commands.ts';
import { type DisclosureFacts, DisclosurePage } from './disclosure.pages.tsx';
import { disclosureOf, looksAt, nameableFor } from './disclosure.queries.ts';
import { DISCLOSURE_DECISIONS } from './disclosure.rules.ts';

const weighForm = ({ nameable }: DisclosureFacts) =>
  form('recruiting.disclosure', {
    what: optionalText(),
    whenHowOld: optionalText(),
    circumstances: optionalText(),
    whatChanged: optionalText(),
    relevance: optionalText(),
    safeguards: optionalText(),
    decision: maybeOneOf(DISCLOSURE_DECISIONS),
    conditions: optionalText(),
    reasons: optionalText(),
    named: someOfThese(nameable.map(({ accountId }) => accountId)),
  });

/** For one of those named; the look is written down before anything is shown. Null for everybody else. */
const disclosureFacts = async (
  scope: Scope,
  checkId: string,
  applicationId?: string,
): Promise<DisclosureFacts | null> => {
  const disclosure = isId(checkId) ? await disclosureOf(scope, checkId) : null;
  if (!disclosure) return null;
  const person = await checkedPerson(scope, disclosure.applicantId);
  if (!person || (applicationId !== undefined && person.applicationId !== applicationId)) return null;
  await lookAtDisclosure(scope, disclosure);
  const looks = await looksAt(scope, disclosure.id);
  return {
    disclosure,
    person,
    nameable: await nameableFor(scope, person),
    looks,
    names: await namesOfAccounts(
      scope,
      [...disclosure.named, ...looks.map((look) => look.accountId), disclosure.decidedBy].filter(
        (each) => each !== null,
      ),
    ),
  };
};

const shared = {
  can: (actor: Scope['actor'], { disclosure }: DisclosureFacts) =>
    disclosure.named.includes(accountOf(actor) ?? ''),
  audit: looking('recruiting.disclosure_looked_at', ({ disclosure }: DisclosureFacts) => ({
    kind: 'disclosure',
    id: disclosure.id,
    centreId: disclosure.centreId,
  })),
  form: weighForm,
  version: ({ disclosure }: DisclosureFacts) => disclosure.version,
  prefill: ({ disclosure }: DisclosureFacts) => ({
    what: disclosure.what,
    whenHowOld: disclosure.whenHowOld,
    circumstances: disclosure.circumstances,
    whatChanged: disclosure.whatChanged,
    relevance: disclosure.relevance,
    safeguards: disclosure.safeguards,
    reasons: disclosure.reasons,
    conditions: disclosure.conditions,
    decision: disclosure.decision ?? '',
    named: disclosure.named,
  }),
  submit: async (
    scope: Scope,
    value: Omit<Parameters<typeof weighDisclosure>[1], 'checkId' | 'version'>,
    { disclosure, person }: DisclosureFacts,
    { version }: { readonly version: number },
  ) => {
    await weighDisclosure(scope, { ...value, checkId: disclosure.checkId, version });
    return {
      to: value.decision ? checkPagePath(person) : paths.disclosure({ checkId: disclosure.checkId }),
      notice: value.decision
        ? {
            happened: 'Decided, in your name.',
            next: 'The detail deletes itself. Tell the person what was decided.',
          }
        : { happened: 'Saved. Nothing is decided yet.' },
    };
  },
};

export const disclosureRoutes: readonly Route[] = [
  page({
    path: paths.applicationDisclosure,
    load: (scope, { params }) => disclosureFacts(scope, params.checkId, params.applicationId),
    ...shared,
    show: (facts, view) => <DisclosurePage view={view} facts={facts} />,
  }),
  page({
    path: paths.disclosure,
    load: (scope, { params }) => disclosureFacts(scope, params.checkId),
    ...shared,
    show: (facts, view) => <DisclosurePage view={view} facts={facts} />,
  }),
];
