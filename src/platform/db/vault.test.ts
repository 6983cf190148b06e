import { describe, expect, it } from 'vitest';
import { closedVault, vaultOf } from './vault.ts';

const secret = 'a secret of more than thirty-two characters';
const vault = vaultOf(secret);

describe('the vault', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const text = '{"kty":"RSA"} – with words of every kind: ñ, 你好';
    const sealed = vault.seal('signing-keys', text);
    expect(sealed).not.toContain('RSA');
    expect(vault.open('signing-keys', sealed)).toBe(text);
    expect(vaultOf(secret).open('signing-keys', sealed)).toBe(text);
    expect(vault.seal('signing-keys', text)).not.toBe(sealed);
  });

  it('does not open with another secret', () => {
    const sealed = vaultOf(`${secret}!`).seal('signing-keys', 'the key');
    expect(() => vault.open('signing-keys', sealed)).toThrow();
  });

  it('does not open a text with any one byte changed', () => {
    const sealed = vault.seal('signing-keys', 'the key');
    const [form = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open('signing-keys', `${form}.${changed.toString('base64url')}`)).toThrow();
    }
    for (const wrong of ['', 'v1.', 'v2.abcd', 'v1.AAAA', sealed.slice(0, 20)])
      expect(() => vault.open('signing-keys', wrong)).toThrow();
  });

  it('stays closed where no secret was given', () => {
    expect(() => closedVault.seal('signing-keys', 'the key')).toThrow('without the secret');
  });
});
