import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notifySms } from './notify.ts';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const MESSAGE = {
  id: '019ab3d2-0000-7000-8000-000000000001',
  to: '+447700900123',
  body: 'There is an update for you.',
};

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string;
  readonly body: unknown;
}

let server: Server;
let asked: Asked[];
let status: number;
let url: string;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let whole = '';
  for await (const chunk of request) whole += String(chunk);
  return JSON.parse(whole);
};

beforeEach(async () => {
  asked = [];
  status = 201;
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({
        method: request.method,
        url: request.url,
        authorization: request.headers.authorization ?? '',
        body,
      });
      if (status === 0) request.socket.destroy();
      else if (status > 0) response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', () => done());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise<void>((done) => {
    server.close(() => done());
  });
});

const way = () =>
  notifySms({
    apiKey: `kith-${SERVICE}-${SECRET}`,
    templateId: 'words',
    baseUrl: url,
    clock: () => now,
    timeoutMs: 300,
  });

describe('SMS through GOV.UK Notify', () => {
  it('asks once, with our words and the id of the message as its reference', async () => {
    await way().send(MESSAGE);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/v2/notifications/sms',
      body: {
        phone_number: MESSAGE.to,
        template_id: 'words',
        personalisation: { body: MESSAGE.body },
        reference: MESSAGE.id,
      },
    });
  });

  it('signs each call with the secret of the service', async () => {
    await way().send(MESSAGE);
    const [head = '', claims = '', signature] = (asked[0]?.authorization ?? '')
      .replace('Bearer ', '')
      .split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ typ: 'JWT', alg: 'HS256' });
    expect(read(claims)).toEqual({ iss: SERVICE, iat: now.epochMilliseconds / 1000 });
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url'));
  });

  it.each([
    [400, 'refused'],
    [403, 'not_gone'],
    [429, 'not_gone'],
    [500, 'unknown'],
    [0, 'unknown'],
    [-1, 'unknown'],
  ] as const)('says what became of it when the answer is %i', async (answer, failure) => {
    status = answer;
    await expect(way().send(MESSAGE)).rejects.toMatchObject({ failure });
  });

  it('knows that nothing left when nobody is there', async () => {
    const nobody = createServer();
    await new Promise<void>((done) => {
      nobody.listen(0, '127.0.0.1', () => done());
    });
    const { port } = nobody.address() as AddressInfo;
    await new Promise<void>((done) => {
      nobody.close(() => done());
    });
    url = `http://127.0.0.1:${port}`;
    await expect(way().send(MESSAGE)).rejects.toMatchObject({ failure: 'not_gone' });
  });

  it('refuses a key that is none', () => {
    expect(() => notifySms({ apiKey: 'secret', templateId: 'words', clock: () => now })).toThrow('two ids');
  });
});
