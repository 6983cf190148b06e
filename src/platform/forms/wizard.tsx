import type { VNode } from 'preact';
import { newSecret } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { type Actor, accountOf } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import { type Ask, anyone, type Outcome, page, type Route } from '../http/page.ts';
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
import type { FormOf, Parsed } from './form.ts';
import { backRoute } from './wizard.back.tsx';
import { type AnyPath, cookieOf, type Facts, going, type Move, withoutGo } from './wizard.facts.ts';
import { CheckPage, LaterPage, SentPage, StepPage } from './wizard.pages.tsx';
import type { Step, Steps, Values, WizardSpec } from './wizard.spec.ts';

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
  const lastStep = (draft: Draft) => (draft.step && spec.steps[draft.step] ? draft.step : first);
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
    await spec.sendLink.send(scope, {
      address,
      link: facts.link ?? linkOf(ask, draftId, facts.secret),
      draftId,
    });
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
    const link = secret && paths.back ? linkOf(ask, draftId, secret) : null;
    return { context, draft, secret, at, sent, unfinished: [], link, ...readAll(draft.typed, context) };
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
          carryOn={addressOf(id, draft ? lastStep(draft) : first)}
          link={facts.link}
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
        link: null,
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
          href: addressOf(draft.id, lastStep(draft)),
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
          backRoute({
            path: paths.back,
            name: spec.name,
            title: spec.title,
            shell: spec.shell,
            errand: spec.errand,
            can: spec.can as (actor: Actor, context: unknown) => boolean,
            context: spec.context,
            cookieOf,
            whereTo: (draft) => draft.finishedTo ?? addressOf(draft.id, lastStep(draft)),
          }),
        ]
      : [];
  return [start, going_on, ...back];
};
