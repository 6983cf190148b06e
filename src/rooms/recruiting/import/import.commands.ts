import { writeFile } from 'node:fs/promises';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { SystemActor } from '#platform/db/actor.ts';
import type { Gateway, Scope } from '#platform/db/as-actor.ts';
import { centres } from '#rooms/people/door.ts';
import { type RejectedRow, readRows, rejectsCsv } from '#rooms/referrals/door.ts';
import { checkRulesOn, renewBy } from '../checks/check.rules.ts';
import { decisionsAbout } from '../checks/eligibility.queries.ts';
import { decisionOn } from '../checks/eligibility.rules.ts';
import { allCheckRules } from '../checks/rules.queries.ts';
import { currentProfiles } from '../profiles/profile.queries.ts';
import { type VolunteerColumn, volunteerColumnOf, volunteerColumnWords } from './columns.ts';
import { type LandingSetting, landVolunteers } from './landing.ts';
import { readVolunteer, type VolunteerReading } from './row.rules.ts';
import { readVolunteersTogether } from './rows-together.rules.ts';

export interface VolunteersAsked {
  readonly organisationId: string;
  /** The centre of every row that names none, by its short name. */
  readonly centreSlug?: string;
  readonly file: Uint8Array;
  /** Where links in later letters lead, such as https://kith.example.org; empty where it is not known. */
  readonly origin: string;
  /** Where to write the rejected rows as a file; nothing is written when there are none. */
  readonly rejectsPath?: string;
  readonly onProgress?: (done: number, of: number) => void;
  readonly now: Temporal.Instant;
}

export interface VolunteersImported {
  readonly rowsRead: number;
  readonly rowsLanded: number;
  /** Rows that were here already: nothing was changed for them. */
  readonly rowsKnown: number;
  readonly rowsRejected: number;
  readonly rejected: readonly RejectedRow<VolunteerColumn>[];
  /** Headings nobody knows, passed over. */
  readonly passedOver: readonly string[];
  readonly headings: readonly string[];
}

const RUN = 100;

const settingOf = async (
  scope: Scope,
  asked: VolunteersAsked,
): Promise<LandingSetting & { readonly reading: VolunteerReading }> => {
  const allowed = await centres(scope);
  const chosen = allowed.find(({ slug }) => slug === asked.centreSlug);
  if (asked.centreSlug !== undefined && !chosen)
    throw new Refusal(
      `Choose one of these centres: ${allowed.map(({ slug }) => slug).join(', ')}.`,
      'centreId',
    );
  // Where there is only one centre nobody should have to name it.
  const only = allowed.length === 1 ? allowed[0] : undefined;
  const today = dateAt(asked.now, allowed[0]?.zone ?? 'Europe/London');
  const profiles = await currentProfiles(scope, today);
  if (profiles.length === 0)
    throw new Refusal('There are no volunteer roles yet. Start Kith once, then import.', 'file');
  const all = await decisionsAbout(scope);
  const decisions = new Map(
    profiles.flatMap(({ code }) => {
      const found = decisionOn(
        all.filter(({ roleCode }) => roleCode === code),
        today,
      );
      return found ? [[code, found.id] as const] : [];
    }),
  );
  const rules = checkRulesOn(await allCheckRules(scope), today);
  return {
    origin: asked.origin,
    zones: new Map(allowed.map(({ id, zone }) => [id, zone])),
    profiles: new Map(profiles.map(({ code, id }) => [code, id])),
    decisions,
    reading: {
      centres: allowed,
      centreId: (chosen ?? only)?.id ?? null,
      roles: profiles.map(({ code, content }) => ({
        code,
        name: content.name,
        decided: decisions.has(code),
      })),
      renewBy: rules && ((issuedOn) => renewBy(issuedOn, rules)),
      today,
    },
  };
};

/**
 * Takes a file of volunteers in, who are with the organisation already: good rows land in runs of 100, each run in a
 * transaction of its own; rows that were here already change nothing; rows that cannot land come back with what to mend.
 * Nobody is messaged and nobody is invited. The same file again lands nothing. Raises a Refusal about `file` when no row
 * of it can be read.
 */
export const importVolunteers = async (
  gateway: Gateway,
  asked: VolunteersAsked,
): Promise<VolunteersImported> => {
  const house: SystemActor = {
    kind: 'system',
    organisationId: asked.organisationId,
    why: 'import volunteers',
  };
  const read = readRows<VolunteerColumn>(asked.file, {
    columnOf: volunteerColumnOf,
    naming: 'given_name',
    missing: `There is no heading for the first name. Call it given_name, or one of: ${volunteerColumnWords.given_name.also.join(', ')}.`,
  });
  const setting = await gateway(house, asked.now, (scope) => settingOf(scope, asked), 'look');
  const rows = readVolunteersTogether(read.rows.map((row) => readVolunteer(row, setting.reading)));
  const good = rows.flatMap((each) => (each.ok ? [each.row] : []));
  const rejected: RejectedRow<VolunteerColumn>[] = rows.flatMap((each) =>
    each.ok ? [] : [{ number: each.number, asSent: each.source.asSent, faults: each.faults }],
  );
  const importId = newId();
  let landed = 0;
  let known = 0;
  let done = rejected.length;
  asked.onProgress?.(done, rows.length);
  for (let at = 0; at < good.length; at += RUN) {
    const run = good.slice(at, at + RUN);
    const ended = await gateway(house, asked.now, async (scope) => {
      const what = await landVolunteers(scope, run, setting);
      await scope.audit('recruiting.volunteers_imported', { kind: 'import', id: importId });
      return what;
    });
    landed += ended.landed.length;
    known += ended.known;
    for (const { row, faults } of ended.rejected)
      rejected.push({ number: row.number, asSent: row.source.asSent, faults });
    done += run.length;
    asked.onProgress?.(done, rows.length);
  }
  rejected.sort((one, other) => one.number - other.number);
  if (asked.rejectsPath && rejected.length > 0)
    await writeFile(asked.rejectsPath, rejectsCsv(read.headings, rejected));
  return {
    rowsRead: rows.length,
    rowsLanded: landed,
    rowsKnown: known,
    rowsRejected: rejected.length,
    rejected,
    passedOver: read.passedOver,
    headings: read.headings,
  };
};
