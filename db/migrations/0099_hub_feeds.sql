-- Somebody's own times, read by the calendar on their phone. The link is theirs: the house keeps its hash and nobody
-- else of the team sees that there is one.
create schema hub;
grant usage on schema hub to kith_app;

create table hub.feeds (
  organisation_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret_hash text not null,
  shows_places boolean not null default false,
  made_at timestamptz not null,
  last_read_at timestamptz,
  ended_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, secret_hash),
  check (ended_at is null or ended_at >= made_at),
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table hub.feeds is 'The private link by which a calendar reads somebody''s own times; its hash, never the link';
comment on column hub.feeds.shows_places is 'Whether the calendar is told where as well; off until they say so';
comment on column hub.feeds.last_read_at is 'When a calendar last asked; null: never. Written down at most every few minutes';
create unique index feeds_one_live on hub.feeds (organisation_id, account_id) where ended_at is null;
select platform.protect('hub.feeds');
create policy see on hub.feeds for select to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())));
create policy add on hub.feeds for insert to kith_app
  with check (organisation_id = (select app.org()) and account_id = (select app.account()) and (select app.kind()) = 'account'
    and (select app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}')));
create policy change on hub.feeds for update to kith_app
  using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())))
  with check (organisation_id = (select app.org()));
grant select, insert, update (shows_places, last_read_at, ended_at) on hub.feeds to kith_app;

-- A link that somebody ended was ended for a reason, such as a lost phone: it never opens again.
create function hub.feed_stays() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    raise exception 'a link that has ended stays ended' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger feed_stays before update on hub.feeds for each row execute function hub.feed_stays();
