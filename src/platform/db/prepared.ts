const MOST_NAMES = 200;
const MOST_TEXTS = 2000;
const LONGEST = 8000;
const TIMES = 3;

/**
 * Gives a query text a name once it has come several times, so that the database keeps its plan: planning under
 * row-level security costs more than most of our queries themselves. Answers undefined for a text that is new,
 * very long (a bulk insert) or one too many: every connection keeps every named plan in its memory.
 */
export const preparedNames = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= MOST_NAMES || text.length > LONGEST) return name;
    const times = (seen.get(text) ?? 0) + 1;
    if (times < TIMES) {
      // Lists of another length are other texts, without end.
      if (seen.size >= MOST_TEXTS) seen.clear();
      seen.set(text, times);
      return undefined;
    }
    seen.delete(text);
    const given = `kith_${names.size + 1}`;
    names.set(text, given);
    return given;
  };
};

/** Whether the database refused a kept plan because a table changed under it: the connection is then of no more use. */
export const planIsStale = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === '0A000' && String(message).includes('cached plan');
};
