import type { VNode } from 'preact';
import type { Actor } from '../db/actor.ts';
import type { Scope } from '../db/as-actor.ts';
import type { FormOf, Typed } from '../forms/form.ts';
import type { Params, Path } from './path.ts';
import type { Notice, Organisation, View } from './view.ts';

/** What was asked for: the parts of the path, the query, and the origin for links that leave in a message. */
export interface Ask<P extends string> {
  readonly params: Params<P>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly at: string;
  readonly origin: string;
  readonly organisation: Organisation;
  /** What the form carried beside its fields; 0 and {} when the page is only looked at. */
  readonly version: number;
  readonly typed: Typed;
  /** What an earlier Outcome asked this browser to remember, such as the secret of a draft; null when it does not. */
  readonly remembered: (name: string) => string | null;
}

/** Where to go after a form was taken, and what to say there. */
export interface Outcome {
  readonly to: string;
  readonly notice?: Notice;
  /** A cookie of the errand, such as the secret of a draft: for this browser only, gone when it closes. */
  readonly remember?: { readonly name: string; readonly value: string | null };
}

/** Nothing of a person is on this page; `why` says so aloud. */
export interface NotSensitive {
  readonly notSensitive: string;
}
export const notSensitive = (why: string): NotSensitive => ({ notSensitive: why });

/** Looking is written down: the verb, and whose file or which thing was looked at. Null: nothing of anyone was shown. */
export interface Looking<F> {
  readonly verb: string;
  readonly subject: (
    facts: F,
  ) => { readonly kind: string; readonly id: string | null; readonly centreId?: string | null } | null;
}
export const looking = <F>(verb: string, subject: Looking<F>['subject']): Looking<F> => ({ verb, subject });

export type Can<F> = (actor: Actor, facts: F) => boolean;

/** Says aloud that a page is for everyone. */
export const anyone = (): boolean => true;

interface Declared<P extends string, F> {
  readonly path: Path<P>;
  /** Who may; what it refuses is not found. Written after `load`, whose facts its type comes from. */
  readonly can: Can<F>;
  readonly audit: NotSensitive | Looking<F>;
  /** Reads what the page needs; null when there is no such thing for this actor. */
  readonly load: (scope: Scope, ask: Ask<P>) => Promise<F | null>;
  /** Public errands run as the house itself, because whoever asks has no rights of their own; names the errand. */
  readonly errand?: string;
}

interface Taking<P extends string, F, V> {
  readonly form: FormOf<V> | ((facts: F) => FormOf<V>);
  /** What the fields say before anyone types; also what is compared on a stale edit. */
  readonly prefill?: (facts: F, ask: Ask<P>) => Typed;
  readonly version?: (facts: F) => number;
  readonly submit: (scope: Scope, value: V, facts: F, ask: Ask<P>) => Promise<Outcome>;
}

export interface PageSpec<P extends string, F, V> extends Declared<P, F>, Partial<Taking<P, F, V>> {
  /** Where this actor is led instead of being shown the page; null shows it. */
  readonly elsewhere?: (actor: Actor, facts: F) => string | null;
  readonly show: (facts: F, view: View) => VNode;
}

export interface ActionSpec<P extends string, F, V> extends Declared<P, F>, Taking<P, F, V> {
  /** Where the button was: the way back when it is refused. */
  readonly back: (facts: F, ask: Ask<P>) => string;
}

export interface DownloadSpec<P extends string, F> extends Declared<P, F> {
  /** Published for machines: pages of any other site may read it. */
  readonly published?: boolean;
  readonly file: (
    facts: F,
    view: View,
  ) => { readonly type: string; readonly name?: string; readonly body: string | Buffer };
}

/** A route of the house, its types forgotten; `kind` tells the server what it does. */
export type Route =
  | { readonly kind: 'page'; readonly spec: PageSpec<string, unknown, unknown> }
  | { readonly kind: 'action'; readonly spec: ActionSpec<string, unknown, unknown> }
  | { readonly kind: 'download'; readonly spec: DownloadSpec<string, unknown> };

/** A page that is looked at, and (with `form` and `submit`) answered. Does not compile without `can` and `audit`. */
export const page = <P extends string, F, V = unknown>(spec: PageSpec<P, F, V>): Route => ({
  kind: 'page',
  spec: spec as never,
});

/** A form on another page that does one thing: POST only. */
export const action = <P extends string, F, V>(spec: ActionSpec<P, F, V>): Route => ({
  kind: 'action',
  spec: spec as never,
});

/** A file: a list as CSV, a calendar, a document. Same `can`, same audit as a page. */
export const download = <P extends string, F>(spec: DownloadSpec<P, F>): Route => ({
  kind: 'download',
  spec: spec as never,
});
