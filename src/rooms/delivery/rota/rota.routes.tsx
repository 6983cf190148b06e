import { action, looking, notSensitive, page } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { mayLead } from '../groups/group.policy.ts';
import { teamFor } from '../groups/leaders.routes.tsx';
import * as paths from '../paths.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { readinessOn } from '../readiness/readiness.rules.ts';
import { leadersOf, type SessionFacts, sessionOf } from '../sessions/session.queries.ts';
import { putOnRota, standDown } from './rota.commands.ts';
import { putOnForm, standDownForm } from './rota.form.ts';
import { RotaPage } from './rota.pages.tsx';
import { rotaOf } from './rota.queries.ts';

const rotaPage = page({
  path: paths.rota,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    if (!session || !mayLead(scope.actor, session.centreId)) return null;
    const rows = await rotaOf(scope, [session.id]);
    const crew = await leadersOf(scope, session.groupId);
    const standing = rows.filter((each) => each.stoodDownWhy === null);
    const absent = crew.filter((each) => !standing.some((other) => other.accountId === each.accountId));
    const everybody = [...standing, ...absent].map((each) => each.accountId);
    const names = await namesOfAccounts(scope, everybody);
    const facts = await readinessFacts(scope, everybody, [session.on]);
    const nameOf = (accountId: string) => names.get(accountId) ?? 'Somebody who has left';
    const readiness = (accountId: string, part: (typeof rows)[number]['part']) => {
      const of = facts.get(accountId);
      return of ? readinessOn(of, part, session.on, session.centreId) : null;
    };
    return {
      session,
      on: standing.map((each) => ({
        ...each,
        name: nameOf(each.accountId),
        readiness: readiness(each.accountId, each.part),
      })),
      away: absent.flatMap((each) => {
        const may = readiness(each.accountId, each.part);
        const why = rows.find((row) => row.accountId === each.accountId)?.stoodDownWhy ?? null;
        return may ? [{ accountId: each.accountId, name: nameOf(each.accountId), readiness: may, why }] : [];
      }),
      team: await teamFor(
        scope,
        session.centreId,
        session.on,
        standing.map((each) => each.accountId),
      ),
    };
  },
  can: (actor, { session }) => mayLead(actor, session.centreId),
  audit: looking('delivery.rota_seen', ({ session }: { session: SessionFacts }) => ({
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  })),
  form: ({ team }) => putOnForm(team.map((each) => each.accountId)),
  prefill: () => ({ part: 'peer_supporter' }),
  submit: async (scope, { accountId, part, withChildren }, { session, team }) => {
    await putOnRota(scope, {
      sessionId: session.id,
      accountId,
      part,
      withChildren,
    });
    const name = team.find((each) => each.accountId === accountId)?.name ?? 'They';
    return {
      to: paths.rota({ sessionId: session.id }),
      notice: { happened: `${name} is on this session.`, next: 'It stays this one date. Let them know.' },
    };
  },
  show: (facts, view) => <RotaPage view={view} {...facts} />,
});

const standDownAction = action({
  path: paths.standDown,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    return session ? { session } : null;
  },
  can: (actor, { session }) => mayLead(actor, session.centreId),
  audit: notSensitive('the choice itself is written down'),
  form: standDownForm,
  back: ({ session }) => paths.rota({ sessionId: session.id }),
  submit: async (scope, { words }, { session }, ask) => {
    await standDown(scope, { sessionId: session.id, accountId: ask.params.accountId, words });
    return {
      to: paths.rota({ sessionId: session.id }),
      notice: { happened: 'They are off this date, and stay on every other.' },
    };
  },
});

export const rotaRoutes = [rotaPage, standDownAction];
