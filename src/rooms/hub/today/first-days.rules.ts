/** What a new organisation has and has not yet, at the centres of whoever asks. */
export interface FirstDays {
  /** Centres that say nothing yet about how to reach them. */
  readonly unreachable: readonly { readonly id: string; readonly name: string }[];
  /** Centres where nobody is named to read concerns first. */
  readonly withoutOwner: readonly string[];
  readonly rooms: number;
  /** People of the team with a role, among them whoever asks. */
  readonly people: number;
  /** Volunteer roles for which nobody has decided yet which check may be asked for. */
  readonly checksUndecided: readonly { readonly code: string; readonly name: string }[];
  /** Whether a professional has read the safeguarding course and said that it may be used. */
  readonly courseRead: boolean;
}

export interface Step {
  readonly what: string;
  readonly why: string;
  readonly leads: 'centre' | 'people' | 'duties' | 'rooms' | 'check' | 'course';
  /** Which centre, where the step is about one. */
  readonly centreId?: string;
  /** Which volunteer role, where the step is about one. */
  readonly roleCode?: string;
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
  ...days.checksUndecided.map(({ code, name }) => ({
    what: `Decide which check may be asked for: ${name}`,
    why: 'Until somebody has decided it with reasons, nobody in this role can be cleared, and so nobody meets families in it.',
    leads: 'check' as const,
    roleCode: code,
  })),
  ...(days.courseRead
    ? []
    : [
        {
          what: 'Have the safeguarding course read',
          why: 'It is a sample of ours. A practitioner, a specialist or a service lead reads it and says whether it may be used.',
          leads: 'course' as const,
        },
      ]),
];
