import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '#platform/root.ts';

/**
 * What we stand on: every package of the lock is pinned by its digest, comes from the registry, runs nothing while it
 * is installed but what we allow by name, and has a licence that lets a charity use and pass on the whole.
 */

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly dev?: boolean;
}

const root = repositoryRoot();
const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = read('package-lock.json');
const own: {
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
} = read('package.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Do what you like and keep our name, or give back nothing but the file you changed. */
const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
  // Changes to the file itself are given back; nothing is asked of what uses it.
  'MPL-2.0',
];

/** What asks for more thought, by name and with what was thought. */
const THOUGHT_OVER: Readonly<Record<string, string>> = {
  '@fontsource/figtree': 'OFL-1.1: a typeface, passed on under its own licence and never sold alone',
  '@fontsource-variable/figtree': 'OFL-1.1: as above',
  'caniuse-lite': 'CC-BY-4.0: facts about browsers, used while building and passed on to nobody',
  'png-js': 'MIT, as its LICENSE says; its package.json says nothing',
};

const choices = (licence: string): readonly (readonly string[])[] =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .map((choice) => choice.split(' AND '));

test('every package has a licence that was thought about', () => {
  const strange = packages
    .filter(([path, { license }]) => {
      if (THOUGHT_OVER[nameOf(path)]) return false;
      return !choices(license ?? '').some((all) => all.every((each) => FREE.includes(each)));
    })
    .map(([path, { license }]) => `${nameOf(path)}: ${license ?? 'says none'}`);
  expect(strange).toEqual([]);
});

test('nothing is thought over that is not there', () => {
  const there = new Set(packages.map(([path]) => nameOf(path)));
  expect(Object.keys(THOUGHT_OVER).filter((name) => !there.has(name))).toEqual([]);
});

test('what is installed says the same licence as the lock', () => {
  const other = packages.filter(([path, { license }]) => {
    const file = join(root, path, 'package.json');
    if (!existsSync(file)) return false;
    const { license: said } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof said === 'string' && said !== license;
  });
  expect(other.map(([path]) => nameOf(path))).toEqual([]);
});

test('every package is pinned by a strong digest and comes from the registry', () => {
  const loose = packages.filter(
    ([, { integrity, resolved, link }]) =>
      link === true ||
      !integrity?.startsWith('sha512-') ||
      (resolved !== undefined && !resolved.startsWith('https://')),
  );
  expect(loose.map(([path]) => nameOf(path))).toEqual([]);
});

test('only what we allow by name may run something while it is installed', () => {
  const running = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  expect(running.filter((name) => !(name in own.allowScripts))).toEqual([]);
});

test('what we ask for is one exact version', () => {
  const asked = Object.entries({
    ...own.dependencies,
    ...own.devDependencies,
    ...own.optionalDependencies,
  });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
