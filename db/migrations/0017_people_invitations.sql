-- The application reaches no sign-in. To invite somebody it must know two things about them, and
-- nothing more: whether an address is in use, and whether somebody has come in yet.
create function people.address_taken(address text) returns boolean
language sql stable security definer set search_path = pg_catalog as
$$
  select (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
    and exists (select from sign_in."user" u where u."email" = lower(trim(address)))
$$;
comment on function people.address_taken(text) is 'Whether somebody signs in with this address already; always no for whoever may not invite';
revoke all on function people.address_taken(text) from public;
grant execute on function people.address_taken(text) to kith_app;

create function people.sign_ins_of(accounts uuid[])
returns table (account_id uuid, ready boolean, invited_until timestamptz, came_in boolean)
language sql stable security definer set search_path = pg_catalog as
$$
  select a.id, u."id" is not null,
    (select max(i.expires_at) from sign_in.invitations i where i.account_id = a.id and i.used_at is null),
    exists (select from platform.audit_events e
            where e.organisation_id = a.organisation_id and e.subject_id = a.id and e.verb = 'account.signed_in')
    or exists (select from sign_in.invitations i where i.account_id = a.id and i.used_at is not null)
  from people.accounts a
  left join sign_in."user" u on u."id" = a.id
  where a.organisation_id = app.org() and a.id = any (accounts)
    and (app.is_system() or app.holds('{practitioner,volunteer_manager,programme_coordinator,administrator,service_lead}'))
$$;
comment on function people.sign_ins_of(uuid[]) is 'Whether these accounts have a sign-in, an invitation that still holds, and somebody who has come in';
revoke all on function people.sign_ins_of(uuid[]) from public;
grant execute on function people.sign_ins_of(uuid[]) to kith_app;

-- A service lead opens files of the team too; without this they could not leave the work e-mail in them.
create policy add_team on people.contacts for insert to kith_app with check (
  organisation_id = (select app.org()) and (select app.holds('{service_lead,administrator,volunteer_manager}'))
  and exists (select from people.persons p where p.organisation_id = contacts.organisation_id and p.id = contacts.person_id and p.side = 'team'));
