-- A family that comes for the first time wants to know which room. Of all venues only those where an
-- open drop-in meets are public: where a closed group meets is nobody else's business.
create policy see_public on programme.venues for select to kith_app using (organisation_id = (select app.org())
  and exists (select from delivery.groups g where g.organisation_id = venues.organisation_id and g.venue_id = venues.id and g.kind = 'drop_in' and g.ended_at is null));
