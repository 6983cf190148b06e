-- Letters about an account are keys and stay hidden from everyone. Whoever invites must still learn
-- that a letter did not leave, or they wait for somebody who never heard of it.
create function people.last_letter(account uuid) returns text
language sql stable security definer set search_path = pg_catalog as
$$
  select coalesce(
    (select m.state from platform.messages m
      where m.organisation_id = a.organisation_id and m.person_id = a.person_id and m.about = 'account'
      order by m.made_at desc limit 1),
    (select m.state from platform.messages m
      where p.side = 'team' and m.organisation_id = a.organisation_id and m.address = u."email" and m.about = 'account'
      order by m.made_at desc limit 1))
  from people.accounts a
  join people.persons p on p.organisation_id = a.organisation_id and p.id = a.person_id
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = account
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
$$;
comment on function people.last_letter(uuid) is 'What became of the last letter about an account: its state and nothing it says';
revoke all on function people.last_letter(uuid) from public;
grant execute on function people.last_letter(uuid) to kith_app;
