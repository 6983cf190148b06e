import { can } from '#kernel/lifecycle.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { inviteParent, ownPageOf } from '#rooms/people/door.ts';
import { decidePath, referralPath, referralsPath, withdrawPath } from '../paths.ts';
import { mayDecide, mayReceive } from '../referral.policy.ts';
import { OUTCOMES, referralLife, type WithdrawalReason } from '../referral.rules.ts';
import { type Decided, decideForm, withdrawForm } from './decide.form.ts';
import { type DecideFacts, DecidePage, WithdrawPage } from './decide.pages.tsx';
import { passesOn, reasonsFor } from './decide.rules.ts';
import { ReferralsPage } from './list.pages.tsx';
import { filterFrom, type ReferralList, referralList } from './list.queries.ts';
import { ReferralPage } from './referral.pages.tsx';
import { decideReferral, withdrawReferral } from './triage.commands.ts';
import { type ReferralFacts, referralFacts } from './triage.queries.ts';

const aboutOne = (verb: string) =>
  looking<ReferralFacts>(verb, ({ id, centreId }) => ({ kind: 'referral', id, centreId }));

// Most services answer within two weeks; the list of services on the page says where it should be sooner.
const FOLLOW_UP_DAYS = 14;

const happened: Readonly<Record<string, string>> = {
  welcome: 'The family is welcome.',
  ask_more: 'What we ask is written down.',
  signpost: 'Another service was shown.',
  hand_over: 'The handover is written down.',
  decline: 'The decision is saved.',
};

export const triageRoutes: readonly Route[] = [
  page<'/referrals', ReferralList>({
    path: referralsPath,
    can: (actor) => mayReceive(actor),
    audit: looking('referrals.listed', () => ({ kind: 'referral', id: null })),
    load: (scope, { query }) => referralList(scope, filterFrom(query)),
    show: (list, view) => <ReferralsPage view={view} list={list} />,
  }),
  page<'/referrals/:referralId', ReferralFacts>({
    path: referralPath,
    can: (actor, { centreId }) => mayReceive(actor, centreId),
    audit: aboutOne('referral.seen'),
    load: (scope, { params }) => referralFacts(scope, params.referralId),
    show: (facts, view) => <ReferralPage view={view} facts={facts} />,
  }),
  page<'/referrals/:referralId/decide/:outcome', DecideFacts, Decided>({
    path: decidePath,
    can: (actor, { centreId }) => mayDecide(actor, centreId),
    audit: aboutOne('referral.seen'),
    load: async (scope, { params }) => {
      const outcome = OUTCOMES.find((each) => each === params.outcome);
      const facts = outcome ? await referralFacts(scope, params.referralId) : null;
      if (!facts || !outcome) return null;
      return {
        ...facts,
        outcome,
        reasons: reasonsFor(outcome, facts.template.content),
        mayHavePage:
          outcome === 'welcome' && (await ownPageOf(scope, facts.file.id, facts.contact)).is === 'none',
        asksForGroup: facts.window.within && facts.family?.stage === 'pregnant',
      };
    },
    version: ({ version }) => version,
    prefill: (facts): Readonly<Record<string, string>> =>
      passesOn(facts.outcome)
        ? dateBoxes('followUpOn', facts.today.add({ days: FOLLOW_UP_DAYS }))
        : facts.mayHavePage && !facts.family?.lossOfAll
          ? { ownPage: 'yes' }
          : {},
    form: decideForm,
    show: (facts, view) => <DecidePage view={view} facts={facts} />,
    submit: async (scope, decided, facts, { version, origin }) => {
      await decideReferral(scope, {
        referralId: facts.id,
        outcome: facts.outcome,
        reason: decided.reason,
        words: decided.words,
        version,
        ...(decided.groupWanted !== null && { groupWanted: decided.groupWanted }),
        ...(decided.passedOn && { passedOn: decided.passedOn }),
      });
      const link = decided.ownPage && facts.mayHavePage;
      if (link) await inviteParent(scope, { personId: facts.file.id, origin, field: 'ownPage' });
      const next = [
        ...(decided.groupWanted ? ['They wait for a place now. Offer one from the page of a group.'] : []),
        ...(link ? ['The link to their own page is on its way.'] : []),
      ].join(' ');
      return {
        to: referralPath({ referralId: facts.id }),
        notice: { happened: happened[facts.outcome] ?? '', ...(next && { next }) },
      };
    },
  }),
  page<'/referrals/:referralId/withdraw', ReferralFacts, { reason: string; words: string }>({
    path: withdrawPath,
    can: (actor, { centreId, state }) => mayReceive(actor, centreId) && can(referralLife, 'withdraw', state),
    audit: aboutOne('referral.seen'),
    load: (scope, { params }) => referralFacts(scope, params.referralId),
    version: ({ version }) => version,
    form: withdrawForm,
    show: (facts, view) => <WithdrawPage view={view} facts={facts} />,
    submit: async (scope, { reason, words }, facts, { version }) => {
      // The form has let only these through.
      await withdrawReferral(scope, {
        referralId: facts.id,
        reason: reason as WithdrawalReason,
        words,
        version,
      });
      return {
        to: referralPath({ referralId: facts.id }),
        notice: { happened: 'The referral has ended.', next: 'Nothing was sent to the parent.' },
      };
    },
  }),
];
