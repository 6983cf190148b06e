import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { FiguresPage } from './figures.pages.tsx';
import { figuresFor, mayReadFigures } from './figures.queries.ts';

export const figureRoutes: readonly Route[] = [
  page({
    path: paths.applicantFigures,
    load: (scope, { query }) => figuresFor(scope, { periodCode: query.period, centreId: query.centre }),
    can: (actor) => mayReadFigures(actor),
    audit: notSensitive('Counts of applicants; small groups are hidden where they are counted.'),
    show: (figures, view) => <FiguresPage view={view} figures={figures} />,
  }),
];
