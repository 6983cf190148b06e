import { dateAt, momentAt } from '#kernel/dates.ts';
import { type Actor, accountOf, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centre, helpLines } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { answerDebrief, holdDebrief, notWanted, offerDebrief, takeDebrief } from './debrief.commands.ts';
import { type DebriefFacts, DebriefPage } from './debrief.pages.tsx';
import { debriefById, ownDebrief, wordsOf } from './debrief.queries.ts';
import { answerForm, debriefForm, howForm } from './load.form.ts';
import { loadOfPeople, ownCentre, toldOf } from './load.queries.ts';
import { HowItWasPage, type OwnFacts, OwnLoadPage } from './own.pages.tsx';
import { takeBackTold, tellHowItWas } from './told.commands.ts';

/** How far back a volunteer sees what was told of them. */
const DAYS_SHOWN = 56;

const own = notSensitive('somebody looks at what is known of themselves');
const oneself = (actor: Actor): boolean => isTeam(actor);

const ownFacts = async (scope: Scope): Promise<OwnFacts | null> => {
  const accountId = accountOf(scope.actor);
  const centreId = await ownCentre(scope);
  if (accountId === null || centreId === null) return null;
  const place = await centre(scope, centreId);
  if (!place) return null;
  return {
    centreId,
    zone: place.zone,
    phone: place.phone,
    debrief: await ownDebrief(scope, accountId),
    lines: await helpLines(scope, 'anyone'),
  };
};

const howPage = page({
  path: paths.howItWas,
  load: ownFacts,
  can: oneself,
  audit: own,
  form: howForm,
  submit: async (scope, { on, ...said }, { centreId, zone }) => {
    const today = dateAt(scope.now, zone);
    const at =
      on === null || on.equals(today) ? scope.now : momentAt(on, Temporal.PlainTime.from('12:00'), zone);
    const talk = await tellHowItWas(scope, centreId, { ...said, at });
    return {
      to: paths.ownLoad(),
      notice: talk
        ? {
            happened: 'Thank you for telling us.',
            next: 'Below you read who rings you and by when. You can say no thanks.',
          }
        : { happened: 'Thank you. It is good to know.', next: 'Nothing more is asked of you.' },
    };
  },
  show: (facts, view) => <HowItWasPage facts={facts} view={view} />,
});

const ownLoadPage = page({
  path: paths.ownLoad,
  load: async (scope) => {
    const facts = await ownFacts(scope);
    const accountId = accountOf(scope.actor);
    if (!facts || accountId === null) return null;
    const [its] = await loadOfPeople(scope, [accountId]);
    return its ? { facts, load: its.load, told: await toldOf(scope, accountId, DAYS_SHOWN) } : null;
  },
  can: oneself,
  audit: own,
  show: (facts, view) => <OwnLoadPage {...facts} view={view} />,
});

const takeBack = action({
  path: paths.takeBackEntry,
  load: async () => ({}),
  can: oneself,
  audit: own,
  form: justAButton('supervision_load_take_back'),
  back: () => paths.ownLoad(),
  submit: async (scope, _, __, { params }) => {
    await takeBackTold(scope, params.entryId);
    return { to: paths.ownLoad(), notice: { happened: 'It no longer counts, and its words are gone.' } };
  },
});

const SAID = {
  yes: { happened: 'We have passed it on.', next: 'You hear when and how.' },
  no_thanks: { happened: 'That is all right.', next: 'You can ask for a talk whenever you like.' },
  ring_now: {
    happened: 'We have told them that you would like a call now.',
    next: 'If nobody rings soon, ring the centre, or one of the help lines.',
  },
} as const;

const answer = action({
  path: paths.answerDebrief,
  load: async (scope) => {
    const centreId = await ownCentre(scope);
    return centreId ? { centreId } : null;
  },
  can: oneself,
  audit: own,
  form: answerForm,
  back: () => paths.ownLoad(),
  submit: async (scope, { say }, { centreId }) => {
    await answerDebrief(scope, centreId, say);
    return { to: paths.ownLoad(), notice: SAID[say] };
  },
});

const debriefFacts = async (scope: Scope, debriefId: string): Promise<DebriefFacts | null> => {
  const debrief = await debriefById(scope, debriefId);
  const me = accountOf(scope.actor);
  if (!debrief || me === null || debrief.accountId === me) return null;
  const [its] = await loadOfPeople(scope, [debrief.accountId]);
  const mine = debrief.takenById === me;
  return { debrief, load: its?.load ?? null, mine, words: mine ? await wordsOf(scope, debriefId) : [] };
};

const looked = looking('supervision.debrief_looked_at', ({ debrief }: DebriefFacts) => ({
  kind: 'debrief',
  id: debrief.id,
  centreId: debrief.centreId,
}));

const NEXT = {
  offered: { happened: 'Your offer is written down.', next: 'They hear of it from us as well.' },
  held: { happened: 'The talk is written down.', next: 'Thank you for being there.' },
  no_thanks: {
    happened: 'Their answer is written down.',
    next: 'They can ask for a talk whenever they like.',
  },
} as const;

const debriefPage = page({
  path: paths.debrief,
  load: (scope, { params }) => debriefFacts(scope, params.debriefId),
  // Who may see it is the table's own decision: whoever looks after them, supervises or covers.
  can: (actor, { debrief }) => isTeam(actor) && actor.accountId !== debrief.accountId,
  audit: looked,
  form: debriefForm,
  submit: async (scope, { what, how, words }, { debrief: { id } }) => {
    if (what === 'offered' && how !== '') await offerDebrief(scope, id, { how, words });
    else if (what === 'held') await holdDebrief(scope, id, words);
    else await notWanted(scope, id);
    return { to: paths.debrief({ debriefId: id }), notice: NEXT[what] };
  },
  show: (facts, view) => <DebriefPage facts={facts} view={view} />,
});

const take = action({
  path: paths.takeDebrief,
  load: (scope, { params }) => debriefFacts(scope, params.debriefId),
  can: (actor, { debrief }) => isTeam(actor) && actor.accountId !== debrief.accountId,
  audit: looked,
  form: justAButton('supervision_debrief_take'),
  back: ({ debrief }) => paths.debrief({ debriefId: debrief.id }),
  submit: async (scope, _, { debrief }) => {
    await takeDebrief(scope, debrief.id);
    return {
      to: paths.debrief({ debriefId: debrief.id }),
      notice: { happened: 'You ring them.', next: 'They see your name. Say here what came of it.' },
    };
  },
});

export const loadRoutes: readonly Route[] = [howPage, ownLoadPage, takeBack, answer, debriefPage, take];
