import { parseArgs } from 'node:util';
import { dateAt } from '#kernel/dates.ts';
import { newId } from '#kernel/ids.ts';
import type { Config } from '#platform/config.ts';
import { welcome } from '#platform/sign-in/paths.ts';
import { addressOf, makeInvitation, writeSignIns } from '#platform/sign-in/sign-ins.ts';
import { loadRequirements } from '#rooms/delivery/door.ts';
import { giveRole, openAccount, openFile } from '#rooms/people/door.ts';
import { loadProgramme } from '#rooms/programme/door.ts';
import { loadRecruiting } from '#rooms/recruiting/door.ts';
import { loadClocks } from '#rooms/safeguarding/door.ts';
import { loadSupervision } from '#rooms/supervision/door.ts';
import { loadCourses } from '#rooms/training/door.ts';
import { organisationIds } from '../app.ts';
import { openKith } from './open.ts';
import { CommandError } from './sentence.ts';

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'kith';

/**
 * Makes the first administrator, with the organisation and its first centre when there is none, or one more
 * administrator. They choose a password through the link that is printed; the link works once.
 */
export const createFirst = async (config: Config, words: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { organisation: { type: 'string' }, centre: { type: 'string' }, town: { type: 'string' } },
  });
  const [verb, email, name] = positionals;
  if (verb !== 'create' || !email?.includes('@') || !name)
    throw new CommandError(
      'Say who: kith user create EMAIL "NAME" --organisation "NAME" [--centre "NAME" --town TOWN]',
    );
  const kith = await openKith(config, { mustOwn: false });
  const { app } = kith;
  try {
    const now = app.clock();
    const [known] = await organisationIds(app.pool);
    if (!known && !values.organisation)
      throw new CommandError('There is no organisation yet. Add --organisation "The name of your charity".');
    const organisationId = known ?? newId();
    const accountId = newId();
    const invited = { accountId, email: addressOf(email), name };
    await app.gateway({ kind: 'system', organisationId, why: 'first administrator' }, now, async (scope) => {
      if (!known && values.organisation) {
        await scope.tx
          .insertInto('people.organisations')
          .values({
            organisation_id: organisationId,
            slug: slugOf(values.organisation),
            name: values.organisation,
            made_at: now.toString(),
          })
          .execute();
        await scope.tx
          .insertInto('people.centres')
          .values({
            organisation_id: organisationId,
            id: newId(),
            slug: slugOf(values.centre ?? 'first centre'),
            name: values.centre ?? 'First centre',
            town: values.town ?? '',
            opened_on: dateAt(now, 'Europe/London').toString(),
          })
          .execute();
        await loadProgramme(scope);
        await loadClocks(scope);
        await loadRecruiting(scope);
        await loadCourses(scope);
        await loadRequirements(scope);
        await loadSupervision(scope);
      }
      const centre = await scope.tx
        .selectFrom('people.centres')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .orderBy('opened_on')
        .executeTakeFirstOrThrow();
      const [givenName = name, ...family] = name.split(' ');
      const personId = await openFile(scope, {
        side: 'team',
        centreId: centre.id,
        givenName,
        familyName: family.join(' '),
      });
      await openAccount(scope, { accountId, personId, demo: false });
      for (const role of ['administrator', 'service_lead'] as const)
        await giveRole(scope, { accountId, role, centreId: null });
      await writeSignIns(app.signInPool, [invited], now);
    });
    const secret = await makeInvitation(app.signInPool, accountId, now);
    const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
    console.log(
      `${name} can choose a password here, once, within two weeks:\n\n  ${origin}${welcome({ token: secret })}\n`,
    );
    return 0;
  } finally {
    await kith.close();
  }
};
