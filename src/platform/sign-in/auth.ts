import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { newSecret } from '#kernel/ids.ts';
import { cookieSettings, keyFor } from './keys.ts';
import { PASSWORD_LEAST, PASSWORD_MOST } from './sign-in.rules.ts';

export interface AuthParts {
  /** As kith_sign_in, with the driver's own types: the library counts on JavaScript dates. */
  readonly signInPool: pg.Pool;
  readonly secret: string;
  readonly publicUrl?: string | undefined;
}

export const LINK_MINUTES = 15;
const LONGEST_SESSION_DAYS = 90;

/** A passkey counts for both steps only if the device asked for a finger, a face or a PIN. */
const mustBeVerified = (verified: boolean) => {
  if (!verified)
    throw new APIError('UNAUTHORIZED', {
      code: 'NOT_VERIFIED_BY_DEVICE',
      message: 'not verified by the device',
    });
};

/**
 * The sign-in library as we use it. It is never mounted: our own routes call `auth.api`, so that each form is
 * ours, counted against guessing, and guarded against forgery like every other form.
 */
export const makeAuth = ({ signInPool, secret, publicUrl }: AuthParts) => {
  const cookies = cookieSettings(secret, publicUrl);
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: signInPool }) });
  return betterAuth({
    appName: 'Kith',
    baseURL: publicUrl ?? 'http://localhost',
    secret: keyFor(secret, 'sessions'),
    database: { db: db.withSchema('sign_in'), type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its log lines may hold addresses; what fails is told by the error it raises.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
    },
    // The limits that matter are in sign_in.limits; this is only the longest of them.
    session: { expiresIn: LONGEST_SESSION_DAYS * 24 * 60 * 60, disableSessionRefresh: true, freshAge: 0 },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: cookies.prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { secure: cookies.secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: cookies.name } },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: LINK_MINUTES * 60,
        storeToken: 'hashed',
        generateToken: () => newSecret(),
        sendMagicLink: ({ token, metadata }) => {
          const take: unknown = metadata?.take;
          if (typeof take === 'function') take(token);
        },
      }),
      twoFactor({ issuer: 'Kith', allowPasswordless: true }),
      passkey({
        rpName: 'Kith',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => {
            mustBeVerified(verification.registrationInfo?.userVerified === true);
          },
        },
        authentication: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  });
};

export type Auth = ReturnType<typeof makeAuth>;

/** The library's word for why it refused, or null for any other failure. */
export const refusalCode = (error: unknown): string | null => {
  if (!(error instanceof APIError)) return null;
  return typeof error.body?.code === 'string' ? error.body.code : String(error.status);
};
