// Everything that must hold, in order, then a table of it. `--only NAME` (again and again) runs those parts alone.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownNode, root } from './places.mjs';

const script = (...path) => join(root, 'node_modules', ...path);
const reports = (() => {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  return mkdtempSync(join(root, '.tmp', 'tests-'));
})();

const parts = [
  { name: 'ensure', about: 'installed and built', args: ['bin/ensure.mjs'] },
  { name: 'types', about: 'TypeScript', args: [script('typescript', 'bin', 'tsc'), '--noEmit'] },
  {
    name: 'style',
    about: 'Biome',
    args: [script('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--log-level=warn'],
  },
  { name: 'unused', about: 'knip', args: [script('knip', 'bin', 'knip.js'), '--no-progress'] },
  {
    name: 'schema',
    about: 'generated files are fresh',
    args: ['--import', 'tsx', 'src/command/generate.ts', '--check'],
  },
  { name: 'holes', about: 'what is known of what we stand on', args: ['bin/audit.mjs'] },
  { name: 'unit', about: 'rules, without a database', vitest: 'unit' },
  { name: 'database', about: 'a real PostgreSQL', vitest: 'database' },
  {
    name: 'browser',
    about: 'a Chromium that runs',
    args: ['tests/support/chromium.ts'],
    heard: 'KITH_CHROMIUM',
  },
  { name: 'journeys', about: 'a real browser', vitest: 'journeys', needs: 'browser' },
  { name: 'long', about: 'slow simulations', vitest: 'long', needs: 'browser', onlyWhenNamed: true },
];

const named = process.argv.flatMap((word, at) => (word === '--only' ? [process.argv[at + 1]] : []));
const unknown = named.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no part named ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const needed = parts.filter(({ name }) => named.includes(name)).map(({ needs }) => needs);
const chosen = parts.filter(({ name, onlyWhenNamed }) =>
  named.length > 0 ? named.includes(name) || needed.includes(name) : onlyWhenNamed !== true,
);

const env = {
  ...process.env,
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
  NO_COLOR: process.stdout.isTTY ? '' : '1',
};
if (env.NO_COLOR === '') delete env.NO_COLOR;
const rows = [];
for (const part of chosen) {
  console.log(`\n== ${part.name}: ${part.about}`);
  const started = performance.now();
  // Installing may bring the Node that the later parts run on.
  const node = part.name === 'ensure' ? process.execPath : (ownNode() ?? process.execPath);
  const row = part.vitest ? await runVitest(node, part) : await runPart(node, part);
  row.seconds = (performance.now() - started) / 1000;
  rows.push({ ...part, ...row });
  if (part.name === 'ensure' && !row.ok) break;
}
rmSync(reports, { recursive: true, force: true });
tell();

async function runPart(node, { args, heard }) {
  const { code, said } = await run(node, args, heard !== undefined);
  if (heard !== undefined && code === 0) env[heard] = said.trim().split('\n').at(-1);
  return { ok: code === 0 };
}

async function runVitest(node, { vitest }) {
  const report = join(reports, `${vitest}.json`);
  const { code } = await run(node, [
    script('vitest', 'vitest.mjs'),
    'run',
    '--project',
    vitest,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    // A file that breaks before its first test has no failed test to count.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const failed = numFailedTests + broken;
    return {
      ok: code === 0,
      passed: numPassedTests,
      failed: failed || (code === 0 ? 0 : 1),
      left: numPendingTests,
    };
  } catch {
    return { ok: false, passed: 0, failed: 1, left: 0 };
  }
}

function run(node, args, listen = false) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env,
      stdio: ['ignore', listen ? 'pipe' : 'inherit', 'inherit'],
    });
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function tell() {
  const sum = (key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  console.log('\nPart        What                        Result   Tests    Time');
  for (const { name, about, ok, passed, failed, seconds } of rows) {
    const tests = passed === undefined ? '' : `${passed}/${passed + failed}`;
    console.log(
      `${name.padEnd(12)}${about.padEnd(28)}${(ok ? 'holds' : 'FAILS').padEnd(9)}${tests.padEnd(9)}${seconds.toFixed(1)} s`,
    );
  }
  const broken = rows.filter(({ ok }) => !ok).map(({ name }) => name);
  if (sum('left') > 0) console.log(`\nLeft out by the tests themselves: ${sum('left')}`);
  if (broken.length > 0)
    console.log(`\nDoes not hold: ${broken.join(', ')}. Run one alone: npm test -- --only ${broken[0]}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
}
