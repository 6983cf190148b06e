import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { AccountActor, Actor } from '#platform/db/actor.ts';
import type { House } from '#platform/http/serve.tsx';
import { buildServer } from '#platform/http/server.tsx';
import type { View } from '#platform/http/view.ts';
import { repositoryRoot } from '#platform/root.ts';
import { room } from './room.ts';
import { now, type Stand } from './stand.fixture.ts';

/** The pages of this room behind the real server, with nothing of the other rooms. */
export interface Pages {
  readonly server: FastifyInstance;
  /** What the organisation is: a demo or not. Change it by hand. */
  demo: boolean;
  readonly as: (actor: AccountActor | null) => {
    readonly get: (url: string) => Promise<LightMyRequestResponse>;
    /** Sends a form with the tokens of the page at `from` (the same address unless said). */
    readonly post: (
      url: string,
      typed: Readonly<Record<string, string | readonly string[]>>,
      from?: string,
    ) => Promise<LightMyRequestResponse>;
  };
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

export const pagesOf = async (
  here: Stand,
  assets: View['assets'] = {
    look: '/look.css',
    font: '/font.woff2',
    icon: '/icon.svg',
    island: (name) => `/${name}.js`,
  },
  clientDir = join(repositoryRoot(), 'src/ui/look'),
  chrome: House['chrome'] = () => ({ home: '/', nav: [{ href: '/toolbox', label: 'Toolbox' }], footer: [] }),
): Promise<Pages> => {
  const actors = new Map<string, AccountActor>();
  const organisationId = here.system.organisationId;
  const pages: { demo: boolean } = { demo: false };
  const server = await buildServer({
    house: {
      gateway: here.gateway,
      clock: () => now,
      chrome,
      assets,
      signInPath: '/sign-in',
    },
    secret: 'a secret of the tests, long enough to be one',
    clientDir,
    trustProxy: false,
    https: false,
    log: false,
    limits: { pages: 100_000 },
    ready: async () => true,
    routes: room.routes ?? [],
    visitorOf: async (request) => {
      const actor: Actor = actors.get(String(request.headers['x-test-as'])) ?? {
        kind: 'anyone',
        organisationId,
      };
      const organisation = {
        id: organisationId,
        slug: 'harbour',
        name: 'Harbour Families',
        zone: 'Europe/London',
        demo: pages.demo,
      };
      return { actor, organisation };
    },
  });
  const as: Pages['as'] = (actor) => {
    if (actor) actors.set(actor.accountId, actor);
    const jar = new Map<string, string>();
    const headers = () => ({
      ...(actor && { 'x-test-as': actor.accountId }),
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    });
    const keep = (response: LightMyRequestResponse) => {
      for (const { name, value } of response.cookies) jar.set(name, value);
      return response;
    };
    const get = async (url: string) => keep(await server.inject({ method: 'GET', url, headers: headers() }));
    return {
      get,
      post: async (url, typed, from = url) => {
        const html = (await get(from)).body;
        const body = new URLSearchParams();
        const tokens = {
          _csrf: hidden(html, '_csrf'),
          _key: randomUUID(),
          _version: hidden(html, '_version'),
        };
        for (const [name, value] of Object.entries({ ...tokens, ...typed }))
          for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
        return keep(
          await server.inject({
            method: 'POST',
            url,
            headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
            payload: body.toString(),
          }),
        );
      },
    };
  };
  return Object.assign(pages, { server, as });
};
