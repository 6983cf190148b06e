import { dateAt } from '#kernel/dates.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { isOver } from '../route/application.rules.ts';
import { tickAboutYou } from './about-you.commands.ts';
import { acceptOffer } from './accept.commands.ts';
import { applyAgain, goOn, leave, rest } from './ends.commands.ts';
import { askForHelp } from './help.commands.ts';
import { aboutYouForm, helpForm, leaveForm, offerForm, pauseForm, timesForm } from './mine.form.ts';
import { MinePage } from './mine.pages.tsx';
import { mineFacts, type Own, own, talkOf } from './mine.queries.ts';
import { goesOn } from './mine.rules.ts';
import { AboutYouPage, HelpPage, LeavePage, OfferPage, PausePage } from './own.pages.tsx';
import { giveTimeBack, takeTime } from './talk.commands.ts';
import { TimesPage } from './talk.pages.tsx';
import { freeTimes } from './talk.queries.ts';

/** Of every page below an applicant's link: whoever has the link is the applicant, and it runs as the house. */
export const byLink = {
  can: anyone,
  audit: notSensitive('what an applicant sees of their own application, by a link only they have'),
  errand: 'an applicant opens their own page',
} as const;

interface At {
  readonly params: { readonly secret: string };
}
const ownAt = (scope: Scope, { params }: At): Promise<Own | null> => own(scope, params.secret);
const home = ({ secret }: Own): string => paths.mine({ secret });

/** A page for an application that goes on leads home when it rests or has ended. */
const unlessOver = (_: unknown, facts: Own): string | null =>
  goesOn(facts.application.state) ? null : home(facts);

const isTalkedAbout = ({ application }: Own): boolean => {
  const step = application.steps.find(({ code }) => code === 'conversation');
  return !step || isOver(step);
};

const times: Route = page({
  path: paths.mineTimes,
  load: async (scope, ask) => {
    const found = await ownAt(scope, ask);
    if (!found) return null;
    const { application } = found;
    return {
      ...found,
      talk: await talkOf(scope, application.id),
      times: await freeTimes(scope, application),
    };
  },
  ...byLink,
  elsewhere: (actor, facts) => unlessOver(actor, facts) ?? (isTalkedAbout(facts) ? home(facts) : null),
  form: timesForm,
  show: (facts, view) => <TimesPage view={view} facts={facts} talk={facts.talk} times={facts.times} />,
  submit: async (scope, { timeId, giveBack }, facts) => {
    const applicationId = facts.application.id;
    if (giveBack === 'yes') {
      await giveTimeBack(scope, applicationId);
      return {
        to: home(facts),
        notice: {
          happened: 'You have given the time back, and somebody else can have it.',
          next: 'Choose another whenever you like, or ask for a call.',
        },
      };
    }
    await takeTime(scope, { applicationId, timeId });
    return {
      to: home(facts),
      notice: {
        happened: 'The time is yours.',
        next: 'We have written it to you as well. You can change it on this page until it begins.',
      },
    };
  },
});

const help: Route = page({
  path: paths.mineHelp,
  load: ownAt,
  ...byLink,
  elsewhere: unlessOver,
  form: helpForm,
  show: (facts, view) => <HelpPage view={view} facts={facts} />,
  submit: async (scope, value, facts) => {
    await askForHelp(scope, { applicationId: facts.application.id, ...value });
    return {
      to: home(facts),
      notice: {
        happened: 'Thank you for asking.',
        next: 'It is our move: somebody of the centre gets in touch with you.',
      },
    };
  },
});

const aboutYou: Route = page({
  path: paths.mineAboutYou,
  load: ownAt,
  ...byLink,
  form: aboutYouForm,
  show: (facts, view) => <AboutYouPage view={view} facts={facts} />,
  submit: async (scope, ticks, facts) => {
    await tickAboutYou(scope, facts.application, ticks);
    return {
      to: home(facts),
      notice: { happened: 'Thank you. You are counted.', next: 'Nobody sees your ticks.' },
    };
  },
});

const pause: Route = page({
  path: paths.minePause,
  load: async (scope, ask) => {
    const found = await ownAt(scope, ask);
    return found && { ...found, today: dateAt(scope.now, found.application.zone) };
  },
  ...byLink,
  elsewhere: (_, facts) =>
    goesOn(facts.application.state) || facts.application.state === 'paused' ? null : home(facts),
  form: ({ today }) => pauseForm(today),
  show: (facts, view) => <PausePage view={view} facts={facts} />,
  submit: async (scope, value, facts) => {
    const applicationId = facts.application.id;
    if (value.goOn) {
      await goOn(scope, applicationId);
      return {
        to: home(facts),
        notice: { happened: 'Good to have you back.', next: 'Everything is where you left it.' },
      };
    }
    await rest(scope, { applicationId, until: value.until, why: value.why });
    return {
      to: home(facts),
      notice: {
        happened: `You are resting until ${dayAndDate(value.until, { today: facts.today })}.`,
        next: 'Nobody asks you for anything until then. You can come back sooner on this page.',
      },
    };
  },
});

const leaving: Route = page({
  path: paths.mineLeave,
  load: ownAt,
  ...byLink,
  elsewhere: (_, facts) =>
    goesOn(facts.application.state) || facts.application.state === 'paused' ? null : home(facts),
  form: leaveForm,
  show: (facts, view) => <LeavePage view={view} facts={facts} />,
  submit: async (scope, value, facts) => {
    await leave(scope, { applicationId: facts.application.id, ...value });
    return { to: home(facts) };
  },
});

const offer: Route = page({
  path: paths.mineOffer,
  load: ownAt,
  ...byLink,
  elsewhere: (actor, facts) =>
    unlessOver(actor, facts) ?? (facts.application.state === 'offered' ? null : home(facts)),
  form: offerForm,
  show: (facts, view) => <OfferPage view={view} facts={facts} />,
  submit: async (scope, { answer }, facts) => {
    // A no asks for its reason on the next page, and is none until it is given there.
    if (answer === 'no') return { to: paths.mineLeave({ secret: facts.secret }) };
    await acceptOffer(scope, facts.application.id);
    return {
      to: home(facts),
      notice: { happened: 'You said yes, and we are very glad.', next: 'We ask you in for your first day.' },
    };
  },
});

const again: Route = action({
  path: paths.mineAgain,
  load: ownAt,
  ...byLink,
  back: home,
  form: justAButton('mine.again'),
  submit: async (scope, _, facts, ask) => {
    const secret = await applyAgain(scope, { applicationId: facts.application.id, origin: ask.origin });
    return {
      to: paths.mine({ secret }),
      notice: {
        happened: 'Good to have you here again.',
        next: 'This is your page from now on. Keep its address.',
      },
    };
  },
});

export const mineRoutes: readonly Route[] = [
  page({
    path: paths.mine,
    load: (scope, { params }) => mineFacts(scope, params.secret),
    ...byLink,
    show: (facts, view) => <MinePage view={view} facts={facts} />,
  }),
  times,
  help,
  aboutYou,
  pause,
  leaving,
  offer,
  again,
];
