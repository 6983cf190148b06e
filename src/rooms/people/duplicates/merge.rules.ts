const SENTENCES: Readonly<Record<string, string>> = {
  'families.parents':
    'Both files are parents of the same pregnancy. End one of the two links first, then make one file.',
  'people.accounts': 'Both files have a sign-in of their own. Close one of them first, then make one file.',
};

/** Why two files cannot become one yet, when both have a row of this table (`schema.table`) that only one may have. */
export const bothHave = (table: string): string =>
  SENTENCES[table] ??
  'Both files have something that only one file can have at a time. End one of the two first, then make one file.';

export const NOT_THESE_TWO =
  'These two files cannot become one. Both must be open family files at centres you work for.';
export const NOT_UNDONE =
  'This cannot be undone any more on its own: the file was made one with another since. Undo that first.';
export const IN_THE_WAY =
  'Something was added to the closed file since that both files cannot have, such as a place in the same family. Look at both files and end it on one of them, then undo.';
