import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let lock: string;
let diary: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith hold '));
  lock = join(folder, 'ensure.lock');
  diary = join(folder, 'diary');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A process that holds the lock for a moment and writes down when it had it. */
function holder(name: string): Promise<number | null> {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { holding } from ${JSON.stringify(new URL('../bin/hold.mjs', import.meta.url).href)};
    await holding(process.argv[1], async () => {
      appendFileSync(process.argv[2], '${name} in\\n');
      await new Promise((done) => setTimeout(done, 150));
      appendFileSync(process.argv[2], '${name} out\\n');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, lock, diary], {
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.on('exit', resolve));
}

describe('installing and building, with several starts at once', () => {
  it('is done by one at a time', async () => {
    expect(await Promise.all([holder('a'), holder('b'), holder('c')])).toEqual([0, 0, 0]);
    const lines = readFileSync(diary, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(6);
    for (let at = 0; at < 6; at += 2) expect(lines[at + 1]).toBe(lines[at]?.replace('in', 'out'));
  });

  it('goes on when the one before was killed in the middle', async () => {
    const killed = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(lock, String(killed));
    expect(await Promise.all([holder('a'), holder('b')])).toEqual([0, 0]);
    expect(readFileSync(diary, 'utf8').match(/out/g)).toHaveLength(2);
  });
});
