import type { VNode } from 'preact';
import { newSecret } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { type Actor, accountOf } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import { type Ask, anyone, type Outcome, page, type Route } from '../http/page.ts';
import type { Path } from '../http/path.ts';
import type { View } from '../http/view.ts';
import {
  beginDraft,
  type Draft,
  type DraftAuthor,
  draftOf,
  finishDraft,
  keepDraft,
  lockedDraft,
  openDrafts,
} from './drafts.ts';
import type { FormOf, Parsed, Typed } from './form.ts';
import { BackPage, CheckPage, LaterPage, SentPage, StepPage } from './wizard.pages.tsx';

/** One short page of a form in several steps. */
export interface Step<V, C> {
  readonly title: string;
  readonly form: (context: C) => FormOf<V>;
  /** The fields, drawn inside the form. */
  readonly fields: (view: View, context: C) => VNode;
  /** What was answered, for the page on which everything is checked. (A method, so that steps of any value fit one list.) */
  answers(value: V, context: C): readonly { readonly label: string; readonly value: string }[];
}

/** Declares a step; exists for the types only. */
export const step = <V, C>(of: Step<V, C>): Step<V, C> => of;

/** The steps by their place in the address, in order. */
export type Steps<C> = Readonly<Record<string, Step<unknown, C>>>;
type Values<S> = {
  readonly [K in keyof S]: S[K] extends { readonly form: (context: never) => FormOf<infer V> } ? V : never;
};

export interface WizardSpec<
  C,
  S extends Steps<never>,
  D,
  Start extends string,
  At extends string,
  Back extends string,
> {
  /** Names the form in drafts and in the counting of errors. */
  readonly name: string;
  readonly title: string;
  /** Where it begins (without a draft), goes on (`:draftId/:step`), and is taken up again (`:draftId/:secret`). */
  readonly paths: { readonly start: Path<Start>; readonly step: Path<At>; readonly back?: Path<Back> };
  /** Set for public forms: they run as the house, and the draft belongs to whoever has its secret. */
  readonly errand?: string;
  readonly can: (actor: Actor, context: C) => boolean;
  readonly shell?: 'parent' | 'staff' | 'public';
  /** What every step needs to know, also from what was typed so far; null when there is no such form for this actor. */
  readonly context: (scope: Scope, ask: Ask<string>, typed: Draft['typed']) => Promise<C | null>;
  readonly steps: S & Steps<NoInfer<C>>;
  /** Above the first step. */
  readonly intro: (view: View, context: C) => VNode;
  /** The last page, where every answer is checked. Without it the last step's button, with these words, sends. */
  readonly check:
    | string
    | {
        readonly title: string;
        readonly button: string;
        readonly above?: (view: View, context: C) => VNode;
      };
  /**
   * Does what the form is for. Runs once, however often it is sent. Answers where to go, or null for the page `sent`.
   * `secret` is the draft's own, null when an account wrote it.
   */
  readonly finish: (
    scope: Scope,
    values: Values<S>,
    about: {
      readonly draftId: string;
      readonly secret: string | null;
      readonly context: C;
      readonly ask: Ask<string>;
    },
  ) => Promise<string | null>;
  readonly sent?: {
    readonly load: (
      scope: Scope,
      about: { readonly draftId: string; readonly secret: string | null; readonly ask: Ask<string> },
    ) => Promise<D | null>;
    readonly show: (view: View, facts: D) => VNode;
  };
  /** Where the link to come back may be sent: the author's own address, if they typed one; and how it is sent. */
  readonly sendLink?: {
    readonly to: (values: Partial<Values<S>>) => string | null;
    readonly send: (
      scope: Scope,
      what: { readonly address: string; readonly link: string; readonly draftId: string },
    ) => Promise<void>;
  };
}

type Move =
  | { readonly go: 'next'; readonly value: unknown }
  | { readonly go: 'back' | 'later' | 'link' | 'send' };

type AnyPath = Path<string> &
  ((parts: Readonly<Record<string, string>>, query?: Readonly<Record<string, string>>) => string);

interface Facts<C, D> {
  readonly context: C;
  readonly draft: Draft | null;
  readonly secret: string | null;
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly sent: D | null;
  readonly unfinished: readonly Draft[];
}

const cookieOf = (draftId: string) => `draft-${draftId}`;
const GO = '_go';

const going = (typed: Typed): string => (typeof typed[GO] === 'string' ? typed[GO] : '');
const withoutGo = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== GO));

/** The routes of a form in several short steps, which keeps what was typed, can be left and taken up again, and is sent once. */
export const wizard = <
  C,
  S extends Steps<never>,
  D,
  Start extends string,
  At extends string,
  Back extends string,
>(
  spec: WizardSpec<C, S, D, Start, At, Back>,
): readonly Route[] => {
  type F = Facts<C, D>;
  const slugs = Object.keys(spec.steps);
  const first = slugs[0] ?? '';
  const pages = slugs.length + (typeof spec.check === 'string' ? 0 : 1);
  const stepOf = (slug: string): Step<unknown, C> => {
    const found = spec.steps[slug];
    if (!found) throw new NotFound('step');
    return found;
  };
  // The parts of an address are checked where it is declared; here every form's are alike.
  const paths = spec.paths as unknown as Readonly<Record<'start' | 'step', AnyPath>> & {
    readonly back?: AnyPath;
  };
  const addressOf = (draftId: string, step: string, checking = false) =>
    paths.step({ draftId, step }, checking ? { to: 'check' } : {});
  const linkOf = (ask: Ask<string> | { readonly origin: string }, draftId: string, secret: string | null) =>
    `${ask.origin}${secret && paths.back ? paths.back({ draftId, secret }) : addressOf(draftId, first)}`;

  const authorOf = (scope: Scope, ask: Ask<string>, draftId: string): DraftAuthor | null => {
    if (!spec.errand) {
      const accountId = accountOf(scope.actor);
      return accountId ? { accountId } : null;
    }
    const secret = ask.remembered(cookieOf(draftId));
    return secret ? { secret } : null;
  };

  const readAll = (typed: Draft['typed'], context: C) => {
    const values: Record<string, unknown> = {};
    const missing: string[] = [];
    for (const slug of slugs) {
      const given = typed[slug];
      const parsed: Parsed<unknown> = given
        ? stepOf(slug).form(context).parse(given)
        : { ok: false, errors: [] };
      if (parsed.ok) values[slug] = parsed.value;
      else missing.push(slug);
    }
    return { values, missing };
  };

  /** Leaving a page needs no right answers: what is on it is kept as it was typed. */
  const formAt = ({ at, context, draft }: F): FormOf<Move> => {
    const shape = spec.steps[at]?.form(context);
    return {
      name: `${spec.name}.${at}`,
      fields: shape?.fields ?? [],
      parse: (typed) => {
        const go = going(typed);
        if (draft && (go === 'back' || go === 'later' || go === 'link')) return { ok: true, value: { go } };
        if (!shape) return { ok: true, value: { go: 'send' } };
        const parsed = shape.parse(withoutGo(typed));
        return parsed.ok ? { ok: true, value: { go: 'next', value: parsed.value } } : parsed;
      },
    };
  };

  const unanswered = (missing: readonly string[]) =>
    `Some questions still need an answer: ${missing.map((slug) => stepOf(slug).title).join(', ')}.`;

  const send = async (scope: Scope, facts: F, ask: Ask<string>): Promise<Outcome> => {
    const draftId = facts.draft?.id ?? '';
    const author = authorOf(scope, ask, draftId);
    const draft = author && (await lockedDraft(scope, draftId, author));
    if (!draft) throw new NotFound('draft');
    if (draft.finishedTo) return { to: draft.finishedTo };
    const { values, missing } = readAll(draft.typed, facts.context);
    if (missing.length > 0) throw new Refusal(unanswered(missing));
    const to =
      (await spec.finish(scope, values as Values<S>, {
        draftId,
        secret: facts.secret,
        context: facts.context,
        ask,
      })) ?? addressOf(draftId, 'sent');
    await finishDraft(scope, draftId, to);
    return { to };
  };

  const sendLink = async (scope: Scope, facts: F, ask: Ask<string>): Promise<Outcome> => {
    const draftId = facts.draft?.id ?? '';
    const address = spec.sendLink?.to(facts.values as Partial<Values<S>>);
    if (!spec.sendLink || !address) throw new Refusal('Give your e-mail address in the form first.');
    await spec.sendLink.send(scope, { address, link: linkOf(ask, draftId, facts.secret), draftId });
    return {
      to: addressOf(draftId, 'later'),
      notice: {
        happened: 'The link is on its way to your e-mail address.',
        next: 'It works for seven days.',
      },
    };
  };

  const submit = async (scope: Scope, move: Move, facts: F, ask: Ask<string>): Promise<Outcome> => {
    const { draft, at } = facts;
    if (!draft) throw new NotFound('draft');
    if (draft.finishedTo) return { to: draft.finishedTo };
    if (move.go === 'send') return send(scope, facts, ask);
    if (move.go === 'link') return sendLink(scope, facts, ask);
    if (spec.steps[at]) await keepDraft(scope, draft.id, at, withoutGo(ask.typed));
    if (move.go === 'later') return { to: addressOf(draft.id, 'later') };
    const place = slugs.indexOf(at);
    if (move.go === 'back') return { to: addressOf(draft.id, slugs[Math.max(0, place - 1)] ?? first) };
    const next = ask.query.to === 'check' ? undefined : slugs[place + 1];
    if (next === undefined && typeof spec.check === 'string') return send(scope, facts, ask);
    return { to: addressOf(draft.id, next ?? 'check') };
  };

  const load = async (scope: Scope, ask: Ask<string>): Promise<F | null> => {
    const { draftId = '', step: at = '' } = ask.params as Readonly<Record<string, string | undefined>>;
    if (!spec.steps[at] && !['check', 'later', 'sent'].includes(at)) return null;
    if (at === 'check' && typeof spec.check === 'string') return null;
    const author = authorOf(scope, ask, draftId);
    const draft = author && (await draftOf(scope, draftId, author));
    if (!draft || draft.form !== spec.name) return null;
    const context = await spec.context(scope, ask, draft.typed);
    if (context === null) return null;
    const secret = 'secret' in author ? author.secret : null;
    const sent =
      at === 'sent' && draft.finishedTo && spec.sent
        ? await spec.sent.load(scope, { draftId, secret, ask })
        : null;
    if (at === 'sent' && !sent) return null;
    return { context, draft, secret, at, sent, unfinished: [], ...readAll(draft.typed, context) };
  };

  const show = (facts: F, view: View): VNode => {
    const { draft, at, context } = facts;
    if (draft?.finishedTo)
      return at === 'sent' && facts.sent !== null && spec.sent ? (
        spec.sent.show(view, facts.sent)
      ) : (
        <SentPage view={view} title={spec.title} shell={spec.shell} to={draft.finishedTo} />
      );
    const id = draft?.id ?? '';
    if (at === 'check' && typeof spec.check !== 'string')
      return (
        <CheckPage
          view={view}
          shell={spec.shell}
          title={spec.check.title}
          button={spec.check.button}
          above={spec.check.above?.(view, context)}
          missing={facts.missing.map((slug) => ({
            title: stepOf(slug).title,
            href: addressOf(id, slug, true),
          }))}
          parts={slugs
            .filter((slug) => slug in facts.values)
            .map((slug) => ({
              title: stepOf(slug).title,
              href: addressOf(id, slug, true),
              answers: stepOf(slug).answers(facts.values[slug], context),
            }))}
        />
      );
    if (at === 'later')
      return (
        <LaterPage
          view={view}
          shell={spec.shell}
          until={draft?.expiresAt ?? view.now}
          carryOn={addressOf(id, draft?.step && spec.steps[draft.step] ? draft.step : first)}
          link={facts.secret && paths.back ? paths.back({ draftId: id, secret: facts.secret }) : null}
          address={spec.sendLink?.to(facts.values as Partial<Values<S>>) ?? null}
        />
      );
    const place = slugs.indexOf(at);
    return (
      <StepPage
        view={view}
        shell={spec.shell}
        title={stepOf(at).title}
        number={place + 1}
        of={pages}
        button={place === slugs.length - 1 && typeof spec.check === 'string' ? spec.check : undefined}
        begun
        first={place === 0}
      >
        {stepOf(at).fields(view, context)}
      </StepPage>
    );
  };

  const guarded = {
    // Said in so many words, so that a link that is over is not found instead of asking for a sign-in.
    can:
      (spec.can as unknown) === anyone ? anyone : (actor: Actor, facts: F) => spec.can(actor, facts.context),
    audit: { notSensitive: 'what one author is writing, shown to that author alone' },
    ...(spec.errand && { errand: spec.errand }),
  };

  const start = page<string, F, unknown>({
    ...guarded,
    path: paths.start,
    load: async (scope, ask) => {
      const context = await spec.context(scope, ask, {});
      if (context === null) return null;
      const accountId = spec.errand ? null : accountOf(scope.actor);
      const unfinished = accountId ? await openDrafts(scope, spec.name, accountId) : [];
      return {
        context,
        draft: null,
        secret: null,
        at: first,
        values: {},
        missing: [],
        sent: null,
        unfinished,
      };
    },
    form: (facts) => ({ ...stepOf(first).form(facts.context), name: `${spec.name}.${first}` }),
    show: (facts, view) => (
      <StepPage
        view={view}
        shell={spec.shell}
        title={stepOf(first).title}
        number={1}
        of={pages}
        first
        intro={spec.intro(view, facts.context)}
        unfinished={facts.unfinished.map((draft) => ({
          changedAt: draft.changedAt,
          href: addressOf(draft.id, draft.step && spec.steps[draft.step] ? draft.step : first),
        }))}
      >
        {stepOf(first).fields(view, facts.context)}
      </StepPage>
    ),
    submit: async (scope, _value, _facts, ask) => {
      const secret = spec.errand ? newSecret() : null;
      const accountId = accountOf(scope.actor);
      const author: DraftAuthor | null = secret ? { secret } : accountId ? { accountId } : null;
      if (!author) throw new NotFound('author');
      const id = await beginDraft(scope, {
        form: spec.name,
        author,
        step: first,
        typed: { [first]: withoutGo(ask.typed) },
      });
      const to = addressOf(id, slugs[1] ?? 'check');
      return secret ? { to, remember: { name: cookieOf(id), value: secret } } : { to };
    },
  });

  const going_on = page<string, F, Move>({
    ...guarded,
    path: paths.step,
    load,
    form: formAt,
    prefill: (facts) => facts.draft?.typed[facts.at] ?? {},
    show,
    submit,
  });

  const back =
    paths.back && spec.errand
      ? [
          page<string, { readonly draft: Draft; readonly secret: string; readonly context: C }, unknown>({
            path: paths.back,
            audit: guarded.audit,
            errand: spec.errand,
            can: (spec.can as unknown) === anyone ? anyone : (actor, facts) => spec.can(actor, facts.context),
            load: async (scope, ask) => {
              const { draftId = '', secret = '' } = ask.params as Readonly<
                Record<string, string | undefined>
              >;
              const draft = await draftOf(scope, draftId, { secret });
              const context =
                draft && draft.form === spec.name ? await spec.context(scope, ask, draft.typed) : null;
              return draft && context !== null ? { draft, secret, context } : null;
            },
            // Opening the link must not be enough: programs that look at e-mail open links too.
            show: (_facts, view) => <BackPage view={view} shell={spec.shell} title={spec.title} />,
            form: { name: `${spec.name}.back`, fields: [], parse: () => ({ ok: true, value: {} }) },
            submit: async (_scope, _value, { draft, secret }) => ({
              to:
                draft.finishedTo ??
                addressOf(draft.id, draft.step && spec.steps[draft.step] ? draft.step : first),
              remember: { name: cookieOf(draft.id), value: secret },
            }),
          }),
        ]
      : [];
  return [start, going_on, ...back];
};
