import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { centrePage } from '#rooms/hub/paths.ts';
import type { Centre } from '#rooms/people/door.ts';
import { Card, Heading, Lede, Muted, SummaryList } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import { referPath, trackPath } from '../paths.ts';
import type { SentFacts } from './sent.queries.ts';

const Reference = ({ reference }: { reference: string }) => (
  <Card tone="tint" title="Your reference">
    <p class="k-figure">
      <strong class="k-figure__number">{reference}</strong>
    </p>
    <p>Keep it. If you ring us, say these six letters and figures.</p>
  </Card>
);

/** After a professional's form: it arrived, who reads it by when, and where to look. */
export const ReferredPage = ({ view, facts }: { view: View; facts: SentFacts }): VNode => (
  <Frame view={view} shell="public" title="Your referral has arrived">
    <Heading>Your referral has arrived</Heading>
    <Lede>
      {facts.centreName} has it. A practitioner reads it by {dayAndDate(facts.readBy, { today: view.today })}.
    </Lede>
    <Reference reference={facts.reference} />
    <Heading level={2}>What happens next</Heading>
    <ul>
      <li>We get in touch with the parent in the way you said is safe.</li>
      <li>
        The monthly drop-in is open to the family from today.{' '}
        <a href={centrePage({ slug: facts.centreSlug })}>When and where</a>
      </li>
      <li>We write to you when it is decided, as far as the parent agrees.</li>
    </ul>
    {facts.trackSecret ? (
      <p>
        <a href={trackPath({ secret: facts.trackSecret })}>See what became of it, at any time</a>
        <br />
        <Muted>
          Keep that page’s address. Whoever has it sees how the referral stands, and nothing about the parent.
        </Muted>
      </p>
    ) : null}
    <Card tone="urgent" title="If someone is in danger">
      <p>Nobody watches this form for emergencies. Call 999, or use your crisis pathway, now.</p>
    </Card>
  </Frame>
);

/** After a parent's own form. */
export const SelfSentPage = ({ view, facts }: { view: View; facts: SentFacts }): VNode => (
  <Frame view={view} shell="parent" title="We have it">
    <Heading>Thank you. We have it.</Heading>
    <Lede>
      Somebody at {facts.centreName} reads it by {dayAndDate(facts.readBy, { today: view.today })}, and then
      gets in touch in the way you chose.
    </Lede>
    <Reference reference={facts.reference} />
    <Heading level={2}>What happens next</Heading>
    <ul>
      <li>You do not need to do anything now.</li>
      <li>
        The monthly drop-in is open to you from today. You can come before you hear from us.{' '}
        <a href={centrePage({ slug: facts.centreSlug })}>When and where</a>
      </li>
      <li>We talk with you about what would help. You can say no to anything, at any time.</li>
    </ul>
    <Card tone="urgent" title="If things get harder before then">
      <p>
        Please do not wait for us. <a href="/help">Find people who answer now</a>. If you or someone else is
        in danger, call 999.
      </p>
    </Card>
    {facts.centrePhone ? (
      <p>
        You can ring us too: <a href={`tel:${facts.centrePhone.replace(/\s/g, '')}`}>{facts.centrePhone}</a>
      </p>
    ) : null}
  </Frame>
);

/** What became of a referral, for whoever has the link. */
export const TrackPage = ({ view, facts }: { view: View; facts: SentFacts }): VNode => (
  <Frame view={view} shell="public" title={`Referral ${facts.reference}`}>
    <Heading above="Referral">{facts.reference}</Heading>
    <Lede>{facts.words}</Lede>
    <SummaryList
      rows={[
        { label: 'It arrived', value: momentInWords(facts.receivedAt, view.zone, view.now) },
        { label: 'Centre', value: facts.centreName },
        ...(facts.state === 'received'
          ? [{ label: 'Read by', value: dayAndDate(facts.readBy, { today: view.today }) }]
          : []),
      ]}
    />
    <p>
      <Muted>
        {facts.centrePhone ? (
          <>
            Questions? Ring <a href={`tel:${facts.centrePhone.replace(/\s/g, '')}`}>{facts.centrePhone}</a>{' '}
            and say the reference.{' '}
          </>
        ) : null}
        This page shows nothing about the parent.
      </Muted>
    </p>
  </Frame>
);

/** For a professional who comes back without the link: where it is, and whom to ring. */
export const TrackHelpPage = ({ view, centres }: { view: View; centres: readonly Centre[] }): VNode => (
  <Frame view={view} shell="public" title="What became of a referral">
    <Heading>What became of a referral</Heading>
    <Lede>Open the link in the e-mail we sent you when the referral arrived. It works at any time.</Lede>
    <p>
      No e-mail, or you cannot find it? Ring the centre and say the reference of the referral: six letters and
      figures. We tell you as much as the parent agreed to.
    </p>
    <SummaryList
      rows={centres
        .filter((centre) => centre.phone)
        .map(({ name, phone }) => ({
          label: name,
          value: <a href={`tel:${phone?.replace(/\s/g, '')}`}>{phone}</a>,
        }))}
    />
    <p>
      <a href={referPath()}>Refer another parent</a>
    </p>
  </Frame>
);
