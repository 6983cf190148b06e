import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a sealed text is for; a text sealed for one purpose does not open for another. */
export type VaultPurpose = 'signing-keys';

/** Seals texts that the database keeps and must not be able to read: whoever holds a copy of it holds no key. */
export interface Vault {
  readonly seal: (purpose: VaultPurpose, text: string) => string;
  /** Raises Error for a text that was changed, or sealed for another purpose or with another secret. */
  readonly open: (purpose: VaultPurpose, sealed: string) => string;
}

const FORM = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The vault of an installation: AES-256-GCM, with a key for each purpose derived from its secret. A sealed text is
 * `v1.` and, in base64url, nonce, tag and cipher text.
 */
export const vaultOf = (secret: string): Vault => {
  const keyFor = (purpose: VaultPurpose): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `kith vault ${purpose}`, 32));
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${FORM}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: (purpose, sealed) => {
      const [form, body] = sealed.split('.');
      if (form !== FORM || !body) throw new Error('this text was not sealed here');
      const bytes = Buffer.from(body, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
};

const noSecret = (): never => {
  throw new Error('this way into the database was opened without the secret of the installation');
};

/** Where no secret was given: nothing is sealed and nothing opens. */
export const closedVault: Vault = { seal: noSecret, open: noSecret };
