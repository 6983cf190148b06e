import { stringify } from 'csv-stringify/sync';
import { accountOf, centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, download, looking, notSensitive, page } from '#platform/http/page.ts';
import { namesOfAccounts, suspendAccount, suspensionsOf } from '#rooms/people/door.ts';
import { longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { endExemption, exempt } from '../readiness/exemption.commands.ts';
import { mayAnswerFor, maySeeVolunteers, SEES_VOLUNTEERS } from '../readiness/readiness.policy.ts';
import { answerWords } from '../readiness/readiness-words.rules.ts';
import { aheadOfThem } from '../rota/rota.queries.ts';
import { isShown, SHOWN, type Shown } from './shown.rules.ts';
import { exemptForm, suspendForm } from './volunteers.form.ts';
import {
  daysWords,
  ExemptPage,
  nextEndWords,
  SuspendPage,
  VolunteerPage,
  VolunteersPage,
} from './volunteers.pages.tsx';
import { exemptionsOf, type Volunteer, volunteerOf, volunteersAt } from './volunteers.queries.ts';

const shownIn = (query: Readonly<Record<string, string | undefined>>): Shown =>
  SHOWN.find((each) => each === query.show) ?? 'all';

const listed = async (scope: Scope, query: Readonly<Record<string, string | undefined>>) => {
  const shown = shownIn(query);
  const centreIds = centresOf(scope.actor, SEES_VOLUNTEERS);
  const all = await volunteersAt(scope, centreIds);
  return {
    shown,
    all: all.length,
    severalCentres: centreIds.length > 1,
    volunteers: all.filter((each) => isShown(each, shown)),
  };
};

const volunteersPage = page({
  path: paths.volunteers,
  load: (scope, { query }) => listed(scope, query),
  can: (actor) => maySeeVolunteers(actor),
  audit: looking('delivery.volunteers_seen', () => ({ kind: 'organisation', id: null })),
  show: (facts, view) => <VolunteersPage view={view} {...facts} />,
});

const volunteersFile = download({
  path: paths.volunteersFile,
  load: (scope, { query }) => listed(scope, query),
  can: (actor) => maySeeVolunteers(actor),
  audit: looking('delivery.volunteers_exported', () => ({ kind: 'organisation', id: null })),
  file: ({ volunteers }, { today }) => ({
    type: 'text/csv; charset=utf-8',
    name: `volunteers-${today}.csv`,
    body: `\uFEFF${stringify(
      [
        ['Name', 'Centre', 'Peer supporter', 'Crèche', 'Ends next', 'Days with children'],
        ...volunteers.map((each) => [
          each.name,
          each.centre,
          answerWords(each.peerSupporter),
          answerWords(each.creche),
          nextEndWords(each),
          daysWords(each),
        ]),
      ],
      // A cell must not run where the file is opened.
      { escape_formulas: true },
    )}`,
  }),
});

/** The volunteer of a page; nobody opens what is written about themselves. */
const one = async (scope: Scope, personId: string): Promise<{ volunteer: Volunteer } | null> => {
  const volunteer = await volunteerOf(scope, centresOf(scope.actor, SEES_VOLUNTEERS), personId);
  return volunteer && volunteer.accountId !== accountOf(scope.actor) ? { volunteer } : null;
};

const aboutThem = ({ volunteer }: { volunteer: Volunteer }) => ({
  kind: 'account',
  id: volunteer.accountId,
  centreId: volunteer.centreId,
});

const volunteerPage = page({
  path: paths.volunteer,
  load: async (scope, { params }) => {
    const found = await one(scope, params.personId);
    if (!found) return null;
    const { accountId } = found.volunteer;
    const exemptions = await exemptionsOf(scope, accountId);
    const names = await namesOfAccounts(
      scope,
      exemptions.map((each) => each.givenBy),
    );
    return {
      ...found,
      sessions: await aheadOfThem(scope, [accountId]),
      exemptions: exemptions.map((each) => ({
        ...each,
        by: names.get(each.givenBy) ?? 'Somebody who has left',
      })),
      suspensionId: (await suspensionsOf(scope, [accountId]))[0]?.suspensionId ?? null,
    };
  },
  can: (actor, { volunteer }) => maySeeVolunteers(actor, volunteer.centreId),
  audit: looking('delivery.volunteer_seen', aboutThem),
  show: (facts, view) => (
    <VolunteerPage
      view={view}
      {...facts}
      mayAnswer={mayAnswerFor(view.actor, facts.volunteer.centreId)}
      maySuspend={mayAnswerFor(view.actor, facts.volunteer.centreId)}
    />
  ),
});

const exemptPage = page({
  path: paths.exempt,
  load: (scope, { params }) => one(scope, params.personId),
  can: (actor, { volunteer }) => mayAnswerFor(actor, volunteer.centreId),
  audit: notSensitive('the name of a volunteer'),
  form: exemptForm,
  prefill: () => ({ part: 'peer_supporter', code: 'induction' }),
  submit: async (scope, value, { volunteer }) => {
    await exempt(scope, {
      ...value,
      accountId: volunteer.accountId,
      centreId: volunteer.centreId,
      zone: volunteer.zone,
    });
    return {
      to: paths.volunteer({ personId: volunteer.personId }),
      notice: {
        happened: `You answer for ${volunteer.calledName} until ${longDate(value.untilOn, { today: volunteer.today })}.`,
        next: 'Before that day it must have been shown.',
      },
    };
  },
  show: (facts, view) => <ExemptPage view={view} {...facts} />,
});

const endExemptionAction = action({
  path: paths.endExemption,
  load: (scope, { params }) => one(scope, params.personId),
  can: (actor, { volunteer }) => mayAnswerFor(actor, volunteer.centreId),
  audit: notSensitive('the ending itself is written down'),
  form: justAButton('volunteer_answer_for_end'),
  back: ({ volunteer }) => paths.volunteer({ personId: volunteer.personId }),
  submit: async (scope, _, { volunteer }, { params }) => {
    await endExemption(scope, params.exemptionId, volunteer.today);
    return {
      to: paths.volunteer({ personId: volunteer.personId }),
      notice: { happened: 'Nobody answers for that any more.', next: 'Sessions ahead are looked at again.' },
    };
  },
});

const suspendPage = page({
  path: paths.suspendVolunteer,
  load: (scope, { params }) => one(scope, params.personId),
  can: (actor, { volunteer }) => mayAnswerFor(actor, volunteer.centreId),
  audit: notSensitive('the decision itself is written down'),
  form: suspendForm,
  submit: async (scope, _, { volunteer }) => {
    await suspendAccount(scope, { accountId: volunteer.accountId, centreId: volunteer.centreId });
    return {
      to: paths.volunteer({ personId: volunteer.personId }),
      notice: {
        happened: `${volunteer.calledName} is off every session from now on.`,
        next: 'Ring them today, and find cover for the sessions ahead.',
      },
    };
  },
  show: (facts, view) => <SuspendPage view={view} {...facts} />,
});

export const volunteerRoutes = [
  volunteersPage,
  volunteersFile,
  volunteerPage,
  exemptPage,
  endExemptionAction,
  suspendPage,
];
