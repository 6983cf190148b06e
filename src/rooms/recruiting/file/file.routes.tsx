import { dateAt } from '#kernel/dates.ts';
import { isId } from '#kernel/ids.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres, languageOptions } from '#rooms/people/door.ts';
import { freeTimes } from '../mine/talk.queries.ts';
import * as paths from '../paths.ts';
import { currentProfiles } from '../profiles/profile.queries.ts';
import { mayRecruit, RECRUITS } from '../recruiting.policy.ts';
import { DECLINE_REASONS } from '../route/ends.rules.ts';
import { deeds } from './deeds.ts';
import { newForm } from './do.form.ts';
import { type DoFacts, DoPage } from './do.pages.tsx';
import { isPossible, stepNamed, VERBS } from './do.rules.ts';
import { openApplication } from './file.commands.ts';
import { ApplicationPage } from './file.pages.tsx';
import { type ApplicationFile, applicationFile } from './file.queries.ts';
import { type NewFacts, NewPage } from './new.pages.tsx';
import { sourcesNow } from './new.queries.ts';

const aboutOne = { kind: 'application' } as const;
const read = (scope: Scope, id: string): Promise<ApplicationFile | null> =>
  isId(id) ? applicationFile(scope, id) : Promise.resolve(null);

export const fileRoutes: readonly Route[] = [
  page({
    path: paths.newApplicant,
    load: async (scope): Promise<NewFacts> => {
      const own = centresOf(scope.actor, RECRUITS);
      const here = (await centres(scope)).filter(({ id }) => own.includes(id));
      const today = dateAt(scope.now, here[0]?.zone ?? 'Europe/London');
      return {
        centres: here,
        profiles: await currentProfiles(scope, today),
        sources: await sourcesNow(scope, own, today),
      };
    },
    can: (actor) => mayRecruit(actor),
    audit: notSensitive('an empty form with names of centres, roles and sources'),
    prefill: ({ centres: here, profiles }): Readonly<Record<string, string>> => ({
      ...(here.length === 1 && { centre: here[0]?.id ?? '' }),
      ...(profiles.length === 1 && { profile: profiles[0]?.id ?? '' }),
      language: 'en',
    }),
    form: ({ centres: here, profiles }) =>
      newForm({
        centreIds: here.map(({ id }) => id),
        profileIds: profiles.map(({ id }) => id),
        languages: languageOptions().map(({ value }) => value),
      }),
    submit: async (scope, value, facts, { origin }) => {
      const { applicationId, told } = await openApplication(scope, {
        ...value,
        centreId: value.centre,
        profileId: value.profile,
        knownAs: value.knownAs || null,
        sourceId: facts.sources.find(({ id }) => id === value.source)?.id ?? null,
        wasParentHere: value.parentHere === null ? null : value.parentHere === 'yes',
        origin,
      });
      return {
        to: paths.application({ applicationId }),
        notice: {
          happened: 'The enquiry is written down.',
          next: told
            ? 'They get a letter with the link to a page of their own.'
            : 'No letter could leave: there is no e-mail address and no phone for texts.',
        },
      };
    },
    show: (facts, view) => <NewPage view={view} facts={facts} />,
  }),
  page({
    path: paths.application,
    load: (scope, { params }) => read(scope, params.applicationId),
    can: (actor, file) => mayRecruit(actor, file.centreId),
    audit: looking('recruiting.application_seen', ({ id, centreId }: ApplicationFile) => ({
      ...aboutOne,
      id,
      centreId,
    })),
    show: (file, view) => <ApplicationPage view={view} file={file} />,
  }),
  page({
    path: paths.applicationMove,
    load: async (scope, { params, query }): Promise<DoFacts | null> => {
      const verb = VERBS.find((each) => each === params.verb);
      const file = verb ? await read(scope, params.applicationId) : null;
      if (!verb || !file) return null;
      return {
        file,
        verb,
        step: stepNamed(file, query.step),
        ask: query.ask,
        free: verb === 'book' ? await freeTimes(scope, file) : [],
        reason: DECLINE_REASONS.find((each) => each === query.reason) ?? null,
      };
    },
    can: (actor, { file }) => mayRecruit(actor, file.centreId),
    audit: looking('recruiting.application_seen', ({ file }: DoFacts) => ({
      ...aboutOne,
      id: file.id,
      centreId: file.centreId,
    })),
    elsewhere: (_actor, { file, verb, step, ask }) =>
      isPossible(verb, file, { step, ask }) ? null : paths.application({ applicationId: file.id }),
    version: ({ file, verb }) => (verb === 'contact' ? file.applicantVersion : file.version),
    prefill: (facts) => deeds[facts.verb].prefill?.(facts) ?? {},
    form: (facts) => deeds[facts.verb].form,
    submit: async (scope, value, facts, ask) => {
      const { to, notice } = await deeds[facts.verb].act(scope, value, facts, ask);
      return {
        to: to ?? paths.application({ applicationId: facts.file.id }),
        ...(notice && { notice }),
      };
    },
    show: (facts, view) => <DoPage view={view} facts={facts} />,
  }),
];
