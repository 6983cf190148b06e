import { languageOf } from '#rooms/people/door.ts';
import { cellsOf, type Fault, type FileRow, oneLine, outsideKeyOf } from '#rooms/referrals/door.ts';
import {
  type Cells,
  type CheckReading,
  pastDate,
  readCheck,
  type SeenInFile,
} from './check-in-file.rules.ts';
import type { VolunteerColumn } from './columns.ts';

export type VolunteerFault = Fault<VolunteerColumn>;

/** A volunteer who can land. */
export interface VolunteerRow {
  readonly number: number;
  readonly source: FileRow<VolunteerColumn>;
  readonly outsideKey: string;
  /** Equal in two rows means the same row sent twice. */
  readonly fingerprint: string;
  readonly centreId: string;
  readonly roleCode: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly wasParentHere: boolean | null;
  readonly startedOn: Temporal.PlainDate;
  readonly references: readonly Temporal.PlainDate[];
  readonly check: SeenInFile | null;
  readonly interviewOn: Temporal.PlainDate | null;
  readonly course: {
    readonly words: string;
    readonly on: Temporal.PlainDate;
    readonly expiresOn: Temporal.PlainDate | null;
  } | null;
  readonly inductionOn: Temporal.PlainDate | null;
}

export type VolunteerRead =
  | { readonly ok: true; readonly row: VolunteerRow }
  | {
      readonly ok: false;
      readonly number: number;
      readonly source: FileRow<VolunteerColumn>;
      readonly faults: readonly VolunteerFault[];
    };

/** What a row is read against. */
export interface VolunteerReading extends CheckReading {
  readonly centres: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  /** The centre of every row that names none. */
  readonly centreId: string | null;
  readonly roles: readonly {
    readonly code: string;
    readonly name: string;
    /** Whether it was decided which check the role is eligible for. */
    readonly decided: boolean;
  }[];
}

const LONGEST = 1000;
const USUAL_ROLE = 'peer_supporter';

const readCourse = (cells: Cells, today: Temporal.PlainDate): VolunteerRow['course'] => {
  const { cell, wrong, date } = cells;
  const on = pastDate(cells, today)('course_on');
  const expiresOn = date('course_expires_on');
  if (!on) {
    if (cell('course_on') === '' && (cell('course') !== '' || expiresOn))
      wrong(
        'course_on',
        'It does not say when the course was finished.',
        'Write the date, or leave the columns of the course empty.',
      );
    return null;
  }
  if (expiresOn && Temporal.PlainDate.compare(expiresOn, on) < 0) {
    wrong('course_expires_on', 'The course ends to hold before it was finished.', 'Check the two dates.');
    return null;
  }
  return { words: [cell('course'), cell('course_provider')].filter(Boolean).join(', '), on, expiresOn };
};

/** Reads one row: all that is wrong with it at once, or the volunteer who can land. Pure. */
export const readVolunteer = (source: FileRow<VolunteerColumn>, reading: VolunteerReading): VolunteerRead => {
  const cells = cellsOf<VolunteerColumn>(source);
  const { faults, cell, wrong, yesNo, address, phone } = cells;
  if (source.tooMany)
    wrong(
      '',
      'The row has more cells than there are headings, so we cannot tell which is which.',
      'Put quotation marks around a cell that holds the mark between cells, such as a comma.',
    );
  for (const column of Object.keys(source.cells) as VolunteerColumn[])
    if (cell(column).length > LONGEST)
      wrong(column, `There are more than ${LONGEST.toLocaleString('en-GB')} characters here.`, 'Shorten it.');

  const named = oneLine(cell('centre'));
  const centre =
    named === ''
      ? reading.centres.find(({ id }) => id === reading.centreId)
      : reading.centres.find(({ slug, name }) => oneLine(slug) === named || oneLine(name) === named);
  if (!centre)
    wrong(
      'centre',
      named === '' ? 'No centre is named.' : `We know no centre “${cell('centre')}”.`,
      `Write one of: ${reading.centres.map(({ slug }) => slug).join(', ')}.`,
    );
  const called = oneLine(cell('role'));
  const role = reading.roles.find(
    ({ code, name }) =>
      (called === '' && code === USUAL_ROLE) || oneLine(code) === called || oneLine(name) === called,
  );
  if (!role)
    wrong(
      'role',
      called === '' ? 'No role is named.' : `We know no role “${cell('role')}”.`,
      `Write one of: ${reading.roles.map(({ name }) => name).join(', ')}.`,
    );
  if (cell('given_name') === '')
    wrong('given_name', 'There is no first name.', 'Write what they are called.');
  const language = languageOf(cell('language'));
  if (!language)
    wrong(
      'language',
      `We do not know the language “${cell('language')}”.`,
      'Write its English name, such as Polish, or its code, such as pl.',
    );
  const [email, ringAt] = [address('email'), phone('phone')];
  if (cell('email') === '' && cell('phone') === '')
    wrong('email', 'There is no way to reach them.', 'Give an e-mail address or a phone number.');
  const wasParentHere = cell('was_parent_here') === '' ? null : yesNo('was_parent_here', false);
  const past = pastDate(cells, reading.today);
  const startedOn = past('started_on') ?? reading.today;
  const references = [past('reference_1_on'), past('reference_2_on')].filter((on) => on !== null);
  const check = readCheck(cells, {
    reading,
    decided: role?.decided ?? true,
    surname: cell('family_name') || cell('given_name'),
  });
  const interviewOn = past('interview_on');
  const course = readCourse(cells, reading.today);
  const inductionOn = past('induction_on');

  if (faults.length > 0 || !centre || !role || !language)
    return { ok: false, number: source.number, source, faults };
  const identifying = [
    cell('given_name'),
    cell('family_name'),
    email ?? '',
    ringAt ?? '',
    cell('started_on'),
  ];
  return {
    ok: true,
    row: {
      number: source.number,
      source,
      outsideKey: outsideKeyOf({ centreId: centre.id, reference: cell('reference'), identifying }),
      fingerprint: identifying.map(oneLine).join('\u001f'),
      centreId: centre.id,
      roleCode: role.code,
      givenName: cell('given_name'),
      familyName: cell('family_name'),
      knownAs: cell('known_as') || null,
      email,
      phone: ringAt,
      language,
      wasParentHere,
      startedOn,
      references,
      check,
      interviewOn,
      course,
      inductionOn,
    },
  };
};
