-- A concern may name more than one of the team: a manager and their deputy, say. Whoever is named
-- is kept out by the row itself, whatever role they hold or gain.
drop policy see on safeguarding.concerns;
drop policy add on safeguarding.concerns;
alter table safeguarding.concerns drop column names_account_id;
alter table safeguarding.concerns add column named uuid[] not null default '{}';
comment on column safeguarding.concerns.named is 'Accounts of the team whom the concern is about: never owner, deputy or last, and they see nothing of it';
alter table safeguarding.concerns add constraint concerns_named_are_kept_out
  check (owner_id <> all (named) and (deputy_id is null or deputy_id <> all (named)) and (last_id is null or last_id <> all (named)));

-- Somebody who owned a concern and has since left the team of the centre reads it no longer.
create policy see on safeguarding.concerns for select to kith_app using (
  organisation_id = (select app.org()) and ((select app.is_system()) or (
    ((select app.account()) = any (named)) is not true
    and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))::uuid[])
    and (owner_id = (select app.account())
      or exists (select from safeguarding.escalations e where e.organisation_id = concerns.organisation_id and e.concern_id = concerns.id and e.to_account_id = (select app.account()))))));
create policy add on safeguarding.concerns for insert to kith_app with check (
  organisation_id = (select app.org()) and ((select app.is_system()) or (raised_by = (select app.account())
    and centre_id = any ((select app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))::uuid[]))));

-- Whoever may read a concern may see who else was told of it. The policy on concerns looks into
-- escalations, so the way back goes through a function, or the two would ask each other for ever.
create function safeguarding.sees(concern uuid) returns boolean
language sql stable security definer set search_path = safeguarding, pg_temp as
$$
  select exists (
    select from safeguarding.concerns c
    where c.organisation_id = app.org() and c.id = concern and (app.is_system() or (
      (app.account() = any (c.named)) is not true
      and c.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}'))
      and (c.owner_id = app.account()
        or exists (select from safeguarding.escalations e where e.organisation_id = c.organisation_id and e.concern_id = c.id and e.to_account_id = app.account())))))
$$;
revoke all on function safeguarding.sees(uuid) from public;
grant execute on function safeguarding.sees(uuid) to kith_app;

drop policy see on safeguarding.escalations;
create policy see on safeguarding.escalations for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or to_account_id = (select app.account()) or safeguarding.sees(concern_id)));

-- Taking a concern on is said once: what was written to the reporter cannot be put differently later.
drop policy change on safeguarding.acknowledgements;
create policy change on safeguarding.acknowledgements for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account()) and acknowledged_at is null
    and exists (select from safeguarding.concerns c where c.organisation_id = acknowledgements.organisation_id and c.id = acknowledgements.concern_id))
  with check (organisation_id = (select app.org()) and account_id = (select app.account()));
revoke update on safeguarding.acknowledgements from kith_app;
grant update (acknowledged_at, words_to_reporter) on safeguarding.acknowledgements to kith_app;
drop policy change on safeguarding.receipts;
create policy change on safeguarding.receipts for update to kith_app
  using (organisation_id = (select app.org()) and acknowledged_at is null
    and exists (select from safeguarding.concerns c where c.organisation_id = receipts.organisation_id and c.id = receipts.concern_id))
  with check (organisation_id = (select app.org()));
revoke update on safeguarding.receipts from kith_app;
grant update (acknowledged_at, words) on safeguarding.receipts to kith_app;
create index on safeguarding.receipts (organisation_id, raised_by, raised_at);
create index on safeguarding.escalations (organisation_id, to_account_id);

-- With the hash of a whole run alone a broken seal could only say "somewhere in here". The digest
-- of each event beside its number lets it name the row.
alter table platform.audit_seals add column digests bytea not null default '';
comment on column platform.audit_seals.digests is 'For each event of the run in order: its seq (8 bytes) and the first 16 bytes of its SHA-256';

-- An event whose transaction began earlier may appear later under a lower number. Sealing waits for
-- the writers of this moment, for a blink, and gives up rather than hold everybody else.
create function platform.audit_last_seq() returns bigint
language plpgsql volatile security definer set search_path = platform, pg_temp set lock_timeout = '400ms' as
$$
begin
  if not app.is_system() then
    raise exception 'only the house seals the audit' using errcode = '42501';
  end if;
  lock table platform.audit_events in share mode;
  return (select max(seq) from platform.audit_events where organisation_id = app.org());
end
$$;
revoke all on function platform.audit_last_seq() from public;
grant execute on function platform.audit_last_seq() to kith_app;
