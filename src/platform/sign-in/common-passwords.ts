import { passwordTrouble } from './sign-in.rules.ts';

/** Of the list, what is short after its ending was taken off says nothing: a word is not a password because it is in it. */
const LEAST_LEFT = 5;

let kept: Promise<ReadonlySet<string>> | undefined;

/** The list, read when somebody first chooses a password: it weighs a few megabytes. */
const list = (): Promise<ReadonlySet<string>> => {
  kept ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((each) => each.toLowerCase())),
  );
  return kept;
};

/**
 * Whether a password is one of some fifty thousand that are used most, taken from what was stolen elsewhere, in any
 * letters, and also with the figures and signs behind it that people add when they must: those are tried first.
 */
export const isCommonPassword = async (password: string): Promise<boolean> => {
  const common = await list();
  const plain = password.toLowerCase();
  if (common.has(plain)) return true;
  const bare = plain.replace(/[\d\W_]+$/, '');
  return bare.length >= LEAST_LEFT && bare.length < plain.length && common.has(bare);
};

/** What is the matter with a new password, in words for the person, or null when it will do; with the list asked too. */
export const newPasswordTrouble = async (password: string, email: string): Promise<string | null> =>
  passwordTrouble(password, email) ??
  ((await isCommonPassword(password))
    ? 'That password is known from thefts elsewhere, so it is tried first. Choose another: three words that mean something to you are good.'
    : null);
