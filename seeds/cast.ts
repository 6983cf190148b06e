/** The places of the demonstration and the professionals around it. Nobody here is real: streets, people and numbers are made up. */

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
