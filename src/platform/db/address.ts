import type pg from 'pg';

export interface Aim {
  readonly user?: string;
  readonly password?: string | undefined;
  readonly database?: string;
}

/**
 * The same server with another login or database. A connection string wins over its neighbours in the driver,
 * so it is rewritten; its own parameters (TLS, socket folder) stay.
 */
export function aimed(config: pg.ClientConfig, aim: Aim): pg.ClientConfig {
  if (config.connectionString === undefined) {
    const { password, ...rest } = aim;
    return { ...config, ...rest, ...(password === undefined ? {} : { password }) };
  }
  const url = new URL(config.connectionString);
  if (aim.database !== undefined) url.pathname = `/${encodeURIComponent(aim.database)}`;
  if (aim.user !== undefined) {
    url.username = '';
    url.password = '';
    // As parameters, because a URL with a socket folder instead of a host cannot carry a login.
    url.searchParams.set('user', aim.user);
    if (aim.password !== undefined) url.searchParams.set('password', aim.password);
    else url.searchParams.delete('password');
  }
  return { ...config, connectionString: url.href };
}

/** The database a connection string names, or null where it names none. */
export function databaseOf(connectionString: string): string | null {
  const { pathname } = new URL(connectionString);
  return pathname.length > 1 ? decodeURIComponent(pathname.slice(1)) : null;
}
