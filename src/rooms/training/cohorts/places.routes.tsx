import type { Actor } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { candidatesFor } from './candidates.queries.ts';
import { placeForm, whyForm } from './cohort.form.ts';
import { mayPlanCohorts } from './cohort.policy.ts';
import { type Cohort, cohortById, placesIn, traineesOf } from './cohort.queries.ts';
import { givePlace, leaveCohort, takeWaitingPlace } from './place.commands.ts';
import { type PlacesFacts, PlacesPage, WhyPage } from './places.pages.tsx';

type One = { readonly cohort: Cohort };
const oneCohort = async (scope: Scope, id: string): Promise<One | null> => {
  const cohort = await cohortById(scope, id);
  return cohort && { cohort };
};
const seen = <F extends One>(verb: string) =>
  looking<F>(verb, ({ cohort }) => ({ kind: 'cohort', id: cohort.id, centreId: cohort.centreId }));
const at = ({ cohort }: One) => paths.cohort({ cohortId: cohort.id });
const ofPlanner = (actor: Actor, { cohort }: One) => mayPlanCohorts(actor, cohort.centreId);

/** Who takes a place in a cohort, who waits, and who leaves. */
export const placesRoutes: readonly Route[] = [
  page({
    path: paths.cohortPlaces,
    load: async (scope, { params }): Promise<PlacesFacts | null> => {
      const cohort = await cohortById(scope, params.cohortId);
      if (!cohort) return null;
      const places = await placesIn(scope, cohort.id);
      return {
        cohort,
        taken: places.filter((each) => each.takenAt && !each.leftAt).length,
        candidates: await candidatesFor(
          scope,
          cohort,
          places.filter((each) => !each.leftAt).map(({ applicantId }) => applicantId),
        ),
      };
    },
    can: ofPlanner,
    audit: seen<PlacesFacts>('training.places_seen'),
    form: ({ candidates }) => placeForm(candidates.map(({ applicantId }) => applicantId)),
    submit: async (scope, { applicantId }, facts) => {
      const got = await givePlace(scope, { cohortId: facts.cohort.id, applicantId });
      return {
        to: at(facts),
        notice:
          got === 'taken'
            ? { happened: 'They have a place.', next: 'They are being written to, with the first day.' }
            : { happened: 'They wait for a place.', next: 'When one is free, you can give it to them here.' },
      };
    },
    show: (facts, view) => <PlacesPage facts={facts} view={view} />,
  }),
  action({
    path: paths.giveWaitingPlace,
    load: (scope, { params }) => oneCohort(scope, params.cohortId),
    can: ofPlanner,
    audit: seen<One>('training.places_seen'),
    form: justAButton('cohort-give-waiting'),
    back: at,
    submit: async (scope, _, facts, { params }) => {
      await takeWaitingPlace(scope, { cohortId: facts.cohort.id, placeId: params.placeId });
      return {
        to: at(facts),
        notice: { happened: 'They have a place.', next: 'They are being written to.' },
      };
    },
  }),
  page({
    path: paths.leaveCohort,
    load: async (scope, { params }) => {
      const cohort = await cohortById(scope, params.cohortId);
      const place =
        cohort &&
        (await placesIn(scope, cohort.id)).find(({ id, leftAt }) => id === params.placeId && !leftAt);
      const who =
        cohort &&
        place &&
        (await traineesOf(scope, cohort.id)).find(({ applicantId }) => applicantId === place.applicantId);
      return cohort && place && who ? { cohort, place, name: who.name } : null;
    },
    can: ofPlanner,
    audit: seen<One & { readonly place: { readonly id: string }; readonly name: string }>(
      'training.places_seen',
    ),
    form: whyForm('cohort-leave', 'Say in a few words why they leave.'),
    submit: async (scope, { why }, { cohort, place }) => {
      await leaveCohort(scope, { cohortId: cohort.id, placeId: place.id, why });
      return {
        to: at({ cohort }),
        notice: { happened: 'They have left the cohort.', next: 'What they have earned stays theirs.' },
      };
    },
    show: ({ cohort, name }, view) => (
      <WhyPage
        view={view}
        title={`${name} leaves the cohort`}
        lede="Their place is free for somebody else. Every unit they have stays theirs, with its certificate, and they can join another cohort later."
        label="Why do they leave? (in a few words)"
        button="They leave"
        back={{ href: at({ cohort }), label: cohort.name }}
      />
    ),
  }),
];
