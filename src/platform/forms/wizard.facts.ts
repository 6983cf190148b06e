import type { Path } from '../http/path.ts';
import type { Draft } from './drafts.ts';
import type { Typed } from './form.ts';

/** What a press of a button on a step asks for. */
export type Move =
  | { readonly go: 'next'; readonly value: unknown }
  | { readonly go: 'back' | 'later' | 'link' | 'send' };

/** An address with any parts: the parts are checked where it is declared. */
export type AnyPath = Path<string> &
  ((parts: Readonly<Record<string, string>>, query?: Readonly<Record<string, string>>) => string);

/** What a page of a wizard is drawn from. */
export interface Facts<C, D> {
  readonly context: C;
  readonly draft: Draft | null;
  readonly secret: string | null;
  readonly at: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly sent: D | null;
  readonly unfinished: readonly Draft[];
  /** The whole address to come back to; null where signing in is enough. */
  readonly link: string | null;
}

/** The cookie that holds the secret of a draft. */
export const cookieOf = (draftId: string) => `draft-${draftId}`;
const GO = '_go';

/** The button beside “Continue” that was pressed; '' when it was not one of them. */
export const going = (typed: Typed): string => (typeof typed[GO] === 'string' ? typed[GO] : '');
/** What was typed, without which button was pressed. */
export const withoutGo = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== GO));
