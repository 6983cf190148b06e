// Runs on the machine's own Node (20.19 or newer): no TypeScript, no package, nothing that needs installing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The Node 26 that the lock file brings; null until it is installed. */
export function ownNode() {
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  for (const name of names) {
    const program = join(root, 'node_modules', name, 'bin', 'node');
    if (existsSync(program)) return program;
  }
  return null;
}

/** True when this process is already new enough to run Kith itself. */
export const isNewEnough = Number(process.versions.node.split('.')[0]) >= 26;
