export const COLUMNS = [
  'reference',
  'centre',
  'given_name',
  'family_name',
  'known_as',
  'born_on',
  'nhs_number',
  'email',
  'phone',
  'address',
  'postcode',
  'safe_by',
  'private_phone',
  'safe_times',
  'language',
  'interpreter',
  'access_needs',
  'relation',
  'due_on',
  'baby_born_on',
  'babies_expected',
  'why',
  'needs',
  'risks',
  'support_now',
  'hopes',
  'parent_knows',
  'tell_referrer',
  'referrer_name',
  'referrer_job',
  'referrer_works_for',
  'referrer_email',
  'referrer_phone',
  'received_on',
  'heard_of_us',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

export interface ColumnWords {
  /** What to put there, for the page that documents the file. */
  readonly words: string;
  readonly sample: string;
  readonly needed?: boolean;
  /** Other headings it is known by; case, spaces and marks do not matter. */
  readonly also: readonly string[];
}

/** The columns of a referral file: what to put there and which other headings are understood. */
export const columnWords: Readonly<Record<ColumnName, ColumnWords>> = {
  reference: {
    words:
      'Your own number for this referral. With it, a row sent twice is known again whatever else changed.',
    sample: 'MW-1042',
    also: ['ref', 'referral reference', 'referral id', 'referral number', 'your reference', 'id'],
  },
  centre: {
    words:
      'The name of the centre, or its short name from the address of its page. Leave the column out when the whole file is for one centre.',
    sample: 'harbour',
    also: ['center', 'service centre', 'site', 'location', 'hub', 'nearest centre'],
  },
  given_name: {
    words: 'The parent’s first name.',
    sample: 'Amira',
    needed: true,
    also: ['first name', 'forename', 'given', 'christian name', 'parent first name', 'name'],
  },
  family_name: {
    words: 'The parent’s last name.',
    sample: 'Haddad',
    also: ['last name', 'surname', 'family', 'parent last name', 'parent surname'],
  },
  known_as: {
    words: 'What they like to be called.',
    sample: '',
    also: ['preferred name', 'likes to be called'],
  },
  born_on: {
    words: 'The parent’s date of birth.',
    sample: '14/03/1994',
    also: ['date of birth', 'dob', 'birth date', 'd.o.b.', 'parent date of birth', 'parent dob'],
  },
  nhs_number: {
    words: 'Ten figures; spaces do not matter. The last figure is checked.',
    sample: '943 476 5919',
    also: ['nhs', 'nhs no', 'nhs no.', 'nhs num'],
  },
  email: {
    words: 'The parent’s e-mail address.',
    sample: 'amira@example.org',
    also: ['e-mail', 'email address', 'parent email', 'parent e-mail'],
  },
  phone: {
    words: 'The parent’s phone number.',
    sample: '07700 900123',
    also: ['mobile', 'telephone', 'tel', 'phone number', 'mobile number', 'contact number', 'parent phone'],
  },
  address: {
    words: 'House and street, town.',
    sample: '4 Quay Street, Kelby',
    also: ['home address', 'street'],
  },
  postcode: { words: 'The postcode.', sample: 'KB1 4QS', also: ['post code', 'zip', 'postal code'] },
  safe_by: {
    words:
      'How it is safe to reach them: any of email, text, call, voicemail. What is not named is not used.',
    sample: 'text, call',
    also: [
      'safe contact',
      'contact by',
      'preferred contact',
      'contact preference',
      'consent to contact',
      'how to contact',
    ],
  },
  private_phone: {
    words:
      'Yes when nobody else reads their phone and post. Anything else counts as no, and our messages then do not name us.',
    sample: 'no',
    also: ['private', 'nobody else reads', 'safe to name service', 'may name service'],
  },
  safe_times: {
    words: 'When it is safe to ring.',
    sample: 'mornings',
    also: ['best time', 'safe time', 'when to call', 'best time to call'],
  },
  language: {
    words: 'The language they speak best, in English or as a code. Empty means English.',
    sample: 'Arabic',
    also: ['first language', 'spoken language', 'preferred language', 'main language'],
  },
  interpreter: {
    words: 'Yes when an interpreter is needed.',
    sample: 'yes',
    also: ['interpreter needed', 'interpreter required', 'needs interpreter'],
  },
  access_needs: {
    words: 'What helps them come: step-free way in, large print.',
    sample: '',
    also: ['access', 'accessibility', 'access requirements', 'additional needs'],
  },
  relation: {
    words:
      'pregnant (also for a mother whose baby is born), father, partner or other carer. Empty means pregnant.',
    sample: 'pregnant',
    also: ['relationship', 'relation to baby', 'relationship to baby', 'parent is', 'role'],
  },
  due_on: {
    words: 'The date the baby is due.',
    sample: '26 Mar 2027',
    also: [
      'due date',
      'edd',
      'estimated due date',
      'expected date of delivery',
      'estimated date of delivery',
      'due',
    ],
  },
  baby_born_on: {
    words: 'The baby’s birthday, when the baby is born.',
    sample: '',
    also: [
      'baby date of birth',
      'baby dob',
      'baby born',
      'child dob',
      'child date of birth',
      'baby birthday',
    ],
  },
  babies_expected: {
    words: 'How many babies, 1 to 5. Empty means 1.',
    sample: '1',
    also: ['babies', 'number of babies', 'multiples'],
  },
  why: {
    words: 'Why peer support, in a few words.',
    sample: 'Often anxious since moving here',
    also: ['reason', 'reason for referral', 'referral reason', 'notes', 'comments', 'details'],
  },
  needs: {
    words:
      'Needs by the names the programme uses, with a semicolon between them. Other words are kept beside the reason.',
    sample: '',
    also: ['need', 'presenting needs', 'presenting issues'],
  },
  risks: {
    words: 'Anything that those who meet them must know to be safe.',
    sample: '',
    also: ['risk', 'known risks', 'safety', 'safeguarding'],
  },
  support_now: {
    words: 'Who supports them already.',
    sample: 'Community midwife',
    also: ['current support', 'other services', 'services involved'],
  },
  hopes: {
    words: 'What they hope for.',
    sample: 'To meet other mums',
    also: ['hopes for', 'what they want', 'goals'],
  },
  parent_knows: {
    words: 'Yes when the parent knows of the referral and agrees. A row that says no does not land.',
    sample: 'yes',
    also: ['consent', 'parent agrees', 'parent consent', 'consent given', 'agreed', 'parent aware'],
  },
  tell_referrer: {
    words: 'Yes when the parent agrees that you hear what became of it.',
    sample: 'yes',
    also: ['feedback', 'tell me the outcome', 'share outcome', 'consent to feedback', 'feedback to referrer'],
  },
  referrer_name: {
    words: 'Who refers.',
    sample: 'Jo Marsh',
    also: ['referrer', 'referred by', 'referring professional', 'professional name'],
  },
  referrer_job: {
    words: 'Their job.',
    sample: 'Midwife',
    also: ['referrer role', 'job title', 'job', 'profession', 'referrer job title'],
  },
  referrer_works_for: {
    words: 'Where they work.',
    sample: 'Kelby Community Midwives',
    also: ['referrer organisation', 'organisation', 'team', 'agency', 'referring organisation'],
  },
  referrer_email: {
    words: 'Their e-mail address.',
    sample: 'jo.marsh@example.org',
    also: ['referrer e-mail', 'professional email', 'referrer email address'],
  },
  referrer_phone: {
    words: 'Their phone number.',
    sample: '',
    also: ['referrer telephone', 'professional phone', 'referrer tel', 'referrer phone number'],
  },
  received_on: {
    words: 'When the referral was made. Empty means today.',
    sample: '',
    also: ['referral date', 'date of referral', 'referred on', 'date received', 'date referred', 'received'],
  },
  heard_of_us: {
    words: 'How the parent heard of us.',
    sample: '',
    also: ['heard about us', 'source', 'how did you hear', 'how heard'],
  },
};

const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

/** Reads headings by the columns of a kind of file: each name, and what else it is known by. */
export const headingReader = <C extends string>(
  words: Readonly<Record<C, Pick<ColumnWords, 'also'>>>,
): ((heading: string) => C | null) => {
  const byHeading = new Map(
    (Object.keys(words) as C[]).flatMap((name) =>
      [name, ...words[name].also].map((heading): [string, C] => [bare(heading), name]),
    ),
  );
  return (heading) => byHeading.get(bare(heading)) ?? null;
};

/** The column a heading means, or null when we do not know it. */
export const columnOf = headingReader<ColumnName>(columnWords);
