import type { z } from 'zod';
import {
  date,
  dateBoxes,
  maybeOneOf,
  oneOf,
  optionalText,
  someOf,
  text,
  tick,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { type FormOf, form, type Typed } from '#platform/forms/form.ts';
import { usualRoute } from './content/route.ts';
import { attributeCode } from './profile.rules.ts';
import {
  type Attribute,
  MOVERS,
  type Mover,
  type ProfileContent,
  type RouteStep,
  STEP_CODES,
  type StepCode,
  WHEN_NEEDED,
} from './profile.shape.ts';

export interface ProfileSaid {
  readonly effectiveFrom: Temporal.PlainDate;
  readonly content: ProfileContent;
}

const MORE_ATTRIBUTES = 2;
/** How many attributes the form has room for: those that are there and two more. */
export const rowsFor = (content: ProfileContent): readonly number[] =>
  Array.from({ length: content.attributes.length + MORE_ATTRIBUTES }, (_, at) => at);

const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const usualStep = (code: StepCode): RouteStep | undefined => usualRoute.find((step) => step.code === code);

/** What the fields say of a profile before anybody types. A step that is not in the route says what is usual. */
export const typedProfile = (content: ProfileContent, effectiveFrom: Temporal.PlainDate): Typed => {
  const typed: Record<string, string | readonly string[]> = {
    name: content.name,
    about: content.about,
    whatYouDo: content.whatYouDo.join('\n'),
    time: content.time,
    whatYouGet: content.whatYouGet.join('\n'),
    ...dateBoxes('effectiveFrom', effectiveFrom),
  };
  for (const at of rowsFor(content)) {
    const attribute = content.attributes[at];
    typed[`attribute-${at}`] = attribute?.name ?? '';
    typed[`attribute-words-${at}`] = attribute?.words ?? '';
    typed[`attribute-when-${at}`] = attribute?.when ?? 'now';
  }
  for (const code of STEP_CODES) {
    const there = content.route.find((step) => step.code === code);
    const step = there ?? usualStep(code);
    if (there) typed[`in-${code}`] = 'yes';
    typed[`name-${code}`] = step?.name ?? '';
    typed[`words-${code}`] = step?.words ?? '';
    typed[`owner-${code}`] = step?.owner ?? 'us';
    typed[`days-${code}`] = String(step?.days ?? 14);
    typed[`after-${code}`] = [...(step?.after ?? [])];
  }
  return typed;
};

/** The form of a role profile; `before` says which attributes it had, whose codes stay. */
export const profileForm = (before: ProfileContent): FormOf<ProfileSaid> => {
  const rows = rowsFor(before);
  const shape: Record<string, z.ZodType> = {
    name: text('Say what the role is called.', 80),
    about: text('Say in a few sentences what the role is.', 2000),
    whatYouDo: text('Say what somebody in the role does, one thing on each line.', 3000),
    time: text('Say how much time it takes.', 600),
    whatYouGet: optionalText(3000),
    effectiveFrom: date('Enter the day from which this holds.'),
  };
  for (const at of rows) {
    shape[`attribute-${at}`] = optionalText(80);
    shape[`attribute-words-${at}`] = optionalText(600);
    shape[`attribute-when-${at}`] = maybeOneOf(WHEN_NEEDED);
  }
  for (const code of STEP_CODES) {
    shape[`in-${code}`] = tick();
    shape[`name-${code}`] = text('Give the step a name.', 80);
    shape[`words-${code}`] = optionalText(1000);
    shape[`owner-${code}`] = oneOf(MOVERS, 'Choose who moves first.');
    shape[`days-${code}`] = wholeNumber('Enter how many days it usually takes.', 1, 365);
    shape[`after-${code}`] = someOf(STEP_CODES);
  }
  const fields = form('role profile', shape);
  return {
    ...fields,
    parse: (typed) => {
      const read = fields.parse(typed);
      if (!read.ok) return read;
      const value = read.value as Readonly<Record<string, unknown>>;
      const said = (name: string) => String(value[name] ?? '');
      const taken = new Set(before.attributes.map(({ code }) => code));
      const attributes: Attribute[] = [];
      for (const at of rows) {
        const name = said(`attribute-${at}`);
        if (name === '') continue;
        const code = before.attributes[at]?.code ?? attributeCode(name, taken);
        taken.add(code);
        attributes.push({
          code,
          name,
          words: said(`attribute-words-${at}`),
          // A line that somebody else added in the meantime was not on this form.
          when: (value[`attribute-when-${at}`] as Attribute['when'] | null) ?? 'now',
        });
      }
      const chosen = STEP_CODES.filter((code) => value[`in-${code}`] === true);
      return {
        ok: true,
        value: {
          effectiveFrom: value.effectiveFrom as Temporal.PlainDate,
          content: {
            name: said('name'),
            about: said('about'),
            whatYouDo: lines(said('whatYouDo')),
            time: said('time'),
            whatYouGet: lines(said('whatYouGet')),
            attributes,
            route: chosen.map((code) => ({
              code,
              name: said(`name-${code}`),
              words: said(`words-${code}`),
              owner: value[`owner-${code}`] as Mover,
              days: Number(value[`days-${code}`]),
              // A step that was left out is waited for by nobody.
              after: (value[`after-${code}`] as readonly StepCode[]).filter((each) => chosen.includes(each)),
            })),
          },
        },
      };
    },
  };
};
