/** True for what PostgreSQL answered: its detail, and some of its sentences, repeat values of people's rows. */
const fromDatabase = (error: Error): boolean => 'severity' in error;

const placesIn = (error: Error): readonly string[] =>
  (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));

/**
 * What a program that fails may leave in its log: which fault, where, and of the database's own only the code and the
 * rule it broke. Node's own way would print every property of the error, names and numbers of parents among them.
 */
export const lastWords = (error: unknown): string => {
  if (!(error instanceof Error)) return `Kith stopped: ${typeof error}`;
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  const said = fromDatabase(error)
    ? ['the database refused', code, constraint].filter(Boolean).join(' ')
    : error.message;
  return [`Kith stopped: ${error.name}: ${said}`, ...placesIn(error)].join('\n');
};
