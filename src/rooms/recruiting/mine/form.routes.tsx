import { Refusal } from '#kernel/refusal.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Draft, finishDraft } from '#platform/forms/drafts.ts';
import { type FormOf, justAButton } from '#platform/forms/form.ts';
import { going, withoutGo } from '#platform/forms/wizard.facts.ts';
import { CheckPage, LaterPage, StepPage } from '#platform/forms/wizard.pages.tsx';
import type { Step } from '#platform/forms/wizard.spec.ts';
import { type Ask, type Outcome, page, type Route } from '#platform/http/page.ts';
import { minutesOn } from '../join/heard.rules.ts';
import * as paths from '../paths.ts';
import { isOver } from '../route/application.rules.ts';
import { sendForm } from './form.commands.ts';
import { beginForm, type FormDraft, formDraft, keepForm } from './form.drafts.ts';
import { answersOf } from './form.form.ts';
import { FormNotYetPage, FormSentPage, FormStartPage } from './form.pages.tsx';
import { writtenFormOf } from './form.queries.ts';
import { attributeQuestions } from './form.rules.ts';
import { FORM_SLUGS, type FormContext, type FormSlug, formSteps } from './form.steps.tsx';
import { type Own, own } from './mine.queries.ts';
import { byLink } from './mine.routes.tsx';
import { goesOn } from './mine.rules.ts';

const CHECK = 'check';
const LATER = 'later';
const isSlug = (at: string): at is FormSlug => (FORM_SLUGS as readonly string[]).includes(at);
const stepOf = (slug: FormSlug): Step<unknown, FormContext> => formSteps[slug] as Step<unknown, FormContext>;

const contextOf = ({ application }: Own): FormContext => ({
  asked: attributeQuestions(application.profile.content.attributes),
  roleName: application.profile.content.name,
});

const start: Route = page({
  path: paths.mineForm,
  load: async (scope, { params }) => {
    const found = await own(scope, params.secret);
    if (!found) return null;
    const step = found.application.steps.find(({ code }) => code === 'application');
    return {
      ...found,
      opened: step !== undefined,
      over: step !== undefined && isOver(step),
      sent: await writtenFormOf(scope, found.application.id),
      draft: await formDraft(scope, found.application.id),
    };
  },
  ...byLink,
  elsewhere: (_, facts) =>
    facts.sent || (goesOn(facts.application.state) && !facts.over)
      ? null
      : paths.mine({ secret: facts.secret }),
  form: justAButton('mine.application.begin'),
  show: (facts, view) => {
    if (facts.sent) return <FormSentPage view={view} facts={facts} form={facts.sent} />;
    if (!facts.opened) return <FormNotYetPage view={view} facts={facts} />;
    return <FormStartPage view={view} facts={facts} draft={facts.draft} />;
  },
  submit: async (scope, _, facts) => {
    if (!facts.opened || facts.over || !goesOn(facts.application.state))
      throw new Refusal('There is nothing to write just now. Your page says what comes next.');
    await beginForm(scope, facts.application);
    const at = facts.draft?.step ?? FORM_SLUGS[0] ?? '';
    return {
      to: paths.mineFormStep({ secret: facts.secret, step: isSlug(at) ? at : (FORM_SLUGS[0] ?? '') }),
    };
  },
});

interface Facts extends Own {
  readonly draft: FormDraft;
  readonly at: string;
  readonly context: FormContext;
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: readonly FormSlug[];
  readonly link: string;
}

/** What has been answered so far. A step with nothing that must be answered counts once it has been looked at. */
const readAll = (typed: Draft['typed'], context: FormContext) => {
  const values: Record<string, unknown> = {};
  const missing: FormSlug[] = [];
  for (const slug of FORM_SLUGS) {
    const parsed = stepOf(slug)
      .form(context)
      .parse(typed[slug] ?? {});
    if (parsed.ok) values[slug] = parsed.value;
    else missing.push(slug);
  }
  return { values, missing };
};

const addressOf = ({ secret }: Own, step: string, checking = false): string =>
  paths.mineFormStep({ secret, step }, checking ? { to: CHECK } : {});

type Going = { readonly go: 'next'; readonly value: unknown } | { readonly go: 'back' | 'later' | 'send' };

/** Leaving a page needs no right answers: what is on it is kept as it was typed. */
const formAt = ({ at, context }: Facts): FormOf<Going> => {
  const shape = isSlug(at) ? stepOf(at).form(context) : null;
  return {
    name: `mine.application.${at}`,
    fields: shape?.fields ?? [],
    parse: (typed) => {
      const go = going(typed);
      if (go === 'back' || go === 'later') return { ok: true, value: { go } };
      if (!shape) return { ok: true, value: { go: 'send' } };
      const parsed = shape.parse(withoutGo(typed));
      return parsed.ok ? { ok: true, value: { go: 'next', value: parsed.value } } : parsed;
    },
  };
};

const send = async (scope: Scope, facts: Facts): Promise<Outcome> => {
  const to = paths.mine({ secret: facts.secret });
  const draft = await formDraft(scope, facts.application.id, true);
  if (!draft) return { to };
  const { values, missing } = readAll(draft.typed, facts.context);
  if (missing.length > 0)
    throw new Refusal(
      `Two questions need an answer first. Look at: ${missing.map((slug) => stepOf(slug).title).join(', ')}.`,
    );
  const said = Object.assign({}, ...Object.values(values)) as Parameters<typeof answersOf>[0] &
    Record<string, unknown>;
  await sendForm(scope, {
    applicationId: facts.application.id,
    answers: answersOf(said, facts.context.asked, said),
    written: 'alone',
    minutes: minutesOn(draft.begunAt, scope.now),
  });
  await finishDraft(scope, draft.id, to);
  return {
    to,
    notice: {
      happened: 'Thank you. We have your application.',
      next: 'Some things begin now, side by side. Your page says whose move each of them is.',
    },
  };
};

const submit = async (scope: Scope, move: Going, facts: Facts, ask: Ask<string>): Promise<Outcome> => {
  const { at, draft } = facts;
  if (move.go === 'send') return send(scope, facts);
  if (isSlug(at)) await keepForm(scope, draft, at, withoutGo(ask.typed));
  if (move.go === 'later') return { to: addressOf(facts, LATER) };
  const place = (FORM_SLUGS as readonly string[]).indexOf(at);
  if (move.go === 'back') return { to: addressOf(facts, FORM_SLUGS[Math.max(0, place - 1)] ?? '') };
  const next = ask.query.to === CHECK ? undefined : FORM_SLUGS[place + 1];
  return { to: addressOf(facts, next ?? CHECK) };
};

const goingOn: Route = page({
  path: paths.mineFormStep,
  load: async (scope, ask): Promise<Facts | null> => {
    const { secret, step: at } = ask.params;
    if (!isSlug(at) && at !== CHECK && at !== LATER) return null;
    const found = await own(scope, secret);
    const draft =
      found && goesOn(found.application.state) ? await formDraft(scope, found.application.id) : null;
    if (!found || !draft) return null;
    const context = contextOf(found);
    const link = `${ask.origin}${paths.mineForm({ secret })}`;
    return { ...found, draft, at, context, link, ...readAll(draft.typed, context) };
  },
  ...byLink,
  form: formAt,
  prefill: ({ draft, at }) => draft.typed[at] ?? {},
  show: (facts, view) => {
    const { at, context, draft } = facts;
    if (at === LATER)
      return (
        <LaterPage
          view={view}
          shell="public"
          until={draft.expiresAt}
          carryOn={addressOf(facts, draft.step && isSlug(draft.step) ? draft.step : (FORM_SLUGS[0] ?? ''))}
          link={facts.link}
          address={null}
        />
      );
    if (!isSlug(at))
      return (
        <CheckPage
          view={view}
          shell="public"
          title="Check, then send"
          button="Send my application"
          above={undefined}
          missing={facts.missing.map((slug) => ({
            title: stepOf(slug).title,
            href: addressOf(facts, slug, true),
          }))}
          parts={FORM_SLUGS.filter((slug) => slug in facts.values).map((slug) => ({
            title: stepOf(slug).title,
            href: addressOf(facts, slug, true),
            answers: stepOf(slug).answers(facts.values[slug], context),
          }))}
        />
      );
    const place = FORM_SLUGS.indexOf(at);
    return (
      <StepPage
        view={view}
        shell="public"
        title={stepOf(at).title}
        number={place + 1}
        of={FORM_SLUGS.length + 1}
        begun
        first={place === 0}
      >
        {stepOf(at).fields(view, context)}
      </StepPage>
    );
  },
  submit,
});

export const formRoutes: readonly Route[] = [start, goingOn];
