import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { DateField, ErrorSummary, Form, TextArea, TextField } from './form.tsx';
import { errorOf, type FormState, valueOf as typed, valuesOf } from './form-state.ts';
import { cameBack, Gallery } from './gallery.fixture.tsx';
import { Progress, Table, ThemeBar } from './show.tsx';

const gallery = renderToString(<Gallery />);
const all = (pattern: RegExp, html = gallery) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const ids = all(/\sid="([^"]+)"/g);

const empty: FormState = { values: {}, errors: [], csrf: 'c', key: 'k' };
const wrong = (message: string, field = 'example'): FormState => ({ ...empty, errors: [{ field, message }] });

describe('the whole kit on one page', () => {
  test('holds no style attribute, no inline script and no handler: the content policy forbids them', () => {
    expect(gallery).not.toMatch(/\sstyle=/);
    expect(gallery).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(gallery).not.toMatch(/\son[a-z]+=/);
  });

  test('gives every id once', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('every label, description and error link leads somewhere', () => {
    const targets = [
      ...all(/\sfor="([^"]+)"/g),
      ...all(/aria-describedby="([^"]+)"/g).flatMap((value) => value.split(' ')),
      ...all(/error-summary__list">(.*?)<\/ul>/g).flatMap((list) => all(/href="#([^"]+)"/g, list)),
    ];
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('every box has a label or sits where one is not read out', () => {
    const controls = [...gallery.matchAll(/<(?:input|select|textarea)\b([^>]*)>/g)].map(
      ([, rest]) => rest ?? '',
    );
    const shown = controls.filter((attributes) => !attributes.includes('type="hidden"'));
    const labelled = all(/\sfor="([^"]+)"/g);
    expect(shown.length).toBeGreaterThan(20);
    expect(
      shown.filter((attributes) => !labelled.includes(/\sid="([^"]+)"/.exec(attributes)?.[1] ?? '')),
    ).toEqual([]);
  });

  test('writes what people typed as text', () => {
    expect(gallery).not.toContain('<b>Yusuf');
    expect(gallery).toContain('&lt;b>Yusuf');
  });
});

describe('a page', () => {
  test('leads with urgent help, before anything else that can be followed', () => {
    const body = gallery.slice(gallery.indexOf('<body'));
    expect(/<a[^>]*href="([^"]+)"/.exec(body)?.[1]).toBe('#help');
  });

  test('says in its title that something needs another look, and only then', () => {
    expect(gallery).toContain('<title>Error: Everything in the kit – Kith</title>');
    expect(renderToString(<Gallery form={empty} />)).toContain('<title>Everything in the kit – Kith</title>');
  });

  test('leaves without telling the next site where it came from', () => {
    expect(gallery).toMatch(/<a class="k-strip__leave" href="https:\/\/example.org\/" rel="noreferrer/);
  });

  test('marks the current place and offers one way to raise a concern', () => {
    expect(gallery).toMatch(/href="#today" aria-current="page"/);
    expect(all(/(href="#concern")/g)).toHaveLength(1);
  });

  test('signs out by a form, never by a link', () => {
    expect(gallery).toMatch(/<form method="post" action="#out"[^>]*><input type="hidden" name="_csrf"/);
  });

  test('has nothing of the strip, the menu or the notice when none is given', () => {
    const bare = renderToString(
      <Gallery
        urgent={undefined}
        quickExit={undefined}
        nav={[]}
        who={undefined}
        signOut={undefined}
        notice={undefined}
      />,
    );
    expect(bare).not.toContain('k-strip');
    expect(bare).not.toContain('k-menu');
    expect(bare).not.toContain('k-notice');
  });
});

describe('a form', () => {
  test('carries its three tokens, the version only when there is one', () => {
    const form = renderToString(<Form form={cameBack} />);
    expect(form).toContain('<input type="hidden" name="_csrf" value="forgery-token"/>');
    expect(form).toContain('<input type="hidden" name="_key" value="one-key"/>');
    expect(form).toContain('<input type="hidden" name="_version" value="7"/>');
    expect(renderToString(<Form form={empty} />)).not.toContain('_version');
  });

  test('keeps the blank first line of a long answer: the browser swallows one', () => {
    const html = renderToString(<TextArea form={cameBack} name="story" label="Story" />);
    expect(html).toContain('>\n\nFirst line kept</textarea>');
  });

  test('never sends a password back', () => {
    const form = { ...empty, values: { secret: 'open sesame' } };
    expect(
      renderToString(<TextField form={form} name="secret" label="Password" type="password" />),
    ).not.toContain('sesame');
  });

  test('a message about one part of a date marks that box, and the summary leads to it', () => {
    const form = wrong('Write the month as a number', 'due-month');
    const html = renderToString(<DateField form={form} name="due" legend="Due" />);
    expect(all(/(nhsuk-input--error)/g, html)).toHaveLength(1);
    expect(html).toMatch(/nhsuk-input--error[^>]*id="due-month"/);
    expect(renderToString(<ErrorSummary form={form} />)).toContain('href="#due-month"');
  });

  test('a message about the day leads to the first box, which carries the name of the date', () => {
    const form = wrong('Write the day', 'due-day');
    expect(renderToString(<ErrorSummary form={form} />)).toContain('href="#due"');
    expect(renderToString(<DateField form={form} name="due" legend="Due" />)).toMatch(
      /id="due" name="due-day"/,
    );
  });

  test('a message without a field is said without a link', () => {
    expect(renderToString(<ErrorSummary form={wrong('Too late', '')} />)).toContain('<li>Too late</li>');
  });

  test('says nothing at the top when nothing is wrong', () => {
    expect(renderToString(<ErrorSummary form={empty} />)).toBe('');
  });
});

describe('reading a form', () => {
  const form: FormState = { ...empty, values: { one: 'a', many: ['b', 'c'], none: '', nobody: [] } };

  test('one value, several, none', () => {
    expect([typed(form, 'one'), typed(form, 'many'), typed(form, 'none'), typed(form, 'absent')]).toEqual([
      'a',
      'b',
      '',
      '',
    ]);
    expect([
      valuesOf(form, 'one'),
      valuesOf(form, 'many'),
      valuesOf(form, 'none'),
      valuesOf(form, 'nobody'),
    ]).toEqual([['a'], ['b', 'c'], [], []]);
  });

  test('the first message about a field', () => {
    const twice = { ...wrong('First'), errors: [...wrong('First').errors, ...wrong('Second').errors] };
    expect(errorOf(twice, 'example')).toBe('First');
    expect(errorOf(twice, 'other')).toBeUndefined();
  });
});

describe('pictures keep their figures', () => {
  test('shares come from the sum and start where the last one ended', () => {
    const html = renderToString(
      <ThemeBar
        shares={[
          { label: 'A', amount: 30 },
          { label: 'B', amount: 0 },
          { label: 'C', amount: 10 },
        ]}
      />,
    );
    expect(all(/\sx="([^"]+)"/g, html)).toEqual(['0%', '75%']);
    expect(all(/figure">([^<]+)</g, html)).toEqual(['75%', '0%', '25%']);
  });

  test('a course without activities has no shares to divide by', () => {
    expect(renderToString(<ThemeBar shares={[{ label: 'A', amount: 0 }]} />)).not.toContain('NaN');
  });

  test('a bar never runs past its end', () => {
    expect(renderToString(<Progress label="Places" value={12} max={10} />)).toContain(
      'width="100%" height="10" rx',
    );
    expect(renderToString(<Progress label="Places" value={0} max={0} />)).not.toContain('NaN');
  });
});

test('a table names its rows, and every other cell its column, for when it becomes cards', () => {
  const html = renderToString(
    <Table
      caption="Parents"
      columns={[
        { header: 'Weeks', cell: (row: { name: string; weeks: number }) => row.weeks, numeric: true },
        { header: 'Parent', cell: (row) => row.name, names: true },
        { header: 'Open', headerHidden: true, cell: () => 'Open' },
      ]}
      rows={[{ name: 'Amina', weeks: 27 }]}
    />,
  );
  expect(html).toContain('<td role="cell" class="k-number" data-label="Weeks">27</td>');
  expect(html).toContain('<th role="rowheader" scope="row">Amina</th>');
  expect(html).toContain('<td role="cell">Open</td>');
});
