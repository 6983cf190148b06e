import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../root.ts';

/** One face of a document's letters; the number is its weight. */
export type Face = 'text' | 'strong';

const WEIGHTS: Readonly<Record<Face, number>> = { text: 400, strong: 700 };
/** The parts a typeface comes in, each with letters the others have not. */
const PARTS = ['latin', 'latin-ext'] as const;
export type Part = (typeof PARTS)[number];

const fileOf = (part: Part, face: Face): string =>
  join(
    repositoryRoot(),
    'node_modules/@fontsource/figtree/files',
    `figtree-${part}-${WEIGHTS[face]}-normal.woff`,
  );

let read: readonly { readonly part: Part; readonly face: Face; readonly bytes: Buffer }[] | null = null;

/** The letters documents are set in, read once; without the second part, letters beyond the first have no shape. */
export const fontFiles = () => {
  read ??= PARTS.flatMap((part) =>
    (['text', 'strong'] as const)
      .filter((face) => part === 'latin' || existsSync(fileOf(part, face)))
      .map((face) => ({ part, face, bytes: readFileSync(fileOf(part, face)) })),
  );
  return read;
};

export const fontName = (part: Part, face: Face): string => `${face}-${part}`;
