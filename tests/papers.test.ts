import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '#platform/root.ts';
import { jobsOf, rooms } from '../src/corridor.ts';

const root = repositoryRoot();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const exists = (path: string): boolean => globSync(path, { cwd: root }).length > 0;

/** Every capability of the product: the letter and its first and last number. */
const CAPABILITIES = [
  ['P', 0, 7],
  ['H', 1, 7],
  ['F', 1, 8],
  ['R', 1, 7],
  ['T', 1, 7],
  ['S', 1, 4],
  ['D', 0, 6],
  ['K', 1, 4],
  ['E', 1, 7],
  ['X', 0, 4],
] as const;
const IDS = CAPABILITIES.flatMap(([letter, first, last]) =>
  Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`),
);

/** What stands in a document as code and has a slash in it: a path of the repository. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:src|db|docs|tests|seeds|bin|bench)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');
const missingIn = (text: string): readonly string[] => pathsIn(text).filter((path) => !exists(path));

describe('the programme model', () => {
  const text = read('docs/programme-model.md');
  const rows = text
    .split('\n')
    .filter((line) => /^\| [A-Z]\d \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, id = '', what = '', where = '', proof = '', howFar = '']) => ({
      id,
      what,
      where,
      proof,
      howFar,
    }));

  test('names every capability once, and no other', () => {
    expect(IDS).toHaveLength(64);
    expect(rows.map((row) => row.id)).toEqual(IDS);
    expect(text.match(/\b[PHFRTSDKEX]\d\b/g)).toEqual(IDS);
  });

  test('says of each how far it is, and where what is there lives and is proved', () => {
    const vague = rows.filter((row) => !/^(there|in part|not yet)\b/.test(row.howFar));
    expect(vague).toEqual([]);
    const homeless = rows.filter(
      (row) =>
        !row.howFar.startsWith('not yet') &&
        (pathsIn(row.where).length === 0 ||
          !pathsIn(row.proof).some((path) => /\.(test|journey|long)\./.test(path))),
    );
    expect(homeless).toEqual([]);
  });

  test('names only files and tests that are there', () => {
    expect(pathsIn(text).length).toBeGreaterThan(80);
    expect(missingIn(text)).toEqual([]);
    const notTests = rows.flatMap((row) =>
      pathsIn(row.proof).filter((path) => !/\.(test|journey|long)\.tsx?$/.test(path)),
    );
    expect(notTests).toEqual([]);
  });
});

describe('the hazard log', () => {
  const text = read('docs/clinical-safety.md');
  const hazards = text.split(/^## /m).filter((part) => /^Hazard \d+/.test(part));
  // A test is named by its file and the beginning of its title, in curly quotes.
  const proofsOf = (hazard: string) =>
    [...hazard.matchAll(/`([^`\s]+\.(?:test|journey|long)\.tsx?)`: “([^”]+)”/g)].map(
      ([, file = '', title = '']) => ({
        file,
        title,
      }),
    );

  test('numbers its hazards from one, each with everything that is asked of it', () => {
    expect(hazards.length).toBeGreaterThan(11);
    expect(hazards.map((hazard) => Number(/^Hazard (\d+)/.exec(hazard)?.[1]))).toEqual(
      hazards.map((_, at) => at + 1),
    );
    for (const hazard of hazards)
      for (const part of ['Cause', 'Harm', 'Control', 'Proof', 'What remains'])
        expect(hazard, hazard.slice(0, 60)).toContain(`\n**${part}.**`);
  });

  test('names for each hazard tests that are there, by file and title', () => {
    for (const hazard of hazards) expect(proofsOf(hazard), hazard.slice(0, 60)).not.toEqual([]);
    const gone = hazards
      .flatMap(proofsOf)
      .filter(({ file, title }) => !exists(file) || !read(file).includes(`('${title}`));
    expect(gone).toEqual([]);
  });
});

test('no document names a file that is not there', () => {
  const documents = globSync('docs/**/*.md', { cwd: root }).concat(
    'README.md',
    'STYLE.md',
    'db/CONVENTIONS.md',
  );
  expect(documents.flatMap((file) => missingIn(read(file)).map((path) => `${file}: ${path}`))).toEqual([]);
});

describe('the house', () => {
  const text = read('docs/house.md');
  const cells = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const namesIn = (cell: string): readonly string[] =>
    [...cell.matchAll(/`([\w.]+)`/g)].map((match) => match[1] ?? '');

  test('has a row for every room that is built, with verbs and facts its door really gives', () => {
    for (const room of rooms) {
      const [, , , facts = '', verbs = ''] = cells.find((row) => row[1] === room.name) ?? [];
      expect(facts, room.name).not.toBe('');
      if (room.name === 'hub') continue;
      const door = read(`src/rooms/${room.name}/door.ts`);
      const given = [...door.matchAll(/(?:type )?\b(\w+)\b(?=[,\s]*[,}])/g)].map((match) => match[1]);
      expect(
        [...namesIn(facts), ...namesIn(verbs)].filter((name) => !given.includes(name)),
        room.name,
      ).toEqual([]);
    }
  });

  test('announces what its rooms announce, and every job and fact that is left has somebody', () => {
    const announced = cells.flatMap((row) => namesIn(row[5] ?? ''));
    expect(announced).toEqual(rooms.flatMap((room) => room.announces ?? []));
    const heard = rooms.flatMap((room) => Object.keys(room.hears ?? {}));
    expect(heard.filter((fact) => !announced.includes(fact))).toEqual([]);
    const left = globSync('src/rooms/**/*.ts', { cwd: root })
      .filter((file) => !/\.(test|fixture)\.ts$/.test(file))
      .flatMap((file) => [...read(file).matchAll(/enqueue\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''));
    expect(left.length).toBeGreaterThan(10);
    expect(left.filter((name) => !name.startsWith('messages.') && !(name in jobsOf(rooms)))).toEqual([]);
  });
});

test('operations.md names every setting the code reads, and every command', () => {
  const text = read('docs/operations.md');
  const settings = [...read('src/platform/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((setting) => !text.includes(`\`${setting}\``))).toEqual([]);
  const commands = [
    ...read('src/command/run.ts').matchAll(/^ {2}kith ([a-z]+(?: (?:referrals|create|unlock))?)/gm),
  ].map((match) => match[1] ?? '');
  expect(commands.length).toBeGreaterThan(6);
  expect(commands.filter((command) => !text.includes(`npx kith ${command}`))).toEqual([]);
});
