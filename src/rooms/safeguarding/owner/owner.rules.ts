/** Who could be given a concern at a centre; account ids, each list in the order they would be asked. */
export interface Possible {
  /** Who is on duty for the centre: as owner, as deputy, and as the last to be told. */
  readonly owners: readonly string[];
  readonly deputies: readonly string[];
  readonly lasts: readonly string[];
  readonly volunteerManagers: readonly string[];
  readonly serviceLeads: readonly string[];
}

/** Who is told, one after the other. */
export interface Chain {
  readonly owner: string;
  readonly deputy: string | null;
  readonly last: string | null;
}

/**
 * Decides who owns a concern, who is told if the owner does not take it on, and who last. The owner is the
 * centre's owner on duty, else a volunteer manager there; whoever is named is passed over, everywhere, and the
 * deputy, the last on duty or a service lead takes their place. Whoever raised it comes after everybody else.
 * Null when nobody is left who could read it.
 */
export const chainFor = (
  possible: Possible,
  concern: { readonly named: readonly string[]; readonly raisedBy: string },
): Chain | null => {
  const asked = (...lists: readonly (readonly string[])[]): readonly string[] => {
    const free = [...new Set(lists.flat())].filter((account) => !concern.named.includes(account));
    return [
      ...free.filter((account) => account !== concern.raisedBy),
      ...free.filter((account) => account === concern.raisedBy),
    ];
  };
  const { owners, deputies, lasts, volunteerManagers, serviceLeads } = possible;
  const first = owners.length > 0 ? owners : volunteerManagers;
  const [owner] = asked(first, deputies, lasts, serviceLeads, volunteerManagers);
  if (owner === undefined) return null;
  const deputy = asked(deputies, owners, volunteerManagers).find((account) => account !== owner) ?? null;
  const last = asked(lasts, serviceLeads).find((account) => account !== owner && account !== deputy) ?? null;
  return { owner, deputy, last };
};

export type Step = 'deputy' | 'last';

/** Who is told next of a concern nobody has taken on; `remind` when everybody has been told once. */
export const nextToTell = (chain: Pick<Chain, 'deputy' | 'last'>, told: readonly Step[]): Step | 'remind' => {
  if (chain.deputy && !told.includes('deputy') && !told.includes('last')) return 'deputy';
  if (chain.last && !told.includes('last')) return 'last';
  return 'remind';
};

/** Minutes until the next reminder, once everybody was told: longer each round, never more than a day. */
export const remindAfter = (minutes: number, round: number): number =>
  Math.min(minutes * 2 ** Math.min(round, 20), 1440);

export interface Clock {
  /** Within which the owner opens a concern and takes it on. */
  readonly acknowledgeWithinMinutes: number;
  /** After which the one after the next is told. */
  readonly escalateAgainAfterMinutes: number;
}

/** What an organisation begins with, until it decides otherwise on its page. */
export const FIRST_CLOCK: Clock = { acknowledgeWithinMinutes: 60, escalateAgainAfterMinutes: 60 };
