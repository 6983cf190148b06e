import { createPublicKey } from 'node:crypto';
import { Bitstring } from '@digitalbazaar/bitstring';
import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { vaultOf } from '#platform/db/vault.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import * as paths from '../paths.ts';
import type { Syllabus } from '../syllabus/syllabus.queries.ts';
import { withdrawAward } from './award.commands.ts';
import { openTraining, trainee } from './award.fixture.ts';
import { awardsOf } from './award.queries.ts';
import { changeKey, changeOldKey } from './key.commands.ts';

let house: TestHouse;
let ground: { from: Syllabus; manager: AccountActor };

beforeAll(async () => {
  house = await openHouse();
  ground = await openTraining(house);
});
afterAll(() => house.close());

const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

/** From outside, as any program on earth asks. */
const fetched = async (address: string) =>
  house.app.server.inject({ method: 'GET', url: new URL(address, 'http://kith.test').pathname });

interface Claims extends jsonwebtoken.JwtPayload {
  readonly issuer: { readonly id: string };
  readonly credentialStatus: { readonly statusListCredential: string; readonly statusListIndex: string };
}

/** Verifies with a library that is not ours and did not sign: the key from where the header says, then the list. */
const verified = async (jwt: string): Promise<Claims> => {
  const read = jsonwebtoken.decode(jwt, { complete: true });
  const key = await fetched(read?.header.kid ?? '');
  if (key.statusCode !== 200) throw new Error('its key is not published');
  const pem = createPublicKey({ key: key.json(), format: 'jwk' });
  const at = Math.floor(house.now.epochMilliseconds / 1000);
  return jsonwebtoken.verify(jwt, pem, { algorithms: ['RS256'], clockTimestamp: at }) as Claims;
};
const isRevoked = async ({ credentialStatus }: Claims): Promise<boolean> => {
  const list = await fetched(credentialStatus.statusListCredential);
  const { credentialSubject } = (await verified(list.body)) as unknown as {
    credentialSubject: { encodedList: string; statusPurpose: string };
  };
  expect(credentialSubject.statusPurpose).toBe('revocation');
  expect(credentialSubject.encodedList.startsWith('u')).toBe(true);
  const buffer = await Bitstring.decodeBits({ encoded: credentialSubject.encodedList.slice(1) });
  return new Bitstring({ buffer }).get(Number(credentialStatus.statusListIndex));
};

const earned = async (units: number, who = {}) => {
  const asked = await trainee(house, ground, units, who);
  const awards = await house.system((scope) => awardsOf(scope, [asked.applicantId]));
  const [award] = awards;
  if (!award) throw new Error('nothing was earned');
  return { ...asked, awards, award, credential: paths.credentialFile({ reference: award.reference }) };
};
const check = (credential: string) => house.browser(null).post(paths.checkCredential(), { credential });

describe('a credential', () => {
  it('is an Open Badge that another library verifies with the published key', async () => {
    const { award, credential } = await earned(1);
    const file = await fetched(credential);
    expect(file.headers).toMatchObject({
      'content-type': 'application/vc+jwt',
      'access-control-allow-origin': '*',
    });
    const claims = await verified(file.body);
    expect(claims).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      id: `http://kith.test${paths.verifyCredential({ reference: award.reference })}`,
      iss: claims.issuer.id,
      jti: claims.id,
      validFrom: '2026-11-20T00:00:00Z',
      credentialSubject: {
        id: claims.sub,
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], name: award.title },
      },
    });
    expect(new Date((claims.nbf ?? 0) * 1000).toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(JSON.stringify(claims)).not.toMatch(/Marta|Nowak|example\.org"|@example/);
    expect(await isRevoked(claims)).toBe(false);
    const keys = (await fetched(paths.credentialKeys())).json() as { keys: object[] };
    expect(keys.keys).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toMatch(/"d":|"p":|"q":/);
    expect((await fetched(claims.issuer.id)).json()).toMatchObject({
      id: claims.iss,
      type: ['Profile'],
      name: 'Testing Together',
    });
    expect((await fetched(credential)).body).toBe(file.body);
  });

  it('fails when one character is changed, wherever it is', async () => {
    const { body } = await fetched((await earned(1)).credential);
    await verified(body);
    const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const changed = fc.tuple(fc.nat(body.length - 1), fc.constantFrom(...LETTERS)).map(([at, letter]) => ({
      at,
      text: body.slice(0, at) + letter + body.slice(at + 1),
    }));
    const [, , signature = ''] = body.split('.');
    const bytes = (text: string) => Buffer.from(text.split('.')[2] ?? '', 'base64url').toString('hex');
    expect(signature.length).toBe(342);
    await fc.assert(
      fc.asyncProperty(changed, async ({ at, text }) => {
        fc.pre(text !== body);
        // Two spellings of the last letter can mean the same bytes: there only we ourselves notice.
        if (at === body.length - 1 && bytes(text) === bytes(body)) return;
        await expect(verified(text)).rejects.toThrow();
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(changed, async ({ text }) => {
        fc.pre(text !== body);
        expect((await check(text)).statusCode).toBe(422);
      }),
      { numRuns: 12 },
    );
    const lastLetters = [...LETTERS].map((letter) => body.slice(0, -1) + letter);
    const same = lastLetters.filter((text) => text !== body && bytes(text) === bytes(body));
    expect(same.length).toBeGreaterThan(0);
    expect((await check(same[0] ?? '')).statusCode).toBe(422);
  });

  it('shows as revoked from the moment its award is taken back', async () => {
    const { award, credential } = await earned(1);
    const { body } = await fetched(credential);
    const other = await verified((await fetched((await earned(1)).credential)).body);
    await house.as(ground.manager, (scope) =>
      withdrawAward(scope, { awardId: award.id, why: 'The wrong Marta.' }),
    );
    expect(await isRevoked(await verified(body))).toBe(true);
    expect(await isRevoked(other)).toBe(false);
    const page = await house.browser(null).get(paths.verifyCredential({ reference: award.reference }));
    expect(words(page.body)).toContain('Taken back');
    expect(page.body).not.toContain('wrong Marta');
  });
});

describe('the keys', () => {
  it('change after a year, and what the old one signed goes on holding', async () => {
    const before = await fetched((await earned(1)).credential);
    const was = house.now;
    await house.system(changeOldKey);
    expect(((await fetched(paths.credentialKeys())).json() as { keys: object[] }).keys).toHaveLength(1);
    house.now = was.add({ hours: 24 * 366 });
    await house.system(changeOldKey);
    const after = await fetched((await earned(1)).credential);
    const kid = (jwt: string) => jsonwebtoken.decode(jwt, { complete: true })?.header.kid;
    expect(kid(after.body)).not.toBe(kid(before.body));
    await verified(before.body);
    await verified(after.body);
    expect((await check(before.body)).statusCode).toBe(303);
    const theirs = await fetched(kid(after.body) ?? '');
    const pem = createPublicKey({ key: theirs.json(), format: 'jwk' });
    expect(() => jsonwebtoken.verify(before.body, pem, { algorithms: ['RS256'] })).toThrow('signature');
    house.now = was;
  });

  it('that no longer open, because the secret is another, give way to a new one', async () => {
    const before = await fetched((await earned(1)).credential);
    const lost = vaultOf('the secret of before, which nobody has any more');
    await house.system((scope) => changeKey({ ...scope, vault: lost }));
    const after = await fetched((await earned(1)).credential);
    expect(after.statusCode).toBe(200);
    expect(await isRevoked(await verified(after.body))).toBe(false);
    expect(await isRevoked(await verified(before.body))).toBe(false);
  });

  it('can be withdrawn by whoever looks after them; everything is signed anew', async () => {
    const { credential } = await earned(1);
    const before = await fetched(credential);
    const lead = house.browser(await house.member('Leila Shah', ['service_lead']));
    const page = await lead.get(paths.signingKeys());
    expect(words(page.body)).toContain('In use');
    const kid = jsonwebtoken.decode(before.body, { complete: true })?.header.kid ?? '';
    const keyId = kid.split('/').at(-1) ?? '';
    const bare = await lead.post(paths.signingKeys(), { doing: 'withdraw', keyId, why: '' });
    expect(bare.statusCode).toBe(422);
    const done = await lead.post(paths.signingKeys(), { doing: 'withdraw', keyId, why: 'A lost laptop.' });
    expect(done.statusCode).toBe(303);
    await house.drain();
    await expect(verified(before.body)).rejects.toThrow('not published');
    const replaced = await check(before.body);
    expect(replaced.statusCode).toBe(422);
    expect(words(replaced.body)).toContain('We signed this once');
    const after = await fetched(credential);
    const [old, fresh] = [jsonwebtoken.decode(before.body), await verified(after.body)];
    expect(fresh).toMatchObject({
      credentialStatus: (old as Claims).credentialStatus,
      jti: (old as Claims).jti,
    });
    expect((await check(after.body)).statusCode).toBe(303);
    const manager = house.browser(ground.manager);
    expect((await manager.get(paths.signingKeys())).statusCode).toBe(404);
  });
});

describe('what anybody sees', () => {
  it('is what it stands for and whose by first name and one letter; a number nobody has is said kindly', async () => {
    const { award } = await earned(1);
    const anybody = house.browser(null);
    const typed = award.reference.toLowerCase().replaceAll('-', ' ');
    const page = words((await anybody.get(paths.verifyCredential({ reference: typed }))).body);
    expect(page).toContain('Marta N.');
    expect(page).not.toContain('Nowak');
    expect(page).toContain(award.title);
    expect(page).toContain('This holds.');
    expect(page).toContain('It does not say that they may be with families');
    const unknown = await anybody.get(paths.verifyCredential({ reference: 'K7F-2QH-9BD' }));
    expect(words(unknown.body)).toContain('We do not know this number');
    expect((await fetched(paths.credentialFile({ reference: 'K7F-2QH-9BD' }))).statusCode).toBe(404);
  });

  it('is whether a pasted file is ours, in words', async () => {
    const { credential, award } = await earned(1);
    const { body } = await fetched(credential);
    const ours = await check(`  ${body.slice(0, 80)}\n${body.slice(80)}\n`);
    expect(ours.headers.location).toBe(paths.verifyCredential({ reference: award.reference }));
    const said = async (text: string) => words((await check(text)).body);
    expect(await said('my certificate')).toContain('not a whole credential');
    expect(await said('')).toContain('Paste what is in the file');
    const foreign = jsonwebtoken.sign({ name: 'A badge' }, 'somebody else', {
      keyid: 'https://other.test/1',
    });
    expect(await said(foreign)).toContain('We did not sign this');
  });
});

describe('people’s own certificates', () => {
  it('are theirs by link after four units, also when they have left, as documents that can be read aloud', async () => {
    const { secret, applicationId, awards } = await earned(4, { givenName: 'Zoë', familyName: 'Łęcka' });
    await house.system(({ tx, now }) =>
      tx
        .updateTable('recruiting.applications')
        .set({ withdrawn_at: now.toString(), withdrawn_why: 'time' })
        .where('id', '=', applicationId)
        .execute(),
    );
    const browser = house.browser(null);
    const list = await browser.get(paths.mineCertificates({ secret }));
    expect(words(list.body)).toContain('You have earned 4 units');
    expect(words(list.body)).toContain('4 of 15');
    const awardId = awards[0]?.id ?? '';
    const file = await browser.get(paths.mineCertificatePdf({ secret, awardId }));
    expect(file.headers['content-type']).toBe('application/pdf');
    const document = await getDocumentProxy(new Uint8Array(file.rawPayload));
    expect(document.numPages).toBe(1);
    expect((await document.getMetadata()).info).toMatchObject({
      Title: `Certificate: ${awards[0]?.title}`,
      Language: 'en-GB',
    });
    const page = await document.getPage(1);
    const text = (await page.getTextContent()).items.map((each) => ('str' in each ? each.str : '')).join('');
    expect(text).toContain('Zoë Łęcka');
    expect(text).toContain(`http://kith.test/credentials/${awards[0]?.reference}`);
    expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"H2".*"LBody"/s);
    const stranger = await earned(1);
    const theirs = paths.mineCertificatePdf({ secret, awardId: stranger.award.id });
    expect((await browser.get(theirs)).statusCode).toBe(404);
  });

  it('are theirs signed in, and there are kind words before the first', async () => {
    const { applicantId, award } = await earned(15);
    const volunteer = await house.member('Marta Nowak', ['peer_supporter']);
    const browser = house.browser(volunteer);
    expect((await browser.get(paths.ownCertificates())).statusCode).toBe(404);
    await house.system(({ tx }) =>
      tx
        .updateTable('recruiting.applicants')
        .set({ person_id: volunteer.personId })
        .where('id', '=', applicantId)
        .execute(),
    );
    const list = words((await browser.get(paths.ownCertificates())).body);
    expect(list).toContain('The whole level');
    expect(list).toContain('You have earned 15 units');
    expect((await browser.get(paths.ownCertificatePdf({ awardId: award.id }))).statusCode).toBe(200);
    const stranger = await earned(1);
    const theirs = paths.ownCertificatePdf({ awardId: stranger.award.id });
    expect((await browser.get(theirs)).statusCode).toBe(404);
    const none = await trainee(house, ground, 0);
    const empty = await house.browser(null).get(paths.mineCertificates({ secret: none.secret }));
    expect(words(empty.body)).toContain('Nothing here yet');
    expect((await house.browser(null).get(paths.mineCertificates({ secret: 'no' }))).statusCode).toBe(404);
  });

  it('leave a line to write on where a name is in letters we cannot print', async () => {
    const { secret, award } = await earned(1, { givenName: 'نور', familyName: '' });
    const file = await house.browser(null).get(paths.mineCertificatePdf({ secret, awardId: award.id }));
    const document = await getDocumentProxy(new Uint8Array(file.rawPayload));
    const page = await document.getPage(1);
    const text = (await page.getTextContent()).items.map((each) => ('str' in each ? each.str : '')).join('');
    expect(text).toContain('in your own hand');
    expect(text).not.toContain('???');
  });
});

describe('those who recruit', () => {
  it('see how it came about, print it, and take it back with a reason', async () => {
    const { award, secret } = await earned(1);
    const manager = house.browser(ground.manager);
    const address = paths.staffAward({ awardId: award.id });
    const page = words((await manager.get(address)).body);
    expect(page).toContain('In a cohort');
    expect(page).toContain('by Ruth Bell');
    expect((await manager.get(paths.staffAwardPdf({ awardId: award.id }))).statusCode).toBe(200);
    expect((await manager.post(address, { why: '' })).statusCode).toBe(422);
    expect((await manager.post(address, { why: 'Was at home that evening.' })).statusCode).toBe(303);
    expect(words((await manager.get(address)).body)).toContain('Was at home that evening.');
    expect((await manager.get(paths.staffAwardPdf({ awardId: award.id }))).statusCode).toBe(404);
    const own = await house.browser(null).get(paths.mineCertificates({ secret }));
    expect(words(own.body)).toContain('Nothing here yet');
    const elsewhere = await house.member('Una Far', ['volunteer_manager'], house.otherCentreId);
    expect((await house.browser(elsewhere).get(address)).statusCode).toBe(404);
    const supporter = await house.member('Pat Peer', ['peer_supporter']);
    expect((await house.browser(supporter).get(address)).statusCode).toBe(404);
  });
});
