-- Nobody writes down a unit or a sign-off that nothing stands behind.
create or replace function delivery.proof_stands_on_something() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  stands boolean;
begin
  stands := case new.code
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
      select from training.awards a where a.organisation_id = new.organisation_id and a.applicant_id = new.applicant_id
        and a.id = new.from_id and a.kind = 'unit' and a.withdrawn_at is null)
    when 'sign_off' then exists (
      select from training.sign_offs o where o.organisation_id = new.organisation_id and o.applicant_id = new.applicant_id
        and o.id = new.from_id and o.withdrawn_at is null)
    -- The induction counts at the welcome, and the welcome is the house's.
    else false end;
  if not stands then raise exception 'nothing stands behind this proof' using errcode = 'check_violation'; end if;
  return null;
end $$;
