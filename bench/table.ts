/** What was measured of one page. */
export interface Result {
  readonly page: string;
  readonly about: string;
  readonly target: number | null;
  readonly kithPerSecond: number;
  readonly barePerSecond: number;
  /** Kith's throughput as a part of the bare route's. */
  readonly ratio: number;
  /** Milliseconds at half load. */
  readonly p50: number;
  readonly p99: number;
  /** What the page asks of the database, session and audit included; the transaction's own frame is not. */
  readonly queries: number;
  readonly statements: number;
}

const MOST_QUERIES = 8;
const TAIL = 10;

const verdict = (result: Result): string => {
  const missed = [
    ...(result.target !== null && result.ratio < result.target ? [`below ${result.target}`] : []),
    ...(result.p99 > TAIL * result.p50 ? ['long tail'] : []),
    ...(result.queries > MOST_QUERIES ? [`over ${MOST_QUERIES} queries`] : []),
  ];
  return missed.length === 0 ? 'holds' : `MISSED: ${missed.join(', ')}`;
};

/** One line while the bench runs. */
export const inWords = (result: Result): string =>
  `${result.about}: ${result.kithPerSecond.toFixed(0)} a second, ${result.ratio.toFixed(2)} of the bare route`;

/** The table at the end. */
export const tableOf = (results: readonly Result[]): string =>
  [
    'Page                      Kith/s  bare/s   ratio  wanted   p50 ms   p99 ms  queries  Result',
    ...results.map((each) =>
      [
        each.about.padEnd(24),
        each.kithPerSecond.toFixed(0).padStart(7),
        each.barePerSecond.toFixed(0).padStart(7),
        each.ratio.toFixed(2).padStart(7),
        (each.target?.toFixed(1) ?? '').padStart(7),
        each.p50.toFixed(1).padStart(8),
        each.p99.toFixed(1).padStart(8),
        String(each.queries).padStart(8),
        ` ${verdict(each)}`,
      ].join(' '),
    ),
  ].join('\n');
