import { isParent, isTeam } from '#platform/db/actor.ts';
import { anyone, notSensitive, page } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { CentrePage, FrontPage } from './front.pages.tsx';
import { centresWithDropIns, frontFacts, programmeNow } from './front.queries.ts';
import { AboutPage, AccessibilityPage, PrivacyPage } from './words.pages.tsx';

const forEveryone = notSensitive('public: the programme, the centres and their open drop-ins');

export const frontRoutes = [
  page({
    path: paths.frontDoor,
    can: anyone,
    audit: forEveryone,
    load: frontFacts,
    elsewhere: (actor) => (isTeam(actor) ? paths.today() : isParent(actor) ? paths.me() : null),
    show: (facts, view) => <FrontPage view={view} facts={facts} />,
  }),
  page({
    path: paths.centrePage,
    can: anyone,
    audit: forEveryone,
    load: async (scope, { params }) => {
      const found = (await centresWithDropIns(scope)).find(({ centre }) => centre.slug === params.slug);
      return found ? { ...found, programme: await programmeNow(scope) } : null;
    },
    show: (facts, view) => <CentrePage view={view} {...facts} />,
  }),
  page({
    path: paths.privacy,
    can: anyone,
    audit: forEveryone,
    load: async (scope) => ({ centres: await centres(scope) }),
    show: (facts, view) => <PrivacyPage view={view} {...facts} />,
  }),
  page({
    path: paths.accessibility,
    can: anyone,
    audit: forEveryone,
    load: async (scope) => ({ centres: await centres(scope) }),
    show: (facts, view) => <AccessibilityPage view={view} {...facts} />,
  }),
  page({
    path: paths.about,
    can: anyone,
    audit: forEveryone,
    load: async (scope) => ({ programme: await programmeNow(scope) }),
    show: (facts, view) => <AboutPage view={view} {...facts} />,
  }),
];
