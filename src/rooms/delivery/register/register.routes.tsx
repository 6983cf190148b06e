import { isId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { centresOf, holds, WITH_FAMILIES, WITH_GROUPS } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { sessionOf } from '../sessions/session.queries.ts';
import { correctRegister } from './correct.commands.ts';
import { type CorrectionFacts, CorrectionPage, PrintRegisterPage } from './correct.pages.tsx';
import { followUp } from './follow-up.commands.ts';
import { followUpForm, howOf, wordsOf } from './follow-up.form.ts';
import { type FollowUpFacts, FollowUpPage, FollowUpsPage } from './follow-up.pages.tsx';
import { followUpOf, type ToFollowUp, toFollowUp } from './follow-up.queries.ts';
import { closeRegister, markRegister } from './register.commands.ts';
import { correctionForm, correctionPrefill, registerForm, registerPrefill } from './register.form.ts';
import { type RegisterFacts, RegisterPage } from './register.pages.tsx';
import { mayChangeClosing, mayPlan, mayRegister } from './register.policy.ts';
import { findPeople, type Register, registerOf } from './register.queries.ts';

const looked = (verb: string) =>
  looking<{ readonly register: Register }>(verb, ({ register }) => ({
    kind: 'session',
    id: register.session.id,
    centreId: register.session.centreId,
  }));

const added = (query: Readonly<Record<string, string | undefined>>) =>
  query.add && isId(query.add) ? query.add : null;

const loadRegister = async (
  scope: Scope,
  sessionId: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<RegisterFacts | null> => {
  const session = await sessionOf(scope, sessionId);
  if (!session) return null;
  const register = await registerOf(scope, session, added(query));
  const words = query.find;
  const searching = words !== undefined && register.stage === 'open';
  return {
    register,
    find: searching
      ? {
          words,
          people: await findPeople(
            scope,
            session,
            words,
            register.rows.map((row) => row.personId),
          ),
        }
      : null,
    mayPlan: mayPlan(scope.actor, session.centreId),
  };
};

const registerPage = page({
  path: paths.register,
  can: (actor, facts: RegisterFacts) => mayRegister(actor, facts.register.session.centreId),
  audit: looked('delivery.register_seen'),
  load: (scope, ask) => loadRegister(scope, ask.params.sessionId, ask.query),
  form: (facts) => registerForm(facts.register),
  prefill: (facts) => registerPrefill(facts.register),
  submit: async (scope, value, facts) => {
    const sessionId = facts.register.session.id;
    const { marks, groundRulesSaid } = value;
    const to = paths.register({ sessionId });
    if (value.next === 'close') {
      const { happened, whyNot, words } = value;
      await closeRegister(scope, { sessionId, marks, groundRulesSaid, happened, whyNot, words });
      return {
        to,
        notice: {
          happened: 'The register is closed.',
          next: 'Next: write how it went while you still remember it.',
        },
      };
    }
    await markRegister(scope, { sessionId, marks, groundRulesSaid });
    if (value.next === 'find') return { to: paths.register({ sessionId }, { find: '' }) };
    return {
      to,
      notice: {
        happened:
          marks.length === 0
            ? 'Nothing new to save.'
            : `Saved. ${counted(marks.length, 'parent is', 'parents are')} marked now.`,
        next: 'Close the register when everyone has gone.',
      },
    };
  },
  show: (facts, view) => <RegisterPage facts={facts} view={view} />,
});

const loadClosed = async (scope: Scope, sessionId: string): Promise<CorrectionFacts | null> => {
  const session = await sessionOf(scope, sessionId);
  if (!session?.closed) return null;
  return {
    register: await registerOf(scope, session),
    mayChangeSession: mayChangeClosing(scope.actor, session.centreId),
  };
};

const correctionPage = page({
  path: paths.correctRegister,
  can: (actor, facts: CorrectionFacts) => mayRegister(actor, facts.register.session.centreId),
  audit: looked('delivery.register_seen'),
  load: (scope, ask) => loadClosed(scope, ask.params.sessionId),
  form: (facts) => correctionForm(facts.register),
  prefill: (facts) => correctionPrefill(facts.register),
  submit: async (scope, value, facts) => {
    const { session } = facts.register;
    const { happened, whyNot } = value;
    const ended =
      value.ended === null
        ? null
        : session.on.toZonedDateTime({ timeZone: session.zone, plainTime: value.ended }).toInstant();
    await correctRegister(scope, {
      sessionId: session.id,
      marks: value.marks,
      session: facts.mayChangeSession ? { happened, whyNot, ended } : null,
      why: value.why,
    });
    return {
      to: paths.register({ sessionId: session.id }),
      notice: {
        happened: 'The register is corrected.',
        next: 'What it said before, and why it changed, is written below it.',
      },
    };
  },
  show: (facts, view) => <CorrectionPage facts={facts} view={view} />,
});

const printPage = page({
  path: paths.printRegister,
  can: (actor, facts: CorrectionFacts) => mayRegister(actor, facts.register.session.centreId),
  audit: looked('delivery.register_printed'),
  load: async (scope, ask): Promise<CorrectionFacts | null> => {
    const session = await sessionOf(scope, ask.params.sessionId);
    return session ? { register: await registerOf(scope, session), mayChangeSession: false } : null;
  },
  show: (facts, view) => <PrintRegisterPage facts={facts} view={view} />,
});

const followUpsPage = page({
  path: paths.followUps,
  can: (actor) => holds(actor, WITH_GROUPS),
  audit: looking<readonly ToFollowUp[]>('delivery.follow_ups_seen', (facts) =>
    facts[0] ? { kind: 'centre', id: facts[0].centreId, centreId: facts[0].centreId } : null,
  ),
  load: (scope) => toFollowUp(scope, centresOf(scope.actor, WITH_GROUPS)),
  show: (facts, view) => <FollowUpsPage facts={facts} view={view} />,
});

const followUpPage = page({
  path: paths.followUp,
  can: (actor, { followUp: { centreId } }: FollowUpFacts) => mayRegister(actor, centreId),
  audit: looking('delivery.follow_up_seen', ({ followUp: { personId, centreId } }: FollowUpFacts) => ({
    kind: 'person',
    id: personId,
    centreId,
  })),
  load: async (scope, ask): Promise<FollowUpFacts | null> => {
    const { sessionId, personId } = ask.params;
    if (!isId(sessionId) || !isId(personId)) throw new NotFound('follow-up');
    const found = await followUpOf(scope, sessionId, personId);
    if (!found) return null;
    return { followUp: found, mayReach: holds(scope.actor, WITH_FAMILIES, found.centreId) };
  },
  form: followUpForm,
  prefill: ({ followUp: { words } }: FollowUpFacts) => ({
    how: howOf(words ?? ''),
    words: wordsOf(words ?? ''),
  }),
  version: (facts) => facts.followUp.version,
  submit: async (scope, value, facts, ask) => {
    const { sessionId, personId } = facts.followUp;
    await followUp(scope, { sessionId, personId, version: ask.version, how: value.how, words: value.words });
    return {
      to: paths.followUps(),
      notice: {
        happened: 'Thank you. That is written down.',
        next: 'They stay in the group, and their place is theirs.',
      },
    };
  },
  show: (facts, view) => <FollowUpPage facts={facts} view={view} />,
});

/** Registers, their corrections and print, and asking after those who did not come. */
export const registerRoutes: readonly Route[] = [
  registerPage,
  correctionPage,
  printPage,
  followUpsPage,
  followUpPage,
];
