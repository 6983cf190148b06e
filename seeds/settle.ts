import type { App } from '../src/app.ts';
import { newId } from '../src/kernel/ids.ts';
import type { AccountActor } from '../src/platform/db/actor.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { createAccounts } from '../src/platform/sign-in/accounts.ts';
import { DEMO_PASSWORD } from '../src/platform/sign-in/demo.ts';
import { hashForPassword } from '../src/platform/sign-in/sign-ins.ts';
import { loadRequirements } from '../src/rooms/delivery/door.ts';
import { openFile } from '../src/rooms/people/door.ts';
import { loadProgramme } from '../src/rooms/programme/door.ts';
import { addVenue } from '../src/rooms/programme/venues/venue.commands.ts';
import { loadRecruiting } from '../src/rooms/recruiting/door.ts';
import { nameDataLead } from '../src/rooms/rights/door.ts';
import { loadClocks, setDuty } from '../src/rooms/safeguarding/door.ts';
import { loadSupervision } from '../src/rooms/supervision/door.ts';
import { loadCourses } from '../src/rooms/training/door.ts';
import { type CentreSlug, castCentres, castVenues, organisation } from './cast.ts';
import { type CastMember, duties, team } from './team.ts';
import type { Telling } from './telling.ts';

/** Where everything is: ids by the keys of the cast. */
export interface Ground {
  readonly centres: ReadonlyMap<CentreSlug, string>;
  readonly venues: ReadonlyMap<string, string>;
}

/** Says what should be in a map, or stops the story: a wrong key is a slip of the pen in the cast. */
export const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the story does not know ${key}`);
  return found;
};

/** An address of nobody: example.org is set aside for this. */
export const addressFor = (givenName: string, familyName: string): string => {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[łŁ]/g, 'l')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '');
  return `${plain(givenName)}.${plain(familyName)}@example.org`;
};

/** The organisation with its centres and rooms, opened some years ago. */
const open = async (scope: Scope, organisationId: string, opened: Temporal.PlainDate): Promise<Ground> => {
  const { tx, now } = scope;
  const centres = new Map(castCentres.map((each) => [each.slug, newId()]));
  await tx
    .insertInto('people.organisations')
    .values({
      organisation_id: organisationId,
      slug: organisation.slug,
      name: organisation.name,
      phone: organisation.phone,
      email: organisation.email,
      neutral_sender: organisation.neutralSender,
      demo: true,
      made_at: now.toString(),
    })
    .execute();
  await tx
    .insertInto('people.centres')
    .values(
      castCentres.map((each, at) => ({
        organisation_id: organisationId,
        id: known(centres, each.slug),
        slug: each.slug,
        name: each.name,
        town: each.town,
        about: each.about,
        phone: each.phone,
        email: each.email,
        travel: each.travel,
        opened_on: opened.add({ months: at * 7 }).toString(),
      })),
    )
    .execute();
  const venues = new Map<string, string>();
  for (const each of castVenues)
    venues.set(
      each.key,
      await addVenue(scope, known(centres, each.centre), {
        name: each.name,
        room: each.room,
        address: each.address,
        postcode: each.postcode,
        capacity: each.capacity,
        creche: each.crechePlaces,
        stepFree: each.stepFree,
        parking: each.parking,
        transport: each.transport,
        notes: each.notes,
        closed: false,
      }),
    );
  await loadProgramme(scope);
  await loadClocks(scope);
  await loadRecruiting(scope);
  await loadCourses(scope);
  await loadRequirements(scope);
  await loadSupervision(scope);
  return { centres, venues };
};

const rolesOf = (member: CastMember, ground: Ground): AccountActor['roles'] =>
  member.roles.flatMap(({ role, at }) =>
    at === 'all'
      ? [...ground.centres.values()].map((centreId) => ({ role, centreId }))
      : [{ role, centreId: known(ground.centres, at) }],
  );

const JOINED_DAYS_AGO = 500;

/** Opens the house: organisation, centres, rooms, programme, and the team with its sign-ins and duties. */
export const settle = async (app: App, telling: Telling): Promise<Ground> => {
  const { organisationId, today } = telling;
  const began = telling.on(JOINED_DAYS_AGO + 30, '09:00');
  const house = { kind: 'system', organisationId, why: 'the demonstration' } as const;
  const ground = await app.gateway(house, began, (scope) =>
    open(scope, organisationId, today.subtract({ years: 4 })),
  );
  // Identifiers made in one moment fall in any order; the first of the cast must come first on the sign-in page.
  const accountIds = team.map(() => newId()).toSorted();
  const members = team.map((member, at) => ({
    member,
    accountId: accountIds[at] ?? newId(),
    joined: telling.on(member.joined ?? JOINED_DAYS_AGO, '09:30'),
  }));
  const passwordHash = await hashForPassword(DEMO_PASSWORD);
  for (const [at, { member, accountId, joined }] of members.entries()) {
    const { givenName, familyName } = member;
    const email = addressFor(givenName, familyName);
    const personId = await app.gateway(house, joined, (scope) =>
      openFile(scope, {
        side: 'team',
        centreId: known(ground.centres, member.centre),
        givenName,
        familyName,
        pronouns: member.pronouns ?? null,
        contact: { email, phone: `+4477009000${String(at + 10)}` },
      }),
    );
    await createAccounts({ gateway: app.gateway, signInPool: app.signInPool, now: joined, organisationId }, [
      {
        accountId,
        personId,
        email,
        name: `${givenName} ${familyName}`,
        passwordHash,
        demo: true,
        roles: member.roles.map(({ role, at }) => ({
          role,
          centreId: at === 'all' ? null : known(ground.centres, at),
        })),
      },
    ]);
    telling.actors.set(member.key, {
      kind: 'account',
      organisationId,
      accountId,
      personId,
      side: 'team',
      name: `${givenName} ${familyName}`,
      roles: rolesOf(member, ground),
    });
  }
  await app.gateway(house, telling.on(JOINED_DAYS_AGO, '11:00'), async (scope) => {
    for (const { centre, owner, deputy, last } of duties)
      for (const [duty, key] of [
        ['owner', owner],
        ['deputy', deputy],
        ['last', last],
      ] as const)
        await setDuty(scope, {
          centreId: known(ground.centres, centre),
          accountId: telling.actors.get(key)?.accountId ?? '',
          duty,
        });
    for (const key of ['siobhan', 'tunde']) await nameDataLead(scope, known(telling.actors, key).accountId);
  });
  return ground;
};
