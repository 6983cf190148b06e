import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#kernel/refusal.ts';
import type { Route } from './page.ts';
import { onlyPlainText } from './plain.ts';
import { securityText } from './security-txt.ts';
import { type House, mount, sendPage, type Visitor, viewOf } from './serve.tsx';
import { Sorry, type SorryFor } from './sorry.tsx';

export interface ServerOptions {
  readonly house: House;
  readonly secret: string;
  readonly clientDir: string;
  readonly trustProxy: boolean;
  readonly https: boolean;
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor>;
  readonly ready: () => Promise<boolean>;
  /** True while so many wait for the database that one more would only wait in vain. */
  readonly busy?: () => boolean;
  readonly routes: readonly Route[];
  /** Routes that need more than a page: sign-in, the service worker of a room, an API. */
  readonly also?: (app: FastifyInstance) => Promise<void>;
  /** Per network address and minute, for pages and for forms. */
  readonly limits?: { readonly pages: number };
  /** Where a hole is reported, for security.txt. */
  readonly security?: {
    readonly contact: string;
    readonly origin: string | null;
    readonly now: () => Temporal.Instant;
  };
  readonly log?: boolean;
}

const STATUS_PAGES: Readonly<Record<number, SorryFor>> = {
  403: 'forged',
  404: 'not-found',
  413: 'too-large',
  429: 'too-often',
  503: 'busy',
};

const statusOf = (error: unknown): number => {
  if (error instanceof NotFound) return 404;
  const status = Number((error as { statusCode?: unknown } | null)?.statusCode ?? 500);
  return status >= 400 && status < 600 ? status : 500;
};

/** What the log may say of a failure: its kind and place in our code, never a value, a name or a query. */
const traceOf = (error: unknown) => ({
  kind: error instanceof Error ? error.name : typeof error,
  code: (error as { code?: unknown } | null)?.code,
  constraint: (error as { constraint?: unknown } | null)?.constraint,
  stack:
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 6)
      : [],
});

export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { house } = options;
  const app: FastifyInstance = fastify({
    trustProxy: options.trustProxy,
    bodyLimit: 512 * 1024,
    // The path may hold an id and the query a search word: neither belongs in a log.
    logger:
      options.log === false
        ? false
        : {
            level: 'warn',
            serializers: {
              req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? '' }),
              res: (reply) => ({ statusCode: reply.statusCode ?? 0 }),
              err: () => ({ type: 'failure', message: '', stack: '' }),
            },
          },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  });

  app.decorateRequest('visitor', null as unknown as Visitor);
  await app.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: 10, exposeStatusRoute: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.https,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie, { secret: options.secret });
  await app.register(csrf, {
    cookieKey: options.https ? '__Host-csrf' : 'csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: options.https, signed: true },
    getToken: (request) => (request.body as { _csrf?: string } | null)?._csrf,
  });
  await app.register(formbody, { bodyLimit: 512 * 1024 });
  await app.register(rateLimit, {
    global: true,
    max: options.limits?.pages ?? 600,
    timeWindow: '1 minute',
    allowList: (request) =>
      request.url.startsWith('/assets/') || request.url === '/healthz' || request.url === '/readyz',
  });
  await app.register(statics, {
    root: options.clientDir,
    prefix: '/',
    wildcard: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    allowedPath: (path) => path.startsWith('/assets/'),
  });

  app.get('/healthz', { logLevel: 'silent' }, async () => ({ alive: true }));
  app.get('/readyz', { logLevel: 'silent' }, async (_, reply) =>
    (await options.ready().catch(() => false))
      ? { ready: true }
      : reply.code(503).header('retry-after', '5').send({ ready: false }),
  );

  const { security } = options;
  if (security)
    app.get('/.well-known/security.txt', async (_, reply) =>
      reply.type('text/plain; charset=utf-8').send(securityText(security, security.now())),
    );

  app.addHook('preParsing', async (request) => {
    if (request.url.startsWith('/assets/') || request.url === '/healthz' || request.url === '/readyz') return;
    // Said at once, before anything is asked of the database: those who wait already get their answer.
    if (options.busy?.()) throw Object.assign(new Error('too many wait'), { statusCode: 503 });
    request.visitor = await options.visitorOf(request);
  });

  onlyPlainText(app);

  const sorry = (request: FastifyRequest, reply: FastifyReply, status: number, what: SorryFor) => {
    if (status === 503 || status === 429) reply.header('retry-after', reply.getHeader('retry-after') ?? '10');
    if (!request.visitor)
      return reply
        .code(status)
        .type('text/plain; charset=utf-8')
        .send('Kith is very busy just now, or starting. Wait half a minute, then load this page again.\n');
    return sendPage(reply, status, <Sorry view={viewOf(house, request, reply)} what={what} />);
  };
  app.setNotFoundHandler((request, reply) => sorry(request, reply, 404, 'not-found'));
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500 && status !== 503) request.log.error({ failure: traceOf(error) }, 'a page failed');
    return sorry(request, reply, status, STATUS_PAGES[status] ?? (status < 500 ? 'not-found' : 'broken'));
  });

  mount(app, house, options.routes);
  await options.also?.(app);
  return app;
};
