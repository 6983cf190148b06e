import { createHmac, timingSafeEqual } from 'node:crypto';

/** The installation's secret, made into one for each purpose, so that no key serves two. */
export const keyFor = (secret: string, purpose: 'sessions' | 'attempts'): string =>
  createHmac('sha256', secret).update(`sign-in ${purpose}`).digest('base64url');

export interface CookieSettings {
  readonly name: string;
  readonly prefix: string;
  readonly secure: boolean;
}

/**
 * The session cookie: bound to the host and to https where people come by https. Browsers keep one jar for
 * all ports of a host, so two installations on one machine need two names: the name holds a trace of the secret.
 */
export const cookieSettings = (secret: string, publicUrl: string | undefined): CookieSettings => {
  const secure = publicUrl?.startsWith('https:') === true;
  const trace = createHmac('sha256', secret).update('sign-in cookie name').digest('hex').slice(0, 6);
  const prefix = `${secure ? '__Host-' : ''}kith-${trace}`;
  return { name: `${prefix}-session`, prefix, secure };
};

/**
 * The session token in a signed cookie, or null when the signature is not ours. The sign-in library writes
 * `token.signature`: HMAC-SHA-256 with its own key, in base64. Checking it here spares the database forgeries.
 */
export const tokenIn = (cookie: string | undefined, sessionsKey: string): string | null => {
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (cookie === undefined || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64');
  const ours = createHmac('sha256', sessionsKey).update(token).digest();
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null;
};
