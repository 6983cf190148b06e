import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/chromium.ts';
import { type KithServer, openKith } from '../support/kith-server.ts';
import { newVisitor, patternOf } from '../support/visit.ts';

/**
 * Words that people wrote may hold what a browser would run. Here every text of the whole story does, and every page is
 * opened as somebody of each kind: what was written is shown as it was written, and nothing of it becomes a page.
 */

let kith: KithServer;
let chromium: Browser;
beforeAll(async () => {
  [kith, chromium] = await Promise.all([openKith(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await chromium?.close();
  await kith?.stop();
});

const MARK = 'data-planted=1';
const PLANTED = `"><img src=/planted onerror=__planted=1 ${MARK}><script ${MARK}>__planted=1</script>`;
/** Inside a JSON text there can be no quotation mark. */
const PLANTED_IN_JSON = `<img src=/planted onerror=__planted=1 ${MARK}>`;

/** Puts it between two words of every text that has two, past every policy and trigger; how many columns took it. */
const plant = async (): Promise<number> => {
  const columns = await kith.rows<{ name: string; column: string; json: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, quote_ident(a.attname) as column, t.typname = 'jsonb' as json
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and t.typname in ('text', 'jsonb')
       and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'sign_in') and c.relname <> 'migrations'`,
  );
  let taken = 0;
  for (const { name, column, json } of columns) {
    const planted = json ? PLANTED_IN_JSON : PLANTED;
    const made = `regexp_replace(${column}::text, '([a-z]) ([a-z])', '\\1 ${planted} \\2')`;
    // What a constraint keeps out cannot be stored, so it needs no test.
    const [row] = await kith
      .rows<{ many: number }>(
        `with off as (select set_config('session_replication_role', 'replica', false)),
         changed as (update ${name} set ${column} = ${json ? `(${made})::jsonb` : made} from off where ${column}::text ~ '[a-z] [a-z]' returning 1)
         select count(*)::int as many from changed`,
      )
      .catch(() => []);
    if (row && row.many > 0) taken += 1;
  }
  return taken;
};

const ofAPage = (path: string) =>
  !/\.(csv|ics|json|pdf)(\?|$)|\/certificates?(\/|$)|^\/credentials|^\/sign-out/.test(path);

const opens = async (page: Page, path: string): Promise<number> => {
  for (;;) {
    const answer = await page.goto(path);
    if (answer?.status() !== 429) return answer?.status() ?? 0;
    await page.waitForTimeout((Number(answer.headers()['retry-after'] ?? 60) + 1) * 1000);
  }
};

const AT_MOST = 160;

test('nothing that was stored runs, on any page, for anybody', async () => {
  expect(await plant()).toBeGreaterThan(100);
  const wrong: string[] = [];
  let shown = 0;
  for (const who of [
    'ruth.okafor@example.org',
    'joanne.price@example.org',
    'babatunde.adebayoclarke@example.org',
    'siobhan.orourke@example.org',
    'priya.nair@example.org',
    'amina.rahman@example.org',
  ]) {
    const visitor = await newVisitor(chromium, kith);
    const { page } = visitor;
    await opens(page, '/sign-in');
    await page.locator('#email').fill(who);
    await page.locator('#password').fill('three-warm-mugs');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const patterns = new Set<string>();
    const queue = [new URL(page.url()).pathname];
    while (queue.length > 0 && patterns.size < AT_MOST) {
      const path = queue.shift() ?? '/';
      const pattern = patternOf(path);
      if (patterns.has(pattern)) continue;
      patterns.add(pattern);
      const status = await opens(page, path);
      if (status >= 500) wrong.push(`${path} answers ${status} to ${who}`);
      const seen = await page.evaluate(
        (mark) => ({
          became: document.querySelectorAll('[data-planted]').length,
          ran: '__planted' in window,
          shown: (document.body.textContent ?? '').includes(mark),
          links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
        }),
        MARK,
      );
      if (seen.became > 0)
        wrong.push(`${path}: ${seen.became} pieces of what was written became part of the page`);
      if (seen.ran) wrong.push(`${path}: something that was written ran`);
      if (seen.shown) shown += 1;
      queue.push(...seen.links.filter((href) => href.startsWith('/') && ofAPage(href)));
    }
    await visitor.leave();
  }
  expect(wrong).toEqual([]);
  // Where it was never shown there was nothing to prove.
  expect(shown).toBeGreaterThan(100);
}, 1_200_000);
