/**
 * Bank holidays of the United Kingdom, 2025 to 2028, as they are set by law or fall by custom. A government can add
 * one at short notice: an organisation adds and removes days on its own page.
 */

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';

export const nationWords: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

export const NATIONS: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland'];

export interface BankHoliday {
  /** ISO date. */
  readonly on: string;
  readonly name: string;
}

const NEW_YEAR = 'New Year’s Day';
const GOOD_FRIDAY = 'Good Friday';
const EASTER_MONDAY = 'Easter Monday';
const EARLY_MAY = 'Early May bank holiday';
const SPRING = 'Spring bank holiday';
const SUMMER = 'Summer bank holiday';
const CHRISTMAS = 'Christmas Day';
const BOXING = 'Boxing Day';

const day = (on: string, name: string): BankHoliday => ({ on, name });
/** The weekday off when the holiday itself falls on a weekend. */
const inPlace = (on: string, name: string): BankHoliday => ({ on, name: `${name} (substitute day)` });

const everywhere: readonly BankHoliday[] = [
  day('2025-01-01', NEW_YEAR),
  day('2025-04-18', GOOD_FRIDAY),
  day('2025-05-05', EARLY_MAY),
  day('2025-05-26', SPRING),
  day('2025-12-25', CHRISTMAS),
  day('2025-12-26', BOXING),
  day('2026-01-01', NEW_YEAR),
  day('2026-04-03', GOOD_FRIDAY),
  day('2026-05-04', EARLY_MAY),
  day('2026-05-25', SPRING),
  day('2026-12-25', CHRISTMAS),
  inPlace('2026-12-28', BOXING),
  day('2027-01-01', NEW_YEAR),
  day('2027-03-26', GOOD_FRIDAY),
  day('2027-05-03', EARLY_MAY),
  day('2027-05-31', SPRING),
  inPlace('2027-12-27', CHRISTMAS),
  inPlace('2027-12-28', BOXING),
  inPlace('2028-01-03', NEW_YEAR),
  day('2028-04-14', GOOD_FRIDAY),
  day('2028-05-01', EARLY_MAY),
  day('2028-05-29', SPRING),
  day('2028-12-25', CHRISTMAS),
  day('2028-12-26', BOXING),
];

/** Not in Scotland, where Easter Monday is a working day and the summer holiday comes earlier. */
const southAndWest: readonly BankHoliday[] = [
  day('2025-04-21', EASTER_MONDAY),
  day('2025-08-25', SUMMER),
  day('2026-04-06', EASTER_MONDAY),
  day('2026-08-31', SUMMER),
  day('2027-03-29', EASTER_MONDAY),
  day('2027-08-30', SUMMER),
  day('2028-04-17', EASTER_MONDAY),
  day('2028-08-28', SUMMER),
];

const scotlandAlone: readonly BankHoliday[] = [
  day('2025-01-02', '2 January'),
  day('2025-08-04', SUMMER),
  inPlace('2025-12-01', 'St Andrew’s Day'),
  day('2026-01-02', '2 January'),
  day('2026-06-15', 'World Cup bank holiday'),
  day('2026-08-03', SUMMER),
  day('2026-11-30', 'St Andrew’s Day'),
  inPlace('2027-01-04', '2 January'),
  day('2027-08-02', SUMMER),
  day('2027-11-30', 'St Andrew’s Day'),
  inPlace('2028-01-04', '2 January'),
  day('2028-08-07', SUMMER),
  day('2028-11-30', 'St Andrew’s Day'),
];

const northernIrelandAlone: readonly BankHoliday[] = [
  day('2025-03-17', 'St Patrick’s Day'),
  inPlace('2025-07-14', 'Battle of the Boyne'),
  day('2026-03-17', 'St Patrick’s Day'),
  inPlace('2026-07-13', 'Battle of the Boyne'),
  day('2027-03-17', 'St Patrick’s Day'),
  day('2027-07-12', 'Battle of the Boyne'),
  day('2028-03-17', 'St Patrick’s Day'),
  day('2028-07-12', 'Battle of the Boyne'),
];

const inOrder = (...parts: readonly (readonly BankHoliday[])[]) =>
  parts.flat().toSorted((one, other) => one.on.localeCompare(other.on));

export const bankHolidays: Readonly<Record<Nation, readonly BankHoliday[]>> = {
  'england-and-wales': inOrder(everywhere, southAndWest),
  scotland: inOrder(everywhere, scotlandAlone),
  'northern-ireland': inOrder(everywhere, southAndWest, northernIrelandAlone),
};
