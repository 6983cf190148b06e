-- The actor's scope, as transaction-local settings that `asActor` writes first in every
-- transaction. A setting that was never made, or that a roll-back emptied, reads as null, so
-- that a forgotten scope sees nothing at all instead of everything.
create schema app;
grant usage on schema app to kith_app;

create function app.org() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

create function app.kind() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.kind', true), ''), 'nobody') $$;

create function app.account() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function app.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.person', true), '')::uuid $$;

create function app.is_system() returns boolean language sql stable parallel safe as
$$ select app.kind() = 'system' $$;

-- 'practitioner@<centre> administrator@<centre> …': the centres at which the actor holds one of
-- these roles. A role held for all centres was spread over them when the session was looked up.
create function app.centres(roles text[]) returns uuid[] language sql stable parallel safe as
$$
  select coalesce(array_agg(distinct split_part(held, '@', 2)::uuid), '{}')
  from unnest(string_to_array(nullif(current_setting('app.roles', true), ''), ' ')) as held
  where split_part(held, '@', 1) = any (roles)
$$;

create function app.holds(roles text[]) returns boolean language sql stable parallel safe as
$$ select cardinality(app.centres(roles)) > 0 $$;

-- Most tables belong to a centre and say who may see, add and change in role words. These two
-- write those policies out, so that a migration reads like the access matrix it must agree with.
create function platform.centre_policies(t regclass, see text[], add text[], change text[]) returns void
language plpgsql as $$
declare
  scope constant text := 'organisation_id = (select app.org()) and ((select app.is_system()) or centre_id = any ((select app.centres(%L::text[]))::uuid[]))';
begin
  perform platform.protect(t);
  execute format('create policy see on %s for select to kith_app using (' || scope || ')', t, see);
  execute format('create policy add on %s for insert to kith_app with check (' || scope || ')', t, add);
  execute format('create policy change on %s for update to kith_app using (' || scope || ') with check (' || scope || ')', t, change, change);
  execute format('grant select, insert, update on %s to kith_app', t);
end $$;

create function platform.organisation_policies(t regclass, see text[], add text[], change text[]) returns void
language plpgsql as $$
declare
  scope constant text := 'organisation_id = (select app.org()) and ((select app.is_system()) or (select app.holds(%L::text[])))';
begin
  perform platform.protect(t);
  execute format('create policy see on %s for select to kith_app using (' || scope || ')', t, see);
  execute format('create policy add on %s for insert to kith_app with check (' || scope || ')', t, add);
  execute format('create policy change on %s for update to kith_app using (' || scope || ') with check (' || scope || ')', t, change, change);
  execute format('grant select, insert, update on %s to kith_app', t);
end $$;

grant usage on schema platform to kith_app;

-- Who did or looked at what, in ids only: names and words would make erasure and an honest audit
-- contradict each other. Nobody changes or removes a row; a job seals them in a hash chain.
create table platform.audit_events (
  organisation_id uuid not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null,
  account_id uuid,
  verb text not null check (verb ~ '^[a-z][a-z0-9_.]*$'),
  subject_kind text not null,
  subject_id uuid,
  centre_id uuid,
  primary key (organisation_id, seq)
);
comment on table platform.audit_events is 'Who did or looked at what: ids only, append-only for everyone';
select platform.protect('platform.audit_events');
create index on platform.audit_events (organisation_id, subject_id, at);
create index on platform.audit_events (seq);
create policy add on platform.audit_events for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id is not distinct from (select app.account()));
create policy see on platform.audit_events for select to kith_app
  using (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert on platform.audit_events to kith_app;

create table platform.audit_seals (
  organisation_id uuid not null,
  number integer not null,
  first_seq bigint not null,
  last_seq bigint not null,
  events integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (organisation_id, number)
);
comment on table platform.audit_seals is 'The hash chain over the audit: each seal covers a run of events and the seal before it';
select platform.protect('platform.audit_seals');
create policy see on platform.audit_seals for select to kith_app using (organisation_id = (select app.org()) and (select app.is_system()));
create policy add on platform.audit_seals for insert to kith_app with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert on platform.audit_seals to kith_app;

-- What somebody is still writing. Bound to its author (an account, or a secret in the link of
-- someone without one) and to one subject, so that a draft can never surface on another's page.
create table platform.drafts (
  organisation_id uuid not null,
  id uuid not null,
  form text not null,
  subject_id uuid,
  account_id uuid,
  secret_hash text,
  step text,
  typed jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  finished_to text,
  primary key (organisation_id, id),
  check ((account_id is null) <> (secret_hash is null))
);
comment on table platform.drafts is 'Forms somebody is still writing: bound to one author and one subject, deleted when they expire';
create unique index drafts_one_per_subject on platform.drafts (organisation_id, account_id, form, subject_id) nulls not distinct where account_id is not null;
select platform.protect('platform.drafts');
create policy own on platform.drafts for all to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())));
grant select, insert, update, delete on platform.drafts to kith_app;

-- One row for each form sent, under the key the form carried: a second press of the button finds
-- it and is sent to where the first one went.
create table platform.submissions (
  organisation_id uuid not null,
  key uuid not null,
  account_id uuid,
  path text not null,
  went_to text,
  at timestamptz not null,
  primary key (organisation_id, key)
);
comment on table platform.submissions is 'Idempotency keys of forms sent, so that pressing twice does once; purged after a week';
select platform.protect('platform.submissions');
create policy own on platform.submissions for all to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id is not distinct from (select app.account())))
  with check (organisation_id = (select app.org()) and ((select app.is_system()) or account_id is not distinct from (select app.account())));
grant select, insert, update, delete on platform.submissions to kith_app;

create table platform.form_errors (
  organisation_id uuid not null,
  on_day date not null,
  form text not null,
  field text not null,
  message text not null,
  times integer not null default 1,
  primary key (organisation_id, on_day, form, field, message)
);
comment on table platform.form_errors is 'Which messages people meet on which field, counted; never what they typed';
select platform.protect('platform.form_errors');
create policy see on platform.form_errors for select to kith_app using (organisation_id = (select app.org()));
create policy add on platform.form_errors for insert to kith_app with check (organisation_id = (select app.org()));
create policy change on platform.form_errors for update to kith_app using (organisation_id = (select app.org())) with check (organisation_id = (select app.org()));
grant select, insert, update on platform.form_errors to kith_app;

-- Everything that leaves by e-mail or SMS. A message names a template and a person; its words are
-- made in the transaction that claims it for sending, after loss, safe contact and quiet hours
-- have had their say, and only then kept here.
create table platform.messages (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid,
  person_id uuid,
  address text,
  channel text not null check (channel in ('email', 'sms')),
  template text not null,
  about text not null check (about in ('referral', 'group', 'baby', 'safety', 'team', 'account', 'support')),
  pregnancy_id uuid,
  details jsonb not null default '{}',
  once_key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'held', 'sending', 'sent', 'shown', 'stopped', 'doubtful', 'failed')),
  why text,
  tries integer not null default 0,
  made_at timestamptz not null,
  send_after timestamptz not null,
  claimed_at timestamptz,
  gone_at timestamptz,
  sent_to text,
  subject text,
  body text,
  primary key (organisation_id, id),
  unique (organisation_id, once_key),
  check (person_id is not null or address is not null)
);
comment on table platform.messages is 'E-mail and SMS: enqueued once, checked and worded when claimed, kept as sent';
create index on platform.messages (organisation_id, person_id, made_at);
create index on platform.messages (organisation_id, centre_id, made_at);
create index on platform.messages (organisation_id, state, send_after);
select platform.protect('platform.messages');
create policy see on platform.messages for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system())
    or (about in ('referral', 'group', 'baby', 'support') and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator}'))::uuid[]))));
create policy add on platform.messages for insert to kith_app with check (organisation_id = (select app.org()) and (select app.kind()) <> 'nobody');
create policy change on platform.messages for update to kith_app
  using (organisation_id = (select app.org()) and (select app.is_system())) with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert, update on platform.messages to kith_app;

create table platform.findings (
  organisation_id uuid not null,
  id uuid not null,
  code text not null,
  subject_kind text not null,
  subject_id uuid not null,
  centre_id uuid,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  gone_at timestamptz,
  primary key (organisation_id, id)
);
comment on table platform.findings is 'The nightly look for the impossible: what was found, and when it was gone again';
create unique index findings_open on platform.findings (organisation_id, code, subject_id) where gone_at is null;
select platform.organisation_policies('platform.findings', '{administrator,service_lead}', '{}', '{}');
