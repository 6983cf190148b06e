#!/usr/bin/env node
// The `kith` command. Whatever Node the machine has, the server runs on the one that the lock file brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNewEnough, ownNode, root } from './places.mjs';

const main = join(root, 'dist', 'server', 'main.js');

if (!existsSync(main)) {
  console.error('Kith is not built yet. Run: npm start');
  process.exitCode = 1;
} else if (isNewEnough) {
  await runHere();
} else {
  runOnOwnNode();
}

async function runHere() {
  process.setSourceMapsEnabled(true);
  if (process.env.KITH_PARENT === 'waits' && process.channel) {
    // Killed without a word, the parent would leave us holding the port and the data.
    process.channel.unref();
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    delete process.env.KITH_PARENT;
  }
  await import(pathToFileURL(main).href);
}

function runOnOwnNode() {
  const node = ownNode();
  if (node === null) {
    console.error('Kith needs Node 26, which installing brings. Run: npm start');
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, KITH_PARENT: 'waits' },
  });
  // The terminal sends its Ctrl-C to the child too; ours is only to wait for the child to stop properly.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exitCode = code ?? 1;
  });
}
