type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

export type Params<P extends string> = Readonly<Record<ParamsOf<P>, string>>;
type Query = Readonly<Record<string, string | undefined>>;

/** A typed address: called with its parts it gives the URL, and `pattern` is what the server listens on. */
export interface Path<P extends string = string> {
  (
    ...args: ParamsOf<P> extends never
      ? [parts?: Readonly<Record<string, never>>, query?: Query]
      : [parts: Params<P>, query?: Query]
  ): string;
  readonly pattern: P;
}

/** Declares an address such as `path('/sessions/:sessionId/plan')`; pages link with it and never with text. */
export const path = <const P extends string>(pattern: P): Path<P> => {
  const build = (parts: Readonly<Record<string, string>> = {}, query: Query = {}): string => {
    const filled = pattern.replace(/:([A-Za-z]+)/g, (_, name: string) =>
      encodeURIComponent(parts[name] ?? ''),
    );
    const asked = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    return asked.size > 0 ? `${filled}?${asked}` : filled;
  };
  return Object.assign(build, { pattern }) as unknown as Path<P>;
};
