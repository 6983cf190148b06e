import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { closedVault, isSealed, openText, sealText, vaultOf } from './vault.ts';

const secret = 'a secret of more than thirty-two characters';
const before = 'the secret of before, of more than thirty-two characters';
const house = vaultOf(secret);
const vault = house.within('one');

/** A text as it was sealed before each had a data key of its own. */
const older = (text: string, of = secret): string => {
  const nonce = randomBytes(12);
  const key = Buffer.from(hkdfSync('sha256', of, '', 'kith vault signing-keys', 32));
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
};

describe('the vault', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const text = '{"kty":"RSA"} – with words of every kind: ñ, 你好';
    const sealed = vault.seal('signing-keys', text);
    expect(sealed).not.toContain('RSA');
    expect(isSealed(sealed)).toBe(true);
    expect(vault.open('signing-keys', sealed)).toBe(text);
    expect(vaultOf(secret).within('one').open('signing-keys', sealed)).toBe(text);
    const again = vault.seal('signing-keys', text);
    expect(again.split('.').slice(2)).not.toEqual(sealed.split('.').slice(2));
    expect(again.split('.')[2]).not.toBe(sealed.split('.')[2]);
  });

  it('does not open with another secret, for another purpose or for another organisation', () => {
    const sealed = vault.seal('safeguarding', 'what was said');
    expect(() => vaultOf(`${secret}!`).within('one').open('safeguarding', sealed)).toThrow();
    expect(() => vault.open('disclosures', sealed)).toThrow();
    expect(() => house.within('two').open('safeguarding', sealed)).toThrow();
    expect(() => house.open('safeguarding', sealed)).toThrow();
  });

  it('does not open a text with any one byte changed, nor one with the data key of another', () => {
    const sealed = vault.seal('signing-keys', 'the key');
    const parts = sealed.split('.');
    for (const which of [1, 2, 3]) {
      const bytes = Buffer.from(parts[which] ?? '', 'base64url');
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        const text = parts.with(which, changed.toString('base64url')).join('.');
        expect(() => vault.open('signing-keys', text)).toThrow();
      }
    }
    const other = vault.seal('signing-keys', 'the other key').split('.');
    expect(() => vault.open('signing-keys', parts.with(3, other[3] ?? '').join('.'))).toThrow();
    for (const wrong of [
      '',
      'v1.',
      'v2.abcd',
      'v1.AAAA',
      sealed.slice(0, 20),
      `${sealed}.more`,
      `v3${sealed.slice(2)}`,
    ])
      expect(() => vault.open('signing-keys', wrong)).toThrow('not sealed here');
  });

  it('still opens what was sealed in the older form, with either secret', () => {
    expect(vault.open('signing-keys', older('the key'))).toBe('the key');
    const both = vaultOf(secret, before).within('one');
    expect(both.open('signing-keys', older('the key', before))).toBe('the key');
    expect(() => both.open('signing-keys', older('the key', `${before}?`))).toThrow('another secret');
  });

  it('opens with the secret of before, and seals only with the one in use', () => {
    const old = vaultOf(before).within('one').seal('disclosures', 'a caution');
    const both = vaultOf(secret, before);
    expect(both.within('one').open('disclosures', old)).toBe('a caution');
    const fresh = both.within('one').seal('disclosures', 'new');
    expect(vault.open('disclosures', fresh)).toBe('new');
    expect(fresh.startsWith(both.newest('disclosures'))).toBe(true);
    expect(old.startsWith(both.newest('disclosures'))).toBe(false);
  });

  it('renews by wrapping the data key anew: the text itself stays as it was sealed', () => {
    const both = vaultOf(secret, before);
    const old = vaultOf(before).within('one').seal('safeguarding', 'what was said');
    const renewed = both.renew('one', 'safeguarding', old);
    expect(renewed.split('.')[3]).toBe(old.split('.')[3]);
    expect(vault.open('safeguarding', renewed)).toBe('what was said');
    expect(both.renew('one', 'safeguarding', renewed)).toBe(renewed);
    expect(() => house.renew('one', 'safeguarding', old)).toThrow('another secret');
    const fromOlder = both.renew('one', 'signing-keys', older('the key', before));
    expect(vault.open('signing-keys', fromOlder)).toBe('the key');
    expect(vault.open('safeguarding', house.renew('one', 'safeguarding', 'in plain words'))).toBe(
      'in plain words',
    );
    expect(house.renew('one', 'safeguarding', '')).toBe('');
  });

  it('leaves what is empty empty, and takes no words of people for a sealed text', () => {
    expect(sealText(vault, 'disclosures', '')).toBe('');
    expect(openText(vault, 'disclosures', '')).toBe('');
    expect(openText(vault, 'disclosures', sealText(vault, 'disclosures', 'v1.2'))).toBe('v1.2');
    for (const typed of ['v1.2 of the form', 'v2.draft', 'v1.draft', 'Said at v1.x']) {
      expect(isSealed(typed)).toBe(false);
      expect(openText(vault, 'disclosures', typed)).toBe(typed);
    }
  });

  it('names the secret in use without telling anything of it', () => {
    expect(house.trace).toMatch(/^[0-9a-f]{12}$/);
    expect(vaultOf(secret, before).trace).toBe(house.trace);
    expect(vaultOf(before).trace).not.toBe(house.trace);
  });

  it('stays closed where no secret was given', () => {
    expect(() => closedVault.seal('signing-keys', 'the key')).toThrow('without the secret');
    expect(() => closedVault.open('signing-keys', 'v1.AAAA')).toThrow('without the secret');
  });
});
