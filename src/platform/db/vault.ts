import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

export const VAULT_PURPOSES = ['signing-keys', 'safeguarding', 'disclosures'] as const;
/** What a sealed text is for; a text sealed for one purpose does not open for another. */
export type VaultPurpose = (typeof VAULT_PURPOSES)[number];

/** Seals texts that the database keeps and must not be able to read: whoever holds a copy of it holds no key. */
export interface Vault {
  readonly seal: (purpose: VaultPurpose, text: string) => string;
  /** Raises Error for a text that was changed, or sealed for another purpose, organisation or secret. */
  readonly open: (purpose: VaultPurpose, sealed: string) => string;
}

/** The vault of an installation, before it is said whose texts it seals. */
export interface HouseVault extends Vault {
  /** The vault of one organisation: what it seals opens for no other. */
  readonly within: (organisationId: string) => Vault;
  /**
   * The same text under the secret in use: its data key wrapped anew, or the text itself where it already is. What was
   * never sealed, or in the older form, is sealed. Raises Error for a text that does not open.
   */
  readonly renew: (organisationId: string, purpose: VaultPurpose, text: string) => string;
  /** How a text begins whose data key is wrapped with the secret in use. */
  readonly newest: (purpose: VaultPurpose) => string;
  /** Names the secret in use without telling anything of it. */
  readonly trace: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What a sealed text looks like, as a regular expression that PostgreSQL and JavaScript read alike. */
export const SEALED =
  '^(v1[.][A-Za-z0-9_-]{38,}|v2[.][A-Za-z0-9_-]{11}[.][A-Za-z0-9_-]{80}[.][A-Za-z0-9_-]{38,})$';
const sealedForm = new RegExp(SEALED);

/** Whether a text was sealed by a vault; a text from before there was one is not. */
export const isSealed = (text: string): boolean => sealedForm.test(text);

/** Seals a text; where nothing was said nothing is sealed, so that the database still sees that it is empty. */
export const sealText = (vault: Vault, purpose: VaultPurpose, text: string): string =>
  text === '' ? '' : vault.seal(purpose, text);

/** Opens a text that may be empty, or from before texts were sealed. Raises Error as `open` does. */
export const openText = (vault: Vault, purpose: VaultPurpose, text: string): string =>
  isSealed(text) ? vault.open(purpose, text) : text;

const lock = (key: Buffer, about: string, body: Buffer): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(about));
  const locked = Buffer.concat([cipher.update(body), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64url');
};

const unlock = (key: Buffer, about: string, locked: string): Buffer => {
  const bytes = Buffer.from(locked, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
};

interface Key {
  readonly id: string;
  /** Wraps the data keys of texts. */
  readonly wrapping: Buffer;
  /** Sealed texts themselves before each had a data key of its own. */
  readonly older: Buffer;
}

const derived = (secret: string, about: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', about, KEY_BYTES));

const keysOf = (secret: string): ((purpose: VaultPurpose) => Key) => {
  const made = new Map<VaultPurpose, Key>();
  return (purpose) => {
    const known = made.get(purpose);
    if (known) return known;
    const wrapping = derived(secret, `kith vault wrapping ${purpose}`);
    const id = createHash('sha256').update('kith vault key id').update(wrapping).digest();
    const key = {
      id: id.subarray(0, 8).toString('base64url'),
      wrapping,
      older: derived(secret, `kith vault ${purpose}`),
    };
    made.set(purpose, key);
    return key;
  };
};

/**
 * The vault of an installation: each text with a random key of its own (AES-256-GCM), which is wrapped by a key that is
 * derived from the secret and the purpose. A sealed text is `v2.`, the id of the wrapping key, the wrapped data key and
 * the text, with dots between. The secret of before opens, and never seals.
 */
export const vaultOf = (secret: string, before?: string): HouseVault => {
  const inUse = keysOf(secret);
  const all = [inUse, ...(before && before !== secret ? [keysOf(before)] : [])];
  const wrapped = (purpose: VaultPurpose, dataKey: Buffer): string => {
    const { id, wrapping } = inUse(purpose);
    return `v2.${id}.${lock(wrapping, `${purpose} ${id}`, dataKey)}`;
  };
  const unwrapped = (purpose: VaultPurpose, id: string, dataKey: string): Buffer => {
    const key = all.map((keys) => keys(purpose)).find((each) => each.id === id);
    if (!key) throw new Error('this text was sealed with another secret');
    return unlock(key.wrapping, `${purpose} ${id}`, dataKey);
  };
  const openOlder = (purpose: VaultPurpose, body: string): string => {
    for (const keys of all) {
      try {
        return unlock(keys(purpose).older, '', body).toString('utf8');
      } catch {
        // The other secret may open it.
      }
    }
    throw new Error('this text was sealed with another secret');
  };
  const within = (organisationId: string): Vault => {
    const about = (purpose: VaultPurpose) => `${purpose} ${organisationId}`;
    return {
      seal: (purpose, text) => {
        const dataKey = randomBytes(KEY_BYTES);
        return `${wrapped(purpose, dataKey)}.${lock(dataKey, about(purpose), Buffer.from(text, 'utf8'))}`;
      },
      open: (purpose, sealed) => {
        if (!isSealed(sealed)) throw new Error('this text was not sealed here');
        const [form, first = '', dataKey = '', body = ''] = sealed.split('.');
        if (form === 'v1') return openOlder(purpose, first);
        return unlock(unwrapped(purpose, first, dataKey), about(purpose), body).toString('utf8');
      },
    };
  };
  return {
    ...within(''),
    within,
    newest: (purpose) => `v2.${inUse(purpose).id}.`,
    renew: (organisationId, purpose, text) => {
      const own = within(organisationId);
      if (!isSealed(text)) return sealText(own, purpose, text);
      const [form, id = '', dataKey = '', body = ''] = text.split('.');
      const plain = own.open(purpose, text);
      if (form === 'v1') return own.seal(purpose, plain);
      if (id === inUse(purpose).id) return text;
      return `${wrapped(purpose, unwrapped(purpose, id, dataKey))}.${body}`;
    },
    trace: createHash('sha256').update(derived(secret, 'kith vault trace')).digest('hex').slice(0, 12),
  };
};

const noSecret = (): never => {
  throw new Error('this way into the database was opened without the secret of the installation');
};

/** Where no secret was given: nothing is sealed and nothing opens. */
export const closedVault: Vault = { seal: noSecret, open: noSecret };
