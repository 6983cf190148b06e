import type { Actor } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import { type Ask, anyone, page, type Route } from '../http/page.ts';
import type { Path } from '../http/path.ts';
import { type Draft, draftOf } from './drafts.ts';
import { BackPage } from './wizard.pages.tsx';

interface Back {
  readonly path: Path<string>;
  readonly name: string;
  readonly title: string;
  readonly shell: 'parent' | 'staff' | 'public' | undefined;
  readonly errand: string;
  readonly can: (actor: Actor, context: unknown) => boolean;
  readonly context: (scope: Scope, ask: Ask<string>, typed: Draft['typed']) => Promise<unknown>;
  readonly cookieOf: (draftId: string) => string;
  readonly whereTo: (draft: Draft) => string;
}

interface Facts {
  readonly draft: Draft;
  readonly secret: string;
  readonly context: unknown;
}

/**
 * The page a draft's link opens. Opening it is not enough, because programs that look at e-mail open links too: a
 * press of the button gives this browser the secret and leads to where the author stopped.
 */
export const backRoute = (of: Back): Route =>
  page<string, Facts, unknown>({
    path: of.path,
    audit: { notSensitive: 'what one author is writing, shown to that author alone' },
    errand: of.errand,
    can: (of.can as unknown) === anyone ? anyone : (actor, { context }) => of.can(actor, context),
    load: async (scope, ask) => {
      const { draftId = '', secret = '' } = ask.params as Readonly<Record<string, string | undefined>>;
      const draft = await draftOf(scope, draftId, { secret });
      const context = draft && draft.form === of.name ? await of.context(scope, ask, draft.typed) : null;
      return draft && context !== null ? { draft, secret, context } : null;
    },
    show: (_facts, view) => <BackPage view={view} shell={of.shell} title={of.title} />,
    form: { name: `${of.name}.back`, fields: [], parse: () => ({ ok: true, value: {} }) },
    submit: async (_scope, _value, { draft, secret }) => ({
      to: of.whereTo(draft),
      remember: { name: of.cookieOf(draft.id), value: secret },
    }),
  });
