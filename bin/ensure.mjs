// Before every start and every test: installs what the lock file asks for and builds what has changed since the
// last time. When nothing has, it costs a few hundredths of a second. Runs on Node 20.19 without any package.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { holding } from './hold.mjs';
import { isNewEnough, ownNode, root } from './places.mjs';

const modules = join(root, 'node_modules');
const installedStamp = join(modules, '.kith-installed');
const builtStamp = join(root, 'dist', '.kith-built');
const mayBuild = !process.argv.includes('--no-build');

try {
  if (!isInstalled() || (mayBuild && !isBuilt())) {
    await holding(join(root, '.tmp', 'ensure.lock'), async () => {
      // Whoever held the lock before us may have done the work.
      if (!isInstalled()) await install();
      if (mayBuild && !isBuilt()) await build();
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

/** A stamp of ours says so, or npm's own list of what it installed does (then a plain `npm install` counts too). */
function isInstalled() {
  if (ownNode() === null && !isNewEnough) return false;
  const hash = wanted();
  if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === hash) return true;
  if (!hasEveryPackage()) return false;
  writeFileSync(installedStamp, hash);
  return true;
}

function hasEveryPackage() {
  const list = join(modules, '.package-lock.json');
  if (!existsSync(list)) return false;
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(asked).every(([path, { version, os, cpu, libc, optional }]) => {
    if (path === '') return true;
    if (there[path] !== undefined) return there[path].version === version;
    if (optional !== true) return false;
    // What is made for other platforms, and what only those would use, is rightly absent.
    if (os === undefined && cpu === undefined) return true;
    const forUs = (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
    return !forUs || libc !== undefined;
  });
}

async function install() {
  console.log('Installing what Kith is made of. This happens once, and again after an update.');
  // The Node that started npm, not the one inside node_modules, which is about to be replaced.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const [program, args] = npm(node);
  const flags = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const code = await run(program, [...args, ...flags]);
  if (code !== 0)
    throw new Error(
      'Installing did not work; npm says why above. Check the connection to the package registry, then try again.',
    );
  if (ownNode() === null && !isNewEnough)
    throw new Error(
      `Kith brings no Node 26 for ${process.platform} on ${process.arch}. Install Node 26, then try again.`,
    );
  writeFileSync(installedStamp, wanted());
}

function npm(node) {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = process.env.npm_execpath ?? beside;
  return existsSync(script) ? [node, [script]] : ['npm', []];
}

/** Everything the build reads, by path, size and time of change. */
function sources() {
  const hash = createHash('sha256').update(wanted());
  const note = (path) => {
    const found = lstatSync(path);
    if (found.isDirectory()) for (const name of readdirSync(path).sort()) note(join(path, name));
    else hash.update(`${relative(root, path)} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const path of ['src', 'vite.config.ts', 'tsconfig.json', 'bin/build.mjs']) note(join(root, path));
  // The demo story is part of the built server.
  if (existsSync(join(root, 'seeds'))) note(join(root, 'seeds'));
  return hash.digest('hex');
}

function isBuilt() {
  return existsSync(builtStamp) && readFileSync(builtStamp, 'utf8') === sources();
}

async function build() {
  console.log('Building the pages.');
  // Taken before building: a file saved meanwhile means building once more next time.
  const stamp = sources();
  const code = await run(ownNode() ?? process.execPath, [join(root, 'bin', 'build.mjs')]);
  if (code !== 0) throw new Error('The pages could not be built; the reason is above.');
  mkdirSync(dirname(builtStamp), { recursive: true });
  writeFileSync(builtStamp, stamp);
}

/** Without a shell, so that a folder with a space or a quote in its name is only a name. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
