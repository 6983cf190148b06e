create schema families;
grant usage on schema families to kith_app;

-- What both parents share: one pregnancy and its babies. What one of them says or does is in that
-- parent's own file and reaches the other only through them.
create table families.pregnancies (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  due_on date,
  babies_expected integer not null default 1 check (babies_expected between 1 and 5),
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict
);
comment on table families.pregnancies is 'One pregnancy and the babies of it: what two linked parents share';
create index on families.pregnancies (organisation_id, centre_id, due_on);
select platform.centre_policies('families.pregnancies',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}');

create table families.parents (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  person_id uuid not null,
  relation text not null check (relation in ('pregnant', 'father', 'partner', 'other_carer')),
  since timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table families.parents is 'Which parent belongs to which pregnancy: each keeps a confidential file of their own';
create unique index parents_once on families.parents (organisation_id, pregnancy_id, person_id) where ended_at is null;
create index on families.parents (organisation_id, person_id);
create index on families.parents (organisation_id, centre_id, pregnancy_id);
select platform.centre_policies('families.parents',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on families.parents for select to kith_app using (organisation_id = (select app.org()) and person_id = (select app.person()));
create policy see_own on families.pregnancies for select to kith_app using (organisation_id = (select app.org())
  and id in (select p.pregnancy_id from families.parents p where p.organisation_id = (select app.org()) and p.person_id = (select app.person()) and p.ended_at is null));

create table families.babies (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  given_name text,
  born_on date not null,
  birth_order integer not null default 1 check (birth_order between 1 and 5),
  lives_with text not null default 'parents' check (lives_with in ('parents', 'one_parent', 'in_hospital', 'elsewhere')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_why text,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict
);
comment on table families.babies is 'A birth: one row a baby; where the baby lives is recorded gently and changes what is sent';
create index on families.babies (organisation_id, centre_id, pregnancy_id);
create unique index babies_once on families.babies (organisation_id, pregnancy_id, birth_order) where undone_at is null;
select platform.centre_policies('families.babies',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}');
create policy see_own on families.babies for select to kith_app using (organisation_id = (select app.org())
  and pregnancy_id in (select p.pregnancy_id from families.parents p where p.organisation_id = (select app.org()) and p.person_id = (select app.person()) and p.ended_at is null));

create table families.losses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  pregnancy_id uuid not null,
  baby_id uuid,
  told_by_person_id uuid,
  kind text not null check (kind in ('pregnancy_loss', 'stillbirth', 'baby_died', 'ended_pregnancy', 'not_said')),
  all_babies boolean not null,
  happened_on date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_why text,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict,
  foreign key (organisation_id, baby_id) references families.babies on delete restrict,
  foreign key (organisation_id, told_by_person_id) references people.persons on delete restrict
);
comment on table families.losses is 'A loss: one entry that stops every baby-related message, invitation and question at once; undone when it was a mistake';
create index on families.losses (organisation_id, pregnancy_id) where undone_at is null;
select platform.centre_policies('families.losses',
  '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator}');

-- Messages to a parent are resting. For the parent who told us: until they want to hear from us.
-- For a linked parent: quietly, until a named practitioner decides, so that silence tells nothing.
create table families.pauses (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  pregnancy_id uuid not null,
  loss_id uuid,
  why text not null check (why in ('own_loss', 'linked_loss', 'baby_elsewhere', 'asked')),
  from_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decision text check (decision in ('support_only', 'all_again', 'nothing')),
  words text not null default '',
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict,
  foreign key (organisation_id, pregnancy_id) references families.pregnancies on delete restrict,
  foreign key (organisation_id, loss_id) references families.losses on delete restrict
);
comment on table families.pauses is 'A parent''s messages are resting, since when and by whose decision they start again';
create index on families.pauses (organisation_id, person_id) where ended_at is null;
create index on families.pauses (organisation_id, centre_id) where ended_at is null;
select platform.centre_policies('families.pauses',
  '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator,administrator}',
  '{practitioner,volunteer_manager,programme_coordinator}');

create table families.safety_instructions (
  organisation_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 3 and 300),
  released_by uuid,
  released_at timestamptz not null,
  review_on date not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, person_id) references people.persons on delete restrict
);
comment on table families.safety_instructions is 'What those who run sessions must do ("do not phone"), without the reason';
create index on families.safety_instructions (organisation_id, person_id) where ended_at is null;
select platform.centre_policies('families.safety_instructions',
  '{practitioner,volunteer_manager,programme_coordinator,peer_supporter}',
  '{practitioner,volunteer_manager,programme_coordinator}',
  '{practitioner,volunteer_manager,programme_coordinator}');
