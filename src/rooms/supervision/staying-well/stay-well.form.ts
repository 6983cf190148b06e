import { optionalText } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';

/** What the plan asks. Nothing of it is required. */
export const PROMPTS = [
  {
    name: 'keeps',
    label: 'What keeps me well',
    hint: 'Small things count: a walk, a friend, going to bed in time.',
  },
  {
    name: 'signs',
    label: 'The first signs that it is getting too much',
    hint: 'What you notice yourself, or what others notice in you.',
  },
  { name: 'helps', label: 'What helps then', hint: 'What has done you good before.' },
  {
    name: 'please_do',
    label: 'What I would like you to do',
    hint: 'You, that is whoever you share this with. Such as: ask me, give me a week without sessions.',
  },
  {
    name: 'please_not',
    label: 'What I would rather you did not do',
    hint: 'Such as: decide for me, ask in front of others.',
  },
  { name: 'rings', label: 'Who I ring', hint: 'A friend, a relation, a help line, your GP.' },
] as const;
export type Prompt = (typeof PROMPTS)[number]['name'];

const words = () => optionalText(3000);

export const planForm = form('supervision_stay_well', {
  keeps: words(),
  signs: words(),
  helps: words(),
  please_do: words(),
  please_not: words(),
  rings: words(),
});

export const eraseForm = justAButton('supervision_stay_well_erase');
export const shareForm = justAButton('supervision_stay_well_share');
export const unshareForm = justAButton('supervision_stay_well_unshare');
