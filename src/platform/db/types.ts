import pg from 'pg';

const { builtins } = pg.types;
const TEXT_ARRAY = 1009;
const ARRAYS = { date: 1182, timestamptz: 1185, int8: 1016, numeric: 1231 } as const;

/**
 * How answers of the database become values: a date stays its text (`2026-11-26`, for Temporal.PlainDate.from),
 * a moment becomes ISO 8601 in UTC (for Temporal.Instant.from), a bigint a number, a numeric its text.
 * For the connections of `kith_owner` and `kith_app` only: the sign-in library counts on JavaScript dates.
 */
export const houseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const reader = pg.types.getTypeParser as (oid: number) => (text: string) => (string | null)[];
const asIs = (text: string) => text;

function moment(text: string): string {
  if (text.endsWith('infinity')) return text;
  const iso = text.replace(' ', 'T');
  return iso.endsWith('+00') ? `${iso.slice(0, -3)}Z` : Temporal.Instant.from(iso).toString();
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database answered ${text}, which is more than a number can hold exactly.`);
  return value;
}

function listOf<T>(parse: (text: string) => T): (text: string) => T[] {
  // The library's own reader of text[] knows the quoting.
  const read = reader(TEXT_ARRAY);
  return (text) => read(text).map((each) => (each === null ? (null as T) : parse(each)));
}

const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.DATE, asIs],
  [builtins.TIMESTAMPTZ, moment],
  [builtins.INT8, wholeNumber],
  [builtins.NUMERIC, asIs],
  [builtins.INTERVAL, asIs],
  [ARRAYS.date, listOf(asIs)],
  [ARRAYS.timestamptz, listOf(moment)],
  [ARRAYS.int8, listOf(wholeNumber)],
  [ARRAYS.numeric, listOf(asIs)],
]);
