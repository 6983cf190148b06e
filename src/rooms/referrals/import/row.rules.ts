import { daysBetween } from '#kernel/dates.ts';
import { isNhsNumber, languageOf } from '#rooms/people/door.ts';
import type { Arrival, NewParent, Relation } from '../receive/receive.rules.ts';
import { outsideKeyOf } from '../receive/receive.rules.ts';
import { cellsOf, type Fault, oneLine } from './cells.rules.ts';
import type { ColumnName } from './columns.ts';
import type { FileRow } from './read-file.ts';

/** A row that can land: what arrives, always with a new parent and the key it is known by. */
export interface LandingRow {
  readonly number: number;
  readonly source: FileRow;
  readonly arrival: Arrival & { readonly parent: NewParent; readonly outsideKey: string };
  readonly pregnancy: {
    readonly dueOn: Temporal.PlainDate | null;
    readonly bornOn: Temporal.PlainDate | null;
    readonly babiesExpected: number;
  };
  readonly receivedOn: Temporal.PlainDate;
  /** What tells this parent from another, in one shape: equal in two rows means the same row sent twice. */
  readonly fingerprint: string;
}

export type RowRead =
  | { readonly ok: true; readonly row: LandingRow }
  | {
      readonly ok: false;
      readonly number: number;
      readonly source: FileRow;
      readonly faults: readonly Fault[];
    };

/** What a row is read against: the centres it may name, the template's needs, today. */
export interface Reading {
  readonly centres: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  /** The centre of every row that names none. */
  readonly centreId: string | null;
  readonly needs: readonly { readonly code: string; readonly name: string }[];
  readonly today: Temporal.PlainDate;
}

const LONGEST = 4000;
// A due date further ahead than a pregnancy lasts, or long past without a birthday, is a slip of the pen.
const FURTHEST_DUE_DAYS = 300;
const LATEST_OVERDUE_DAYS = 42;

const RELATION_WORDS: ReadonlyMap<string, Relation> = new Map([
  ['', 'pregnant'],
  ['pregnant', 'pregnant'],
  ['pregnant person', 'pregnant'],
  ['mother', 'pregnant'],
  ['mum', 'pregnant'],
  ['birthing parent', 'pregnant'],
  ['father', 'father'],
  ['dad', 'father'],
  ['partner', 'partner'],
  ['co-parent', 'partner'],
  ['other carer', 'other_carer'],
  ['other_carer', 'other_carer'],
  ['carer', 'other_carer'],
  ['grandparent', 'other_carer'],
]);

/** Reads one row: all that is wrong with it at once, or what arrives. Pure. */
export const readRow = (source: FileRow, reading: Reading): RowRead => {
  const { faults, cell, wrong, yesNo, date, address, phone } = cellsOf(source);

  if (source.tooMany)
    wrong(
      '',
      'The row has more cells than there are headings, so we cannot tell which is which.',
      'Put quotation marks around a cell that holds the mark between cells, such as a comma.',
    );
  for (const column of Object.keys(source.cells) as ColumnName[])
    if (cell(column).length > LONGEST)
      wrong(
        column,
        `There are more than ${LONGEST.toLocaleString('en-GB')} characters here.`,
        'Shorten it, and send the rest by letter.',
      );

  const named = oneLine(cell('centre'));
  const centre =
    named === ''
      ? reading.centres.find(({ id }) => id === reading.centreId)
      : reading.centres.find(({ slug, name }) => oneLine(slug) === named || oneLine(name) === named);
  if (!centre)
    wrong(
      'centre',
      named === '' ? 'No centre is named.' : `We know no centre “${cell('centre')}” that you can import for.`,
      `Write one of: ${reading.centres.map(({ slug }) => slug).join(', ')}.`,
    );

  if (cell('given_name') === '')
    wrong('given_name', 'There is no first name.', 'Write what the parent is called.');

  const bornOn = date('born_on');
  if (bornOn && Temporal.PlainDate.compare(bornOn, reading.today) >= 0)
    wrong(
      'born_on',
      'The parent’s date of birth is not in the past.',
      'Check the year. The baby’s birthday belongs under baby_born_on.',
    );

  const nhsNumber = cell('nhs_number').replace(/[\s-]/g, '');
  if (nhsNumber !== '' && !isNhsNumber(nhsNumber))
    wrong(
      'nhs_number',
      'This cannot be an NHS number: the last figure does not fit the others, or there are not ten.',
      'Check it against the letter or the card, or leave it empty.',
    );

  const email = address('email');
  const parentPhone = phone('phone');
  if (cell('email') === '' && cell('phone') === '' && cell('address') === '')
    wrong(
      'phone',
      'There is no way to reach the parent.',
      'Give a phone number, an e-mail address or a postal address.',
    );

  const safeBy = oneLine(cell('safe_by'))
    .split(/[,;/|+&]|\band\b/)
    .map((way) => way.trim())
    .filter(Boolean);
  const ways = { email: false, text: false, call: false, voicemail: false };
  for (const way of safeBy) {
    if (/^(e-?mail)$/.test(way)) ways.email = true;
    else if (/^(text|sms|text message|message)$/.test(way)) ways.text = true;
    else if (/^(call|phone|ring|telephone)$/.test(way)) ways.call = true;
    else if (/^(voicemail|voice mail|answerphone)$/.test(way)) ways.voicemail = true;
    else if (!/^(post|letter|none|no)$/.test(way))
      wrong(
        'safe_by',
        `We do not know the way “${way}”.`,
        'Write any of: email, text, call, voicemail, post.',
      );
  }

  const language = languageOf(cell('language'));
  if (!language)
    wrong(
      'language',
      `We do not know the language “${cell('language')}”.`,
      'Write its English name, such as Polish, or its code, such as pl.',
    );

  const relation = RELATION_WORDS.get(oneLine(cell('relation')));
  if (!relation)
    wrong(
      'relation',
      `We do not know “${cell('relation')}” here.`,
      'Write pregnant, father, partner or other carer.',
    );

  const receivedOn = date('received_on') ?? reading.today;
  if (Temporal.PlainDate.compare(receivedOn, reading.today) > 0)
    wrong('received_on', 'The referral is dated in the future.', 'Check the day and the month.');

  const babyBornOn = date('baby_born_on');
  if (babyBornOn && Temporal.PlainDate.compare(babyBornOn, reading.today) > 0)
    wrong(
      'baby_born_on',
      'The baby’s birthday is in the future.',
      'When the baby is not born yet, write the date under due_on.',
    );
  const dueOn = date('due_on');
  if (dueOn && !babyBornOn) {
    const ahead = daysBetween(reading.today, dueOn);
    if (ahead > FURTHEST_DUE_DAYS)
      wrong('due_on', 'The due date is more than a pregnancy away.', 'Check the year.');
    if (ahead < -LATEST_OVERDUE_DAYS)
      wrong('due_on', 'The due date passed some time ago.', 'Give the baby’s birthday under baby_born_on.');
  }
  const babies = cell('babies_expected') === '' ? 1 : Number(cell('babies_expected'));
  if (!Number.isInteger(babies) || babies < 1 || babies > 5)
    wrong(
      'babies_expected',
      `“${cell('babies_expected')}” is not a number from 1 to 5.`,
      'Write how many babies, or leave it empty.',
    );

  if (!yesNo('parent_knows', true) && oneLine(cell('parent_knows')) !== '')
    wrong(
      'parent_knows',
      'The parent does not know of this referral.',
      'Speak with the parent first. When they agree, write yes.',
    );
  const tellReferrer = yesNo('tell_referrer', false);
  const interpreterNeeded = yesNo('interpreter', false);
  const privatePhone = yesNo('private_phone', false);

  const referrerEmail = address('referrer_email');
  const referrerPhone = phone('referrer_phone');
  const referred = cell('referrer_name') !== '' || referrerEmail !== null;

  if (faults.length > 0 || !centre || !language || !relation)
    return { ok: false, number: source.number, source, faults };

  const knownNeeds: string[] = [];
  const otherNeeds: string[] = [];
  for (const word of cell('needs')
    .split(/[;|]/)
    .map((each) => each.trim())
    .filter(Boolean)) {
    const found = reading.needs.find(
      ({ code, name }) => oneLine(code) === oneLine(word) || oneLine(name) === oneLine(word),
    );
    if (found) knownNeeds.push(found.code);
    else otherNeeds.push(word);
  }
  const identifying = [
    cell('given_name'),
    cell('family_name'),
    bornOn?.toString() ?? '',
    nhsNumber,
    email ?? '',
    parentPhone ?? '',
    cell('postcode'),
    dueOn?.toString() ?? '',
    babyBornOn?.toString() ?? '',
  ];
  return {
    ok: true,
    row: {
      number: source.number,
      source,
      receivedOn,
      fingerprint: identifying.map(oneLine).join('\u001f'),
      pregnancy: { dueOn, bornOn: babyBornOn, babiesExpected: babies },
      arrival: {
        centreId: centre.id,
        route: 'file',
        cameBy: 'file',
        parent: {
          givenName: cell('given_name'),
          familyName: cell('family_name'),
          knownAs: cell('known_as') || null,
          bornOn,
          pronouns: null,
          language,
          interpreterNeeded,
          accessNeeds: cell('access_needs'),
          nhsNumber: nhsNumber || null,
          contact: {
            email,
            phone: parentPhone,
            address: cell('address') || null,
            postcode: cell('postcode') || null,
            mayEmail: ways.email,
            mayText: ways.text,
            mayCall: ways.call,
            mayVoicemail: ways.voicemail,
            neutralOnly: !privatePhone,
            safeTimes: cell('safe_times'),
          },
        },
        relation,
        family: { dueOn, bornOn: babyBornOn, babiesExpected: babies },
        needs: {
          why: [cell('why'), otherNeeds.join('; ')].filter(Boolean).join('\n'),
          needs: knownNeeds,
          risks: cell('risks'),
          supportNow: cell('support_now'),
          hopes: cell('hopes'),
        },
        referrer: referred
          ? {
              name: cell('referrer_name') || (referrerEmail ?? ''),
              job: cell('referrer_job'),
              worksFor: cell('referrer_works_for'),
              email: referrerEmail,
              phone: referrerPhone,
            }
          : null,
        parentKnows: true,
        tellReferrer,
        heardOfUs: cell('heard_of_us'),
        outsideKey: outsideKeyOf({ centreId: centre.id, reference: cell('reference'), identifying }),
        quiet: true,
      },
    },
  };
};
