import type { CentreSlug } from './cast.ts';

/** What is particular about a peer supporter's readiness; the rest have everything, with years to go. */
export type Odd =
  | 'renews_in_60'
  | 'renews_in_30'
  | 'renews_in_7'
  | 'in_grace'
  | 'lapsed'
  | 'lapses_next_week'
  | 'course_due'
  | 'exempt'
  | 'was_suspended'
  | 'suspended'
  | 'near_the_limit'
  | 'barred_list'
  | 'update_service'
  | 'basic_old';

export interface SupporterCast {
  readonly givenName: string;
  readonly familyName: string;
  readonly centre: CentreSlug;
  readonly part: 'peer_supporter' | 'creche';
  /** Days before today on which they were welcomed. */
  readonly welcomed: number;
  readonly odd?: Odd;
}

type Short = readonly [string, string, number, (Odd | undefined)?, 'creche'?];

const at = (centre: CentreSlug, people: readonly Short[]): readonly SupporterCast[] =>
  people.map(([givenName, familyName, welcomed, odd, part]) => ({
    givenName,
    familyName,
    centre,
    part: part ?? 'peer_supporter',
    welcomed,
    ...(odd && { odd }),
  }));

/** Those who came from the file of the programme's first years: they have accounts, and nobody invited them again. */
export const supporters: readonly SupporterCast[] = [
  ...at('hartley', [
    ['Adaeze', 'Nwosu', 420],
    ['Bethan', 'Rees', 390, 'renews_in_60'],
    ['Camille', 'Dubois', 360],
    ['Deborah', 'Stone', 610, 'renews_in_7'],
    ['Esme', 'Hollis', 300, 'course_due'],
    ['Farida', 'Begum', 280, 'update_service'],
    ['Gwen', 'Parry', 720, 'in_grace'],
    ['Harriet', 'Boyle', 210],
    ['Ifeoma', 'Eze', 190, 'near_the_limit', 'creche'],
    ['Jasmine', 'Cole', 170, 'barred_list', 'creche'],
    ['Kelly', 'Thornton', 150, 'exempt'],
    ['Lorraine', 'Mills', 740, 'lapsed'],
  ]),
  ...at('bramble', [
    ['Marisol', 'Vega', 410],
    ['Nadia', 'Haque', 380, 'renews_in_30'],
    ['Olwen', 'Hughes', 350],
    ['Patience', 'Mensah', 320, 'was_suspended'],
    ['Qamar', 'Iqbal', 260],
    ['Rosie', 'Fletcher', 240],
    ['Shreya', 'Menon', 200, undefined, 'creche'],
    ['Tamsin', 'Rowe', 180],
    ['Umaira', 'Saleem', 160, 'update_service'],
    ['Verity', 'Lang', 130],
    ['Wendy', 'Osborne', 650, 'lapses_next_week'],
  ]),
  ...at('quayside', [
    ['Alys', 'Trelawney', 400],
    ['Bronagh', 'Kelly', 370],
    ['Caitlin', 'Marsh', 340, 'renews_in_60'],
    ['Demelza', 'Pascoe', 310],
    ['Elif', 'Yildiz', 270],
    ['Fern', 'Hocking', 230, 'course_due'],
    ['Greta', 'Lindqvist', 195],
    ['Hafsa', 'Warsame', 165, undefined, 'creche'],
    ['Isla', 'Nance', 140],
    ['Joy', 'Amoah', 120],
    ['Kerensa', 'Tonkin', 690, 'suspended'],
    ['Lowenna', 'Rundle', 110],
  ]),
];

/** Those of the old list who helped with tea and chairs, and learn the rest with us now. */
export const learnedWithUs: readonly string[] = [
  'Harriet Boyle',
  'Qamar Iqbal',
  'Tamsin Rowe',
  'Umaira Saleem',
  'Verity Lang',
  'Isla Nance',
  'Joy Amoah',
  'Lowenna Rundle',
];
