import { maybeYesNo, optionalText, someOfThese, text, tick, yesNo } from '#platform/forms/fields.ts';
import { type FormOf, form, type Typed } from '#platform/forms/form.ts';

/** What somebody who raises a concern types; `about_person` is the id of a file they chose, or ''. */
const fields = (team: readonly string[]) => ({
  happened: text('Say what happened, or what worries you. A few words are enough.', 10_000),
  said: optionalText(5000),
  danger: yesNo('Say whether anyone is in danger now.'),
  called: tick(),
  about_words: optionalText(300),
  about_person: optionalText(60),
  done: optionalText(5000),
  team: maybeYesNo(),
  named: someOfThese(team),
});

const typedText = (typed: Typed, field: string): string => {
  const value = typed[field];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
};

/** Whether the small button "Look for them" was pressed, and not the big one. */
export const looksForSomebody = (typed: Typed): boolean => typedText(typed, 'find') === 'yes';
export const nameLookedFor = (typed: Typed): string => typedText(typed, 'about_words');

/**
 * The form of a concern. `team` are the accounts it may name, `found` how many parents the name that was typed has
 * found. Looking for somebody is answered like an unfinished form: the page comes back with everything kept.
 */
export const concernForm = (team: readonly string[], found: number) => {
  const whole = form('raise a concern', fields(team), (value) => [
    ...(value.about_words === '' && value.about_person === '' && value.named.length === 0
      ? [
          {
            field: 'about_words',
            message: 'Say who it is about, as well as you can. “A mother at the drop-in” is enough.',
          },
        ]
      : []),
    ...(value.team === true && value.named.length === 0
      ? [{ field: 'named', message: 'Choose who of the team it is about. They will not see it.' }]
      : []),
  ]);
  const looking = {
    field: 'about_words',
    message:
      found > 0
        ? 'Choose who you mean below, or leave it in words.'
        : 'Nobody you may see here has a name like that. Leave it in words: that is fine.',
  };
  return {
    ...whole,
    parse: (typed: Typed) =>
      looksForSomebody(typed) ? { ok: false as const, errors: [looking] } : whole.parse(typed),
  } satisfies FormOf<unknown>;
};
