/** What a new organisation has and has not yet, at the centres of whoever asks. */
export interface FirstDays {
  /** Centres that say nothing yet about how to reach them. */
  readonly unreachable: readonly { readonly id: string; readonly name: string }[];
  /** Centres where nobody is named to read concerns first. */
  readonly withoutOwner: readonly string[];
  readonly rooms: number;
  /** People of the team with a role, among them whoever asks. */
  readonly people: number;
}

export interface Step {
  readonly what: string;
  readonly why: string;
  readonly leads: 'centre' | 'people' | 'duties' | 'rooms';
  /** Which centre, where the step is about one. */
  readonly centreId?: string;
}

const together = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What to set up before the first family comes, in the order in which each step needs the one before it; empty when all is there. */
export const firstSteps = (days: FirstDays): readonly Step[] => [
  ...days.unreachable.map((centre) => ({
    what: `Say where ${centre.name} is`,
    why: 'Its town, its phone or e-mail and how to get there. Families read this first.',
    leads: 'centre' as const,
    centreId: centre.id,
  })),
  ...(days.people < 2
    ? [
        {
          what: 'Bring in your team',
          why: 'You are alone here. Nobody gives a role to themselves, so somebody else is needed.',
          leads: 'people' as const,
        },
      ]
    : []),
  ...(days.withoutOwner.length > 0
    ? [
        {
          what: 'Say who reads concerns',
          why: `Nobody is named yet for ${together(days.withoutOwner)}. Until then a concern goes to whoever manages volunteers there, or to the service lead.`,
          leads: 'duties' as const,
        },
      ]
    : []),
  ...(days.rooms === 0
    ? [
        {
          what: 'Add the rooms you meet in',
          why: 'Then a group can be opened, and no room is booked twice.',
          leads: 'rooms' as const,
        },
      ]
    : []),
];
