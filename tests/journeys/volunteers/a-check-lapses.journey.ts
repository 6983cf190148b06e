import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../support/chromium.ts';
import { type KithServer, openKith } from '../../support/kith-server.ts';
import { newVisitor } from '../../support/visit.ts';

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

interface Session {
  readonly id: string;
  readonly group_id: string;
  readonly on: string;
}

/** Somebody of the centre who runs nothing here yet and may be with families for a long time to come. */
const somebodyReady = async (groupId: string, without: readonly string[]) => {
  const [found] = await kith.rows<{ account: string; applicant: string; name: string; given: string }>(
    `select a.id as account, ap.id as applicant, trim(coalesce(p.known_as, p.given_name) || ' ' || p.family_name) as name, coalesce(p.known_as, p.given_name) as given
     from delivery.groups g
     join people.roles r on r.organisation_id = g.organisation_id and r.role = 'peer_supporter' and r.centre_id = g.centre_id and r.ended_at is null
     join people.accounts a on a.organisation_id = r.organisation_id and a.id = r.account_id and a.closed_at is null
     join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
     join recruiting.applicants ap on ap.organisation_id = p.organisation_id and ap.person_id = p.id
     where g.id = $1 and a.id <> all ($2::uuid[])
       and not exists (select from people.suspensions s where s.account_id = a.id and s.until_at is null)
       and not exists (select from delivery.rota o where o.account_id = a.id and o.stood_down_at is null)
       and not exists (select from delivery.leaders l where l.account_id = a.id and l.until_at is null)
       and not exists (select from delivery.known_pairs k where k.team_person_id = p.id)
       and (select count(*) from recruiting.proofs x where x.applicant_id = ap.id and x.withdrawn_at is null
         and (x.expires_on is null or x.expires_on > current_date + 120)) >= 6
     order by a.id limit 1`,
    [groupId, [...without]],
  );
  if (!found) throw new Error('the story has nobody who could run a group');
  return found;
};

test('a check that lapses before the session after next holds for the next one, and cover is found for the other', async () => {
  const ahead = await kith.rows<Session>(
    `select s.id, s.group_id, (s.starts_at at time zone c.zone)::date::text as on
     from delivery.sessions s
     join delivery.groups g on g.organisation_id = s.organisation_id and g.id = s.group_id
     join people.centres c on c.organisation_id = s.organisation_id and c.id = s.centre_id
     where g.name = 'Autumn group' and s.starts_at > now() and s.called_off_at is null order by s.starts_at`,
  );
  const [next, after] = ahead;
  if (!next || !after) throw new Error('the story has no two sessions ahead');
  const lapsing = await somebodyReady(next.group_id, []);
  const cover = await somebodyReady(next.group_id, [lapsing.account]);
  // With its thirty days of grace the check ends on the day of the next session.
  await kith.rows(
    `update recruiting.proofs set expires_on = $2::date - 30 where applicant_id = $1 and code = 'clearance' and withdrawn_at is null`,
    [lapsing.applicant, next.on],
  );

  const ruth = await newVisitor(chromium, kith);
  await ruth.signsIn('ruth.okafor@example.org');
  await ruth.visit(`/groups/${next.group_id}/leaders`);
  await ruth.page.getByLabel('Who', { exact: true }).selectOption(lapsing.account);
  await ruth.press('Add');
  await ruth.sees(`${lapsing.name} runs this group from now on.`);
  await ruth.sees('They cannot be there on');
  await ruth.sees(`Dates without ${lapsing.given}`);
  await ruth.visit(`/sessions/${next.id}/rota`);
  expect(await ruth.page.getByText(lapsing.name).first().isVisible()).toBe(true);

  await ruth.visit(`/sessions/${after.id}/rota`);
  await ruth.sees('Of the usual crew, not there');
  await ruth.sees(`Ask ${lapsing.given} to bring the new certificate`);
  await ruth.page.getByLabel('Who', { exact: true }).selectOption(lapsing.account);
  await ruth.page.getByRole('button', { name: 'Put on' }).click();
  await ruth.sees(`${lapsing.name} cannot be put on`);
  await ruth.sees('The check ran out on');
  expect(await ruth.page.getByLabel('Who', { exact: true }).inputValue(), 'what was chosen is kept').toBe(
    lapsing.account,
  );
  await ruth.page.getByLabel('Who', { exact: true }).selectOption(cover.account);
  await ruth.press('Put on');
  await ruth.sees(`${cover.name} is on this session.`);
  await ruth.sees('Cover');

  await ruth.visit('/volunteers?show=renewing');
  await ruth.follow(lapsing.name);
  await ruth.sees('There is time to renew it until');
  await ruth.leave();
});
