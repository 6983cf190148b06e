import type { Role } from '../src/platform/db/actor.ts';
import type { CentreSlug } from './cast.ts';

export interface CastMember {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly pronouns?: string;
  readonly language?: string;
  /** Where their file is kept. */
  readonly centre: CentreSlug;
  readonly roles: readonly { readonly role: Role; readonly at: CentreSlug | 'all' }[];
  /** Days before today on which they joined; a year and more unless told. */
  readonly joined?: number;
}

const one = (role: Role, at: CentreSlug | 'all') => [{ role, at }];

/** The first who holds a role is the one a newcomer to the demonstration can be. */
export const team: readonly CastMember[] = [
  {
    key: 'joanne',
    givenName: 'Joanne',
    familyName: 'Price',
    centre: 'hartley',
    roles: one('practitioner', 'hartley'),
  },
  {
    key: 'ruth',
    givenName: 'Ruth',
    familyName: 'Okafor',
    centre: 'hartley',
    roles: one('volunteer_manager', 'hartley'),
  },
  {
    key: 'tunde',
    givenName: 'Babatunde',
    familyName: 'Adebayo-Clarke',
    centre: 'hartley',
    roles: [...one('administrator', 'hartley'), ...one('administrator', 'quayside')],
  },
  {
    key: 'helen',
    givenName: 'Helen',
    familyName: 'Whitaker',
    centre: 'hartley',
    roles: [...one('programme_coordinator', 'hartley'), ...one('programme_coordinator', 'quayside')],
  },
  {
    key: 'siobhan',
    givenName: 'Siobhán',
    familyName: 'O’Rourke',
    centre: 'hartley',
    roles: one('service_lead', 'all'),
  },
  {
    key: 'priya',
    givenName: 'Priya',
    familyName: 'Nair',
    centre: 'hartley',
    roles: one('peer_supporter', 'hartley'),
  },
  {
    key: 'anneliese',
    givenName: 'Anneliese',
    familyName: 'Färber',
    centre: 'hartley',
    roles: one('specialist', 'all'),
  },
  {
    key: 'imran',
    givenName: 'Imran',
    familyName: 'Siddiqui',
    centre: 'hartley',
    pronouns: 'he/him',
    roles: one('practitioner', 'hartley'),
  },
  {
    key: 'dan',
    givenName: 'Dan',
    familyName: 'Whitlock',
    centre: 'hartley',
    pronouns: 'he/him',
    roles: one('peer_supporter', 'hartley'),
  },
  {
    key: 'grace',
    givenName: 'Grace',
    familyName: 'Adeyemi',
    centre: 'hartley',
    roles: one('peer_supporter', 'hartley'),
  },
  // Once a parent here: her family file is another one, and nothing joins the two.
  {
    key: 'sofia',
    givenName: 'Sofia',
    familyName: 'Marques',
    centre: 'hartley',
    joined: 44,
    roles: one('peer_supporter', 'hartley'),
  },
  {
    key: 'balwinder',
    givenName: 'Balwinder',
    familyName: 'Kaur Sandhu',
    centre: 'bramble',
    roles: one('volunteer_manager', 'bramble'),
  },
  {
    key: 'nasreen',
    givenName: 'Nasreen',
    familyName: 'Choudhury',
    centre: 'bramble',
    roles: one('practitioner', 'bramble'),
  },
  {
    key: 'wiktoria',
    givenName: 'Wiktoria',
    familyName: 'Zając',
    centre: 'bramble',
    roles: [...one('programme_coordinator', 'bramble'), ...one('practitioner', 'bramble')],
  },
  {
    key: 'devon',
    givenName: 'Devon',
    familyName: 'St Clair',
    centre: 'bramble',
    pronouns: 'they/them',
    roles: one('administrator', 'bramble'),
  },
  {
    key: 'rukhsana',
    givenName: 'Rukhsana',
    familyName: 'Mahmood',
    centre: 'bramble',
    roles: one('peer_supporter', 'bramble'),
  },
  {
    key: 'ewa',
    givenName: 'Ewa',
    familyName: 'Lewandowska',
    centre: 'bramble',
    roles: one('peer_supporter', 'bramble'),
  },
  {
    key: 'tom',
    givenName: 'Tom',
    familyName: 'Reyes',
    centre: 'bramble',
    pronouns: 'he/him',
    roles: one('peer_supporter', 'bramble'),
  },
  {
    key: 'chloe',
    givenName: 'Chloe',
    familyName: 'Trevenna',
    centre: 'quayside',
    roles: one('volunteer_manager', 'quayside'),
  },
  {
    key: 'gareth',
    givenName: 'Gareth',
    familyName: 'Pryce-Jones',
    centre: 'quayside',
    pronouns: 'he/him',
    roles: one('practitioner', 'quayside'),
  },
  {
    key: 'leila',
    givenName: 'Leila',
    familyName: 'Haddad',
    centre: 'quayside',
    roles: one('peer_supporter', 'quayside'),
  },
  {
    key: 'jago',
    givenName: 'Jago',
    familyName: 'Penrose',
    centre: 'quayside',
    pronouns: 'he/him',
    roles: one('peer_supporter', 'quayside'),
  },
  {
    key: 'hannah',
    givenName: 'Hannah',
    familyName: 'Blythe',
    centre: 'quayside',
    roles: one('peer_supporter', 'quayside'),
  },
];

/** Who owns concerns at a centre, who is told when the owner has not opened one in time, and who comes last. */
export const duties: readonly {
  readonly centre: CentreSlug;
  readonly owner: string;
  readonly deputy: string;
  readonly last: string;
}[] = [
  { centre: 'hartley', owner: 'ruth', deputy: 'helen', last: 'siobhan' },
  { centre: 'bramble', owner: 'balwinder', deputy: 'wiktoria', last: 'siobhan' },
  { centre: 'quayside', owner: 'chloe', deputy: 'helen', last: 'siobhan' },
];
