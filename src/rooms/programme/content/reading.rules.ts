/** Looking at the shipped words as words: pure, and used by the checks that keep them plain. */

/** Every string inside a value, at any depth, in order. Numbers, booleans and absent values hold none. */
export function everyString(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(everyString);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(everyString);
  return [];
}

const sentences = (text: string): string[] =>
  text.split(/(?<=[.?:])[”"]?\s+/u).filter((part) => /\p{L}/u.test(part));

const words = (text: string): number => text.split(/\s+/u).filter((part) => /[\p{L}\d]/u.test(part)).length;

/**
 * A rough measure of how hard a text is: words to a sentence, on average. A colon ends a sentence, since a reader
 * pauses there. Not a number for texts without a word in them.
 */
export function averageSentence(texts: readonly string[]): number {
  const all = texts.flatMap(sentences);
  return all.reduce((sum, sentence) => sum + words(sentence), 0) / all.length;
}
