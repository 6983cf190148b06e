import type { FormState } from '#ui/form-state.ts';
import type { Actor } from '../db/actor.ts';

export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly demo: boolean;
}

/** What surrounds a page: the corridor's rooms decide it, the pages only show it. */
export interface Chrome {
  readonly home: string;
  readonly nav: readonly { readonly href: string; readonly label: string }[];
  readonly who?: { readonly name: string; readonly centre?: string; readonly href: string };
  readonly signOut?: string;
  readonly urgent?: { readonly href: string; readonly label: string };
  readonly quickExit?: string;
  readonly concernHref?: string;
  readonly footer: readonly { readonly href: string; readonly label: string }[];
}

/** What happened and what happens next, shown once on the page after an action. No names: it travels in a cookie. */
export interface Notice {
  readonly happened: string;
  readonly next?: string;
}

/** Everything a page is drawn with besides its own facts. */
export interface View {
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  /** The path asked for, with its query. */
  readonly at: string;
  readonly form: FormState;
  readonly notice?: Notice;
  readonly chrome: Chrome;
  readonly assets: {
    readonly look: string;
    readonly font: string;
    readonly icon: string;
    readonly island: (name: string) => string;
  };
  /** On a stale edit: what each field says in the database now, where it differs from what was typed. */
  readonly theirs?: Readonly<Record<string, string>>;
}
