import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CheckboxField, DateField, RadioField, SelectField, TextArea, TextField } from './form.tsx';
import type { FormState } from './form-state.ts';

const empty: FormState = { values: {}, errors: [], csrf: 'c', key: 'k' };
const wrong = (message: string, values: FormState['values'], field: string): FormState => ({
  ...empty,
  values,
  errors: [{ field, message }],
});

// The design system publishes the markup its accessible parts are tested with: ours has to be the same.
describe('the same markup as the design system', () => {
  const published = (component: string, name: string): string => {
    const path = createRequire(import.meta.url).resolve(
      `nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`,
    );
    const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as {
      fixtures: { name: string; html: string }[];
    };
    const found = fixtures.find((fixture) => fixture.name === name);
    if (!found) throw new Error(`${component} has no fixture "${name}"`);
    return found.html;
  };

  // What differs on purpose: their script's hooks, our aria-invalid, the size of a legend, the id of a day box.
  const bare = (html: string) =>
    html
      .replaceAll(/ nhsuk-fieldset__legend--[a-z]+| nhsuk-input--code/g, '')
      .replaceAll(/ (?:data-module|aria-invalid|role)="[^"]*"/g, '')
      .replaceAll(/<([a-z0-9]+)((?: [a-z-]+(?:="[^"]*")?)*) ?\/?>/g, (_tag, name: string, rest: string) => {
        const attributes = [...rest.matchAll(/ [a-z-]+(?:="[^"]*")?/g)].map(([attribute]) =>
          attribute.trim(),
        );
        return `<${[name, ...attributes.sort()].join(' ')}>`;
      })
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?(<[^>]+>) ?/g, '$1');

  const both = 'with error message and hint, without heading';
  const at = (message: string) => wrong(message, {}, 'example');

  // Theirs have an id and a name of their own; ours are one and the same.
  const renamed = (component: string, name: string, from: string) =>
    bare(published(component, name).replaceAll(new RegExp(`"${from}"`, 'g'), '"example"'))
      .replaceAll(`${from}-hint`, 'example-hint')
      .replaceAll(`${from}-error`, 'example-error');

  test('text box', () => {
    const html = bare(
      renderToString(
        <TextField
          form={at('Enter NHS number')}
          name="example"
          label="What is your NHS number?"
          hint={
            <>
              This is a 10 digit number (like <span class="nhsuk-u-nowrap">999 123 4567</span>) that you can
              find on an NHS letter, prescription or in the NHS App
            </>
          }
          width={10}
          spellcheck={false}
          inputmode="numeric"
        />,
      ),
    );
    expect(html).toBe(renamed('input', both, 'with-hint-error'));
  });

  test('text box between a prefix and a suffix', () => {
    const html = bare(
      renderToString(
        <TextField
          form={empty}
          name="example"
          label="Cost per item, in pounds"
          prefix="£"
          suffix="per item"
          width={5}
        />,
      ),
    );
    const theirs = renamed('input', 'with prefix and suffix', 'with-prefix-suffix');
    expect(html).toBe(theirs.replace('<h1 class="nhsuk-label-wrapper">', '').replace('</h1>', ''));
  });

  test('long answer', () => {
    const html = bare(
      renderToString(
        <TextArea
          form={at('You must provide an explanation')}
          name="example"
          label="Can you provide more detail?"
          hint="Do not include personal information like your name, date of birth or NHS number"
        />,
      ),
    );
    expect(html).toBe(renamed('textarea', both, 'with-hint-error'));
  });

  test('radios and checkboxes', () => {
    const options = (third: string) => [
      { value: 'email', label: 'Email' },
      { value: 'phone', label: 'Phone' },
      { value: third, label: 'Text message' },
    ];
    const group = {
      form: at('Select how you want to be contacted'),
      name: 'example',
      legend: 'How do you want to be contacted about this?',
    };
    const theirs = (component: string) =>
      renamed(component, both, 'with-hint-error').replaceAll('"with-hint-error-', '"example-');
    expect(
      bare(renderToString(<RadioField {...group} hint="Select 1 option" options={options('text')} />)),
    ).toBe(theirs('radios'));
    expect(
      bare(
        renderToString(
          <CheckboxField
            {...group}
            hint="Select all options that are relevant to you"
            options={options('text message')}
          />,
        ),
      ),
    ).toBe(theirs('checkboxes'));
  });

  test('list to choose from', () => {
    const places = [...published('select', both).matchAll(/<option value="([^"]+)"/g)].map(
      ([, value]) => value ?? '',
    );
    const names = [...published('select', both).matchAll(/<option [^>]*>([^<]+)</g)].map(
      ([, name]) => name ?? '',
    );
    const html = bare(
      renderToString(
        <SelectField
          form={at('Select a location')}
          name="example"
          label="Choose location"
          hint="This can be different to where you went before"
          options={places.map((value, index) => ({ value, label: names[index] ?? '' }))}
        />,
      ),
    );
    expect(html).toBe(renamed('select', both, 'with-hint-error'));
  });

  test('date', () => {
    const form = wrong(
      'Date of birth must include a day',
      { 'example-month': '3', 'example-year': '1980' },
      'example-day',
    );
    const ours = (
      <DateField
        form={form}
        name="example"
        legend="What is your date of birth?"
        hint="For example, 31 3 1980"
        heading
      />
    );
    const theirs = published('date-input', 'with error on day input')
      .replace('<div class="nhsuk-date-input" id="example">', '<div class="nhsuk-date-input">')
      .replaceAll('"example-day"', '"example"')
      .replaceAll(/name="(day|month|year)"/g, 'name="example-$1"');
    expect(bare(renderToString(ours))).toBe(bare(theirs));
  });

  test('the comparison sees the text and every attribute', () => {
    const theirs = renamed('select', both, 'with-hint-error');
    expect(theirs).toContain('<select aria-describedby="example-hint example-error" class="nhsuk-select');
    expect(theirs).toContain('</span>Select a location</span>');
  });
});
