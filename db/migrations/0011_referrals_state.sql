-- Where a referral stands is computed from its decisions and its withdrawal. The lists ask for it
-- of thousands of rows at once, and the office may know how a referral stands but not read the
-- decisions: so the verb that writes a decision also leaves the computed state here.
alter table referrals.referrals add column state text not null default 'received'
  check (state in ('received', 'asked', 'welcomed', 'signposted', 'handed_over', 'declined', 'withdrawn'));
comment on column referrals.referrals.state is 'Where it stands, computed from its triages and withdrawal by the verb that wrote them; never typed in';
create index referrals_by_state on referrals.referrals (organisation_id, centre_id, state, received_at desc);
create index referrals_by_import on referrals.referrals (organisation_id, import_id) where import_id is not null;

-- Rejected rows hold what somebody typed about a parent: they go when there is nothing left to mend.
alter table referrals.imports add column centre_ids uuid[] not null default '{}';
comment on column referrals.imports.centre_ids is 'The centres whose rows the file held';
create policy remove on referrals.import_rejects for delete to kith_app
  using (organisation_id = (select app.org()) and (select app.is_system()));
grant delete on referrals.import_rejects to kith_app;
