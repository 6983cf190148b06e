-- A parent may know how many others have a place in a group of their own: a number, never who.
create function delivery.others_in(group_asked uuid) returns integer
language sql stable security definer set search_path = delivery, pg_temp as
$$
  select count(*)::int from delivery.places p
  where p.organisation_id = app.org() and p.group_id = group_asked
    and p.taken_at is not null and p.ended_at is null
    and p.person_id is distinct from app.person()
    and (group_asked = any (delivery.own_groups()) or app.kind() <> 'account' or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}'))
$$;
revoke all on function delivery.others_in(uuid) from public;
grant execute on function delivery.others_in(uuid) to kith_app;
