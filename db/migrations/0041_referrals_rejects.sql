-- Rows that came back hold what a professional typed about a parent. They are for whoever sent the file and for those
-- who import for one of its centres, as the page says; the row itself says so now too. Where no row of a file told its
-- centre, nobody is nearer to it than anybody else who imports.
drop policy see on referrals.import_rejects;
create policy see on referrals.import_rejects for select to kith_app using (
  organisation_id = (select app.org()) and ((select app.is_system())
    or exists (select from referrals.imports i where i.organisation_id = import_rejects.organisation_id and i.id = import_rejects.import_id
      and (select app.holds('{programme_coordinator,administrator}'))
      and (i.started_by = (select app.account()) or i.centre_ids = '{}' or i.centre_ids && (select app.centres('{programme_coordinator,administrator}'))::uuid[]))));
