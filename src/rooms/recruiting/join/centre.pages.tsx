import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { centrePage } from '#rooms/hub/paths.ts';
import { ButtonLink } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Attribute, RouteStep } from '../profiles/profile.shape.ts';
import type { JoinCentre, Role } from './join.queries.ts';
import { daysToGo, roughly, stagesOf } from './way.rules.ts';

const List = ({ of }: { of: readonly string[] }): VNode => (
  <ul>
    {of.map((words) => (
      <li key={words}>{words}</li>
    ))}
  </ul>
);

const Attributes = ({ of }: { of: readonly Attribute[] }): VNode => (
  <ul>
    {of.map(({ code, name, words }) => (
      <li key={code}>
        <strong>{name}.</strong> {words}
      </li>
    ))}
  </ul>
);

const Step = ({ step }: { step: RouteStep }): VNode => (
  <>
    <strong>{step.name}</strong> <Muted>usually {counted(step.days, 'day')}</Muted>
    <br />
    {step.words}
  </>
);

const Way = ({ route }: { route: readonly RouteStep[] }): VNode => (
  <>
    <ol>
      {stagesOf(route).map((stage) => (
        <li key={stage.map(({ code }) => code).join()}>
          {stage.length === 1 && stage[0] ? (
            <Step step={stage[0]} />
          ) : (
            <>
              Side by side, so that nobody waits for the slowest:
              <ul>
                {stage.map((step) => (
                  <li key={step.code}>
                    <Step step={step} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ol>
    <p>
      All together it usually takes {roughly(daysToGo(route))}. Most of that is waiting for others, and your
      page always says for whom.
    </p>
  </>
);

const RoleCard = ({ role }: { role: Role }): VNode => {
  const { content } = role;
  const now = content.attributes.filter(({ when }) => when === 'now');
  const grows = content.attributes.filter(({ when }) => when === 'grows');
  return (
    <Card title={content.name} id={role.code}>
      <p>{content.about}</p>
      {role.words ? <p>{role.words}</p> : null}
      <Heading level={3}>What you do</Heading>
      <List of={content.whatYouDo} />
      <Heading level={3}>Your time</Heading>
      <p>{content.time}</p>
      {content.whatYouGet.length > 0 ? (
        <>
          <Heading level={3}>What you get</Heading>
          <List of={content.whatYouGet} />
        </>
      ) : null}
      {content.attributes.length > 0 ? (
        <Details summary="Who it suits">
          {now.length > 0 ? (
            <>
              <Heading level={3}>What we look for now</Heading>
              <Attributes of={now} />
            </>
          ) : null}
          {grows.length > 0 ? (
            <>
              <Heading level={3}>What grows in training</Heading>
              <Attributes of={grows} />
            </>
          ) : null}
        </Details>
      ) : null}
      <Details summary={`The way in, step by step (${roughly(daysToGo(content.route))})`}>
        <Way route={content.route} />
      </Details>
    </Card>
  );
};

export const JoinCentrePage = ({
  view,
  found: { centre, roles },
  from,
}: {
  view: View;
  found: JoinCentre;
  from: string | undefined;
}): VNode => {
  const open = roles.filter((role) => role.open);
  const asking = paths.ask({ slug: centre.slug }, from === undefined ? {} : { from });
  return (
    <Frame
      view={view}
      shell="public"
      title={`Volunteer at ${centre.name}`}
      back={{ href: paths.join(), label: 'Volunteer with us' }}
    >
      <Heading above={centre.town}>Volunteer at {centre.name}</Heading>
      {open.length > 0 ? (
        <>
          <Lede>
            {open.length === 1
              ? 'We look for somebody just now.'
              : 'We look for people in these roles just now.'}{' '}
            Asking takes two minutes and binds you to nothing.
          </Lede>
          <p>
            <ButtonLink href={asking}>Ask about volunteering</ButtonLink>
          </p>
          {open.map((role) => (
            <RoleCard key={role.code} role={role} />
          ))}
        </>
      ) : roles.length > 0 ? (
        <>
          <Inset tone="honey">
            <p>
              We are not looking just now. Leave your name, and we write when we are. We are glad of you
              already.
            </p>
          </Inset>
          <p>
            <ButtonLink href={asking}>Leave your name</ButtonLink>
          </p>
          <Heading level={2}>What people do here</Heading>
          {roles.map((role) => (
            <RoleCard key={role.code} role={role} />
          ))}
        </>
      ) : (
        <Empty title="The roles of this centre are not written down yet">
          <p>Come back in a while, or ring the centre and ask.</p>
        </Empty>
      )}
      <Card title="Before you ask">
        <ul>
          <li>
            <a href={`${paths.join()}#expenses`}>Does it cost me anything?</a>
          </li>
          <li>
            <a href={`${paths.join()}#benefits`}>What about my benefits?</a>
          </li>
          <li>
            <a href={`${paths.join()}#my-history`}>Will my own history count against me?</a>
          </li>
          <li>
            <a href={`${paths.join()}#words`}>What if English, reading or writing is hard for me?</a>
          </li>
        </ul>
      </Card>
      {open.length > 0 ? (
        <p>
          <ButtonLink href={asking}>Ask about volunteering</ButtonLink>
        </p>
      ) : null}
      <p>
        {centre.phone ? (
          <>
            Rather talk? Ring <a href={`tel:${centre.phone.replaceAll(' ', '')}`}>{centre.phone}</a>.{' '}
          </>
        ) : null}
        <a href={centrePage({ slug: centre.slug })}>More about {centre.name}</a>
      </p>
    </Frame>
  );
};
