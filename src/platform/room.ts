import type { Role } from './db/actor.ts';
import type { Route } from './http/page.ts';
import type { Job, Jobs, Recurring } from './jobs/worker.ts';
import type { Guard, MessageTemplate } from './messages/message.ts';

/** Who stands where towards a row of a table: a role at its centre, the parent it is about, its author, the peer supporters on a session's rota, anyone, or the house. */
export type Stand = Role | 'parent' | 'author' | 'on_the_rota' | 'anyone' | 'nobody';

/** The TypeScript half of the two locks: for each table, who may see, add and change a row. A test holds it against the database. */
export type Access = Readonly<
  Record<
    string,
    {
      readonly see: readonly Stand[];
      readonly add: readonly Stand[];
      readonly change: readonly Stand[];
      readonly remove?: readonly Stand[];
    }
  >
>;

/** What a room brings to the house. */
export interface Room {
  readonly name: string;
  readonly routes?: readonly Route[];
  /** Jobs of its own, by task name `<room>.<verb>`. */
  readonly jobs?: Jobs;
  /** Facts it leaves for later rooms, `<room>.<fact>`. Where none of them listens yet, a fact is let go. */
  readonly announces?: readonly string[];
  /** Facts of earlier rooms that it follows: `<room>.<fact>` → what to do, in a transaction of its own. */
  readonly hears?: Readonly<Record<string, Job>>;
  readonly recurring?: readonly Recurring[];
  readonly messages?: readonly MessageTemplate[];
  readonly guards?: readonly Guard[];
  readonly access: Access;
}
