import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, stale } from '#platform/db/generate.ts';
import { repositoryRoot } from '#platform/root.ts';
import { documents } from './generate-documents.ts';

// `npm run generate` writes down what the migrations and the rooms make; with --check it only says what is stale.
const made = { ...(await generate()), ...documents() };
const changed = stale(made);
if (process.argv.includes('--check')) {
  if (changed.length > 0) {
    console.error(`Out of date: ${changed.join(', ')}. Run: npm run generate`);
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of Object.entries(made))
    if (changed.includes(path)) writeFileSync(join(repositoryRoot(), path), text);
  console.log(changed.length > 0 ? `Written: ${changed.join(', ')}` : 'Nothing has changed.');
}
