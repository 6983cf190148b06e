import { type ColumnWords, headingReader } from '#rooms/referrals/door.ts';

export const VOLUNTEER_COLUMNS = [
  'reference',
  'centre',
  'role',
  'given_name',
  'family_name',
  'known_as',
  'email',
  'phone',
  'language',
  'was_parent_here',
  'started_on',
  'reference_1_on',
  'reference_2_on',
  'dbs_level',
  'dbs_workforce',
  'dbs_number',
  'dbs_surname',
  'dbs_issued_on',
  'dbs_seen_on',
  'update_service',
  'interview_on',
  'course',
  'course_provider',
  'course_on',
  'course_expires_on',
  'induction_on',
] as const;
export type VolunteerColumn = (typeof VOLUNTEER_COLUMNS)[number];

/** The columns of a file of volunteers: what to put there and which other headings are understood. */
export const volunteerColumnWords: Readonly<Record<VolunteerColumn, ColumnWords>> = {
  reference: {
    words:
      'Your own number for this volunteer. With it, a row sent twice is known again whatever else changed.',
    sample: 'V-031',
    also: ['ref', 'id', 'volunteer id', 'volunteer number', 'volunteer reference', 'your reference'],
  },
  centre: {
    words:
      'The name of the centre, or its short name from the address of its page. Leave the column out when the whole file is for one centre.',
    sample: 'harbour',
    also: ['center', 'site', 'location', 'hub', 'base'],
  },
  role: {
    words: 'What the role is called, or its code. Empty means peer supporter.',
    sample: 'Peer supporter',
    also: ['volunteer role', 'position', 'job'],
  },
  given_name: {
    words: 'Their first name.',
    sample: 'Marta',
    needed: true,
    also: ['first name', 'forename', 'given', 'name', 'volunteer name'],
  },
  family_name: { words: 'Their last name.', sample: 'Nowak', also: ['last name', 'surname', 'family'] },
  known_as: {
    words: 'What they like to be called.',
    sample: '',
    also: ['preferred name', 'likes to be called'],
  },
  email: {
    words: 'Their e-mail address. They sign in with it once you invite them; nobody else may have it.',
    sample: 'marta@example.org',
    also: ['e-mail', 'email address', 'e-mail address'],
  },
  phone: {
    words: 'Their phone number.',
    sample: '07700 900123',
    also: ['mobile', 'telephone', 'tel', 'phone number', 'mobile number', 'contact number'],
  },
  language: {
    words: 'The language they are most at home in. Empty means English.',
    sample: 'Polish',
    also: ['first language', 'main language'],
  },
  was_parent_here: {
    words: 'Yes when they were a parent with you: their file from then is locked for everyone.',
    sample: 'no',
    also: ['former parent', 'was a parent', 'parent with us', 'used the service'],
  },
  started_on: {
    words: 'When they began with you. Empty means today.',
    sample: '03/02/2025',
    also: ['start date', 'started', 'date started', 'volunteer since', 'joined', 'joined on'],
  },
  reference_1_on: {
    words: 'When the first reference was accepted.',
    sample: '12/01/2025',
    also: ['reference 1', 'first reference', 'reference one', 'ref 1', 'reference 1 date'],
  },
  reference_2_on: {
    words: 'When the second reference was accepted.',
    sample: '15/01/2025',
    also: ['reference 2', 'second reference', 'reference two', 'ref 2', 'reference 2 date'],
  },
  dbs_level: {
    words:
      'Basic, enhanced, or enhanced with the children’s barred list. Only for a certificate with nothing on it: anything else is written down on their page, where those named decide.',
    sample: 'enhanced',
    also: ['dbs', 'check', 'check level', 'dbs type', 'type of check', 'level of check'],
  },
  dbs_workforce: {
    words: 'Child, adult or other. Empty means child.',
    sample: 'child',
    also: ['workforce'],
  },
  dbs_number: {
    words: 'The number of the certificate: twelve figures.',
    sample: '001234567890',
    also: ['certificate number', 'dbs certificate number', 'dbs certificate', 'disclosure number'],
  },
  dbs_surname: {
    words: 'The last name on the certificate, where it is another one than theirs.',
    sample: '',
    also: ['name on certificate', 'surname on certificate'],
  },
  dbs_issued_on: {
    words: 'The date on the certificate.',
    sample: '20/01/2025',
    also: ['dbs date', 'dbs issue date', 'certificate date', 'date of issue', 'issued', 'dbs issued'],
  },
  dbs_seen_on: {
    words: 'When one of you held the original in their hands. A copy does not count.',
    sample: '27/01/2025',
    also: ['dbs seen', 'certificate seen', 'original seen', 'seen on', 'dbs checked on'],
  },
  update_service: {
    words: 'Yes when they are in the Update Service and agreed that you look there.',
    sample: 'yes',
    also: ['dbs update service', 'on update service', 'update service yes no'],
  },
  interview_on: {
    words: 'When they were interviewed and you said yes.',
    sample: '22/01/2025',
    also: ['interview', 'interview date', 'date of interview'],
  },
  course: {
    words: 'What the course on keeping people safe was called.',
    sample: 'Safeguarding level 1',
    also: ['course title', 'safeguarding course', 'training', 'safeguarding training'],
  },
  course_provider: {
    words: 'Who gave the course.',
    sample: 'Kelby Council',
    also: ['provider', 'training provider', 'course by'],
  },
  course_on: {
    words: 'When they finished it.',
    sample: '29/01/2025',
    also: ['course date', 'safeguarding training date', 'training date', 'safeguarding date'],
  },
  course_expires_on: {
    words: 'The last day on which it holds, where it has one.',
    sample: '29/01/2028',
    also: ['course expires', 'course expiry', 'training expires', 'safeguarding expiry', 'expires'],
  },
  induction_on: {
    words: 'When their induction was complete.',
    sample: '01/02/2025',
    also: ['induction', 'induction date'],
  },
};

/** The column a heading means, or null when we do not know it. */
export const volunteerColumnOf = headingReader<VolunteerColumn>(volunteerColumnWords);
