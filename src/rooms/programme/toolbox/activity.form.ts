import { oneOf, optionalText, someOf, text, wholeNumber } from '#platform/forms/fields.ts';
import { type FieldError, form, type Typed } from '#platform/forms/form.ts';
import type { ActivityContent, Adaptation, Caution, HandoutContent } from '../content/shapes.ts';
import {
  ADAPTATIONS,
  BLOCK_KINDS,
  CAUTIONS,
  FACILITATORS,
  STAGES,
  THEME_CODES,
  TOOLBOXES,
  TOPIC_CODES,
} from '../words.ts';

const minutes = (missing: string) => wholeNumber(missing, 1, 240);

/** The form of an activity, for a new one and for a new version. */
export const activityForm = form(
  'activity',
  {
    title: text('Give the activity a name.', 100),
    summary: text('Say in one sentence what it does.', 300),
    toolbox: oneOf(TOOLBOXES, 'Choose a toolbox.'),
    theme: oneOf(THEME_CODES, 'Choose the main theme.'),
    themes: someOf(THEME_CODES),
    topics: someOf(TOPIC_CODES),
    blocks: someOf(BLOCK_KINDS),
    stages: someOf(STAGES),
    facilitators: someOf(FACILITATORS),
    usual: minutes('Say how many minutes it usually takes.'),
    least: minutes('Say how many minutes it takes at least.'),
    most: minutes('Say how many minutes it takes at most.'),
    room: optionalText(600),
    materials: optionalText(2000),
    steps: text('Write what to do and say, one step a line.', 8000),
    'adapt-bump': optionalText(),
    'adapt-baby_in_arms': optionalText(),
    'adapt-online': optionalText(),
    'adapt-interpreter': optionalText(),
    'adapt-partner': optionalText(),
    'care-late_pregnancy': optionalText(),
    'care-after_birth': optionalText(),
    'care-trauma': optionalText(),
    'care-babies': optionalText(),
    'no-caution': optionalText(500),
    'handout-title': optionalText(100),
    'handout-minutes': optionalText(3),
    'handout-text': optionalText(6000),
    'handout-steps': optionalText(4000),
    credit: optionalText(200),
  },
  (value) => {
    const errors: FieldError[] = [];
    const say = (field: string, message: string) => errors.push({ field, message });
    if (value.blocks.length === 0) say('blocks', 'Choose at least one part of a session where it fits.');
    if (value.facilitators.length === 0) say('facilitators', 'Choose who can lead it.');
    if (value.least > value.usual) say('least', 'The least minutes cannot be more than the usual ones.');
    if (value.most < value.usual) say('most', 'The most minutes cannot be fewer than the usual ones.');
    const cautions = CAUTIONS.some((kind) => value[`care-${kind}`] !== '');
    if (!cautions && value['no-caution'] === '')
      say('no-caution', 'Write a caution above, or say here why none is needed.');
    const rest = [value['handout-text'], value['handout-steps'], value['handout-minutes']].some(
      (part) => part !== '',
    );
    if (rest && value['handout-title'] === '')
      say('handout-title', 'Give the handout a title, or leave all of it empty.');
    if (!rest && value['handout-title'] !== '') say('handout-text', 'Write what the handout says.');
    if (value['handout-minutes'] !== '' && !/^[1-9]\d?$/.test(value['handout-minutes']))
      say('handout-minutes', 'Enter a number of minutes from 1 to 99, or leave it empty.');
    return errors;
  },
);

type Value = Extract<ReturnType<typeof activityForm.parse>, { ok: true }>['value'];

const lines = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const nonEmpty = <T>(list: readonly T[], first: T): [T, ...T[]] => {
  const [head = first, ...rest] = list;
  return [head, ...rest];
};

const handoutOf = (value: Value): HandoutContent | null => {
  if (value['handout-title'] === '') return null;
  const steps = lines(value['handout-steps']);
  return {
    title: value['handout-title'],
    ...(value['handout-minutes'] !== '' && { minutes: Number(value['handout-minutes']) }),
    paragraphs: lines(value['handout-text']),
    ...(steps.length > 0 && { steps }),
  };
};

/** The activity a filled form says. `code` is the activity's own and never changes. */
export const contentOf = (code: string, value: Value): ActivityContent => {
  const handout = handoutOf(value);
  const adaptations = ADAPTATIONS.flatMap((kind): Adaptation[] => {
    const words = lines(value[`adapt-${kind}`]).join(' ');
    return words === '' ? [] : [{ kind, text: words }];
  });
  const cautions = CAUTIONS.flatMap((kind): Caution[] =>
    lines(value[`care-${kind}`]).map((each) => ({ kind, text: each })),
  );
  return {
    code,
    title: value.title,
    summary: value.summary,
    toolbox: value.toolbox,
    themes: [value.theme, ...value.themes.filter((each) => each !== value.theme)],
    topics: value.topics,
    blocks: nonEmpty(value.blocks, 'learning'),
    stages: value.stages,
    minutes: { usual: value.usual, least: value.least, most: value.most },
    facilitators: nonEmpty(value.facilitators, 'practitioner'),
    room: value.room,
    materials: lines(value.materials),
    steps: lines(value.steps),
    adaptations,
    cautions,
    ...(value['no-caution'] !== '' && { noCautionBecause: value['no-caution'] }),
    ...(handout && { handout }),
  };
};

/** What the form says before anyone types: the activity as it stands. */
export const activityPrefill = (content: ActivityContent, credit: string): Typed => {
  const adapted = (kind: Adaptation['kind']) =>
    content.adaptations
      .filter((each) => each.kind === kind)
      .map((each) => each.text)
      .join('\n');
  const careful = (kind: Caution['kind']) =>
    content.cautions
      .filter((each) => each.kind === kind)
      .map((each) => each.text)
      .join('\n');
  return {
    title: content.title,
    summary: content.summary,
    toolbox: content.toolbox,
    theme: content.themes[0],
    themes: content.themes.slice(1),
    topics: content.topics,
    blocks: content.blocks,
    stages: content.stages,
    facilitators: content.facilitators,
    usual: String(content.minutes.usual),
    least: String(content.minutes.least),
    most: String(content.minutes.most),
    room: content.room,
    materials: content.materials.join('\n'),
    steps: content.steps.join('\n'),
    ...Object.fromEntries(ADAPTATIONS.map((kind) => [`adapt-${kind}`, adapted(kind)])),
    ...Object.fromEntries(CAUTIONS.map((kind) => [`care-${kind}`, careful(kind)])),
    'no-caution': content.noCautionBecause ?? '',
    'handout-title': content.handout?.title ?? '',
    'handout-minutes': content.handout?.minutes === undefined ? '' : String(content.handout.minutes),
    'handout-text': content.handout?.paragraphs.join('\n\n') ?? '',
    'handout-steps': content.handout?.steps?.join('\n') ?? '',
    credit,
  };
};
