import type { CentreSlug } from './cast.ts';

/** How far an applicant of the story has come, and what is particular about it. */
export type Reached =
  | 'just_asked'
  | 'time_taken'
  | 'quiet_after_asking'
  | 'wants_a_call'
  | 'talked'
  | 'quiet_after_talk'
  | 'writing_together'
  | 'applied'
  | 'referees_asked'
  | 'referee_declined'
  | 'reference_weak'
  | 'references_to_compare'
  | 'check_asked'
  | 'disclosure_open'
  | 'disclosure_decided'
  | 'interview_arranged'
  | 'interview_one_scored'
  | 'interview_both_scored'
  | 'course_half'
  | 'course_outside'
  | 'all_but_one'
  | 'offered'
  | 'accepted'
  | 'paused'
  | 'withdrew'
  | 'declined'
  | 'came_again'
  | 'welcomed';

export interface ApplicantCast {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly centre: CentreSlug;
  readonly role: 'peer_supporter' | 'creche_volunteer';
  /** Key of the source they came by; see `castSources`. */
  readonly source: string | null;
  /** Days before today of the enquiry. */
  readonly asked: number;
  readonly reached: Reached;
  readonly byPhone?: true;
  /** Why they left, where they did. */
  readonly why?: 'time' | 'money' | 'family_or_health' | 'checks' | 'too_slow' | 'not_what_i_thought';
  readonly equity?: readonly [age: string, ethnic: string, gender: string, disabled: string];
}

type Short = readonly [
  given: string,
  family: string,
  source: string | null,
  asked: number,
  reached: Reached,
  more?: Partial<Pick<ApplicantCast, 'role' | 'byPhone' | 'why'>>,
];

const at = (centre: CentreSlug, people: readonly Short[]): readonly ApplicantCast[] =>
  people.map(([givenName, familyName, source, asked, reached, more]) => ({
    key: `${givenName} ${familyName}`,
    givenName,
    familyName,
    centre,
    role: 'peer_supporter',
    source,
    asked,
    reached,
    ...more,
  }));

/** Where they heard of a centre: word of mouth beats adverts here as well. */
export const castSources: readonly {
  readonly key: string;
  readonly centre: CentreSlug;
  readonly kind:
    | 'word_of_mouth'
    | 'former_parent'
    | 'talk'
    | 'poster'
    | 'social_media'
    | 'advert'
    | 'partner';
  readonly name: string;
  readonly daysAgo: number;
  readonly costPence: number;
  readonly reach: number | null;
}[] = [
  {
    key: 'friends-hartley',
    centre: 'hartley',
    kind: 'word_of_mouth',
    name: 'Told by a peer supporter',
    daysAgo: 400,
    costPence: 0,
    reach: null,
  },
  {
    key: 'talk-library',
    centre: 'hartley',
    kind: 'talk',
    name: 'Talk at Hartley library',
    daysAgo: 160,
    costPence: 4_200,
    reach: 31,
  },
  {
    key: 'advert-bus',
    centre: 'hartley',
    kind: 'advert',
    name: 'Advert on the number 9 bus',
    daysAgo: 170,
    costPence: 48_000,
    reach: 9_000,
  },
  {
    key: 'friends-bramble',
    centre: 'bramble',
    kind: 'word_of_mouth',
    name: 'Told by a friend',
    daysAgo: 400,
    costPence: 0,
    reach: null,
  },
  {
    key: 'school-gate',
    centre: 'bramble',
    kind: 'poster',
    name: 'Posters at three schools',
    daysAgo: 165,
    costPence: 6_500,
    reach: 400,
  },
  {
    key: 'parents-quayside',
    centre: 'quayside',
    kind: 'former_parent',
    name: 'Was a parent here',
    daysAgo: 400,
    costPence: 0,
    reach: null,
  },
  {
    key: 'page-quayside',
    centre: 'quayside',
    kind: 'social_media',
    name: 'The town’s own page',
    daysAgo: 155,
    costPence: 2_000,
    reach: 1_200,
  },
];

/** About sixty people who asked to volunteer, in every state that there is. */
export const applicants: readonly ApplicantCast[] = [
  ...at('hartley', [
    ['Abigail', 'Forde', 'friends-hartley', 1, 'just_asked'],
    ['Bukola', 'Ade', 'talk-library', 3, 'just_asked'],
    ['Carys', 'Bevan', 'friends-hartley', 4, 'time_taken'],
    ['Danielle', 'Marsh', 'advert-bus', 26, 'quiet_after_asking'],
    ['Edith', 'Kamau', 'talk-library', 6, 'wants_a_call', { byPhone: true }],
    ['Freya', 'Nolan', 'friends-hartley', 12, 'talked'],
    ['Gita', 'Rao', 'advert-bus', 45, 'quiet_after_talk'],
    ['Hope', 'Banda', 'friends-hartley', 16, 'writing_together', { byPhone: true }],
    ['Imogen', 'Clarke', 'talk-library', 22, 'applied'],
    ['Jade', 'Morrison', 'friends-hartley', 31, 'referees_asked'],
    ['Karolina', 'Wójcik', 'friends-hartley', 38, 'referee_declined'],
    ['Leanne', 'Pike', 'talk-library', 44, 'reference_weak'],
    ['Maryam', 'Zaheer', 'friends-hartley', 40, 'references_to_compare'],
    ['Niamh', 'Doyle', 'advert-bus', 42, 'check_asked'],
    ['Oluchi', 'Obi', 'friends-hartley', 52, 'disclosure_open'],
    ['Petra', 'Novák', 'talk-library', 47, 'interview_arranged'],
    ['Quinn', 'Abara', 'friends-hartley', 50, 'interview_one_scored'],
    ['Rebecca', 'Shaw', 'friends-hartley', 55, 'interview_both_scored'],
    ['Sinead', 'Burke', 'talk-library', 35, 'course_half'],
    ['Thandiwe', 'Moyo', 'friends-hartley', 66, 'offered'],
    ['Una', 'Keane', 'friends-hartley', 74, 'accepted'],
    ['Violet', 'Hart', 'advert-bus', 88, 'withdrew', { why: 'too_slow' }],
    ['Winifred', 'Agyei', 'advert-bus', 70, 'declined'],
    ['Yasmin', 'Farouk', 'friends-hartley', 120, 'welcomed'],
  ]),
  ...at('bramble', [
    ['Amber', 'Lacey', 'school-gate', 2, 'just_asked'],
    ['Blessing', 'Okeke', 'friends-bramble', 5, 'time_taken'],
    ['Chandra', 'Pillai', 'school-gate', 33, 'quiet_after_asking'],
    ['Dorota', 'Mazur', 'friends-bramble', 9, 'talked'],
    ['Erin', 'Cassidy', 'school-gate', 15, 'talked'],
    ['Fozia', 'Mirza', 'friends-bramble', 20, 'applied', { role: 'creche_volunteer' }],
    ['Gemma', 'Whitlow', 'school-gate', 29, 'referees_asked'],
    ['Huda', 'Salih', 'friends-bramble', 36, 'check_asked', { role: 'creche_volunteer' }],
    ['Irina', 'Popescu', 'friends-bramble', 60, 'disclosure_decided'],
    ['Julie', 'Farrow', 'school-gate', 41, 'interview_arranged'],
    ['Khadija', 'Noor', 'friends-bramble', 37, 'course_outside'],
    ['Lucy', 'Tran', 'school-gate', 48, 'all_but_one'],
    ['Mercy', 'Chanda', 'friends-bramble', 64, 'offered'],
    ['Noreen', 'Baig', 'friends-bramble', 57, 'paused'],
    ['Orla', 'Finch', 'school-gate', 80, 'withdrew', { why: 'time' }],
    ['Poppy', 'Lane', 'school-gate', 95, 'withdrew', { why: 'not_what_i_thought' }],
    ['Rania', 'Aziz', 'friends-bramble', 85, 'declined'],
    ['Samira', 'Hosseini', 'friends-bramble', 110, 'welcomed'],
  ]),
  ...at('quayside', [
    ['Ailsa', 'Reid', 'page-quayside', 1, 'just_asked'],
    ['Briony', 'Tregear', 'parents-quayside', 4, 'time_taken'],
    ['Clemmie', 'Ward', 'page-quayside', 7, 'wants_a_call', { byPhone: true }],
    ['Dilys', 'Penhale', 'parents-quayside', 10, 'talked'],
    ['Emine', 'Kaya', null, 39, 'quiet_after_talk'],
    ['Florence', 'Bligh', 'parents-quayside', 19, 'applied'],
    ['Ginny', 'Rosevear', 'page-quayside', 30, 'referees_asked'],
    ['Hetty', 'Carne', 'parents-quayside', 43, 'references_to_compare'],
    ['Inès', 'Moreau', null, 46, 'check_asked'],
    ['Jenna', 'Kitto', 'parents-quayside', 51, 'interview_one_scored'],
    ['Kayleigh', 'Bolitho', 'page-quayside', 34, 'course_half'],
    ['Loveday', 'Spargo', 'parents-quayside', 68, 'accepted'],
    ['Mina', 'Sato', null, 62, 'paused'],
    ['Nell', 'Uren', 'page-quayside', 77, 'withdrew', { why: 'money' }],
    ['Olive', 'Jago', 'page-quayside', 90, 'withdrew', { why: 'family_or_health' }],
    ['Peggy', 'Vivian', 'page-quayside', 100, 'withdrew', { why: 'checks' }],
    ['Rowena', 'Cox', 'parents-quayside', 140, 'came_again'],
    ['Steren', 'Angove', 'parents-quayside', 105, 'welcomed'],
  ]),
];
