import { isId } from '#kernel/ids.ts';
import { holds, ROLES, WITH_FAMILIES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Can, looking, page, type Route } from '#platform/http/page.ts';
import { centres, filesOf, namesOfAccounts, type PersonFile } from '#rooms/people/door.ts';
import { isDataLead } from '../lead/lead.queries.ts';
import { looksAtPath, looksPath } from '../paths.ts';
import { type LookShown, type LooksFacts, LooksPage } from './looks.pages.tsx';
import { type Look, lookers, looksOf, quietLooks } from './looks.queries.ts';
import { countsInWords, fileAsked, reachAsked, referenceOf, seqAsked, wordsOf } from './looks.rules.ts';

type Query = Readonly<Record<string, string | undefined>>;

interface Asked extends LooksFacts {
  /** What was pasted, where it holds the id of a file. */
  readonly led: string | null;
}

// The name is told to whoever may open the file anyway; to anybody else it is a file with a reference.
const nameOf = (scope: Scope, files: ReadonlyMap<string, PersonFile>, personId: string): string | null => {
  const file = files.get(personId);
  return file && (file.side === 'team' || (file.centreId && holds(scope.actor, WITH_FAMILIES, file.centreId)))
    ? file.fullName
    : null;
};

const isFile = ({ subjectKind, subjectId }: Look): boolean => subjectKind === 'person' && subjectId !== null;

const shown = async (
  scope: Scope,
  looks: readonly Look[],
  team: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, PersonFile>,
): Promise<readonly LookShown[]> => {
  const places = new Map((await centres(scope)).map(({ id, name }) => [id, name]));
  const whose = (look: Look): string | null => {
    if (look.subjectId === null) return null;
    const name = isFile(look) ? nameOf(scope, files, look.subjectId) : team.get(look.subjectId);
    return name ?? `number ${referenceOf(look.subjectId)}`;
  };
  return looks.map((look) => ({
    seq: look.seq,
    at: look.at,
    who: team.get(look.accountId ?? '') ?? 'Somebody who has left',
    accountId: look.accountId,
    ...wordsOf(look.verb),
    whose: whose(look),
    personId: isFile(look) ? look.subjectId : null,
    centre: places.get(look.centreId ?? '') ?? null,
  }));
};

const load = async (
  scope: Scope,
  query: Query,
  zone: string,
  personId: string | null,
): Promise<Asked | null> => {
  if (!(await isDataLead(scope))) return null;
  const accountId = isId(query.who ?? '') ? (query.who ?? null) : null;
  const before = seqAsked(query.before);
  const reach = reachAsked(query.since);
  const since = scope.now.subtract({ hours: 24 * reach });
  const { looks, more } = await looksOf(scope, { personId, accountId, since, before });
  const everybody = await lookers(scope);
  const known = new Map(everybody.map((each) => [each.accountId, each.name]));
  const missing = looks.flatMap(({ accountId: id }) => (id && !known.has(id) ? [id] : []));
  const team = new Map([...known, ...(await namesOfAccounts(scope, missing))]);
  const files = await filesOf(
    scope,
    [...looks.filter(isFile).map(({ subjectId }) => subjectId), personId].filter((id) => id !== null),
  );
  const month = scope.now.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().subtract({ months: 1 });
  const led = personId === null ? fileAsked(query.file) : null;
  const all = personId === null && accountId === null && before === null;
  return {
    looks: await shown(scope, looks, team, files),
    older: more ? (looks.at(-1)?.seq ?? null) : null,
    paging: before !== null,
    reach,
    accountId,
    lookers: everybody,
    notAFile: personId === null && (query.file ?? '').trim() !== '' && led === null,
    file:
      personId === null
        ? null
        : { personId, name: nameOf(scope, files, personId) ?? `file ${referenceOf(personId)}` },
    quiet: all
      ? {
          month: month.toPlainDate({ day: 1 }).toLocaleString('en-GB', { month: 'long', year: 'numeric' }),
          counts: countsInWords(await quietLooks(scope, zone, month)),
        }
      : null,
    led,
  };
};

const anyRole: Can<unknown> = (actor) => holds(actor, ROLES);

// To look at who looked is a look as well: at one file, or at the whole list.
const looked = looking('rights.looks_seen', ({ file }: LooksFacts) =>
  file ? { kind: 'person', id: file.personId } : { kind: 'organisation', id: null },
);

const everything = page({
  path: looksPath,
  load: (scope, { query, organisation }) => load(scope, query, organisation.zone, null),
  can: anyRole,
  audit: looked,
  elsewhere: (_actor, { led }: Asked) => (led ? looksAtPath({ personId: led }) : null),
  show: (facts, view) => <LooksPage facts={facts} view={view} />,
});

const ofOne = page({
  path: looksAtPath,
  load: async (scope, { query, params, organisation }) =>
    isId(params.personId) ? load(scope, query, organisation.zone, params.personId) : null,
  can: anyRole,
  audit: looked,
  show: (facts, view) => <LooksPage facts={facts} view={view} />,
});

export const looksRoutes: readonly Route[] = [everything, ofOne];
