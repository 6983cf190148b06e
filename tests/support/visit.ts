import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { KithServer } from './kith-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The password of everybody in the demonstration. */
const PASSWORD = 'three-warm-mugs';

export interface Equipment {
  /** Width of the screen in pixels; a cheap phone unless told. */
  readonly width?: number;
  readonly javaScript?: boolean;
  /** Prefers a dark screen, as many do at night. */
  readonly dark?: boolean;
}

/** Somebody with a browser of their own. Every page they come to is looked over: see `lookOver`. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens a page of Kith and expects it to be there. */
  readonly visit: (path: string) => Promise<void>;
  /** Presses the first button with these words and waits for the page that follows. */
  readonly press: (words: string | RegExp) => Promise<void>;
  /** Follows the first link with these words. */
  readonly follow: (words: string | RegExp) => Promise<void>;
  readonly write: (label: string | RegExp, words: string) => Promise<void>;
  /** Fills the three boxes of a date. */
  readonly date: (question: string | RegExp, day: Temporal.PlainDate) => Promise<void>;
  /** Ticks a box or picks one of several answers; `question` when two questions share the answer. */
  readonly choose: (answer: string | RegExp, question?: string | RegExp) => Promise<void>;
  readonly select: (label: string | RegExp, option: string) => Promise<void>;
  readonly sees: (words: string | RegExp) => Promise<void>;
  readonly doesNotSee: (...words: readonly (string | RegExp)[]) => Promise<void>;
  readonly signsIn: (email: string, next?: string) => Promise<void>;
  readonly lookOver: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

export async function newVisitor(
  browser: Browser,
  kith: Pick<KithServer, 'origin'>,
  { width = 360, javaScript = true, dark = false }: Equipment = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    baseURL: kith.origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles = troublesOf(page);
  const lookOver = async () => {
    await page.waitForLoadState();
    expect(troubles.splice(0), `the console of ${page.url()}`).toEqual([]);
    if (javaScript) await holds(page);
  };
  const arrive = async (go: () => Promise<unknown>) => {
    const came = page.waitForEvent('domcontentloaded', { timeout: 20_000 });
    await Promise.all([came, go()]);
    await lookOver();
  };
  const visit = async (path: string) => {
    let response = await page.goto(path);
    if (response?.status() === 429) {
      // Whoever walks through a whole house asks for more pages a minute than anybody does; the house says how long to wait.
      await page.waitForTimeout((Number(response.headers()['retry-after'] ?? 60) + 1) * 1000);
      troubles.splice(0);
      response = await page.goto(path);
    }
    expect(response?.status(), path).toBeLessThan(400);
    await lookOver();
  };
  const press = (words: string | RegExp) =>
    arrive(() => page.getByRole('button', naming(words)).filter({ visible: true }).first().click());
  const text = () => page.locator('body').innerText();
  return {
    page,
    context,
    visit,
    press,
    follow: (words) =>
      arrive(() => page.getByRole('link', naming(words)).filter({ visible: true }).first().click()),
    write: (label, words) => page.getByLabel(label, exactly(label)).filter({ visible: true }).fill(words),
    date: async (question, day) => {
      const boxes = page.getByRole('group', naming(question)).last();
      await boxes.getByLabel('Day').fill(String(day.day));
      await boxes.getByLabel('Month').fill(String(day.month));
      await boxes.getByLabel('Year').fill(String(day.year));
    },
    choose: async (answer, question) => {
      const within: Page | Locator = question ? page.getByRole('group', naming(question)).last() : page;
      await within.getByLabel(answer, exactly(answer)).filter({ visible: true }).check();
    },
    select: async (label, option) => {
      await page.getByLabel(label, exactly(label)).filter({ visible: true }).selectOption({ label: option });
    },
    sees: async (words) => {
      if (typeof words === 'string') expect(flat(await text())).toContain(flat(words));
      else expect(flat(await text())).toMatch(words);
    },
    doesNotSee: async (...words) => {
      const said = flat(await text());
      for (const each of words) {
        const at = typeof each === 'string' ? said.indexOf(flat(each)) : said.search(each);
        const around = at < 0 ? '' : said.slice(Math.max(0, at - 60), at + 60);
        expect(around, `${String(each)} on ${page.url()}`).toBe('');
      }
    },
    signsIn: async (email, next = '/') => {
      await visit(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.locator('#email').fill(email);
      await page.locator('#password').fill(PASSWORD);
      await arrive(() => page.getByRole('button', { name: 'Sign in', exact: true }).click());
      expect(new URL(page.url()).pathname, 'after signing in').not.toMatch(/^\/sign-in/);
    },
    lookOver,
    leave: () => context.close(),
  };
}

const exactly = (words: string | RegExp) => ({ exact: typeof words === 'string' });
const naming = (words: string | RegExp) => ({ name: words, exact: typeof words === 'string' });
const flat = (words: string) => words.replaceAll(/\s+/g, ' ');

/** What a browser complains of: scripts and styles that the page's own rules forbid, files that are missing, errors. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    // The answer to a form that needs another look is 422 on purpose, and the console always remarks on it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('response', (response) => {
    const own = response.request().isNavigationRequest();
    if (response.status() >= (own ? 500 : 400)) troubles.push(`${response.status()} ${response.url()}`);
  });
  return troubles;
}

const looked = new Set<string>();

/** Nothing for axe to find, one heading, no sideways scrolling. A page of the same shape is looked at once a file. */
export async function holds(page: Page, { again = false } = {}): Promise<void> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const sticking = [...document.querySelectorAll('body *')]
      .filter(() => scrollWidth > clientWidth)
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
    return {
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      wide: sticking.slice(0, 5).map((each) => each.outerHTML.slice(0, 160)),
      scrolls: scrollWidth > clientWidth,
      width: clientWidth,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      shape: `${document.title.startsWith('Error')} ${document.querySelectorAll('main form, main table, main section').length}`,
    };
  });
  const where = `${new URL(page.url()).pathname} (${found.title}, ${found.width} px)`;
  expect(found.headings, `main headings of ${where}`).toBe(1);
  expect(found.title, where).toMatch(/\S.* – Kith$/);
  expect(found.scrolls ? found.wide : [], `scrolls sideways: ${where}`).toEqual([]);
  const shape = `${found.shape} ${found.width} ${found.dark} ${patternOf(page.url())}`;
  if (looked.has(shape) && !again) return;
  looked.add(shape);
  const violations = await page.evaluate(
    `${AXE}; axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')))`,
  );
  expect(violations, `accessibility of ${where}`).toEqual([]);
}

/** An address without its identifiers and secrets: one pattern stands for all families, all sessions. */
export function patternOf(address: string): string {
  const { pathname } = new URL(address, 'http://kith');
  return pathname
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ':id')
    .replaceAll(/\/(?=[A-Za-z0-9_-]*[A-Z0-9])[A-Za-z0-9_-]{30,}/g, '/:secret')
    .replace(/^\/(toolbox|me\/toolbox|centres)\/(?!new$)[^/]+/, '/$1/:code');
}
