import type { FastifyInstance } from 'fastify';
import { NotFound } from '#kernel/refusal.ts';

const NUL = String.fromCharCode(0);

/** The text without the one character that PostgreSQL cannot keep, and without halves of characters. */
export const plainText = (text: string): string => text.replaceAll(NUL, '').toWellFormed();

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? plainText(value) : Array.isArray(value) ? value.map(plain) : value;

const makePlain = (given: unknown): void => {
  if (typeof given !== 'object' || given === null || Buffer.isBuffer(given)) return;
  const named = given as Record<string, unknown>;
  for (const [name, value] of Object.entries(named)) named[name] = plain(value);
};

/** On every request: what was typed is made plain, and an address with such a character leads nowhere. */
export const onlyPlainText = (app: FastifyInstance): void => {
  app.addHook('preHandler', async (request) => {
    for (const part of Object.values((request.params ?? {}) as Record<string, unknown>))
      if (typeof part === 'string' && part.includes(NUL)) throw new NotFound();
    makePlain(request.query);
    makePlain(request.body);
  });
};
