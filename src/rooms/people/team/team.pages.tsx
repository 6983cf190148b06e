import type { VNode } from 'preact';
import { holds, roleWords } from '#platform/db/actor.ts';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows, Tag, Tiles } from '#ui/show.tsx';
import type { Centre } from '../centres/centres.queries.ts';
import * as paths from '../paths.ts';
import { mayOpenSeals, SUSPENDERS } from '../people.policy.ts';
import type { TeamMember } from './team.queries.ts';

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const placeOf = (centres: readonly Centre[], centreId: string | null) =>
  centreId === null
    ? 'every centre'
    : (centres.find((each) => each.id === centreId)?.name ?? 'a closed centre');

const rolesOf = (member: TeamMember, centres: readonly Centre[]) =>
  member.roles.map((held) => `${roleWords[held.role]}, ${placeOf(centres, held.centreId)}`).join(' · ');

interface TeamProps {
  readonly view: View;
  readonly team: readonly TeamMember[];
  readonly centres: readonly Centre[];
  readonly keepsHouse: boolean;
}

export const TeamPage = ({ view, team, centres, keepsHouse }: TeamProps): VNode => {
  const here = team.filter((member) => !member.closed);
  const me = view.actor.kind === 'account' ? view.actor.accountId : null;
  return (
    <Frame view={view} title="Team">
      <Heading>Team</Heading>
      <Lede>Who is here, what for, and where. Peer supporters are part of the team like everyone else.</Lede>
      {keepsHouse ? (
        <ButtonRow>
          <ButtonLink href={paths.inviteMember()}>Invite somebody</ButtonLink>
        </ButtonRow>
      ) : null}
      {here.length === 0 ? (
        <Empty title="Nobody is here yet">People appear here once they can sign in.</Empty>
      ) : null}
      <Rows>
        {here.map((member) => (
          <Row
            key={member.accountId}
            action={
              keepsHouse && member.accountId !== me
                ? {
                    href: paths.member({ accountId: member.accountId }),
                    label: 'Open',
                    about: member.name,
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
          ...(holds(view.actor, SUSPENDERS)
            ? [
                {
                  href: paths.suspensions(),
                  title: 'Not meeting families for now',
                  text: 'Who is suspended, and how it ends',
                },
              ]
            : []),
          ...(mayOpenSeals(view.actor)
            ? [
                {
                  href: paths.sealed(),
                  title: 'Closed family files',
                  text: 'Of parents who work with us now, without names',
                },
              ]
            : []),
        ]}
      />
    </Frame>
  );
};
