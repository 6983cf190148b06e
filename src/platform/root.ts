import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of the repository, found by walking up to our own `package.json`: the sources and the built
 * server sit at different depths, and migrations and fonts are read from the repository by both.
 * @throws Error when no parent folder is Kith's.
 */
export function repositoryRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
      if (typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'kith')
        return folder;
    }
    if (dirname(folder) === folder)
      throw new Error(
        'Kith cannot find its own folder. Keep the program inside the folder it was cloned to.',
      );
  }
}
