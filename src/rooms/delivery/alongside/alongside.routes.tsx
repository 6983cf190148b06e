import { looking, page } from '#platform/http/page.ts';
import { accountsAt, namesOfAccounts } from '#rooms/people/door.ts';
import { mayLead } from '../groups/group.policy.ts';
import * as paths from '../paths.ts';
import { readinessFacts } from '../readiness/readiness.queries.ts';
import { readinessOn } from '../readiness/readiness.rules.ts';
import { answerWords } from '../readiness/readiness-words.rules.ts';
import { rotaOf } from '../rota/rota.queries.ts';
import { type SessionFacts, sessionOf } from '../sessions/session.queries.ts';
import { comeAlong } from './alongside.commands.ts';
import { comeAlongForm } from './alongside.form.ts';
import { AlongsidePage } from './alongside.pages.tsx';

const alongsidePage = page({
  path: paths.alongside,
  load: async (scope, { params }) => {
    const session = await sessionOf(scope, params.sessionId);
    if (!session || !mayLead(scope.actor, session.centreId)) return null;
    const standing = (await rotaOf(scope, [session.id])).filter((each) => each.stoodDownWhy === null);
    const running = standing.filter((each) => each.part !== 'alongside').map((each) => each.accountId);
    const names = await namesOfAccounts(scope, running);
    const volunteers = (await accountsAt(scope, session.centreId, ['peer_supporter'])).filter(
      (each) => !standing.some((other) => other.accountId === each.accountId),
    );
    const facts = await readinessFacts(
      scope,
      volunteers.map((each) => each.accountId),
      [session.on],
    );
    const learners = volunteers.flatMap(({ accountId, name }) => {
      const of = facts.get(accountId);
      if (!of) return [];
      const signedOff = of.proofs.some((each) => each.code === 'sign_off');
      const may = readinessOn(of, 'alongside', session.on, session.centreId);
      return [
        { accountId, name, words: may.answer === 'yes' ? '' : answerWords(may).toLowerCase(), signedOff },
      ];
    });
    return {
      session,
      running: running.map((accountId) => ({
        accountId,
        name: names.get(accountId) ?? 'Somebody who has left',
        words: '',
      })),
      // Whoever still has to learn stands first.
      learners: learners.toSorted((one, other) => Number(one.signedOff) - Number(other.signedOff)),
    };
  },
  can: (actor, { session }) => mayLead(actor, session.centreId),
  audit: looking('delivery.alongside_seen', ({ session }: { session: SessionFacts }) => ({
    kind: 'session',
    id: session.id,
    centreId: session.centreId,
  })),
  form: ({ learners, running }) =>
    comeAlongForm(
      learners.map((each) => each.accountId),
      running.map((each) => each.accountId),
    ),
  prefill: () => ({ kind: 'shadowing' }),
  submit: async (scope, value, { session, learners }) => {
    await comeAlong(scope, { session, ...value });
    const name = learners.find((each) => each.accountId === value.accountId)?.name ?? 'They';
    return {
      to: paths.rota({ sessionId: session.id }),
      notice: {
        happened: `${name} comes along to this session.`,
        next: 'Let both of them know. Afterwards the one beside them writes down what they saw.',
      },
    };
  },
  show: (facts, view) => <AlongsidePage view={view} {...facts} />,
});

export const alongsideRoutes = [alongsidePage];
