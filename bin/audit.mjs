// Asks the registry whether what runs in production has known holes. High and critical ones fail; what a registry
// cannot answer, or a machine without a network, is said and lets the rest go on.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/** Advisories somebody has read and decided to live with, each with a reason and a last day. */
const LIVED_WITH = JSON.parse(readFileSync(join(root, 'bin', 'audit-lived-with.json'), 'utf8'));
const PATIENCE = 60_000;

const asked = () =>
  new Promise((resolve) => {
    const npm = process.env.npm_execpath;
    const [program, words] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const child = spawn(program, [...words, 'audit', '--omit=dev', '--json', '--loglevel=silent'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE,
    });
    let said = '';
    child.stdout.on('data', (words) => {
      said += words;
    });
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(said));
  });

const read = (said) => {
  try {
    return JSON.parse(said);
  } catch {
    return {};
  }
};

const { vulnerabilities } = read(await asked());
if (!vulnerabilities) {
  console.log(
    'The registry could not be asked for known holes: ask again where there is a network (npm run audit).',
  );
  process.exit(0);
}
const today = Temporal.Now.plainDateISO().toString();
const livedWith = LIVED_WITH.filter(({ until }) => until >= today).map(({ advisory }) => advisory);
const holes = new Map();
for (const { via } of Object.values(vulnerabilities))
  for (const hole of via)
    if (
      typeof hole === 'object' &&
      ['high', 'critical'].includes(hole.severity) &&
      !livedWith.includes(hole.url)
    )
      holes.set(hole.url, hole);
for (const { name, severity, title, url } of holes.values())
  console.error(`${severity}: ${name}: ${title} (${url})`);
if (holes.size > 0) {
  console.error(
    'Update what is named, or write into bin/audit-lived-with.json why it does not reach us, and until when.',
  );
  process.exit(1);
}
console.log('No known hole of high or critical weight in what runs in production.');
