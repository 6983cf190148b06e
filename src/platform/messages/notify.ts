import { createHmac } from 'node:crypto';
import { NotSent, type SmsWay } from './ways.ts';

interface NotifyOptions {
  /** As the service shows it once: a name, the id of the service and the secret, with dashes between. */
  readonly apiKey: string;
  /** A template of the service that holds nothing but ((body)): our words are made here. */
  readonly templateId: string;
  readonly baseUrl?: string;
  readonly clock: () => Temporal.Instant;
  readonly timeoutMs?: number;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** The shape of a key: whatever its name is, it ends in two ids. */
export const NOTIFY_KEY = new RegExp(`(${UUID})-(${UUID})$`, 'i');

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The short-lived token each call carries: HS256 over who asks and when. */
const tokenOf = (serviceId: string, secret: string, now: Temporal.Instant): string => {
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: serviceId, iat: Math.floor(now.epochMilliseconds / 1000) })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

/** Never left our side: these are raised before anything of the message was written. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const causeOf = (error: unknown): string =>
  String((error as { cause?: { code?: unknown } } | null)?.cause?.code ?? '');

/**
 * SMS through GOV.UK Notify, for bodies that may use it. Raises an Error at once when the key has not the shape
 * of one.
 */
export const notifySms = (options: NotifyOptions): SmsWay => {
  const found = NOTIFY_KEY.exec(options.apiKey.trim());
  const [, serviceId, secret] = found ?? [];
  if (!serviceId || !secret)
    throw new Error('The key for GOV.UK Notify must end in two ids with a dash between them.');
  const url = new URL('/v2/notifications/sms', options.baseUrl ?? 'https://api.notifications.service.gov.uk');
  return {
    send: async ({ id, to, body }) => {
      let response: Response;
      try {
        response = await fetch(url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${tokenOf(serviceId, secret, options.clock())}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({
            phone_number: to,
            template_id: options.templateId,
            personalisation: { body },
            reference: id,
          }),
          redirect: 'error',
          signal: AbortSignal.timeout(options.timeoutMs ?? 20_000),
        });
      } catch (error) {
        throw new NotSent(NEVER_LEFT.has(causeOf(error)) ? 'not_gone' : 'unknown', 'no answer');
      }
      await response.body?.cancel();
      if (response.status === 201) return;
      // 403 is our key and 429 our haste: both can be mended, so the message waits.
      const failure = response.status === 400 ? 'refused' : response.status >= 500 ? 'unknown' : 'not_gone';
      throw new NotSent(failure, `answered ${response.status}`);
    },
  };
};
