import { diagramOf } from '#kernel/lifecycle.ts';
import { roleWords } from '#platform/db/actor.ts';
import type { Access, Room, Stand } from '#platform/room.ts';
import { placeLife } from '#rooms/delivery/places/place.rules.ts';
import { VOLUNTEER_COLUMNS, volunteerColumnWords } from '#rooms/recruiting/import/columns.ts';
import { applicationLife } from '#rooms/recruiting/route/application.rules.ts';
import { COLUMNS, columnWords } from '#rooms/referrals/import/columns.ts';
import { DATE_FORMATS } from '#rooms/referrals/import/dates.rules.ts';
import { referralLife } from '#rooms/referrals/referral.rules.ts';
import { debriefLife } from '#rooms/supervision/load/debrief.rules.ts';
import { actionLife } from '#rooms/supervision/notes/note.rules.ts';
import { meetingLife } from '#rooms/supervision/rhythm/meeting.rules.ts';
import { cohortLife } from '#rooms/training/cohorts/cohort.rules.ts';
import { practiceLife } from '#rooms/training/practice/practice.rules.ts';
import { rooms } from '../corridor.ts';

const WRITTEN = 'Written by `npm run generate` from the code: read it, do not edit it.';

const standWords: Readonly<Record<Stand, string>> = {
  ...roleWords,
  parent: 'the parent it is about',
  author: 'whoever it belongs to or wrote it',
  on_the_rota: 'peer supporters on the rota of that session, ready on its day',
  anyone: 'anyone, also without signing in',
  nobody: 'nobody',
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, ...parts].join('\n\n')}\n`;

const LIVES = [
  { name: referralLife.name, diagram: diagramOf(referralLife) },
  { name: placeLife.name, diagram: diagramOf(placeLife) },
  { name: applicationLife.name, diagram: diagramOf(applicationLife) },
  { name: cohortLife.name, diagram: diagramOf(cohortLife) },
  { name: practiceLife.name, diagram: diagramOf(practiceLife) },
  { name: `${meetingLife.name} of supervision`, diagram: diagramOf(meetingLife) },
  { name: actionLife.name, diagram: diagramOf(actionLife) },
  { name: `${debriefLife.name} after something hard`, diagram: diagramOf(debriefLife) },
] as const;

const statesPage = (): string =>
  page(
    'States: what can stand where, and what leads on',
    WRITTEN,
    'Where something stands is read from what happened to it and never typed in. These are the lifecycles that the code declares; a verb that is not drawn from a state is refused in words.',
    ...LIVES.flatMap(({ name, diagram }) => [
      `## ${/^[aeiou]/.test(name) ? 'An' : 'A'} ${name}`,
      `\`\`\`mermaid\n${diagram}\n\`\`\``,
    ]),
  );

const VERBS = ['see', 'add', 'change', 'remove'] as const;

/** Each stand with what it may do, as "see, add": the rows of one table of the database. */
const maysOf = (access: Access[string]): readonly (readonly [Stand, string])[] => {
  const stands = [...new Set(VERBS.flatMap((verb) => access[verb] ?? []))];
  return stands.map((stand) => [stand, VERBS.filter((verb) => access[verb]?.includes(stand)).join(', ')]);
};

const accessRows = (access: Access): readonly (readonly string[])[] =>
  Object.entries(access).map(([name, of]) => {
    const by = new Map<string, string[]>();
    for (const [stand, verbs] of maysOf(of)) by.set(verbs, [...(by.get(verbs) ?? []), standWords[stand]]);
    const words = [...by].map(([verbs, stands]) => `**${verbs}**: ${stands.join(', ')}`).join('<br>');
    return [`\`${name}\``, words || 'the house alone'];
  });

const rolesPage = (all: readonly Room[]): string =>
  page(
    'Roles: who may see, add, change and remove what',
    WRITTEN,
    'A role counts at the centre where it is held. Each line is what a room declares in `access`; the database says the same in its policies, and `tests/access.db.test.ts` tries every table, role and verb against both. Pages show less: what is not needed is not drawn. No role opens a concern: only those it was given to do, one by one. Besides the people named here the house itself works through jobs and the public forms.',
    ...all
      .filter((room) => Object.keys(room.access).length > 0)
      .flatMap((room) => [`## ${room.name}`, table(['table', 'who may what'], accessRows(room.access))]),
  );

const filePage = (): string =>
  page(
    'The file of referrals',
    WRITTEN,
    'One row a referral, in a CSV file with a line of headings. `kith import referrals FILE.csv` reads it, and so does the page Referrals, Bring in a file, which also offers a sample. The letters may be UTF-8, UTF-16 with its mark, or Windows-1252; a comma, semicolon or tab stands between the cells. A page takes up to 10 MB.',
    `Dates are written ${DATE_FORMATS}: the day before the month, the year in four figures. Yes and no are yes, y, true, 1 or x, and no, n, false or 0. Case, spaces and marks in headings do not matter; a heading we do not know is passed over, and the report names it.`,
    'Good rows land. A row with a fault does not: it comes back with its row, its column, what is wrong and how to mend it, and the file it comes back in can be mended and sent again. A row that landed once is known the second time, by its reference or else by its name, birthday, numbers and dates. Nobody is messaged.',
    table(
      ['column', 'needed', 'what to put there', 'for example', 'also known as'],
      COLUMNS.map((name) => {
        const { words, sample, needed, also } = columnWords[name];
        return [`\`${name}\``, needed ? 'yes' : '', words, sample, also.join(', ')];
      }),
    ),
    'A row also needs one way to reach the parent: `phone`, `email` or `address`.',
  );

const volunteerFilePage = (): string =>
  page(
    'The file of volunteers',
    WRITTEN,
    'One row a volunteer who is with you already, in a CSV file with a line of headings. `kith import volunteers FILE.csv` reads it. People who have only asked belong on the page Applicants, not in this file. The letters may be UTF-8, UTF-16 with its mark, or Windows-1252; a comma, semicolon or tab stands between the cells.',
    `Dates are written ${DATE_FORMATS}: the day before the month, the year in four figures. Yes and no are yes, y, true, 1 or x, and no, n, false or 0. Case, spaces and marks in headings do not matter; a heading we do not know is passed over, and the report names it.`,
    'Good rows land: a team file, an account that nobody is invited to yet, the role of a peer supporter, and what they have shown, each with its true date. Whether somebody is ready for a session is decided from those dates as for everyone; a row without them lands, and they are not ready yet. A row with a fault does not land: it comes back with its row, its column, what is wrong and how to mend it, and the file it comes back in can be mended and sent again. A row that landed once is known the second time, by its reference or else by its name, address, phone and start. Nobody is messaged.',
    table(
      ['column', 'needed', 'what to put there', 'for example', 'also known as'],
      VOLUNTEER_COLUMNS.map((name) => {
        const { words, sample, needed, also } = volunteerColumnWords[name];
        return [`\`${name}\``, needed ? 'yes' : '', words, sample, also.join(', ')];
      }),
    ),
    'A row also needs one way to reach them: `email` or `phone`. A certificate needs all of `dbs_level`, `dbs_number`, `dbs_issued_on` and `dbs_seen_on`, and before the import somebody must have decided, on the page of the role, which check it is eligible for. There is no column for what a certificate says, and none for a scan of it.',
  );

/** The documents that are read off the code, by their path in the repository. */
export const documents = (): Readonly<Record<string, string>> => ({
  'docs/states.md': statesPage(),
  'docs/roles.md': rolesPage(rooms),
  'docs/referral-file.md': filePage(),
  'docs/volunteer-file.md': volunteerFilePage(),
});
