import type { Scope } from '#platform/db/as-actor.ts';
import { type SessionFacts, sessionsBetween } from '#rooms/delivery/door.ts';
import { type Centre, centres, type HelpLine, helpLines } from '#rooms/people/door.ts';
import { currentTemplate, type ProgrammeTemplateContent } from '#rooms/programme/door.ts';

/** What the public may know of a drop-in: when and where, and nothing of who comes. */
export interface PublicDropIn {
  readonly name: string;
  readonly centreId: string;
  readonly on: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
  readonly venue: string;
  readonly online: boolean;
}

export interface CentreWithDropIns {
  readonly centre: Centre;
  readonly dropIns: readonly PublicDropIn[];
}

// A monthly drop-in that just missed its month still has its next one inside three.
const DAYS_AHEAD = 92;

const publicly = (session: SessionFacts): PublicDropIn => ({
  name: session.groupName,
  centreId: session.centreId,
  on: session.on,
  from: session.from,
  until: session.from.add({ minutes: session.minutes }),
  venue:
    session.venue === '' ? '' : session.room === '' ? session.venue : `${session.room}, ${session.venue}`,
  online: session.online,
});

/** The open centres with their coming drop-ins, soonest first. A closed group is never among them, whoever asks. */
export const centresWithDropIns = async (scope: Scope): Promise<readonly CentreWithDropIns[]> => {
  const open = await centres(scope);
  const sessions = await sessionsBetween(
    scope,
    open.map((centre) => centre.id),
    scope.now,
    scope.now.add({ hours: DAYS_AHEAD * 24 }),
  );
  const dropIns = sessions
    .filter((session) => session.kind === 'drop_in' && session.calledOffWhy === null)
    .map(publicly);
  return open.map((centre) => ({
    centre,
    dropIns: dropIns.filter((dropIn) => dropIn.centreId === centre.id),
  }));
};

/** The programme in the words of its template; null while none is in use yet. */
export const programmeNow = async (scope: Scope): Promise<ProgrammeTemplateContent | null> => {
  try {
    return (await currentTemplate(scope)).content;
  } catch (error) {
    // A new installation has a front door before it has a programme.
    if (error instanceof Error && error.name === 'Refusal') return null;
    throw error;
  }
};

export interface FrontFacts {
  readonly programme: ProgrammeTemplateContent | null;
  readonly centres: readonly CentreWithDropIns[];
  readonly urgent: readonly HelpLine[];
}

/** Everything the front door shows. */
export const frontFacts = async (scope: Scope): Promise<FrontFacts> => ({
  programme: await programmeNow(scope),
  centres: await centresWithDropIns(scope),
  urgent: (await helpLines(scope, 'anyone')).filter((line) => line.urgent && (line.phone || line.textTo)),
});
