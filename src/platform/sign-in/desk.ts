import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { newSecret } from '#kernel/ids.ts';
import type { FormState } from '#ui/form-state.ts';
import { clockTime, dayAndDate } from '#ui/times.ts';
import { type House, viewOf } from '../http/serve.tsx';
import type { View } from '../http/view.ts';
import { Attempts } from './attempts.ts';
import { type Auth, makeAuth } from './auth.ts';
import { DEVICE_DAYS, meetDevice } from './devices.ts';
import { whoHolds } from './identify.ts';
import { type CookieSettings, cookieSettings, keyFor, tokenIn } from './keys.ts';
import { queueLink, queueNewDevice } from './letters.ts';
import { account, openLink, secondStep } from './paths.ts';
import { endSessionWith, renewSession, signedToken, type Way } from './sessions.ts';
import { actorOf, deviceInWords, mustTakeSecondStep, ownPath, type Who } from './sign-in.rules.ts';
import { accountWithAddress, addressesOf, addressOf } from './sign-ins.ts';

export interface DeskParts {
  readonly house: House;
  /** As kith_sign_in, with the driver's own types. */
  readonly signInPool: pg.Pool;
  /** As kith_app. */
  readonly appPool: pg.Pool;
  readonly secret: string;
  readonly publicUrl?: string | undefined;
}

/** Somebody at the desk: who holds the session, and its token. */
export interface AtDesk {
  readonly who: Who;
  readonly token: string;
}

/** A field of a form that is not ours to trust, as text. */
export const field = (body: unknown, name: string): string => {
  const value =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : '';
};

const dayAndTime = (there: Temporal.ZonedDateTime): string =>
  `on ${dayAndDate(there.toPlainDate(), { today: there.toPlainDate() })} at ${clockTime(there.toPlainTime())}`;

/** What every page of signing in works with. */
export class Desk {
  readonly house: House;
  readonly signInPool: pg.Pool;
  readonly attempts: Attempts;
  readonly auth: Auth;
  readonly #appPool: pg.Pool;
  readonly #cookie: CookieSettings;
  readonly #key: string;
  readonly #publicUrl: string | undefined;

  constructor({ house, signInPool, appPool, secret, publicUrl }: DeskParts) {
    this.house = house;
    this.signInPool = signInPool;
    this.attempts = new Attempts(signInPool, secret);
    this.auth = makeAuth({ signInPool, secret, publicUrl });
    this.#appPool = appPool;
    this.#cookie = cookieSettings(secret, publicUrl);
    this.#key = keyFor(secret, 'sessions');
    this.#publicUrl = publicUrl;
  }

  now(): Temporal.Instant {
    return this.house.clock();
  }

  origin(request: FastifyRequest): string {
    return this.#publicUrl ?? `${request.protocol}://${request.host}`;
  }

  /** What the library needs of a request: never the network address, which we do not keep. */
  headers(request: FastifyRequest): Headers {
    const headers = new Headers({ origin: this.origin(request) });
    if (request.headers.cookie) headers.set('cookie', request.headers.cookie);
    const agent = request.headers['user-agent'];
    if (agent) headers.set('user-agent', agent.slice(0, 300));
    return headers;
  }

  /** The library's small cookies (a passkey's challenge), passed on; its session cookie is ours to set. */
  passOn(reply: FastifyReply, headers: Headers): void {
    const others = headers.getSetCookie().filter((each) => !each.startsWith(`${this.#cookie.name}=`));
    if (others.length > 0) reply.header('set-cookie', others);
  }

  /** The token of a session that the library has just opened, from the cookie it would set. */
  newToken(headers: Headers): string | null {
    const set = headers.getSetCookie().find((each) => each.startsWith(`${this.#cookie.name}=`));
    const value = set?.slice(this.#cookie.name.length + 1).split(';')[0];
    return tokenIn(value === undefined ? undefined : decodeURIComponent(value), this.#key);
  }

  #tokenOf(request: FastifyRequest): string | null {
    return tokenIn(request.cookies[this.#cookie.name], this.#key);
  }

  /** Whoever holds the session, of this organisation; with the second step still to come too. */
  async atDesk(request: FastifyRequest): Promise<AtDesk | null> {
    const token = this.#tokenOf(request);
    const who = token === null ? null : await whoHolds(this.#appPool, token, this.now());
    return token !== null && who?.organisationId === request.visitor.organisation.id ? { who, token } : null;
  }

  /** Whoever is signed in all the way. */
  async signedIn(request: FastifyRequest): Promise<AtDesk | null> {
    const at = await this.atDesk(request);
    return at && !mustTakeSecondStep(at.who) ? at : null;
  }

  #setCookie(reply: FastifyReply, token: string): void {
    reply.setCookie(this.#cookie.name, signedToken(token, this.#key), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#cookie.secure,
      maxAge: 90 * 24 * 60 * 60,
    });
  }

  /**
   * Lets somebody in with the session the library opened, under a new token; a session this browser held before
   * ends. Null, and the session is gone, when the account is closed or of another organisation.
   */
  async letIn(request: FastifyRequest, reply: FastifyReply, token: string, way: Way): Promise<Who | null> {
    const now = this.now();
    const who = await whoHolds(this.#appPool, token, now);
    if (who?.organisationId !== request.visitor.organisation.id) {
      await endSessionWith(this.signInPool, token);
      return null;
    }
    const before = this.#tokenOf(request);
    if (before !== null && before !== token) await endSessionWith(this.signInPool, before);
    const fresh = await renewSession(this.signInPool, token, way, way === 'passkey' ? now : null);
    this.#setCookie(reply, fresh);
    await this.note(who, 'account.signed_in');
    await this.#meet(request, reply, who, way);
    return { ...who, secondFactorDone: way === 'passkey' };
  }

  /** Remembers the browser, and writes to its person when nobody has come in with it before. */
  async #meet(request: FastifyRequest, reply: FastifyReply, who: Who, way: Way): Promise<void> {
    const name = `${this.#cookie.prefix}-device`;
    const now = this.now();
    const { secret, strange } = await meetDevice(
      this.signInPool,
      who.accountId,
      request.cookies[name]?.slice(0, 100),
      now,
    );
    reply.setCookie(name, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#cookie.secure,
      maxAge: DEVICE_DAYS * 24 * 60 * 60,
    });
    // A link or an invitation came by e-mail itself; in a demonstration many share one sign-in.
    if (!strange || who.demo || way === 'link' || way === 'invitation') return;
    const { zone } = request.visitor.organisation;
    const address = (await addressesOf(this.signInPool, [who.accountId])).get(who.accountId);
    await this.house.gateway(
      { kind: 'system', organisationId: who.organisationId, why: 'tell of a new device' },
      now,
      (scope) =>
        queueNewDevice(scope, {
          to: who.side === 'family' || !address ? { personId: who.personId } : { address },
          device: deviceInWords(request.headers['user-agent'] ?? null),
          at: dayAndTime(now.toZonedDateTimeISO(zone)),
          url: `${this.origin(request)}${account()}`,
          once: newSecret(),
        }),
    );
  }

  /** The second step was taken: notes it on the session, under a new token. */
  async secondStepTaken(reply: FastifyReply, token: string, who: Who, way: Way | null = null): Promise<void> {
    this.#setCookie(reply, await renewSession(this.signInPool, token, way, this.now()));
    await this.note(who, 'account.second_step_taken');
  }

  /** Gives the session a new token: what was seen of the old one opens nothing. */
  async renew(reply: FastifyReply, token: string): Promise<void> {
    this.#setCookie(reply, await renewSession(this.signInPool, token, null, null));
  }

  /** Writes down what somebody did with their own sign-in. */
  async note(who: Who, verb: string): Promise<void> {
    const actor = actorOf({ ...who, secondFactorDone: true });
    if (!actor) return;
    await this.house.gateway(actor, this.now(), (scope) =>
      scope.audit(verb, { kind: 'account', id: who.accountId }),
    );
  }

  /** Ends the request's session and takes its cookie away. */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.#tokenOf(request);
    if (token !== null) await endSessionWith(this.signInPool, token);
    reply.clearCookie(this.#cookie.name, {
      path: '/',
      secure: this.#cookie.secure,
      httpOnly: true,
      sameSite: 'lax',
    });
  }

  /** Where somebody goes who has just been let in. */
  onward(request: FastifyRequest, who: Who, next: string | undefined): string {
    const to = ownPath(next);
    if (mustTakeSecondStep(who)) return secondStep({}, to ? { next: to } : {});
    const actor = actorOf(who);
    return to ?? (actor ? this.house.chrome(actor, request.visitor.organisation).home : '/');
  }

  /** Opens a link for an address and leaves its e-mail, if it belongs to an open account of this organisation. Nothing tells which. */
  async sendLink(request: FastifyRequest, email: string, next: string | null): Promise<void> {
    const now = this.now();
    const { organisation } = request.visitor;
    const address = addressOf(email);
    const accountId = await accountWithAddress(this.signInPool, address);
    if (accountId === null) return;
    const token = await this.openLinkFor(request, address);
    const url = `${this.origin(request)}${openLink({ token }, next ? { next } : {})}`;
    await this.house.gateway(
      { kind: 'system', organisationId: organisation.id, why: 'send a sign-in link' },
      now,
      async (scope) => {
        const open = await scope.tx
          .selectFrom('people.accounts')
          .select('id')
          .where('organisation_id', '=', organisation.id)
          .where('id', '=', accountId)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
        if (!open) return;
        await queueLink(scope, { address, url, once: newSecret() });
        await scope.audit('account.link_sent', { kind: 'account', id: accountId });
      },
    );
  }

  /** The secret of a link that signs an address in once. */
  async openLinkFor(request: FastifyRequest, address: string): Promise<string> {
    let made = '';
    await this.auth.api.signInMagicLink({
      body: {
        email: address,
        metadata: {
          take: (token: string) => {
            made = token;
          },
        },
      },
      headers: this.headers(request),
    });
    return made;
  }

  /** Signs in with the secret of a link; null when it was used or is too old. */
  async followLink(request: FastifyRequest, token: string): Promise<string | null> {
    try {
      const answer = await this.auth.api.magicLinkVerify({
        query: { token },
        headers: this.headers(request),
      });
      return 'token' in answer && typeof answer.token === 'string' ? answer.token : null;
    } catch (error) {
      if (error instanceof Error && 'statusCode' in error) return null;
      throw error;
    }
  }

  view(request: FastifyRequest, reply: FastifyReply, form: Partial<FormState> = {}): View {
    return viewOf(this.house, request, reply, form);
  }
}
