-- Which browsers somebody has signed in with before: a browser that was never seen is told to its person by e-mail.
-- A random number in a cookie, kept here as a hash; nothing of the device itself, and no address of a network.
create table sign_in.devices (
  account_id uuid not null references sign_in."user" ("id") on delete cascade,
  secret_hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (account_id, secret_hash)
);
comment on table sign_in.devices is 'Browsers an account has signed in with: the hash of a random number in a cookie of theirs, forgotten after 400 days without them';
create index on sign_in.devices (last_at);
select platform.protect('sign_in.devices');
create policy sign_in_all on sign_in.devices to kith_sign_in using (true) with check (true);
grant select, insert, update, delete on sign_in.devices to kith_sign_in;
