import { randomUUID } from 'node:crypto';
import { cookieSettings, keyFor } from '#platform/sign-in/keys.ts';
import { signedToken } from '#platform/sign-in/sessions.ts';
import type { Driver, Line } from './load.ts';
import type { Town } from './town.ts';

export const DRIVERS = 8;

/** A page that is measured: how Kith is asked for it, and how the bare route. */
export interface Measured {
  readonly name: 'list' | 'person' | 'register' | 'today';
  readonly about: string;
  /** The part of the bare route's throughput that is wanted; null where none is promised. */
  readonly target: number | null;
  readonly kith: readonly Driver[];
  readonly bare: readonly Driver[];
}

// The server lets one network address ask six hundred times a minute, rightly. These drivers are a town of addresses.
let asked = 0;
const address = () => {
  asked += 1;
  const at = Math.floor(asked / 100);
  return `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
};

export const sessionCookie = (secret: string, token: string): string =>
  `${cookieSettings(secret, undefined).name}=${encodeURIComponent(signedToken(token, keyFor(secret, 'sessions')))}`;

const repeat = <T>(make: (at: number) => T): readonly T[] =>
  Array.from({ length: DRIVERS }, (_, at) => make(at));

/** The value of a field of a form, such as its token. */
export const attribute = (html: string, field: string): string =>
  new RegExp(`<input[^>]*name="${field}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`<input[^>]*value="([^"]*)"[^>]*name="${field}"`).exec(html)?.[1] ??
  '';

/** The pages of the bench, with drivers that are signed in. The registers are opened once, as a person would. */
export const measured = async (line: Line, town: Town, secret: string): Promise<readonly Measured[]> => {
  const cookie = sessionCookie(secret, town.token);
  const get = (path: string) => ({
    shot: { method: 'GET', path, headers: { cookie, 'x-forwarded-for': address() }, status: 200 } as const,
  });
  const bareGet = (path: string) => ({ shot: { method: 'GET', path, status: 200 } as const });
  const anyone = () => town.personIds[Math.floor(Math.random() * town.personIds.length)] ?? '';
  const registers = await Promise.all(
    repeat(async (at) => openRegister(line, cookie, town.sessionIds[at] ?? '')),
  );
  return [
    {
      name: 'list',
      about: 'list of 50 with filter',
      target: 0.5,
      kith: repeat(() => () => get(`/families?stage=pregnant&centre=${town.centreId}`)),
      bare: repeat(() => () => bareGet('/list')),
    },
    {
      name: 'person',
      about: 'person with attendances',
      target: 0.5,
      kith: repeat(() => () => get(`/families/${anyone()}`)),
      bare: repeat(() => () => bareGet(`/person?id=${anyone()}`)),
    },
    {
      name: 'register',
      about: 'register write',
      target: 0.4,
      kith: registers,
      bare: repeat(() => () => ({
        shot: { method: 'POST', path: '/register', body: 'mark=came', status: 200 } as const,
      })),
    },
    {
      name: 'today',
      about: 'Today',
      target: null,
      kith: repeat(() => () => get('/today')),
      bare: repeat(() => () => bareGet('/today')),
    },
  ];
};

/** Somebody with one register open who changes one mark after the other; the whole form goes along each time. */
export const openRegister = async (line: Line, cookie: string, sessionId: string): Promise<Driver> => {
  const path = `/sessions/${sessionId}/register`;
  const page = await line.ask({
    method: 'GET',
    path,
    headers: { cookie, 'x-forwarded-for': address() },
    status: 200,
  });
  const csrf = page.cookies.find((each) => each.startsWith('csrf='))?.split(';')[0] ?? '';
  const token = attribute(page.body, '_csrf');
  const people = [...page.body.matchAll(/name="drawn-([0-9a-f-]{36})"/g)].map((found) => {
    const drawn = attribute(page.body, `drawn-${found[1]}`);
    return { id: found[1] ?? '', drawn, mark: drawn.split('.')[1] ?? '' };
  });
  if (token === '' || people.length < 6)
    throw new Error(`The register of the bench has ${people.length} parents: ${page.body.slice(0, 500)}`);
  let turn = 0;
  return () => {
    const at = turn++ % people.length;
    const body = new URLSearchParams({ _csrf: token, _key: randomUUID() });
    body.set('then', 'save');
    for (const [index, person] of people.entries()) {
      const mark = index === at ? (person.mark === 'came' ? 'late' : 'came') : person.mark;
      body.set(`drawn-${person.id}`, person.drawn);
      body.set(`mark-${person.id}`, mark);
    }
    return {
      shot: {
        method: 'POST',
        path,
        headers: { cookie: `${cookie}; ${csrf}`, 'x-forwarded-for': address() },
        body: body.toString(),
        status: 303,
      },
      done: () => {
        const person = people[at];
        if (!person) return;
        person.mark = person.mark === 'came' ? 'late' : 'came';
        const version = Number(person.drawn.split('.')[0]) + 1;
        person.drawn = `${version}.${person.mark}.0.0.`;
      },
    };
  };
};
