// While developing: the server restarts when a file of its own changes, the pages' files are rebuilt beside it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownNode, root } from './places.mjs';

const node = ownNode() ?? process.execPath;
const manifest = join(root, 'dist', 'client', '.vite', 'manifest.json');
const children = [];

start([join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--watch', '--logLevel', 'warn']);
// The first page needs to know the names of its files.
while (!existsSync(manifest)) await pause(100);
start([
  '--watch',
  '--watch-preserve-output',
  '--import',
  'tsx',
  'src/main.ts',
  'start',
  ...process.argv.slice(2),
]);

function start(args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit' });
  children.push(child);
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0;
    for (const other of children) other.kill('SIGTERM');
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
