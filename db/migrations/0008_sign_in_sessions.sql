-- Signing in has a schema and a database role of its own: whoever breaks out of a page as kith_app
-- finds no password, no session and no secret here. The six tables with capital letters are the
-- sign-in library's, as it prints them; our own columns are added below them.
create schema sign_in;
comment on schema sign_in is 'Passwords, sessions and second factors: for the role kith_sign_in alone';
grant usage on schema sign_in to kith_sign_in;

create table sign_in."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);
comment on table sign_in."user" is 'Who can sign in, by e-mail address; its id is the id of people.accounts. Belongs to the sign-in library';

create table sign_in."session" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  way text check (way in ('password', 'link', 'passkey', 'invitation')),
  second_factor_at timestamptz,
  last_seen_at timestamptz
);
comment on table sign_in."session" is 'Where somebody is signed in. Belongs to the sign-in library';
comment on column sign_in."session".way is 'Ours: how it began';
comment on column sign_in."session".second_factor_at is 'Ours: when the second step was taken; without it staff reach nothing';
comment on column sign_in."session".last_seen_at is 'Ours: the last request, to within five minutes; the idle limit counts from it';
create index "session_userId_idx" on sign_in."session" ("userId");

create table sign_in."account" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
comment on table sign_in."account" is 'A password, as a slow hash, or a sign-in kept elsewhere. Belongs to the sign-in library';
create unique index account_one_of_each on sign_in."account" ("userId", "providerId");

create table sign_in."verification" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
comment on table sign_in."verification" is 'E-mail links and passkey challenges still open, links as hashes. Belongs to the sign-in library';
create index "verification_identifier_idx" on sign_in."verification" ("identifier");

create table sign_in."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
comment on table sign_in."twoFactor" is 'The secret of an authenticator app and its recovery codes, encrypted. Belongs to the sign-in library';
-- The library asks for a plain index; two first visits at once must not leave two secrets.
create unique index "twoFactor_userId_idx" on sign_in."twoFactor" ("userId");

create table sign_in."passkey" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
comment on table sign_in."passkey" is 'Passkeys: public keys of devices that can sign somebody in. Belongs to the sign-in library';
create index "passkey_userId_idx" on sign_in."passkey" ("userId");
create unique index "passkey_credentialID_idx" on sign_in."passkey" ("credentialID");

create table sign_in.attempts (
  key_hash text primary key,
  tries integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in.attempts is 'Tries that did not match, counted per address, per code and per network: keyed hashes, never the address itself';
create index on sign_in.attempts (last_at);

create table sign_in.invitations (
  token_hash text primary key,
  account_id uuid not null references sign_in."user" ("id") on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table sign_in.invitations is 'Invitations to choose a password: the hash of the link, used once';
create index on sign_in.invitations (account_id);

create table sign_in.limits (
  who text primary key check (who in ('staff', 'volunteer', 'parent')),
  idle interval not null,
  absolute interval not null
);
comment on table sign_in.limits is 'How long a session lasts without a request, and at the very most';
insert into sign_in.limits (who, idle, absolute) values
  ('staff', interval '2 hours', interval '12 hours'),
  ('volunteer', interval '14 days', interval '30 days'),
  ('parent', interval '30 days', interval '90 days');

do $$
declare t text;
begin
  foreach t in array array['"user"', '"session"', '"account"', '"verification"', '"twoFactor"', '"passkey"', 'attempts', 'invitations', 'limits'] loop
    perform platform.protect(format('sign_in.%s', t)::regclass);
    execute format('create policy sign_in_all on sign_in.%s to kith_sign_in using (true) with check (true)', t);
    if t = 'limits' then execute 'grant select on sign_in.limits to kith_sign_in';
    else execute format('grant select, insert, update, delete on sign_in.%s to kith_sign_in', t); end if;
  end loop;
end $$;

-- Who holds a session: the one question that every request asks, so it is one query on the plain
-- pool, before there is an actor and a scope. It runs as the owner because kith_app may see neither
-- sessions nor, without a scope, accounts. Nothing comes back for a session that has expired, lain
-- idle or outlived its limit, and nothing for an account that was closed.
create function people.who_is(token text, at timestamptz)
returns table (
  organisation_id uuid,
  account_id uuid,
  person_id uuid,
  side text,
  name text,
  roles text[],
  is_staff boolean,
  second_factor_done boolean,
  is_demo boolean,
  session_id uuid
)
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  last_seen timestamptz;
begin
  select a.organisation_id, a.id, a.person_id, p.side,
         trim(coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name),
         held.spread, held.staff, s.second_factor_at is not null, a.demo, s.id,
         coalesce(s.last_seen_at, s."createdAt")
    into who_is.organisation_id, who_is.account_id, who_is.person_id, who_is.side,
         who_is.name, who_is.roles, who_is.is_staff, who_is.second_factor_done, who_is.is_demo, who_is.session_id,
         last_seen
    from sign_in."session" s
    join people.accounts a on a.id = s."userId" and a.closed_at is null
    join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
    cross join lateral (
      -- A role without a centre is held at every centre of the organisation.
      select coalesce(array_agg(distinct r.role || '@' || coalesce(r.centre_id, c.id)) filter (where coalesce(r.centre_id, c.id) is not null), '{}') as spread,
             coalesce(bool_or(r.role <> 'peer_supporter'), false) as staff
        from people.roles r
        left join people.centres c on r.centre_id is null and c.organisation_id = r.organisation_id
       where r.organisation_id = a.organisation_id and r.account_id = a.id and r.ended_at is null
    ) held
    join sign_in.limits l on l.who = case when held.staff then 'staff' when p.side = 'team' then 'volunteer' else 'parent' end
   where s."token" = who_is.token
     and s."expiresAt" > who_is.at
     and s."createdAt" + l.absolute > who_is.at
     and coalesce(s.last_seen_at, s."createdAt") + l.idle > who_is.at;
  if not found then return; end if;
  -- A write for every request would be a write too many; the idle limits are in hours.
  if last_seen < who_is.at - interval '5 minutes' then
    update sign_in."session" s set last_seen_at = who_is.at where s.id = who_is.session_id;
  end if;
  return next;
end $$;
comment on function people.who_is(text, timestamptz) is 'Whose session this is, with the roles spread over the centres; nothing when it has ended';
revoke all on function people.who_is(text, timestamptz) from public;
grant execute on function people.who_is(text, timestamptz) to kith_app;

create function people.organisation_for(host text)
returns table (organisation_id uuid, slug text, name text, zone text, demo boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select o.organisation_id, o.slug, o.name, o.zone, o.demo
    from people.organisations o
   order by (o.slug = lower(split_part(split_part(organisation_for.host, ':', 1), '.', 1))) desc, o.made_at, o.organisation_id
   limit 1
$$;
comment on function people.organisation_for(text) is 'The organisation that a host name belongs to by its first part, or the oldest';
revoke all on function people.organisation_for(text) from public;
grant execute on function people.organisation_for(text) to kith_app;
