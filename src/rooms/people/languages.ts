const NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

// Spoken in towns here. The runtime knows the names of all but the signed one.
const CODES =
  'ar am bg bn ckb cs cy de el es fa fr gu hi hu it ku lt ml ne nl pa pl ps pt ro ru sk so sq sw ta te ti tr uk ur vi yo yue zh'.split(
    ' ',
  );

/** The name of a language in English, by its code; what is no code at all is its own name. */
export const languageName = (code: string): string => {
  if (code === 'bfi') return 'British Sign Language';
  try {
    return NAMES.of(code) ?? code;
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
