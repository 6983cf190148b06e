-- The parents who rest for a loss that nobody has told them of: nothing is decided, or that they hear nothing. Whatever
-- they see stays as it is, because a page that changes tells. Not the pregnant parent where none of the parents told
-- us: then a hospital or a midwife did, and she was there. For the house alone.
create function families.untold_parents() returns table (pregnancy_id uuid, person_id uuid)
language sql stable security definer set search_path = families, pg_temp as
$$
  select distinct z.pregnancy_id, z.person_id from families.pauses z
  left join families.losses l on l.organisation_id = z.organisation_id and l.id = z.loss_id
  left join families.parents r on r.organisation_id = z.organisation_id and r.pregnancy_id = z.pregnancy_id and r.person_id = z.person_id and r.ended_at is null
  where z.organisation_id = app.org() and app.is_system()
    and z.why = 'linked_loss' and z.ended_at is null and (z.decided_at is null or z.decision = 'nothing')
    and (l.id is null or l.told_by_person_id is not null or r.relation is distinct from 'pregnant')
$$;
revoke all on function families.untold_parents() from public;
grant execute on function families.untold_parents() to kith_app;
