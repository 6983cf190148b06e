// Languages spoken in towns here, by code; the words for them come from the runtime.
const CODES =
  'en cy ga gd ar am bg bn cs da de el es et fa fi fr gu ha he hi hr ht hu hy id ig it ja ka kk ku ckb lt lv ln mk ml mr ms ne nl no om pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi wo yo yue zh zu'.split(
    ' ',
  );

const names = new Intl.DisplayNames('en', { type: 'language' });
const byName: ReadonlyMap<string, string> = new Map([
  ...CODES.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code]),
  ...CODES.map((code): [string, string] => [code, code]),
  ['farsi', 'fa'],
  ['dari', 'fa'],
  ['sorani', 'ckb'],
  ['kurdish sorani', 'ckb'],
  ['mandarin', 'zh'],
  ['cantonese', 'yue'],
  ['tagalog', 'tl'],
  ['filipino', 'tl'],
  ['panjabi', 'pa'],
  ['sylheti', 'bn'],
  ['slovene', 'sl'],
  ['bsl', 'bfi'],
  ['british sign language', 'bfi'],
]);

/** Languages to choose from on a form, by name: English first, then by the alphabet. */
export const languageOptions: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'bfi', label: 'British Sign Language' },
  ...CODES.filter((code) => code !== 'en')
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en')),
];

/** The code of a language named in English or by its code; empty is English. Null when we do not know it. */
export const languageOf = (text: string): string | null => {
  const said = text.trim().toLowerCase();
  return said === '' ? 'en' : (byName.get(said) ?? null);
};
