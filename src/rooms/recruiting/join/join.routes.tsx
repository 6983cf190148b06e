import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Ask, anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { ASK_QUESTIONS, askForm, lostForm } from './ask.form.ts';
import { AskPage } from './ask.pages.tsx';
import { JoinCentrePage } from './centre.pages.tsx';
import { enquire, sendLostLink } from './enquire.commands.ts';
import { heardByLink, heardOf, minutesOn, momentIn } from './heard.rules.ts';
import { JoinPage, LostPage } from './join.pages.tsx';
import { joinCentre, joinCentres, rolesToAsk, sourcesAt } from './join.queries.ts';

const forEveryone = notSensitive('public: the roles of volunteers and what a centre looks for');
const today = (scope: Scope, { organisation }: Ask<string>) => dateAt(scope.now, organisation.zone);

const allCentres = async (scope: Scope, ask: Ask<string>) => ({
  centres: await joinCentres(scope, today(scope, ask)),
});

/** The link of a source travels from the centre's page to the form. */
const linked = ({ query }: Ask<string>): string | undefined =>
  /^[a-z0-9-]{1,80}$/.test(query.from ?? '') ? query.from : undefined;

export const joinRoutes: readonly Route[] = [
  page({
    path: paths.join,
    load: allCentres,
    can: anyone,
    audit: forEveryone,
    show: (facts, view) => <JoinPage view={view} {...facts} />,
  }),
  page({
    path: paths.joinLost,
    load: allCentres,
    can: anyone,
    audit: forEveryone,
    errand: 'somebody asks for the link to their own page',
    form: lostForm,
    show: (facts, view) => <LostPage view={view} {...facts} />,
    submit: async (scope, { email }) => {
      if (email) await sendLostLink(scope, email);
      return {
        to: paths.joinLost(),
        notice: {
          happened: 'Thank you. If we know this address, your link is on its way to it.',
          next: 'Look in a few minutes, also where unwanted letters land. Nothing there? Ring the centre.',
        },
      };
    },
  }),
  page({
    path: paths.joinCentre,
    load: async (scope, ask) => {
      const found = await joinCentre(scope, ask.params.slug, today(scope, ask));
      return found && { found, from: linked(ask) };
    },
    can: anyone,
    audit: forEveryone,
    show: (facts, view) => <JoinCentrePage view={view} {...facts} />,
  }),
  page({
    path: paths.ask,
    load: async (scope, ask) => {
      const on = today(scope, ask);
      const found = await joinCentre(scope, ask.params.slug, on);
      if (!found || found.roles.length === 0) return null;
      return {
        centre: found.centre,
        roles: rolesToAsk(found.roles),
        sources: await sourcesAt(scope, found.centre.id, on, linked(ask)),
      };
    },
    can: anyone,
    audit: forEveryone,
    errand: 'somebody asks about volunteering',
    form: ({ roles }) => askForm(roles),
    prefill: ({ sources }, ask) => ({ heard: heardByLink(linked(ask), sources) }),
    show: (facts, view) => <AskPage view={view} {...facts} />,
    submit: async (scope, value, { centre, roles, sources }, ask) => {
      const role = roles.find(({ code }) => code === value.role) ?? roles[0];
      const secret = await enquire(scope, {
        ...value,
        ...heardOf(value.heard, sources),
        centreId: centre.id,
        profileId: role?.profileId ?? '',
        origin: ask.origin,
        questions: ASK_QUESTIONS,
        minutes: minutesOn(momentIn(value.begun), scope.now),
      });
      if (secret === null)
        return {
          to: paths.joinLost(),
          notice: {
            happened: 'Thank you. We have written to the address you gave.',
            next: 'The letter has the link to your page. If you gave a phone number that we may not text, we ring you.',
          },
        };
      return {
        to: paths.mine({ secret }),
        notice: {
          happened: 'Thank you. We have it, and we are glad you asked.',
          next: 'This is your own page. Keep its address: it always shows what comes next.',
        },
      };
    },
  }),
];
