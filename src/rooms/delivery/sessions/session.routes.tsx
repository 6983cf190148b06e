import { sql } from 'kysely';
import { isParent } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, notSensitive, page } from '#platform/http/page.ts';
import { familyOf } from '#rooms/families/door.ts';
import { centre, filesOf, namesOfAccounts } from '#rooms/people/door.ts';
import { callOffForm, moveForm, movePrefill } from '../groups/group.form.ts';
import { mayArrange, mayLead, maySee } from '../groups/group.policy.ts';
import * as paths from '../paths.ts';
import { mySessionForm } from '../places/place.form.ts';
import { mayPlan } from '../register/register.policy.ts';
import { runningIt } from '../rota/rota.queries.ts';
import { answerSession, callOffSession, moveSession } from './session.commands.ts';
import { CallOffPage, MovePage, MySessionPage, SessionPage } from './session.pages.tsx';
import { expectedAt, type SessionFacts, sessionOf } from './session.queries.ts';

const namesRunning = async (scope: Scope, sessionId: string): Promise<readonly string[]> => {
  const running = await runningIt(scope, sessionId);
  const names = await namesOfAccounts(scope, running);
  return running.flatMap((each) => names.get(each) ?? []);
};

// Of a plan a parent may read this one line, through a function of its own.
const bringOf = async (scope: Scope, sessionId: string): Promise<string> =>
  (
    await sql<{ bring: string | null }>`select delivery.bring_for(${sessionId}::uuid) as bring`.execute(
      scope.tx,
    )
  ).rows[0]?.bring ?? '';

const sessionPage = page({
  path: paths.session,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    if (!session) return null;
    const expected = await expectedAt(scope, session);
    const files = await filesOf(
      scope,
      expected.map((each) => each.personId),
    );
    const plan = await scope.tx
      .selectFrom('delivery.plans')
      .select('session_id')
      .where('organisation_id', '=', scope.actor.organisationId)
      .where('session_id', '=', session.id)
      .executeTakeFirst();
    return {
      session,
      leaders: await namesRunning(scope, session.id),
      planned: plan !== undefined,
      expected: expected.flatMap((each) => {
        const file = files.get(each.personId);
        return file
          ? [
              {
                personId: each.personId,
                name: file.fullName,
                coming: each.coming,
                words: each.answerWords,
                creche: each.crecheChildren,
                partner: each.partnerComes,
              },
            ]
          : [];
      }),
    };
  },
  can: (actor, { session }) => maySee(actor, session.centreId),
  audit: looking('delivery.session_seen', ({ session }: { session: SessionFacts }) => ({
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  })),
  show: (facts, view) => (
    <SessionPage
      view={view}
      {...facts}
      mayArrange={mayArrange(view.actor, facts.session.centreId)}
      mayPlan={mayPlan(view.actor, facts.session.centreId)}
      mayLead={mayLead(view.actor, facts.session.centreId)}
    />
  ),
});

const movePage = page({
  path: paths.moveSession,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    return session ? { session } : null;
  },
  can: (actor, { session }) => mayArrange(actor, session.centreId),
  audit: notSensitive('a date and a time'),
  form: moveForm,
  prefill: ({ session }) => movePrefill(session.on, session.from),
  version: ({ session }) => session.version,
  submit: async (scope, value, { session }, ask) => {
    const nation = (await centre(scope, session.centreId))?.nation ?? 'england-and-wales';
    const stoodDown = await moveSession(scope, session.id, ask.version, { ...value, nation });
    const names = await namesOfAccounts(scope, stoodDown);
    const without = stoodDown.flatMap((each) => names.get(each) ?? []);
    return {
      to: paths.session({ sessionId: session.id }),
      notice: {
        happened: session.calledOffWhy === null ? 'The session is moved.' : 'The session is on again.',
        next: [
          'Everyone expected is being told, each in the way that is safe for them.',
          ...(without.length > 0
            ? [`${without.join(' and ')} may not be with families on the new day: find cover.`]
            : []),
        ].join(' '),
      },
    };
  },
  show: (facts, view) => <MovePage view={view} {...facts} />,
});

const callOffPage = page({
  path: paths.callOff,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    return session ? { session } : null;
  },
  can: (actor, { session }) => mayArrange(actor, session.centreId),
  audit: notSensitive('a date and a time'),
  form: callOffForm,
  version: ({ session }) => session.version,
  submit: async (scope, { why }, { session }, ask) => {
    await callOffSession(scope, session.id, ask.version, why);
    return {
      to: paths.session({ sessionId: session.id }),
      notice: { happened: 'The session is called off.', next: 'Everyone expected is being told.' },
    };
  },
  show: (facts, view) => <CallOffPage view={view} {...facts} />,
});

/** A session as its parent may see it: theirs, and nothing of a group about a baby after a loss. */
const mine = async (scope: Scope, sessionId: string) => {
  if (!isParent(scope.actor)) return null;
  const { personId } = scope.actor;
  const session = await sessionOf(scope, sessionId);
  if (!session) return null;
  const family = await familyOf(scope, personId);
  if (family?.stage === 'loss') return null;
  const answer = await scope.tx
    .selectFrom('delivery.answers')
    .select(['coming', 'words'])
    .where('organisation_id', '=', scope.actor.organisationId)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    session,
    personId,
    coming: answer?.coming ?? null,
    words: answer?.words ?? '',
    leaders: await namesRunning(scope, session.id),
    bring: await bringOf(scope, session.id),
    travel: (await centre(scope, session.centreId))?.travel ?? '',
  };
};

const mySessionPage = page({
  path: paths.mySession,
  load: async (scope, { params }) => mine(scope, params.sessionId),
  can: isParent,
  audit: notSensitive('a parent looks at their own session'),
  form: mySessionForm,
  prefill: ({ coming, words }) => ({ coming: coming === null ? '' : coming ? 'yes' : 'no', words }),
  submit: async (scope, value, { session, personId }) => {
    await answerSession(scope, { sessionId: session.id, personId, ...value });
    return {
      to: '/me',
      notice: value.coming
        ? { happened: 'Thank you. We look forward to seeing you.' }
        : { happened: 'Thank you for telling us.', next: 'Come next time if it suits you. Nothing is lost.' },
    };
  },
  show: (facts, view) => <MySessionPage view={view} {...facts} />,
});

export const sessionRoutes = [sessionPage, movePage, callOffPage, mySessionPage];
