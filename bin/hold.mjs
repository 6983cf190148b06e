import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does the work while no other process on this machine does work under the same lock file. The file names its
 * holder; one left behind by a process that is gone is taken away.
 */
export async function holding(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!taken(file)) {
    const holder = holderOf(file);
    if (holder !== null && !alive(holder)) takeAway(file, holder);
    else {
      if (!told) console.log('Another start is installing or building here; waiting for it.');
      told = true;
      await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between making the file and writing to it.
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to somebody else.
    return error.code === 'EPERM';
  }
}

/** Moved aside first: of several who saw the same dead holder, only one takes this very file away. */
function takeAway(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (holderOf(aside) !== holder) {
    // Somebody took the lock between our look and our move: put theirs back.
    renameSync(aside, file);
    return;
  }
  rmSync(aside, { force: true });
}
