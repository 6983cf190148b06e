import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dateAt } from '#kernel/dates.ts';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { FormState } from '#ui/form-state.ts';
import type { Actor } from '../db/actor.ts';
import type { Gateway, Scope } from '../db/as-actor.ts';
import type { FieldError, FormOf, Typed } from '../forms/form.ts';
import { countErrors } from './form-errors.ts';
import { noticeFrom, rememberNotice } from './notice.ts';
import { type Ask, anyone, type Route } from './page.ts';
import { Refused, Sorry } from './sorry.tsx';
import { firstPress } from './submission.ts';
import type { Chrome, Organisation, View } from './view.ts';

/** What every request already knows when it reaches a page. */
export interface Visitor {
  readonly actor: Actor;
  readonly organisation: Organisation;
}

export interface House {
  readonly gateway: Gateway;
  readonly clock: () => Temporal.Instant;
  readonly chrome: (actor: Actor, organisation: Organisation) => Chrome;
  readonly assets: View['assets'];
  readonly publicUrl?: string;
  readonly signInPath: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
  }
}

type Asked = Ask<string>;
type AnySpec = Route['spec'];

const originOf = (house: House, request: FastifyRequest) =>
  house.publicUrl ?? `${request.protocol}://${request.host}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The version a form was drawn from; 0 when it carries none, or nothing that could be one. */
const versionIn = (body: unknown): number => {
  const version = Number(textOf((body as Record<string, unknown> | null)?._version));
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : 0;
};

const askOf = (house: House, request: FastifyRequest, typed: Typed = {}): Asked => ({
  params: request.params as Asked['params'],
  query: Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([key, value]) => [
      key,
      Array.isArray(value) ? textOf(value[0]) : textOf(value),
    ]),
  ),
  at: request.url,
  origin: originOf(house, request),
  organisation: request.visitor.organisation,
  version: versionIn(request.body),
  typed,
  remembered: (name) => request.cookies[name] ?? null,
});

export const typedIn = (body: unknown): Typed => {
  const typed: Record<string, string | readonly string[]> = {};
  for (const [key, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (key === '_csrf' || key === '_key' || key === '_version') continue;
    if (typeof value === 'string') typed[key] = value;
    else if (Array.isArray(value)) typed[key] = value.filter((each) => typeof each === 'string');
  }
  return typed;
};

export const viewOf = (
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  form: Partial<FormState> = {},
): View => {
  const { actor, organisation } = request.visitor;
  const now = house.clock();
  const notice = noticeFrom(request, reply);
  return {
    actor,
    organisation,
    now,
    zone: organisation.zone,
    today: dateAt(now, organisation.zone),
    at: request.url,
    form: { values: {}, errors: [], key: randomUUID(), csrf: reply.generateCsrf(), ...form },
    ...(notice && { notice }),
    chrome: house.chrome(actor, organisation),
    assets: house.assets,
  };
};

export const sendPage = (reply: FastifyReply, status: number, page: VNode) =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${renderToString(page)}`);

/** Not found, or (for whoever has not signed in) the door: the two tell nothing of what exists. */
const turnAway = (house: House, request: FastifyRequest, reply: FastifyReply, isPublic: boolean) => {
  if (request.visitor.actor.kind === 'anyone' && !isPublic)
    return reply.redirect(
      `${house.signInPath}?next=${encodeURIComponent(request.method === 'GET' ? request.url : '/')}`,
      303,
    );
  return sendPage(reply, 404, <Sorry view={viewOf(house, request, reply)} what="not-found" />);
};

const formOf = (spec: AnySpec, facts: unknown): FormOf<unknown> | null => {
  const made = 'form' in spec ? spec.form : undefined;
  return typeof made === 'function' ? made(facts) : (made ?? null);
};

const scoped = <T,>(
  house: House,
  spec: AnySpec,
  request: FastifyRequest,
  mode: 'write' | 'look',
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  const { actor, organisation } = request.visitor;
  const as: Actor = spec.errand
    ? { kind: 'system', organisationId: organisation.id, why: spec.errand }
    : actor;
  return house.gateway(as, house.clock(), work, mode);
};

const admitted = async (
  spec: AnySpec,
  scope: Scope,
  request: FastifyRequest,
  ask: Asked,
): Promise<unknown> => {
  const facts = await spec.load(scope, ask);
  if (facts === null || !spec.can(request.visitor.actor, facts)) throw new NotFound();
  return facts;
};

const lookedAt = async (spec: AnySpec, scope: Scope, facts: unknown) => {
  if ('notSensitive' in spec.audit) return;
  const subject = spec.audit.subject(facts);
  if (subject) await scope.audit(spec.audit.verb, subject);
};

/** True for what the database itself refused: row-level security, a missing grant, or an id that is no id. */
const refusedByDatabase = (error: unknown): boolean =>
  ['42501', '22P02'].includes(String((error as { code?: unknown } | null)?.code));

const turnedAway = (error: unknown) => error instanceof NotFound || refusedByDatabase(error);

const differing = (typed: Typed, current: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(current).flatMap(([field, value]) => {
      const theirs = Array.isArray(value) ? value.join(', ') : String(value);
      const mine = Array.isArray(typed[field])
        ? (typed[field] as string[]).join(', ')
        : String(typed[field] ?? '');
      return theirs.replace(/\r\n/g, '\n').trim() === mine.replace(/\r\n/g, '\n').trim()
        ? []
        : [[field, theirs]];
    }),
  );

const look = (house: House, route: Route) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { spec } = route;
  const ask = askOf(house, request);
  try {
    const facts = await scoped(house, spec, request, 'look', async (scope) => {
      const found = await admitted(spec, scope, request, ask);
      await lookedAt(spec, scope, found);
      return found;
    });
    if (route.kind === 'download') {
      const { type, name, body } = route.spec.file(facts, viewOf(house, request, reply));
      if (name)
        reply.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`);
      if (route.spec.published)
        reply
          .header('access-control-allow-origin', '*')
          .header('cross-origin-resource-policy', 'cross-origin');
      return reply.type(type).header('cache-control', 'no-store').send(body);
    }
    if (route.kind !== 'page') return turnAway(house, request, reply, spec.can === anyone);
    const elsewhere = route.spec.elsewhere?.(request.visitor.actor, facts) ?? null;
    if (elsewhere !== null) return reply.redirect(elsewhere, 303);
    const values = route.spec.prefill?.(facts, ask) ?? {};
    const version = route.spec.version?.(facts);
    return sendPage(
      reply,
      200,
      route.spec.show(
        facts,
        viewOf(house, request, reply, { values, ...(version !== undefined && { version }) }),
      ),
    );
  } catch (error) {
    if (turnedAway(error)) return turnAway(house, request, reply, spec.can === anyone);
    throw error;
  }
};

const take =
  (house: House, route: Exclude<Route, { kind: 'download' }>) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const { spec } = route;
    const typed = typedIn(request.body);
    const ask = askOf(house, request, typed);

    const again = async (status: number, errors: readonly FieldError[], stale = false) => {
      try {
        const facts = await scoped(house, spec, request, 'look', (scope) =>
          admitted(spec, scope, request, ask),
        );
        const current = spec.version?.(facts);
        const version = stale || ask.version === 0 ? current : ask.version;
        const view = viewOf(house, request, reply, {
          values: typed,
          errors,
          ...(version !== undefined && { version }),
        });
        if (route.kind === 'action')
          return sendPage(
            reply,
            status,
            <Refused view={view} errors={errors} back={route.spec.back(facts, ask)} />,
          );
        const theirs = stale ? differing(typed, route.spec.prefill?.(facts, ask) ?? {}) : undefined;
        return sendPage(reply, status, route.spec.show(facts, theirs ? { ...view, theirs } : view));
      } catch (error) {
        if (turnedAway(error)) return turnAway(house, request, reply, spec.can === anyone);
        throw error;
      }
    };

    let name = '';
    try {
      const taken = await scoped(house, spec, request, 'write', async (scope) => {
        const facts = await admitted(spec, scope, request, ask);
        const shape = formOf(spec, facts);
        if (!shape || !spec.submit) throw new NotFound();
        name = shape.name;
        const parsed = shape.parse(typed);
        if (!parsed.ok) return { errors: parsed.errors };
        const press = await firstPress(
          scope,
          textOf((request.body as Record<string, unknown> | null)?._key),
          request.url,
          typed,
        );
        if (press.wentTo !== null) return { outcome: { to: press.wentTo } };
        const outcome = await spec.submit(scope, parsed.value as never, facts as never, ask);
        await press.remember(outcome.to);
        return { outcome };
      });
      if ('errors' in taken) {
        await countErrors(house, request.visitor.organisation, name, taken.errors);
        return await again(422, taken.errors);
      }
      const { outcome } = taken;
      if (outcome.notice) rememberNotice(reply, outcome.notice);
      if (outcome.remember) {
        const { name: cookie, value } = outcome.remember;
        if (value === null) reply.clearCookie(cookie, { path: '/' });
        else
          reply.setCookie(cookie, value, {
            path: '/',
            httpOnly: true,
            sameSite: 'lax',
            secure: request.protocol === 'https',
          });
      }
      return await reply.redirect(outcome.to, 303);
    } catch (error) {
      if (error instanceof Refusal) {
        const errors = [{ field: error.field, message: error.message }];
        // A refusal may name somebody and say why: only the field is counted.
        await countErrors(
          house,
          request.visitor.organisation,
          name,
          error.field ? [{ field: error.field, message: 'refused' }] : [],
        );
        return again(422, errors);
      }
      if (error instanceof StaleEdit) return again(409, [], true);
      if (turnedAway(error)) return turnAway(house, request, reply, spec.can === anyone);
      throw error;
    }
  };

/** Mounts the routes of a room. */
export const mount = (app: FastifyInstance, house: House, routes: readonly Route[]) => {
  for (const route of routes) {
    const url = route.spec.path.pattern;
    if (route.kind !== 'action') app.get(url, look(house, route));
    if (route.kind !== 'download' && route.spec.submit)
      app.post(url, { preHandler: app.csrfProtection }, take(house, route));
  }
};
