/** The roles somebody can hold at a centre. Few, because fine-grained rights are rights nobody can explain. */
export const ROLES = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
  'administrator',
  'service_lead',
  'specialist',
  'peer_supporter',
] as const;
export type Role = (typeof ROLES)[number];

/** Who looks after families at a centre: they read why somebody came, and decide. */
export const CARE_OF_FAMILIES = [
  'practitioner',
  'volunteer_manager',
  'programme_coordinator',
] as const satisfies readonly Role[];
/** Those and the office, who know families by name and how to reach them. */
export const WITH_FAMILIES = [...CARE_OF_FAMILIES, 'administrator'] as const;
/** Who plans and runs sessions; the office only books rooms. */
export const RUNS_SESSIONS = [...CARE_OF_FAMILIES, 'peer_supporter'] as const;
/** Everyone who works with groups. */
export const WITH_GROUPS = [...WITH_FAMILIES, 'peer_supporter'] as const;

export const roleWords: Readonly<Record<Role, string>> = {
  practitioner: 'practitioner',
  volunteer_manager: 'volunteer manager',
  programme_coordinator: 'programme coordinator',
  administrator: 'administrator',
  service_lead: 'service lead',
  specialist: 'specialist on call',
  peer_supporter: 'peer supporter',
};

/** Somebody signed in: staff and volunteers hold roles, a parent holds none and has a file on the family side. */
export interface AccountActor {
  readonly kind: 'account';
  readonly organisationId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly side: 'family' | 'team';
  readonly name: string;
  /** A role held at all centres was spread over them when the session was looked up. */
  readonly roles: readonly { readonly role: Role; readonly centreId: string }[];
}

/** Whoever has not signed in. */
export interface Anyone {
  readonly kind: 'anyone';
  readonly organisationId: string;
}

/** The house itself, for jobs and for what the public forms may do; `why` names the errand. */
export interface SystemActor {
  readonly kind: 'system';
  readonly organisationId: string;
  readonly why: string;
}

export type Actor = AccountActor | Anyone | SystemActor;

/** Whether the actor holds one of the roles, at the given centre or (without one) anywhere. */
export const holds = (actor: Actor, roles: readonly Role[], centreId?: string): boolean =>
  actor.kind === 'account' &&
  actor.roles.some(
    (held) => roles.includes(held.role) && (centreId === undefined || held.centreId === centreId),
  );

/** The centres at which the actor holds one of the roles, each once. */
export const centresOf = (actor: Actor, roles: readonly Role[] = ROLES): readonly string[] =>
  actor.kind === 'account'
    ? [...new Set(actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.centreId))]
    : [];

/** Whether this is a parent looking at their own pages. */
export const isParent = (actor: Actor): actor is AccountActor =>
  actor.kind === 'account' && actor.side === 'family';

/** Whether this is somebody of the team, staff or volunteer. */
export const isTeam = (actor: Actor): actor is AccountActor =>
  actor.kind === 'account' && actor.side === 'team';

/** Whether the actor is the house itself on an errand. */
export const isSystem = (actor: Actor): actor is SystemActor => actor.kind === 'system';

/** The account id of whoever acts, null for anyone and for the house. */
export const accountOf = (actor: Actor): string | null => (actor.kind === 'account' ? actor.accountId : null);
