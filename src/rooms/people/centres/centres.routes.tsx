import { holds } from '#platform/db/actor.ts';
import { optionalEmail, optionalPhone, optionalText, text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { HOUSEKEEPERS, mayKeepHouse, mayMeetTheTeam } from '../people.policy.ts';
import { changeCentre, openCentre } from './centre.commands.ts';
import { CentrePage, CentresPage } from './centres.pages.tsx';
import { everyCentre } from './centres.queries.ts';

const centreForm = form('people.centre', {
  name: text('Enter the name of the centre.', 100),
  town: text('Enter the town.', 100),
  about: optionalText(1000),
  travel: optionalText(1000),
  phone: optionalPhone(),
  email: optionalEmail(),
});

const nobodyIsHere = notSensitive('a centre is public');

export const centresRoutes: readonly Route[] = [
  page({
    path: paths.centres,
    load: async (scope) => ({ centres: await everyCentre(scope) }),
    can: mayMeetTheTeam,
    audit: nobodyIsHere,
    show: ({ centres }, view) => (
      <CentresPage
        view={view}
        centres={centres}
        mayOpen={mayKeepHouse(view.actor)}
        mayChange={(id) => holds(view.actor, HOUSEKEEPERS, id)}
      />
    ),
  }),
  page({
    path: paths.newCentre,
    load: async () => ({}),
    can: mayKeepHouse,
    audit: nobodyIsHere,
    form: centreForm,
    submit: async (scope, words) => {
      await openCentre(scope, words);
      return {
        to: paths.centres(),
        notice: {
          happened: 'The centre is open.',
          next: 'Give people their roles there on the team page. Those who hold a role at every centre have it there already.',
        },
      };
    },
    show: (_facts, view) => <CentrePage view={view} name={null} />,
  }),
  page({
    path: paths.centreEdit,
    load: async (scope, { params }) =>
      (await everyCentre(scope)).find((each) => each.id === params.centreId) ?? null,
    can: (actor, centre) => holds(actor, HOUSEKEEPERS, centre.id),
    audit: nobodyIsHere,
    form: centreForm,
    prefill: (centre) => ({
      name: centre.name,
      town: centre.town,
      about: centre.about,
      travel: centre.travel,
      phone: centre.phone ?? '',
      email: centre.email ?? '',
    }),
    version: (centre) => centre.version,
    submit: async (scope, words, centre, { version }) => {
      await changeCentre(scope, centre.id, words, version);
      return { to: paths.centres(), notice: { happened: 'The centre is saved.' } };
    },
    show: (centre, view) => <CentrePage view={view} name={centre.name} />,
  }),
];
