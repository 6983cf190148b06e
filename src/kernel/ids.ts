import { createHash, randomBytes, randomInt, randomUUIDv7 } from 'node:crypto';

/** A new identifier, UUIDv7: made in the application, and rising with time so that indexes stay narrow. */
export const newId = (): string => randomUUIDv7();

/** True when the text has the shape of an identifier; anything else is not found rather than an error. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

// No vowels and no look-alikes: a reference is read aloud on a bad line and never spells a word.
const SAYABLE = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A reference people can say on the phone, such as "K7F-2QH": two groups of three, about 387 million of them. */
export const newReference = (): string => {
  const three = () => Array.from({ length: 3 }, () => SAYABLE[randomInt(SAYABLE.length)]).join('');
  return `${three()}-${three()}`;
};

/** A secret for a link, 256 bits. Only its hash is ever stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: its SHA-256, so that reading the table opens nothing. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
