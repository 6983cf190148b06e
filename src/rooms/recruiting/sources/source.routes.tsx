import { dateBoxes } from '#platform/forms/fields.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { addSource, changeSource } from './source.commands.ts';
import { sourceForm } from './source.form.ts';
import { SourcePage, SourcesPage } from './source.pages.tsx';
import { mayKeepSources, mayReadSources } from './source.policy.ts';
import { sourceIn, sourceList } from './source.queries.ts';

const COUNTS = notSensitive('What a centre does to be heard of, with counts of people.');

/** Pence as somebody would type them. */
const typedPounds = (pence: number): string =>
  pence === 0 ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2);

export const sourceRoutes: readonly Route[] = [
  page({
    path: paths.sources,
    load: (scope, { origin }) => sourceList(scope, origin),
    can: (actor) => mayReadSources(actor),
    audit: COUNTS,
    prefill: ({ today }) => dateBoxes('fromOn', today),
    form: ({ keeps }) => sourceForm(keeps.map(({ id }) => id)),
    submit: async (scope, said) => {
      await addSource(scope, said);
      return {
        to: paths.sources(),
        notice: {
          happened: 'The source is on the list.',
          next: 'Its link is under “Links for posters and posts”. People who ask can choose it too.',
        },
      };
    },
    show: (list, view) => <SourcesPage view={view} list={list} />,
  }),
  page({
    path: paths.source,
    load: (scope, { params, origin }) => sourceIn(scope, params.sourceId, origin),
    can: (actor, { source }) => mayKeepSources(actor, source.centreId),
    audit: COUNTS,
    version: ({ source }) => source.version,
    prefill: ({ source }) => ({
      centreId: source.centreId,
      name: source.name,
      kind: source.kind,
      words: source.words,
      cost: typedPounds(source.costPence),
      reach: source.reach === null ? '' : String(source.reach),
      ...dateBoxes('fromOn', source.fromOn),
      ...dateBoxes('untilOn', source.untilOn),
    }),
    form: ({ source }) => sourceForm([source.centreId]),
    submit: async (scope, said, { source }, { version }) => {
      await changeSource(scope, { sourceId: source.id, centreId: source.centreId, version, said });
      return { to: paths.sources(), notice: { happened: 'The source is changed.' } };
    },
    show: ({ source, ...list }, view) => <SourcePage view={view} list={list} source={source} />,
  }),
];
