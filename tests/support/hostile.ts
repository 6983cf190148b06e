import { randomUUID } from 'node:crypto';

/** What no keyboard sends: for walks over every form. */

export const NUL = 'a\u0000b';
export const MARK = '<b>=1+1';
const ODD = `آمنة \u202Eabc 👩‍👩‍👧 ‮ \uFFFD ＇ %00 ' or 1=1; -- ${MARK}`;
const LONG = 'long '.repeat(4000);

export const QUERIES = [
  'page=99999999999999999999&page=-1&show=%00&view=%00&state=%00&from=%00&q=%00&search=%00&centre=zzz&role=%00&source=%00',
  `page=1e300&view=board&search=${'y'.repeat(3000)}&from=-271821-04-19&until=275760-09-13&on=0000-00-00&__proto__=1`,
  'state=__proto__&step=constructor&quiet=1&waiting=%25_%5C%27%22&code=peer_supporter&code=creche&applicant=not-an-id',
];

export const bodyWith = (
  token: string,
  fields: Iterable<readonly [string, string]>,
  more: Readonly<Record<string, string>> = {},
): string => {
  const body = new URLSearchParams({ _csrf: token, _key: randomUUID(), ...more });
  for (const [name, value] of fields) body.append(name, value);
  return body.toString();
};

/** The fields that a form has by its own saying; one made for what was loaded says them on its page. */
export const fixedFields = (form: unknown): readonly string[] =>
  typeof form === 'object' && form !== null && 'fields' in form ? (form.fields as readonly string[]) : [];

const fieldsOn = (html: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [tag] of html.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
    const name = /\bname="([^"]+)"/.exec(tag)?.[1];
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1];
    if (name && !name.startsWith('_') && !found.get(name)) found.set(name, value ?? '');
  }
  for (const [, name = '', inside = ''] of html.matchAll(
    /<select\b[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    found.set(name, [...inside.matchAll(/value="([^"]+)"/g)].at(-1)?.[1] ?? '');
  return found;
};

const dated = (name: string, value: string, year: string): string =>
  name.endsWith('-day') || name.endsWith('-month') ? '1' : name.endsWith('-year') ? year : value;

/** Ten bodies for the form of a page: nothing, NUL, odd, oversized, ids of nobody, years out of reach, versions that never were. */
export const hostileBodies = (fixed: readonly string[], html: string, token: string): readonly string[] => {
  const fields = new Map([
    ...fixed.flatMap((name) => [
      [name, ''] as const,
      ...['day', 'month', 'year'].map((box) => [`${name}-${box}`, ''] as const),
    ]),
    ...fieldsOn(html),
  ]);
  const all = (value: string, year = '2026') =>
    [...fields.keys()].map((name) => [name, dated(name, value, year)] as const);
  const offered = (value: string, year: string) =>
    [...fields].map(([name, is]) => [name, is || dated(name, value, year)] as const);
  return [
    bodyWith(token, []),
    bodyWith(token, all(NUL)),
    bodyWith(token, all(ODD, '9999')),
    bodyWith(token, all(LONG, '0000')),
    bodyWith(token, all(randomUUID(), '9999')),
    bodyWith(token, offered(NUL, '0001'), { _version: '99999999999999999999' }),
    bodyWith(token, offered(LONG, '9999'), { _version: '1' }),
    bodyWith(token, offered('2', '9999')),
    bodyWith(token, offered('10.30am', '2026'), { _version: '-1' }),
    bodyWith(token, offered(`${ODD}@example.org`, '2026')),
  ];
};
