-- Whoever holds the role of a peer supporter knows families by name. Nobody gives it by hand any more: the house gives
-- it at the end of the route for volunteers, when references, check, interview and course are in place.
create policy volunteers_come_by_the_route on people.roles as restrictive for insert to kith_app
  with check (role <> 'peer_supporter' or (select app.is_system()));
-- An old one may be ended by hand, and is not opened again that way, nor is another role turned into it.
create policy volunteers_are_not_brought_back on people.roles as restrictive for update to kith_app
  using (true) with check (role <> 'peer_supporter' or ended_at is not null or (select app.is_system()));
