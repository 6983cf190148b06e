-- The last stretch of the route: what was gone through on the first day, and the welcome itself.
create table recruiting.induction_points (
  organisation_id uuid not null,
  application_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  centre_id uuid not null,
  applicant_id uuid not null,
  done_on date not null,
  by_account uuid not null,
  at timestamptz not null,
  taken_back_at timestamptz,
  primary key (organisation_id, application_id, code),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.induction_points is 'What was gone through with a volunteer at the induction, on which day and by whom; a mistaken tick is taken back';
select recruiting.policies('recruiting.induction_points');

create table recruiting.welcomes (
  organisation_id uuid not null,
  application_id uuid not null,
  centre_id uuid not null,
  applicant_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  tries integer not null default 0 check (tries >= 0),
  trouble text,
  done_at timestamptz,
  primary key (organisation_id, application_id),
  foreign key (organisation_id, centre_id) references people.centres on delete restrict,
  foreign key (organisation_id, applicant_id) references recruiting.applicants on delete restrict,
  foreign key (organisation_id, application_id) references recruiting.applications on delete restrict
);
comment on table recruiting.welcomes is 'Somebody asked the house to welcome a volunteer: who, when, and what stood in the way';
comment on column recruiting.welcomes.trouble is 'Why the house could not do it yet, in words for those who recruit; null: nothing does';
select recruiting.policies('recruiting.welcomes');
