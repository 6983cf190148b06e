import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { View } from './view.ts';

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
);

/** The addresses of the built style sheet, typeface and islands. Raises an Error that says to build when there is no build. */
export const readAssets = (clientDir: string): View['assets'] => {
  let text: string;
  try {
    text = readFileSync(join(clientDir, '.vite', 'manifest.json'), 'utf8');
  } catch {
    throw new Error('The pages are not built yet. Run "npm start", which builds them, or "npx vite build".');
  }
  const parts = Object.entries(manifestShape.parse(JSON.parse(text)));
  const address = (test: (source: string) => boolean) => {
    const found = parts.find(([source, part]) => test(source) || test(part.file));
    return found ? `/${found[1].file}` : '';
  };
  const look = parts.find(([source]) => source.endsWith('look/main.scss'));
  return {
    look: address((name) => name.endsWith('look/main.scss')),
    font:
      address((name) => /figtree-latin-wght-normal.*\.woff2$/.test(name)) ||
      `/${look?.[1].assets?.find((file) => file.includes('figtree-latin-wght')) ?? ''}`,
    icon: address((name) => name.endsWith('favicon.svg')),
    island: (name) => address((file) => file.endsWith(`/${name}.island.tsx`)),
  };
};
