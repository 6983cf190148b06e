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
