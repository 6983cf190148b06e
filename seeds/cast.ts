import type { Role } from '../src/platform/db/actor.ts';

/** The organisation and the team of the demonstration. Nobody here is real: streets, people and numbers are made up. */

export type CentreSlug = 'hartley' | 'bramble' | 'quayside';

export const organisation = {
  slug: 'hearth',
  name: 'Hearth & Kin',
  // Numbers set aside for drama: nobody answers them.
  phone: '01632 960100',
  email: 'hello@example.org',
  neutralSender: 'Ruth',
} as const;

export interface CastCentre {
  readonly slug: CentreSlug;
  readonly name: string;
  readonly town: string;
  readonly about: string;
  readonly phone: string;
  readonly email: string;
  readonly travel: string;
}

export const castCentres: readonly CastCentre[] = [
  {
    slug: 'hartley',
    name: 'Hartley Children’s Centre',
    town: 'Leeds',
    about:
      'A low brick building with a garden, next to the nursery. Come in by the green door. There is always somebody at the front who knows you are coming.',
    phone: '0113 496 0120',
    email: 'hartley@example.org',
    travel: 'Buses 8 and 41 stop on Hartley Rise, two minutes away. Four parking spaces behind the building.',
  },
  {
    slug: 'bramble',
    name: 'Bramble Court Family Centre',
    town: 'Luton',
    about:
      'Two rooms and a kitchen on the ground floor of Bramble Court. Tea, toys and a quiet corner. Many languages are spoken here.',
    phone: '01632 960210',
    email: 'bramble@example.org',
    travel: 'Ten minutes on foot from the station, or bus 24 to Bramble Court. Free parking for two hours.',
  },
  {
    slug: 'quayside',
    name: 'Quayside Family Rooms',
    town: 'Plymouth',
    about:
      'Above the water, on the flat side of the quay. The lantern in the window is lit when we are in, and everyone is welcome to wait inside.',
    phone: '01632 960330',
    email: 'quayside@example.org',
    travel: 'Bus 12 to Quay Gate. A car park with two wide spaces is opposite.',
  },
];

export interface CastVenue {
  readonly key: string;
  readonly centre: CentreSlug;
  readonly name: string;
  readonly room: string;
  readonly address: string;
  readonly postcode: string;
  readonly capacity: number;
  readonly crechePlaces: number;
  readonly stepFree: boolean;
  readonly parking: string;
  readonly transport: string;
  readonly notes: string;
}

export const castVenues: readonly CastVenue[] = [
  {
    key: 'oak',
    centre: 'hartley',
    name: 'Hartley Children’s Centre',
    room: 'Oak Room',
    address: '14 Hartley Rise, Leeds',
    postcode: 'LS31 5XT',
    capacity: 16,
    crechePlaces: 6,
    stepFree: true,
    parking: 'Four spaces behind the building, one wide.',
    transport: 'Buses 8 and 41 to Hartley Rise.',
    notes: 'Mats and cushions in the tall cupboard. The heating needs half an hour.',
  },
  {
    key: 'hall',
    centre: 'hartley',
    name: 'St Brannoc’s Hall',
    room: 'Main hall',
    address: '2 Tenter Lane, Leeds',
    postcode: 'LS31 5XU',
    capacity: 24,
    crechePlaces: 8,
    stepFree: true,
    parking: 'On the street, free before noon.',
    transport: 'Bus 8 to Tenter Lane.',
    notes: 'Ring the bell at the side door. The kettle is ours, the cups are theirs.',
  },
  {
    key: 'library',
    centre: 'hartley',
    name: 'Tenter Lane Library',
    room: 'Reading Room',
    address: '30 Tenter Lane, Leeds',
    postcode: 'LS31 5XW',
    capacity: 12,
    crechePlaces: 0,
    stepFree: false,
    parking: 'None. The market car park is five minutes away.',
    transport: 'Buses 8 and 41 to Tenter Lane.',
    notes: 'Seven steps at the front and no ramp. For a wheelchair or a twin pram choose another room.',
  },
  {
    key: 'garden',
    centre: 'bramble',
    name: 'Bramble Court Family Centre',
    room: 'Garden Room',
    address: '5 Bramble Court, Luton',
    postcode: 'LU9 4XA',
    capacity: 18,
    crechePlaces: 6,
    stepFree: true,
    parking: 'Free for two hours in front.',
    transport: 'Bus 24 to Bramble Court.',
    notes: 'A prayer room is across the corridor.',
  },
  {
    key: 'upstairs',
    centre: 'bramble',
    name: 'Weavers Street Community Hall',
    room: 'Upstairs room',
    address: '61 Weavers Street, Luton',
    postcode: 'LU9 4XC',
    capacity: 20,
    crechePlaces: 0,
    stepFree: false,
    parking: 'Behind the hall, six spaces.',
    transport: 'Buses 24 and 31 to Weavers Street.',
    notes: 'A long flight of stairs. Warm and quiet otherwise.',
  },
  {
    key: 'lantern',
    centre: 'quayside',
    name: 'Quayside Family Rooms',
    room: 'Lantern Room',
    address: '3 Chandlers Quay, Plymouth',
    postcode: 'PL39 2QX',
    capacity: 14,
    crechePlaces: 4,
    stepFree: true,
    parking: 'The quay car park, two wide spaces.',
    transport: 'Bus 12 to Quay Gate.',
    notes: 'The lift is to the left of the door.',
  },
  {
    key: 'loft',
    centre: 'quayside',
    name: 'The Old Rope Works',
    room: 'Loft',
    address: '18 Hawser Street, Plymouth',
    postcode: 'PL39 2QZ',
    capacity: 20,
    crechePlaces: 0,
    stepFree: false,
    parking: 'None.',
    transport: 'Bus 12 to Hawser Street.',
    notes: 'Two flights of wooden stairs.',
  },
];

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

export interface CastReferrer {
  readonly name: string;
  readonly job: string;
  readonly worksFor: string;
  readonly email: string;
  readonly phone: string;
}

export const referrers: Readonly<Record<string, CastReferrer>> = {
  midwifeLeeds: {
    name: 'Carol Ibbotson',
    job: 'Community midwife',
    worksFor: 'Hartley and Moorside midwives',
    email: 'carol.ibbotson@example.org',
    phone: '0113 496 0441',
  },
  visitorLeeds: {
    name: 'Mandeep Johal',
    job: 'Health visitor',
    worksFor: 'Leeds East health visitors',
    email: 'mandeep.johal@example.org',
    phone: '0113 496 0452',
  },
  gpLeeds: {
    name: 'Dr Fergus Lennox',
    job: 'GP',
    worksFor: 'Tenter Lane Surgery',
    email: 'fergus.lennox@example.org',
    phone: '0113 496 0463',
  },
  midwifeLuton: {
    name: 'Adaeze Nwosu',
    job: 'Midwife',
    worksFor: 'Weavers Street antenatal clinic',
    email: 'adaeze.nwosu@example.org',
    phone: '01632 960241',
  },
  hubLuton: {
    name: 'Małgorzata Kowalczyk',
    job: 'Family support worker',
    worksFor: 'Bramble Court family hub',
    email: 'malgorzata.kowalczyk@example.org',
    phone: '01632 960252',
  },
  midwifePlymouth: {
    name: 'Tamsin Rowe',
    job: 'Community midwife',
    worksFor: 'Waterside midwives',
    email: 'tamsin.rowe@example.org',
    phone: '01632 960361',
  },
  visitorPlymouth: {
    name: 'Elowen Hicks',
    job: 'Health visitor',
    worksFor: 'Waterside health visitors',
    email: 'elowen.hicks@example.org',
    phone: '01632 960372',
  },
};
