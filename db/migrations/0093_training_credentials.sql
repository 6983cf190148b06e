-- Every unit counts: what somebody has earned in the training, one row a unit and one a level, and what they take away
-- with them: a credential that anybody can verify without asking us, and that we can take back.
create table training.awards (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  kind text not null check (kind in ('unit', 'level')),
  code text not null check (code ~ '^[a-z][a-z0-9_-]*$'),
  syllabus_id uuid not null,
  title text not null check (title <> ''),
  level text,
  earned_on date not null,
  expires_on date,
  how text not null check (how in ('cohort', 'catch_up', 'one_to_one', 'elsewhere')),
  from_id uuid,
  elsewhere_words text,
  reference text not null check (reference ~ '^[0-9A-Z]{3}(-[0-9A-Z]{3}){2}$'),
  given_at timestamptz not null,
  given_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  check ((kind = 'level') = (level is not null)),
  check (how <> 'elsewhere' or kind = 'level' or elsewhere_words <> ''),
  check (expires_on is null or expires_on >= earned_on),
  check (withdrawn_at is null or withdrawn_why <> ''),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, syllabus_id) references training.syllabi on delete restrict,
  foreign key (organisation_id, given_by) references people.accounts on delete restrict,
  foreign key (organisation_id, withdrawn_by) references people.accounts on delete restrict
);
comment on table training.awards is 'A unit or a level of the training that somebody has earned; it stays theirs when they leave';
comment on column training.awards.how is 'In a cohort, caught up with another one, one to one with a trainer, or elsewhere before they came to us';
comment on column training.awards.from_id is 'The meeting, catch-up or other row that it came from; null: trained elsewhere';
comment on column training.awards.expires_on is 'Its last day; null: it has no end';
comment on column training.awards.reference is 'What anybody may type to see whether it still holds; three groups, so that nobody meets one by trying';
create unique index awards_one_live on training.awards (organisation_id, applicant_id, kind, code) where withdrawn_at is null;
create index on training.awards (organisation_id, applicant_id, earned_on);
create index on training.awards (organisation_id, centre_id, given_at);
select platform.centre_policies('training.awards', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}', '{volunteer_manager,programme_coordinator}');
create policy see_own on training.awards for select to kith_app
  using (organisation_id = (select app.org()) and applicant_id = any ((select recruiting.own_applicants())::uuid[]));
create policy not_given_to_oneself on training.awards as restrictive for insert to kith_app
  with check ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
create policy not_changed_by_oneself on training.awards as restrictive for update to kith_app
  using ((select app.is_system()) or applicant_id <> all ((select recruiting.own_applicants())::uuid[]));
-- What was earned stays as it was earned; all that can happen to it is that it is taken back, once.
revoke update on training.awards from kith_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on training.awards to kith_app;
create trigger in_ones_own_name after insert on training.awards for each row
  when (platform.by_hand()) execute function platform.in_ones_own_name('given_by');
create trigger withdrawn_stays_withdrawn after update of withdrawn_at on training.awards for each row
  when (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at and platform.by_hand())
  execute function platform.not_by_hand('an award that was taken back is given anew');

-- A proof of a unit or of the sign-off stands on the award or the sign-off itself, as every other proof does. The sign-off
-- is asked by itself, because its table comes after this one.
-- Definer, because what a certificate said is read by those named alone.
create or replace function delivery.proof_stands_on_something() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  stands boolean;
begin
  if new.code = 'sign_off' then
    stands := exists (select from training.sign_offs o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
      and o.id = new.from_id and o.withdrawn_at is null);
  else stands := case new.code
    when 'references' then exists (
      select from recruiting.reference_answers a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.referee_id = new.from_id and a.outcome in ('good', 'weak'))
    when 'clearance' then exists (
      select from recruiting.checks c
      left join recruiting.disclosures d on d.organisation_id = c.organisation_id and d.check_id = c.id
      left join recruiting.status_checks s on s.organisation_id = c.organisation_id and s.check_id = c.id and s.id = new.from_id and s.result = 'no_change'
      where c.organisation_id = new.organisation_id and c.applicant_id = new.applicant_id and (c.id = new.from_id or s.id is not null)
        and c.seen_at is not null and c.ended_at is null and new.expires_on is not null
        and (c.outcome = 'clear' or d.decision in ('go_ahead', 'with_conditions'))
        and new.level <= case c.level when 'basic' then 1 when 'enhanced' then 2 else case when c.children_barred then 3 else 2 end end)
    when 'interview' then exists (
      select from recruiting.interview_outcomes o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.interview_id = new.from_id and o.decision = 'yes')
    when 'course' then exists (
      select from training.certificates t where t.organisation_id = new.organisation_id and t.applicant_id = new.applicant_id
        and t.id = new.from_id and t.withdrawn_at is null and t.expires_on is not distinct from new.expires_on)
    when 'unit' then exists (
      select from training.awards w where w.organisation_id = new.organisation_id and w.applicant_id = new.applicant_id
        and w.id = new.from_id and w.kind = 'unit' and w.withdrawn_at is null and w.earned_on = new.earned_on)
    -- The induction counts at the welcome, and the welcome is the house's.
    else false end;
  end if;
  if not stands then raise exception 'nothing stands behind this proof' using errcode = 'check_violation'; end if;
  return null;
end $$;

-- The keys that credentials are signed with. The private half is sealed with the secret of the installation: whoever
-- has only the database cannot sign with it.
create table training.signing_keys (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  public_jwk jsonb not null,
  sealed_private text not null check (sealed_private <> ''),
  made_at timestamptz not null,
  made_by uuid,
  retired_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text,
  primary key (organisation_id, id),
  check (withdrawn_at is null or withdrawn_why <> ''),
  check (withdrawn_at is null or retired_at is not null),
  foreign key (organisation_id, made_by) references people.accounts on delete restrict,
  foreign key (organisation_id, withdrawn_by) references people.accounts on delete restrict
);
comment on table training.signing_keys is 'The keys that credentials are signed with: one in use, the retired ones still published, a withdrawn one no longer';
comment on column training.signing_keys.sealed_private is 'The private half, sealed with the secret of the installation';
comment on column training.signing_keys.retired_at is 'From then on nothing new is signed with it; what it signed goes on holding';
comment on column training.signing_keys.withdrawn_at is 'From then on nothing that it signed holds: somebody else may have it';
create unique index signing_keys_one_in_use on training.signing_keys (organisation_id) where retired_at is null;
select platform.organisation_policies('training.signing_keys', '{administrator,service_lead}', '{administrator,service_lead}', '{administrator,service_lead}');
revoke update on training.signing_keys from kith_app;
grant update (retired_at, withdrawn_at, withdrawn_by, withdrawn_why) on training.signing_keys to kith_app;

-- The address inside a credential is how it is verified for years: it is written down once and changed only on purpose.
create table training.issuer_addresses (
  organisation_id uuid not null references people.organisations on delete restrict,
  id uuid not null,
  origin text not null check (origin ~ '^https?://[^/]+$'),
  from_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, set_by) references people.accounts on delete restrict
);
comment on table training.issuer_addresses is 'The address that credentials name for verifying them; the latest counts for new ones';
comment on column training.issuer_addresses.set_by is 'Who changed it; null: where the first credential was asked for';
create index on training.issuer_addresses (organisation_id, from_at);
select platform.organisation_policies('training.issuer_addresses', '{administrator,service_lead}', '{administrator,service_lead}', '{}');
revoke update on training.issuer_addresses from kith_app;
drop policy change on training.issuer_addresses;

create table training.credentials (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  award_id uuid not null,
  key_id uuid not null,
  subject_id uuid not null,
  status_index integer not null check (status_index >= 0),
  jwt text not null check (jwt <> ''),
  signed_at timestamptz not null,
  replaced_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, award_id) references training.awards on delete restrict,
  foreign key (organisation_id, key_id) references training.signing_keys on delete restrict
);
comment on table training.credentials is 'An award as a signed file that its holder shows to whom they like; signed anew when its key was withdrawn';
comment on column training.credentials.subject_id is 'Who it is about, for machines: an id made for this one credential, so that two of them do not give away that they are one person''s';
comment on column training.credentials.status_index is 'Its place in the published list of what was taken back; drawn by lot, so that it tells nothing';
create unique index credentials_one_in_force on training.credentials (organisation_id, award_id) where replaced_at is null;
create unique index credentials_one_place on training.credentials (organisation_id, status_index) where replaced_at is null;
create index on training.credentials (organisation_id, key_id);
-- The house alone signs; what it signed is asked for by its reference or with the award.
select platform.protect('training.credentials');
create policy house on training.credentials for all to kith_app
  using (organisation_id = (select app.org()) and (select app.is_system())) with check (organisation_id = (select app.org()) and (select app.is_system()));
grant select, insert, update (replaced_at) on training.credentials to kith_app;
