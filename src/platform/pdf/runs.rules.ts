/** A stretch of text that one font can write. */
export interface Run<F> {
  readonly text: string;
  readonly font: F;
}

/** What stands where no font at hand has the letter. */
export const NO_LETTER = '?';

/**
 * Cuts a text into stretches by the first font that has each letter. A letter that none has (another script) becomes a
 * plain question mark: whoever reads sees that something is missing, and nothing is guessed. Marks that sit on the
 * letter before them are joined to it first, where there is one letter for both.
 */
export const runsOf = <F>(
  text: string,
  fonts: readonly F[],
  has: (font: F, codePoint: number) => boolean,
): readonly Run<F>[] => {
  const runs: { text: string; font: F }[] = [];
  const [first] = fonts;
  if (first === undefined) return [];
  for (const letter of text.normalize('NFC')) {
    const point = letter.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    // A space is written by whatever wrote the letter before it.
    if (last && letter === ' ') {
      last.text += letter;
      continue;
    }
    const font = fonts.find((each) => has(each, point));
    const written = { text: font === undefined ? NO_LETTER : letter, font: font ?? first };
    if (last && last.font === written.font) last.text += written.text;
    else runs.push(written);
  }
  return runs;
};

/** The same text as it will stand there, for what is read aloud and for the title. */
export const asWritten = <F>(runs: readonly Run<F>[]): string => runs.map(({ text }) => text).join('');
