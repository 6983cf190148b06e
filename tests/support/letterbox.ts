import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server on this machine that keeps what it is given. */
export interface Letterbox {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** The first letter to somebody whose subject or words hold this; waits for it. */
  readonly letterTo: (address: string, holding: string) => Promise<Letter>;
  readonly close: () => Promise<void>;
}

const PATIENCE = 15_000;

export async function openLetterbox(): Promise<Letterbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (mail) => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
          letters.push({ to, subject: mail.subject ?? '', text: mail.text ?? '' });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    letterTo: async (address, holding) => {
      const until = Date.now() + PATIENCE;
      while (Date.now() < until) {
        const found = letters.find(
          (each) => each.to === address && `${each.subject}\n${each.text}`.includes(holding),
        );
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const came = letters.filter((each) => each.to === address).map((each) => each.subject);
      throw new Error(
        `No letter to ${address} that says “${holding}”. Came to them: ${came.join('; ') || 'nothing'}. In all: ${letters.length}.`,
      );
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Where the first link of a letter leads. */
export const pathIn = (words: string): string => {
  const link = /https?:\/\/\S+/.exec(words)?.[0];
  if (link === undefined) throw new Error(`There is no link in it:\n${words}`);
  return new URL(link).pathname;
};
