import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { NOTIFY_KEY } from './messages/notify.ts';

const settings = z.object({
  DATABASE_URL: z.url({ error: 'DATABASE_URL must be a postgres:// address.' }).optional(),
  DATABASE_OWNER_URL: z.url({ error: 'DATABASE_OWNER_URL must be a postgres:// address.' }).optional(),
  DATABASE_APP_URL: z.url({ error: 'DATABASE_APP_URL must be a postgres:// address.' }).optional(),
  DATABASE_SIGN_IN_URL: z.url({ error: 'DATABASE_SIGN_IN_URL must be a postgres:// address.' }).optional(),
  KITH_SECRET: z
    .string()
    .min(32, { error: 'KITH_SECRET must be at least 32 characters. Make one with: openssl rand -base64 48' })
    .optional(),
  KITH_SECRET_BEFORE: z
    .string()
    .min(32, {
      error:
        'KITH_SECRET_BEFORE must be the whole secret that KITH_SECRET was before: at least 32 characters.',
    })
    .optional(),
  DATA_DIR: z.string().default('data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'PORT must be a number.' })
    .int({ error: 'PORT must be a whole number.' })
    .min(0, { error: 'PORT must be 0 or more.' })
    .max(65535, { error: 'PORT must be 65535 or less.' })
    .default(3000),
  PUBLIC_URL: z
    .url({ error: 'PUBLIC_URL must be the address people use, such as https://kith.example.org' })
    .optional(),
  SMTP_URL: z.url({ error: 'SMTP_URL must be an smtp:// or smtps:// address.' }).optional(),
  MAIL_FROM: z.string().optional(),
  NOTIFY_API_KEY: z
    .string()
    .trim()
    .regex(NOTIFY_KEY, {
      error:
        'NOTIFY_API_KEY must be the whole key as GOV.UK Notify shows it: a name, then two ids, with dashes between them.',
    })
    .optional(),
  NOTIFY_SMS_TEMPLATE_ID: z
    .uuid({
      error: 'NOTIFY_SMS_TEMPLATE_ID must be the id of a template for texts that holds only ((body)).',
    })
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      error:
        'SECURITY_CONTACT must be where a hole is reported: mailto:security@example.org, or an https:// address.',
    })
    .optional(),
  WORKER: z.enum(['inside', 'apart'], { error: 'WORKER must be "inside" or "apart".' }).default('inside'),
  TRUST_PROXY: z.enum(['yes', 'no'], { error: 'TRUST_PROXY must be "yes" or "no".' }).default('no'),
});

export interface Config {
  readonly database: {
    readonly url?: string;
    readonly ownerUrl?: string;
    readonly appUrl?: string;
    readonly signInUrl?: string;
  };
  /** Signs cookies and derives passwords; with the embedded database it is made once and kept beside the data. */
  readonly secret?: string;
  /** What the secret was before, until everything is sealed with the new one: it opens and never seals. */
  readonly secretBefore?: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Texts through GOV.UK Notify; without it they are only shown. */
  readonly notify?: { readonly apiKey: string; readonly templateId: string };
  /** Where somebody reports a hole they found; without it there is no security.txt. */
  readonly securityContact?: string;
  readonly workerInside: boolean;
  readonly trustProxy: boolean;
}

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/**
 * What nobody else may read: each may also come from a file whose path stands in the same name with `_FILE`, so that
 * it is in no list of what runs and in no setting that a panel shows.
 */
export const SECRETS = [
  'KITH_SECRET',
  'KITH_SECRET_BEFORE',
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_APP_URL',
  'DATABASE_SIGN_IN_URL',
  'SMTP_URL',
  'NOTIFY_API_KEY',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const withFiles = (env: Environment): Environment => {
  const read: Record<string, string | undefined> = { ...env };
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    if (env[name])
      throw new ConfigError(`Set ${name} or ${name}_FILE, not both: nobody could tell which one counts.`);
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch {
      throw new ConfigError(
        `${name}_FILE names a file that cannot be read. Check the path, and who may read it.`,
      );
    }
    if (read[name] === '') throw new ConfigError(`The file that ${name}_FILE names is empty.`);
  }
  return read;
};

/** The settings were not understood; each line of the message says which one and how to mend it. */
export class ConfigError extends Error {}

/**
 * Reads the environment, and the files it names for secrets, once, at the start. Raises ConfigError with one line a setting.
 * DATABASE_URL needs KITH_SECRET: sessions of several processes must be readable by all of them. Where others than
 * this machine can ask, SMTP_URL needs PUBLIC_URL.
 */
export const readConfig = (env: Environment): Config => {
  const given = Object.fromEntries(Object.entries(withFiles(env)).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => issue.message).join('\n'));
  const s = read.data;
  if (s.DATABASE_URL && !s.KITH_SECRET)
    throw new ConfigError(
      'With DATABASE_URL, KITH_SECRET is needed too: at least 32 characters, the same for every process. Make one with: openssl rand -base64 48',
    );
  if (s.KITH_SECRET_BEFORE && !s.KITH_SECRET)
    throw new ConfigError(
      'KITH_SECRET_BEFORE goes with KITH_SECRET: the new secret in KITH_SECRET, the one before in KITH_SECRET_BEFORE.',
    );
  // Without it links lead to the host a browser names, and a stranger's browser may name the stranger's own.
  const reachable = s.DATABASE_URL || s.TRUST_PROXY === 'yes' || !LOOPBACK.includes(s.HOST);
  if (s.SMTP_URL && !s.PUBLIC_URL && reachable)
    throw new ConfigError(
      'With SMTP_URL, PUBLIC_URL is needed too: the address that links in e-mails lead to, such as https://kith.example.org',
    );
  if (!s.NOTIFY_API_KEY !== !s.NOTIFY_SMS_TEMPLATE_ID)
    throw new ConfigError(
      'NOTIFY_API_KEY and NOTIFY_SMS_TEMPLATE_ID belong together: set both to send texts, or neither.',
    );
  return {
    database: {
      ...(s.DATABASE_URL && { url: s.DATABASE_URL }),
      ...(s.DATABASE_OWNER_URL && { ownerUrl: s.DATABASE_OWNER_URL }),
      ...(s.DATABASE_APP_URL && { appUrl: s.DATABASE_APP_URL }),
      ...(s.DATABASE_SIGN_IN_URL && { signInUrl: s.DATABASE_SIGN_IN_URL }),
    },
    ...(s.KITH_SECRET && { secret: s.KITH_SECRET }),
    ...(s.KITH_SECRET_BEFORE && { secretBefore: s.KITH_SECRET_BEFORE }),
    dataDir: resolve(s.DATA_DIR),
    host: s.HOST,
    port: s.PORT,
    ...(s.PUBLIC_URL && { publicUrl: s.PUBLIC_URL.replace(/\/$/, '') }),
    ...(s.SMTP_URL && { smtpUrl: s.SMTP_URL }),
    mailFrom: s.MAIL_FROM ?? 'no-reply@localhost',
    ...(s.NOTIFY_API_KEY &&
      s.NOTIFY_SMS_TEMPLATE_ID && {
        notify: { apiKey: s.NOTIFY_API_KEY, templateId: s.NOTIFY_SMS_TEMPLATE_ID },
      }),
    ...(s.SECURITY_CONTACT && { securityContact: s.SECURITY_CONTACT }),
    workerInside: s.WORKER === 'inside',
    trustProxy: s.TRUST_PROXY === 'yes',
  };
};
