import { hashOfSecret } from '#kernel/ids.ts';
import { calendarText } from '#platform/calendar/calendar.ts';
import type { DiaryEntry } from '#platform/calendar/entry.ts';
import { type Actor, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { tick } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import {
  type Ask,
  action,
  anyone,
  download,
  looking,
  notSensitive,
  page,
  type Route,
} from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { endFeed, makeFeed, noteRead, showPlaces } from './feed.commands.ts';
import { type CalendarFacts, CalendarPage } from './feed.pages.tsx';
import { diaryFor, type Opened, openedBy, ownFeed } from './feed.queries.ts';

/** The browser that made the link keeps it until it is put away: the house has only its hash. */
const COOKIE = 'calendar-link';
const SHOWN_FOR = { minutes: 15 };

const onTheTeam = (actor: Actor): boolean => isTeam(actor);
const own = notSensitive('only whether somebody has a link for their own calendar, seen by themselves');

const factsOf = async (scope: Scope, { remembered, origin }: Ask<string>): Promise<CalendarFacts> => {
  const feed = await ownFeed(scope);
  const secret = remembered(COOKIE);
  const justMade =
    feed !== null &&
    secret !== null &&
    hashOfSecret(secret) === feed.secretHash &&
    Temporal.Instant.compare(scope.now, feed.madeAt.add(SHOWN_FOR)) < 0;
  return { feed, address: justMade ? `${origin}${paths.diaryFile({ secret })}` : null };
};

const placesForm = form('calendar-places', { places: tick() });

interface Read {
  readonly opened: Opened;
  readonly entries: readonly DiaryEntry[];
  readonly organisationId: string;
  /** The first time in a day: the one that is written down. */
  readonly first: boolean;
}

export const calendarRoutes: readonly Route[] = [
  page({
    path: paths.calendar,
    load: factsOf,
    can: onTheTeam,
    audit: own,
    form: form('calendar-link', { places: tick() }),
    prefill: ({ feed }) => ({ places: feed?.showsPlaces ? 'yes' : '' }),
    submit: async (scope, { places }) => ({
      to: paths.calendar(),
      notice: { happened: 'Your link is made.', next: 'It is shown below, this once.' },
      remember: { name: COOKIE, value: await makeFeed(scope, { showsPlaces: places }) },
    }),
    show: (facts, view) => <CalendarPage facts={facts} view={view} />,
  }),
  action({
    path: paths.calendarPlaces,
    load: factsOf,
    can: onTheTeam,
    audit: own,
    form: placesForm,
    back: () => paths.calendar(),
    submit: async (scope, { places }) => {
      await showPlaces(scope, places);
      return {
        to: paths.calendar(),
        notice: {
          happened: places ? 'Your calendar is told where, too.' : 'Your calendar is no longer told where.',
          next: 'You see it there the next time your calendar asks us.',
        },
      };
    },
  }),
  action({
    path: paths.calendarPutAway,
    load: factsOf,
    can: onTheTeam,
    audit: own,
    form: justAButton('calendar-put-away'),
    back: () => paths.calendar(),
    submit: async () => ({ to: paths.calendar(), remember: { name: COOKIE, value: null } }),
  }),
  action({
    path: paths.calendarEnd,
    load: factsOf,
    can: onTheTeam,
    audit: own,
    form: justAButton('calendar-end'),
    back: () => paths.calendar(),
    submit: async (scope) => {
      await endFeed(scope);
      return {
        to: paths.calendar(),
        notice: {
          happened: 'The link is ended. It opens nothing any more.',
          next: 'Take it out of your calendar when you have a minute.',
        },
        remember: { name: COOKIE, value: null },
      };
    },
  }),
  download({
    path: paths.diaryFile,
    errand: 'somebody’s calendar reads their own times',
    load: async (scope, { params: { secret } }): Promise<Read | null> => {
      const opened = await openedBy(scope, secret);
      if (!opened) return null;
      const entries = await diaryFor(scope, opened);
      return {
        opened,
        entries,
        organisationId: scope.actor.organisationId,
        first: await noteRead(scope, opened),
      };
    },
    can: anyone,
    audit: looking('hub.diary_read', ({ opened, first }: Read) =>
      first ? { kind: 'feed', id: opened.id } : null,
    ),
    file: ({ opened, entries, organisationId }) => ({
      type: 'text/calendar; charset=utf-8',
      name: 'my-times.ics',
      body: calendarText(entries, { organisationId, places: opened.showsPlaces }),
    }),
  }),
];
