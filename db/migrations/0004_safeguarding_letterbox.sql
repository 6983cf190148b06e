-- A letterbox: every room may put a concern in; nothing outside this schema reads one.
create schema safeguarding;
grant usage on schema safeguarding to kith_app;

-- Dated, because the minutes within which a concern is read are a decision of the organisation
-- that changes, and a concern keeps the clock it was raised under.
create table safeguarding.clocks (
  organisation_id uuid not null references people.organisations on delete restrict,
  effective_from date not null,
  acknowledge_within_minutes integer not null check (acknowledge_within_minutes between 5 and 1440),
  escalate_again_after_minutes integer not null check (escalate_again_after_minutes between 5 and 1440),
  primary key (organisation_id, effective_from)
);
comment on table safeguarding.clocks is 'How soon a concern must be opened before the next person is told, from which date';
select platform.organisation_policies('safeguarding.clocks', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}', '{service_lead}', '{service_lead}');

create table safeguarding.duties (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  account_id uuid not null,
  duty text not null check (duty in ('owner', 'deputy', 'last')),
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, account_id) references people.accounts on delete restrict
);
comment on table safeguarding.duties is 'Who owns concerns at a centre, who is the deputy, and who comes last (the service lead)';
create index on safeguarding.duties (organisation_id, centre_id) where until_at is null;
select platform.organisation_policies('safeguarding.duties', '{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead,specialist,peer_supporter}', '{service_lead}', '{service_lead}');

create table safeguarding.concerns (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  reference text not null,
  raised_by uuid,
  raised_at timestamptz not null,
  about_person_id uuid,
  about_words text not null default '',
  names_account_id uuid,
  happened text not null check (happened <> ''),
  said text not null default '',
  done_already text not null default '',
  danger_now boolean not null,
  called_999 boolean not null default false,
  page text not null default '',
  owner_id uuid not null,
  deputy_id uuid,
  last_id uuid,
  acknowledge_by timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  check (owner_id is distinct from names_account_id and deputy_id is distinct from names_account_id and last_id is distinct from names_account_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, about_person_id) references people.persons on delete restrict
);
comment on table safeguarding.concerns is 'A worry about somebody''s safety, as it was put in the letterbox; what follows is in other tables, nothing here changes';
create index on safeguarding.concerns (organisation_id, owner_id);
select platform.protect('safeguarding.concerns');

create table safeguarding.escalations (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  to_account_id uuid not null,
  step text not null check (step in ('deputy', 'last')),
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, concern_id, step),
  foreign key (organisation_id, concern_id) references safeguarding.concerns on delete restrict
);
comment on table safeguarding.escalations is 'A concern nobody had opened in time, and who was told next';
select platform.protect('safeguarding.escalations');

create table safeguarding.acknowledgements (
  organisation_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  account_id uuid not null,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  words_to_reporter text not null default '',
  primary key (organisation_id, id),
  unique (organisation_id, concern_id, account_id),
  foreign key (organisation_id, concern_id) references safeguarding.concerns on delete restrict
);
comment on table safeguarding.acknowledgements is 'Who opened a concern and when they took it on';
select platform.protect('safeguarding.acknowledgements');

-- The reporter hears that it landed and was taken on, and nothing else of it.
create table safeguarding.receipts (
  organisation_id uuid not null,
  concern_id uuid not null,
  reference text not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  landed_with text not null,
  acknowledged_at timestamptz,
  words text not null default '',
  primary key (organisation_id, concern_id),
  foreign key (organisation_id, concern_id) references safeguarding.concerns on delete restrict
);
comment on table safeguarding.receipts is 'What the person who raised a concern may know of it: that it landed, with whom, and that it was taken on';
select platform.protect('safeguarding.receipts');

create policy see on safeguarding.concerns for select to kith_app using (
  organisation_id = (select app.org()) and names_account_id is distinct from (select app.account())
  and ((select app.is_system()) or owner_id = (select app.account())
    or exists (select from safeguarding.escalations e where e.organisation_id = concerns.organisation_id and e.concern_id = concerns.id and e.to_account_id = (select app.account()))));
create policy add on safeguarding.concerns for insert to kith_app with check (
  organisation_id = (select app.org()) and ((select app.is_system()) or ((select app.kind()) = 'account' and raised_by = (select app.account()))));
grant select, insert on safeguarding.concerns to kith_app;

create policy see on safeguarding.escalations for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or to_account_id = (select app.account())));
create policy add on safeguarding.escalations for insert to kith_app with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert on safeguarding.escalations to kith_app;

create policy see on safeguarding.acknowledgements for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or account_id = (select app.account())
  or exists (select from safeguarding.concerns c where c.organisation_id = acknowledgements.organisation_id and c.id = acknowledgements.concern_id)));
create policy add on safeguarding.acknowledgements for insert to kith_app with check (organisation_id = (select app.org()) and account_id = (select app.account())
  and exists (select from safeguarding.concerns c where c.organisation_id = acknowledgements.organisation_id and c.id = acknowledgements.concern_id));
create policy change on safeguarding.acknowledgements for update to kith_app
  using (organisation_id = (select app.org()) and account_id = (select app.account())) with check (organisation_id = (select app.org()) and account_id = (select app.account()));
grant select, insert, update on safeguarding.acknowledgements to kith_app;

create policy see on safeguarding.receipts for select to kith_app using (organisation_id = (select app.org()) and ((select app.is_system()) or raised_by = (select app.account())
  or exists (select from safeguarding.concerns c where c.organisation_id = receipts.organisation_id and c.id = receipts.concern_id)));
create policy add on safeguarding.receipts for insert to kith_app with check (organisation_id = (select app.org()) and ((select app.is_system()) or raised_by = (select app.account())));
create policy change on safeguarding.receipts for update to kith_app
  using (organisation_id = (select app.org()) and exists (select from safeguarding.concerns c where c.organisation_id = receipts.organisation_id and c.id = receipts.concern_id))
  with check (organisation_id = (select app.org()));
grant select, insert, update on safeguarding.receipts to kith_app;
