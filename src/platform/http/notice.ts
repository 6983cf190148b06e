import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Notice } from './view.ts';

const COOKIE = 'notice';

/** Keeps what to say on the next page, for a minute. */
export const rememberNotice = (reply: FastifyReply, notice: Notice) =>
  reply.setCookie(COOKIE, Buffer.from(JSON.stringify(notice)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
  });

/** What the last action left to say, once. */
export const noticeFrom = (request: FastifyRequest, reply: FastifyReply): Notice | undefined => {
  const kept = request.cookies[COOKIE];
  if (!kept || request.method !== 'GET') return undefined;
  reply.clearCookie(COOKIE, { path: '/' });
  try {
    const read: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'));
    if (
      typeof read !== 'object' ||
      read === null ||
      !('happened' in read) ||
      typeof read.happened !== 'string'
    )
      return undefined;
    return {
      happened: read.happened,
      ...('next' in read && typeof read.next === 'string' && { next: read.next }),
    };
  } catch {
    return undefined;
  }
};
