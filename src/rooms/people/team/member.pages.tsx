import type { VNode } from 'preact';
import { dateAt } from '#kernel/dates.ts';
import { ROLES, roleWords } from '#platform/db/actor.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, CheckboxField, Form, RadioField, TextField } from '#ui/form.tsx';
import { Details, Heading, Inset, Lede, SummaryList } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { Centre } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { BY_THE_ROUTE, givenByHand, mayCloseAccount, mayGiveRoles } from '../people.policy.ts';
import { capital, placeOf } from './team.pages.tsx';
import type { SignInOf, TeamMember } from './team.queries.ts';

const roleOptions = ROLES.filter(givenByHand).map((value) => ({ value, label: capital(roleWords[value]) }));

const TEAM = { href: paths.team(), label: 'Team' };

export const InvitePage = ({ view, centres }: { view: View; centres: readonly Centre[] }): VNode => {
  const { form } = view;
  const gives = mayGiveRoles(view.actor);
  return (
    <Frame view={view} title="Invite somebody" back={TEAM}>
      <Heading>Invite somebody to the team</Heading>
      <Lede>
        They get an e-mail with a link. With it they choose a password and come in. For a parent, open their
        file instead and give them a page of their own there.
      </Lede>
      <Form form={form}>
        <TextField form={form} name="givenName" label="First name" autocomplete="off" />
        <TextField form={form} name="familyName" label="Last name" autocomplete="off" />
        <TextField
          form={form}
          name="email"
          type="email"
          label="Work e-mail address"
          hint="Theirs alone: with it they come in, and here we reach them when something is urgent."
          autocomplete="off"
        />
        <RadioField
          form={form}
          name="centre"
          legend="Which centre?"
          small
          options={centres.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {gives ? (
          <CheckboxField
            form={form}
            name="roles"
            legend="What are they here for?"
            hint={`Tick all that fit. You can change this at any time. ${BY_THE_ROUTE}`}
            small
            options={roleOptions}
          />
        ) : (
          <Inset>
            A service lead gives them their role, on the Team page. Until then they can come in and see
            nothing of the programme.
          </Inset>
        )}
        <ButtonRow>
          <Button>Send the invitation</Button>
          <ButtonLink href={paths.team()} kind="quiet">
            Not now
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

interface MemberProps {
  readonly view: View;
  readonly member: TeamMember;
  readonly signIn: SignInOf | null;
  readonly centres: readonly Centre[];
}

export const MemberPage = (props: MemberProps): VNode => {
  const { view, member } = props;
  return (
    <Frame view={view} title={member.name} back={TEAM}>
      <Heading>{member.name}</Heading>
      {member.closed ? (
        <Inset>This account is closed. What {member.name} did here stays; nobody can come in with it.</Inset>
      ) : (
        <>
          <Roles {...props} />
          {mayGiveRoles(view.actor) ? <GiveRole {...props} /> : null}
          <SignIn {...props} />
          {mayCloseAccount(view.actor, member) ? <Close {...props} /> : null}
        </>
      )}
    </Frame>
  );
};

const Roles = ({ view, member, centres }: MemberProps) =>
  member.roles.length === 0 ? (
    <p>
      No role yet. Without one, {member.name} sees nothing of the programme.
      {mayGiveRoles(view.actor) ? '' : ' A service lead gives it.'}
    </p>
  ) : (
    <SummaryList
      rows={member.roles.map((held) => ({
        label: capital(roleWords[held.role]),
        value: (
          <>
            {placeOf(centres, held.centreId)}, since{' '}
            {longDate(dateAt(held.since, view.zone), { today: view.today })}
            {mayGiveRoles(view.actor) ? (
              <Form form={view.form} action={paths.endRole({ roleId: held.id })}>
                <Button kind="quiet" small about={`as ${roleWords[held.role]}`}>
                  End this role
                </Button>
              </Form>
            ) : null}
          </>
        ),
      }))}
    />
  );

const GiveRole = ({ view, centres }: MemberProps) => (
  <>
    <Heading level={2}>Give a role</Heading>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="role"
        legend="Which role?"
        hint={BY_THE_ROUTE}
        small
        options={roleOptions}
      />
      <RadioField
        form={view.form}
        name="centre"
        legend="Where?"
        small
        options={[
          ...centres.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'all', label: 'Every centre' },
        ]}
      />
      <ButtonRow>
        <Button>Give the role</Button>
        <ButtonLink href={paths.team()} kind="quiet">
          Not now
        </ButtonLink>
      </ButtonRow>
    </Form>
  </>
);

const signInWords = (view: View, name: string, signIn: SignInOf | null): string => {
  if (signIn?.cameIn) return `${name} has come in. If they lost their password, send them a new link.`;
  if (signIn?.trouble) return signIn.trouble;
  const until = signIn?.invitedUntil;
  if (until && Temporal.Instant.compare(until, view.now) > 0)
    return `There is a link for ${name}. It works until ${longDate(dateAt(until, view.zone), { today: view.today })}. They have not come in yet.`;
  if (signIn?.ready) return `${name} has not come in yet. If they have no link that works, send one.`;
  return `The link to ${name} is on its way.`;
};

const SignIn = ({ view, member, signIn }: MemberProps) => (
  <>
    <Heading level={2}>Coming in</Heading>
    <p>{signInWords(view, member.name, signIn)}</p>
    {member.demo ? null : (
      <Form form={view.form} action={paths.inviteAgain({ accountId: member.accountId })}>
        <ButtonRow>
          <Button kind="secondary">Send a new link</Button>
        </ButtonRow>
      </Form>
    )}
  </>
);

const Close = ({ view, member }: MemberProps) => (
  <Details summary={`Close ${member.name}’s account`}>
    <p>
      {member.name} is signed out at once, everywhere, and cannot come in again. Registers, plans and notes
      they wrote stay. Groups they lead need somebody else: look at those first.
    </p>
    <Form form={view.form} action={paths.closeAccount({ accountId: member.accountId })}>
      <Button kind="warning">Close the account</Button>
    </Form>
  </Details>
);
