import type { VNode } from 'preact';
import type { Actor } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import type { Ask } from '../http/page.ts';
import type { Path } from '../http/path.ts';
import type { View } from '../http/view.ts';
import type { Draft } from './drafts.ts';
import type { FormOf } from './form.ts';

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
export type Values<S> = {
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
