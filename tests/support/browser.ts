import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

export type Typed = Readonly<Record<string, string | readonly string[]>>;

const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(html)?.[1] ??
  '';

/** A browser without scripts: it keeps cookies, and sends a form with what is hidden in the page it stands on. */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #headers: Readonly<Record<string, string>>;
  readonly jar = new Map<string, string>();
  constructor(app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#headers = headers;
  }
  #keep(response: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of response.cookies) {
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return response;
  }
  #sent(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return { ...this.#headers, cookie };
  }
  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#app.inject({ method: 'GET', url, headers: this.#sent() }));
  }
  async token(url: string): Promise<string> {
    return hiddenIn((await this.get(url)).body, '_csrf');
  }
  /** `from` is the page the form stands on: the address it goes to unless given. What is typed wins over what is hidden. */
  async post(url: string, typed: Typed, from = url): Promise<LightMyRequestResponse> {
    const page = (await this.get(from)).body;
    const hidden = {
      _csrf: hiddenIn(page, '_csrf'),
      _key: hiddenIn(page, '_key') || randomUUID(),
      _version: hiddenIn(page, '_version'),
    };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries<string | readonly string[]>({ ...hidden, ...typed }))
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    return this.#keep(
      await this.#app.inject({
        method: 'POST',
        url,
        headers: { ...this.#sent(), 'content-type': 'application/x-www-form-urlencoded' },
        payload: body.toString(),
      }),
    );
  }
  async postJson(url: string, body: object, from: string): Promise<LightMyRequestResponse> {
    const payload = { _csrf: await this.token(from), ...body };
    return this.#keep(await this.#app.inject({ method: 'POST', url, headers: this.#sent(), payload }));
  }
}
