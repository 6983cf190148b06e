// The database tests on PostgreSQL 15, the oldest that Kith promises to run on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownNode, root } from './places.mjs';

const debian = '/usr/lib/postgresql/15/bin';
const bin = process.env.KITH_TEST_POSTGRES_BIN ?? debian;

if (!existsSync(join(bin, 'postgres')) && bin === debian && process.getuid?.() === 0) installOnDebian();

if (existsSync(join(bin, 'postgres'))) {
  const args = [join(root, 'bin', 'test.mjs'), '--only', 'database'];
  const env = { ...process.env, KITH_TEST_POSTGRES_BIN: bin };
  process.exitCode = spawnSync(ownNode() ?? process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
} else {
  console.error(
    `There is no PostgreSQL 15 in ${bin}. On Debian 12 or Ubuntu: apt-get install postgresql-15 (as root). Elsewhere: set KITH_TEST_POSTGRES_BIN to the folder with its initdb, pg_ctl and postgres.`,
  );
  process.exitCode = 1;
}

function installOnDebian() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  console.log('Installing postgresql-15 for these tests.');
  // The package would start a server of its own; only its programs are wanted.
  const settings = '/etc/postgresql-common/createcluster.d';
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'kith-tests.conf'), 'create_main_cluster = false\n');
  const apt = (...args) =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--no-install-recommends', 'postgresql-15');
}
