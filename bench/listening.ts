import { rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** What the server asked of the database, in the order it asked. */
export interface Asked {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

export interface Listening {
  readonly socketDir: string;
  /** What was asked since the last call. */
  readonly take: () => readonly Asked[];
  readonly close: () => Promise<void>;
}

/**
 * A socket between the server and its database that passes everything on and writes down what is asked, so that
 * queries are counted from outside and the product needs no counter of its own. Speaks enough of protocol 3 to know
 * a Parse, a Bind and a Query.
 */
export const listenBetween = async (databaseDir: string, socketDir: string): Promise<Listening> => {
  let asked: Asked[] = [];
  const path = join(socketDir, '.s.PGSQL.5432');
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(join(databaseDir, '.s.PGSQL.5432'));
    const read = reader((each) => asked.push(each));
    near.on('data', (bytes: Buffer) => {
      read(bytes);
      far.write(bytes);
    });
    far.on('data', (bytes) => near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.end();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    socketDir,
    take: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** Reads the messages of one connection's asking side; the first has no type byte. */
const reader = (found: (each: Asked) => void) => {
  let rest = Buffer.alloc(0);
  let begun = false;
  const prepared = new Map<string, string>();
  return (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const kind = begun ? String.fromCharCode(rest[0] ?? 0) : '';
      const body = rest.subarray(head + 4, length);
      begun = true;
      rest = rest.subarray(length);
      if (kind === 'Q') found({ text: wordAt(body, 0).word, values: [] });
      if (kind === 'P') {
        const name = wordAt(body, 0);
        prepared.set(name.word, wordAt(body, name.next).word);
      }
      if (kind === 'B') {
        const statement = wordAt(body, wordAt(body, 0).next);
        found({ text: prepared.get(statement.word) ?? '', values: valuesOf(body, statement.next) });
      }
    }
  };
};

const wordAt = (body: Buffer, from: number) => {
  const end = body.indexOf(0, from);
  return { word: body.toString('utf8', from, end), next: end + 1 };
};

const valuesOf = (body: Buffer, from: number): (string | null)[] => {
  let at = from + 2 + 2 * body.readInt16BE(from);
  const many = body.readInt16BE(at);
  at += 2;
  return Array.from({ length: many }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    const value = body.toString('utf8', at, at + length);
    at += length;
    return value;
  });
};
