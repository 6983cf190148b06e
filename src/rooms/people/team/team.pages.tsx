import type { VNode } from 'preact';
import { ROLES, roleWords } from '#platform/db/actor.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, RadioField } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows, SummaryList, Tag, Tiles } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { Centre } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import type { TeamMember } from './team.queries.ts';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const placeOf = (centres: readonly Centre[], centreId: string | null) =>
  centreId === null
    ? 'every centre'
    : (centres.find((each) => each.id === centreId)?.name ?? 'a closed centre');

const rolesOf = (member: TeamMember, centres: readonly Centre[]) =>
  member.roles.map((held) => `${roleWords[held.role]}, ${placeOf(centres, held.centreId)}`).join(' · ');

interface TeamProps {
  readonly view: View;
  readonly team: readonly TeamMember[];
  readonly centres: readonly Centre[];
  readonly mayGive: boolean;
  readonly keepsHouse: boolean;
}

export const TeamPage = ({ view, team, centres, mayGive, keepsHouse }: TeamProps): VNode => {
  const here = team.filter((member) => !member.closed);
  const me = view.actor.kind === 'account' ? view.actor.accountId : null;
  return (
    <Frame view={view} title="Team">
      <Heading>Team</Heading>
      <Lede>Who is here, what for, and where. Peer supporters are part of the team like everyone else.</Lede>
      {here.length === 0 ? (
        <Empty title="Nobody is here yet">People appear here once they can sign in.</Empty>
      ) : null}
      <Rows>
        {here.map((member) => (
          <Row
            key={member.accountId}
            action={
              mayGive && member.accountId !== me
                ? {
                    href: paths.member({ accountId: member.accountId }),
                    label: 'Roles',
                    about: `of ${member.name}`,
                  }
                : undefined
            }
          >
            <strong>{member.name}</strong> {member.accountId === me ? <Tag>You</Tag> : null}
            <br />
            <Muted>{capital(rolesOf(member, centres)) || 'No role yet'}</Muted>
          </Row>
        ))}
      </Rows>
      <Heading level={2}>Where we are, and who else helps</Heading>
      <Tiles
        tiles={[
          {
            href: paths.centres(),
            title: 'Centres',
            text: keepsHouse ? 'Names, how to get there, phone numbers' : 'Where we are',
          },
          {
            href: paths.helpLines(),
            title: 'Help lines',
            text: keepsHouse ? 'Confirm each number once a year' : 'Numbers for urgent help',
          },
        ]}
      />
    </Frame>
  );
};

export const MemberPage = ({
  view,
  member,
  centres,
}: {
  view: View;
  member: TeamMember;
  centres: readonly Centre[];
}): VNode => (
  <Frame view={view} title={member.name} back={{ href: paths.team(), label: 'Team' }}>
    <Heading>{member.name}</Heading>
    {member.roles.length === 0 ? (
      <p>No role yet. Without one, {member.name} sees nothing of the programme.</p>
    ) : (
      <SummaryList
        rows={member.roles.map((held) => ({
          label: capital(roleWords[held.role]),
          value: (
            <>
              {placeOf(centres, held.centreId)}, since{' '}
              {longDate(held.since.toZonedDateTimeISO(view.zone).toPlainDate())}
              <Form form={view.form} action={paths.endRole({ roleId: held.id })}>
                <Button kind="quiet" small about={`as ${roleWords[held.role]}`}>
                  End this role
                </Button>
              </Form>
            </>
          ),
        }))}
      />
    )}
    <Heading level={2}>Give a role</Heading>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="role"
        legend="Which role?"
        small
        options={ROLES.map((value) => ({ value, label: capital(roleWords[value]) }))}
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
  </Frame>
);
