import { Agent, request } from 'node:http';

/** One request of a driver, and what it looks for in the answer. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

/** Somebody who keeps asking: each driver waits for its answer before it asks again. */
export type Driver = () => { readonly shot: Shot; readonly done?: () => void };

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
  /** Seconds after which to come back, where the server says so. */
  readonly retryAfter: string | null;
}

export class Line {
  readonly #agent: Agent;
  readonly #origin: URL;
  constructor(origin: string, sockets: number) {
    this.#origin = new URL(origin);
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets });
  }

  ask(shot: Shot): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          agent: this.#agent,
          host: this.#origin.hostname,
          port: this.#origin.port,
          method: shot.method,
          path: shot.path,
          timeout: 30_000,
          headers: {
            ...shot.headers,
            ...(shot.body !== undefined && {
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(shot.body),
            }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString('utf8'),
              cookies: response.headers['set-cookie'] ?? [],
              retryAfter: response.headers['retry-after'] ?? null,
            }),
          );
        },
      );
      asking.on('timeout', () => asking.destroy(new Error('no answer within half a minute')));
      asking.on('error', reject);
      asking.end(shot.body);
    });
  }

  end() {
    this.#agent.destroy();
  }
}

const fire = async (line: Line, driver: Driver): Promise<void> => {
  const { shot, done } = driver();
  const { status, body } = await line.ask(shot);
  if (status !== shot.status)
    throw new Error(`${shot.method} ${shot.path} answered ${status}: ${body.slice(0, 300)}`);
  done?.();
};

/** Answers a second while every driver asks again as soon as it has its answer, for so many milliseconds. */
export const throughput = async (line: Line, drivers: readonly Driver[], ms: number): Promise<number> => {
  const until = performance.now() + ms;
  const began = performance.now();
  let answers = 0;
  await Promise.all(
    drivers.map(async (driver) => {
      while (performance.now() < until) {
        await fire(line, driver);
        answers += 1;
      }
    }),
  );
  return answers / ((performance.now() - began) / 1000);
};

/**
 * Milliseconds from the moment each request was due to its answer, at so many a second. Measured from when it was
 * due, so that a server that stands still does not hide the requests that would have come meanwhile.
 */
export const latencies = async (
  line: Line,
  drivers: readonly Driver[],
  perSecond: number,
  ms: number,
): Promise<readonly number[]> => {
  const began = performance.now();
  const many = Math.max(1, Math.round((perSecond * ms) / 1000));
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    drivers.map(async (driver) => {
      for (;;) {
        const at = next++;
        if (at >= many) return;
        const due = began + (at / perSecond) * 1000;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await fire(line, driver);
        took.push(performance.now() - due);
      }
    }),
  );
  return took;
};

/** The value below which this part of them lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

/** The middle of them. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
