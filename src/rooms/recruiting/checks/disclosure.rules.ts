export const DISCLOSURE_DECISIONS = ['go_ahead', 'with_conditions', 'not_this_role'] as const;
export type DisclosureDecision = (typeof DISCLOSURE_DECISIONS)[number];

/** How many may know what a certificate says, at most. */
export const NAMED_AT_MOST = 3;

export interface Nameable {
  readonly accountId: string;
  readonly name: string;
}

const plain = (name: string) => name.trim().toLocaleLowerCase('en-GB').replace(/\s+/g, ' ');

/**
 * Who of the team may be named to know what a certificate says: those who recruit at the centre, except the person
 * themselves and whoever gave a reference for them (known by name).
 */
export const mayBeNamed = (
  team: readonly Nameable[],
  kept: { readonly ownAccountIds: readonly string[]; readonly refereeNames: readonly string[] },
): readonly Nameable[] => {
  const referees = new Set(kept.refereeNames.map(plain));
  const seen = new Set<string>();
  return team.filter(({ accountId, name }) => {
    if (seen.has(accountId) || kept.ownAccountIds.includes(accountId) || referees.has(plain(name)))
      return false;
    seen.add(accountId);
    return true;
  });
};

/** What is the matter with a choice of those named, in words; null where it may be. */
export const namedTrouble = (
  chosen: readonly string[],
  nameable: readonly Nameable[],
  whoChooses: string | null,
): string | null => {
  if (chosen.length === 0) return 'Choose who may know what the certificate says.';
  if (chosen.length > NAMED_AT_MOST)
    return `Choose ${NAMED_AT_MOST} people at most. The fewer know, the better.`;
  const strangers = chosen.filter((each) => !nameable.some(({ accountId }) => accountId === each));
  if (strangers.length > 0)
    return 'Choose among those who recruit here. Nobody may be named who gave a reference for this person.';
  if (whoChooses && !nameable.some(({ accountId }) => accountId === whoChooses))
    return 'You gave a reference for this person, so somebody else looks at the certificate with them.';
  if (whoChooses && !chosen.includes(whoChooses))
    return 'You have seen the certificate, so you are one of those named.';
  return null;
};
