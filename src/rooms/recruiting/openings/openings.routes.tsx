import type { z } from 'zod';
import { optionalText, tick, wholeNumber } from '#platform/forms/fields.ts';
import { type FormOf, form, type Typed } from '#platform/forms/form.ts';
import { notSensitive, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { type OpeningSaid, setOpenings } from './openings.commands.ts';
import { OpeningsPage } from './openings.pages.tsx';
import { type Openings, openingsAt } from './openings.queries.ts';

/** Three fields for each role; the answers come back role by role. */
const openingsForm = ({ openings }: Openings): FormOf<readonly OpeningSaid[]> => {
  const codes = openings.map(({ profile }) => profile.code);
  const shape: Record<string, z.ZodType> = {};
  for (const code of codes) {
    shape[`open-${code}`] = tick();
    shape[`wanted-${code}`] = wholeNumber('Enter how many, or 0.', 0, 99);
    shape[`words-${code}`] = optionalText(600);
  }
  const fields = form('roles looked for', shape);
  return {
    ...fields,
    parse: (typed: Typed) => {
      const read = fields.parse(typed);
      if (!read.ok) return read;
      const value = read.value as Readonly<Record<string, unknown>>;
      return {
        ok: true,
        value: codes.map((code) => ({
          code,
          open: value[`open-${code}`] === true,
          wanted: Number(value[`wanted-${code}`]),
          words: String(value[`words-${code}`] ?? ''),
        })),
      };
    },
  };
};

export const openingRoutes: readonly Route[] = [
  page({
    path: paths.openings,
    load: (scope, { query }) => openingsAt(scope, query.centre),
    can: (actor, { centre }) => mayRecruit(actor, centre.id),
    audit: notSensitive('Which roles a centre looks for: its public page says so.'),
    version: ({ version }) => version,
    prefill: ({ openings }): Typed =>
      Object.fromEntries(
        openings.flatMap(({ profile: { code }, open, wanted, words }) => [
          ...(open ? [[`open-${code}`, 'yes']] : []),
          [`wanted-${code}`, String(wanted)],
          [`words-${code}`, words],
        ]),
      ),
    form: openingsForm,
    submit: async (scope, roles, { centre, centres }, { version }) => {
      await setOpenings(scope, { centreId: centre.id, version, roles });
      const some = roles.some(({ open }) => open);
      return {
        to: paths.openings({}, centres.length > 1 ? { centre: centre.id } : {}),
        notice: {
          happened: 'The roles are saved.',
          next: some
            ? 'The public page of your centre shows them now.'
            : 'The public page says that you are not looking just now.',
        },
      };
    },
    show: (facts, view) => <OpeningsPage view={view} facts={facts} />,
  }),
];
