import { createTransport } from 'nodemailer';
import type { Failure } from './send.rules.ts';

/** Raised by a way of sending that knows what became of the message; anything else it raises counts as unknown. */
export class NotSent extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, message: string) {
    super(message);
    this.name = 'NotSent';
    this.failure = failure;
  }
}

export interface Letter {
  /** Stable over every try: the id of the message. */
  readonly id: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** A way for SMS. It returns when the other side has taken the message, and raises NotSent when it knows it did not. */
export interface SmsWay {
  readonly send: (message: {
    readonly id: string;
    readonly to: string;
    readonly body: string;
  }) => Promise<void>;
}

export interface PostOffice {
  readonly send: (letter: Letter) => Promise<void>;
}

/** The bare address of "Kith <no-reply@example.org>" or "no-reply@example.org". */
export const addressIn = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from.trim();

/** The Message-ID of a message: the same on every try, so that a mail program knows a second copy for what it is. */
export const messageIdOf = (id: string, from: string): string =>
  `<${id}@${addressIn(from).split('@').at(-1) ?? 'localhost'}>`;

const failureOf = (error: unknown): Failure => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const words = code === 'EENVELOPE' || code === 'EMESSAGE';
  // 5xx for the address or the words is for good; a refused login is ours to mend, and mail waits for it.
  if (words && (status >= 500 || (code === 'EENVELOPE' && status === 0))) return 'refused';
  return status >= 400 ? 'not_gone' : 'unknown';
};

/** E-mail over SMTP, at an address such as smtp://user:password@mail.example.org:587. Plain text, nothing to load. */
export const smtpOffice = (smtpUrl: string, mailFrom: string): PostOffice => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    dnsTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, from, replyTo, to, subject, body }) => {
      try {
        await transport.sendMail({
          messageId: messageIdOf(id, mailFrom),
          from: { name: from, address: addressIn(mailFrom) },
          ...(replyTo && { replyTo }),
          to,
          subject,
          text: body,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        // What the other side answered may hold the address: it stays out of the row and out of the log.
        throw new NotSent(failureOf(error), 'the letter was not taken');
      }
    },
  };
};
