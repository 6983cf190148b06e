-- A group keeps the day on which its ground rules were last said together. Whoever runs the session
-- may say so, a peer supporter too, who may change nothing else of the group.
create function delivery.ground_rules_said(session uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = delivery, pg_temp as $$
begin
  update delivery.groups g set ground_rules_said_at = greatest(g.ground_rules_said_at, at)
  from delivery.sessions s
  where s.organisation_id = app.org() and s.id = session and g.organisation_id = s.organisation_id and g.id = s.group_id
    and (app.is_system() or s.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}')));
  return found;
end $$;
revoke all on function delivery.ground_rules_said(uuid, timestamptz) from public;
grant execute on function delivery.ground_rules_said(uuid, timestamptz) to kith_app;

-- What parents are asked to bring is the one line of a plan that they read; the rest of it is for
-- those who run the session.
create function delivery.bring_for(session uuid) returns text
language sql stable security definer set search_path = delivery, pg_temp as
$$
  select p.bring from delivery.plans p join delivery.sessions s on s.organisation_id = p.organisation_id and s.id = p.session_id
  where p.organisation_id = app.org() and p.session_id = session
    and (app.is_system() or s.group_id = any (delivery.own_groups())
      or s.centre_id = any (app.centres('{practitioner,volunteer_manager,programme_coordinator,administrator,peer_supporter}')))
$$;
revoke all on function delivery.bring_for(uuid) from public;
grant execute on function delivery.bring_for(uuid) to kith_app;
