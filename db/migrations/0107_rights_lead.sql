-- What people can ask for, and how long things stay. Somebody by name answers for it: the data lead, whatever else they
-- do here. It is no role: it opens the pages of this room and nothing of any family.
create schema rights;
grant usage on schema rights to kith_app;

create table rights.data_leads (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  account_id uuid not null,
  from_at timestamptz not null,
  given_by uuid,
  until_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  check (until_at is null or until_at >= from_at),
  foreign key (organisation_id, account_id) references people.accounts on delete restrict,
  foreign key (organisation_id, given_by) references people.accounts on delete restrict,
  foreign key (organisation_id, ended_by) references people.accounts on delete restrict
);
comment on table rights.data_leads is 'Who answers for what we keep about people, since when; more than one may, so that nobody is alone with a month that ends';
comment on column rights.data_leads.given_by is 'The service lead who asked them; null: the house, when the programme was set up';
create unique index data_leads_once on rights.data_leads (organisation_id, account_id) where until_at is null;
select platform.organisation_policies('rights.data_leads', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}',
  '{service_lead}', '{service_lead}');
revoke update on rights.data_leads from kith_app;
grant update (until_at, ended_by) on rights.data_leads to kith_app;

-- Whoever it is for a stretch of time was it for that stretch: an ending is never moved, and nobody begins for another moment.
create function rights.lead_stays() returns trigger language plpgsql as $$
begin
  if old.until_at is not null then
    raise exception 'this has ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lead_stays before update on rights.data_leads for each row execute function rights.lead_stays();

-- Policies of this room ask it; it looks past the policies of the table, so it asks for nothing but the asker.
-- Somebody suspended holds no role, and is no data lead either for as long.
create function rights.is_data_lead() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from rights.data_leads l
    where l.organisation_id = app.org() and l.account_id = app.account() and l.until_at is null)
    and app.kind() = 'account'
    and app.holds('{volunteer_manager,programme_coordinator,administrator,service_lead}')
$$;
comment on function rights.is_data_lead() is 'Whether the asker answers for what we keep about people';
revoke all on function rights.is_data_lead() from public;
grant execute on function rights.is_data_lead() to kith_app;
