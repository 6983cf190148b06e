-- The worker and the command line go round every organisation of an installation. They learn ids
-- and nothing else; what they then do in each runs in that organisation's scope.
create function people.all_organisations() returns table (organisation_id uuid)
language sql stable security definer set search_path = people, pg_temp as
$$ select o.organisation_id from people.organisations o order by o.made_at, o.organisation_id $$;
revoke all on function people.all_organisations() from public;
grant execute on function people.all_organisations() to kith_app;
