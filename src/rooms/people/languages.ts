const NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

// Spoken in towns here.
const CODES =
  'am ar bg bn ckb cs cy da de el es et fa fi fr ga gd gu ha he hi hr ht hu hy id ig it ja ka kk ku lt lv ln mk ml mr ms ne nl no om pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi wo yo yue zh zu'.split(
    ' ',
  );

/** Other names that people and files use, among them some of languages that share a code here. */
const ALSO: readonly (readonly [string, string])[] = [
  ['bangla', 'bn'],
  ['bsl', 'bfi'],
  ['cantonese', 'yue'],
  ['central kurdish', 'ckb'],
  ['dari', 'fa'],
  ['farsi', 'fa'],
  ['filipino', 'tl'],
  ['kurdish', 'ku'],
  ['kurdish sorani', 'ckb'],
  ['mandarin', 'zh'],
  ['panjabi', 'pa'],
  ['slovene', 'sl'],
  ['sorani', 'ckb'],
  ['sylheti', 'bn'],
  ['tagalog', 'tl'],
];

/** Where people here say it otherwise than the runtime does, or the runtime does not know it. */
const SAID: Readonly<Record<string, string>> = {
  bfi: 'British Sign Language',
  bn: 'Bengali',
  ckb: 'Kurdish (Sorani)',
  ku: 'Kurdish (Kurmanji)',
};

/** The name of a language in English, by its code; what is no code at all is its own name. */
export const languageName = (code: string): string => {
  try {
    return SAID[code] ?? NAMES.of(code) ?? code;
  } catch {
    return code;
  }
};

/** Languages to choose from: English and British Sign Language first, then by name. A code that is not among them is added. */
export const languageOptions = (
  chosen = 'en',
): readonly { readonly value: string; readonly label: string }[] => {
  const rest = [...new Set([...CODES, ...(['en', 'bfi'].includes(chosen) ? [] : [chosen])])].map((value) => ({
    value,
    label: languageName(value),
  }));
  return [
    { value: 'en', label: 'English' },
    { value: 'bfi', label: languageName('bfi') },
    ...rest.sort((one, other) => one.label.localeCompare(other.label, 'en')),
  ];
};

const byName: ReadonlyMap<string, string> = new Map([
  ...['en', 'bfi', ...CODES].flatMap((code): [string, string][] => [
    [languageName(code).toLowerCase(), code],
    [code, code],
  ]),
  ...ALSO,
]);

/** The code of a language named in English or by its code; empty is English. Null when we do not know it. */
export const languageOf = (text: string): string | null => {
  const said = text.trim().toLowerCase();
  return said === '' ? 'en' : (byName.get(said) ?? null);
};
