import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, RadioField, SelectField, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede, Said, SummaryList } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Debrief, OfferHow } from './debrief.queries.ts';
import type { Load } from './load.rules.ts';
import { LoadCard } from './load-card.pages.tsx';

export interface DebriefFacts {
  readonly debrief: Debrief;
  readonly load: Load | null;
  readonly words: readonly { readonly at: Temporal.Instant; readonly words: string }[];
  /** Whether it is the actor who has said they will ring. */
  readonly mine: boolean;
}

const HOW: Readonly<Record<OfferHow, string>> = {
  phone: 'by phone',
  face_to_face: 'face to face',
  online: 'online',
  message: 'by message',
};

const because = ({ hard, disclosures }: Debrief): string => {
  const reasons = [
    ...(hard > 0 ? [hard === 1 ? 'A session that felt heavy' : `${hard} sessions that felt heavy`] : []),
    ...(disclosures > 0
      ? [
          `${hard > 0 ? 'something' : 'Something'} that was told to them${disclosures > 1 ? ` (${disclosures} times)` : ''}`,
        ]
      : []),
  ];
  return reasons.length > 0 ? reasons.join(', and ') : 'They asked for a talk';
};

const where = (debrief: Debrief, view: View): string => {
  const at = (moment: Temporal.Instant) => momentInWords(moment, debrief.zone, view.now);
  switch (debrief.state) {
    case 'held':
      return `You talked, ${debrief.heldAt ? at(debrief.heldAt) : ''}.`;
    case 'declined':
      return 'They said no thanks. That is their right, and they can ask again.';
    case 'dropped':
      return 'They took back what they had told. Nothing is left to do.';
    case 'offered':
      return `Offered ${debrief.offeredHow ? HOW[debrief.offeredHow] : ''}, ${debrief.offeredAt ? at(debrief.offeredAt) : ''}.${debrief.answered === 'yes' ? ' They said yes please.' : ''}`;
    default:
      if (debrief.ringNow) return 'They ask to be rung now.';
      return debrief.lateness === 'in_time'
        ? `To be offered by ${at(debrief.offerBy)}.`
        : `It was to be offered by ${at(debrief.offerBy)}. Ring now, or ask who can.`;
  }
};

/** For whoever rings: why, by when, and what came of it. */
export const DebriefPage = ({ facts, view }: { facts: DebriefFacts; view: View }): VNode => {
  const { debrief, mine } = facts;
  const over = ['held', 'declined', 'dropped'].includes(debrief.state);
  return (
    <Frame
      view={view}
      title={`A talk with ${debrief.name}`}
      back={{ href: paths.supervision(), label: 'Supervision' }}
    >
      <Heading above="After something hard">A talk with {debrief.name}</Heading>
      <Lede>{where(debrief, view)}</Lede>
      <SummaryList
        rows={[
          { label: 'Why', value: because(debrief) },
          { label: 'Since', value: momentInWords(debrief.openedAt, debrief.zone, view.now) },
          {
            label: 'Who rings',
            value: debrief.rings ?? 'Nobody is there. Please take it on, or ask who can.',
          },
          ...(debrief.offeredWords ? [{ label: 'Said with the offer', value: debrief.offeredWords }] : []),
          ...(debrief.heldWords ? [{ label: 'Agreed', value: debrief.heldWords }] : []),
        ]}
      />
      {over || mine ? null : (
        <Card title={debrief.takenById ? 'Do you take it over?' : 'Will you ring?'}>
          <p>
            {debrief.name} sees your name. What they wrote, if they wrote anything, opens to you and to nobody
            else.
          </p>
          <Form form={view.form} action={paths.takeDebrief({ debriefId: debrief.id })}>
            <Button>I will ring</Button>
          </Form>
        </Card>
      )}
      {mine && facts.words.length > 0 ? (
        <Card tone="tint" title="What they wrote">
          {facts.words.map(({ at, words }) => (
            <Said key={at.toString()}>{words}</Said>
          ))}
          <p>For the two of you. It is not copied anywhere.</p>
        </Card>
      ) : null}
      {over ? null : <WhatHappened facts={facts} view={view} />}
      {facts.load ? <LoadCard load={facts.load} /> : null}
    </Frame>
  );
};

const WhatHappened = ({ facts: { debrief }, view }: { facts: DebriefFacts; view: View }) => (
  <Card title="What came of it">
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="what"
        legend="What has happened"
        options={[
          {
            value: 'offered',
            label: 'I have offered a talk',
            reveals: (
              <SelectField
                form={view.form}
                name="how"
                label="How?"
                options={[
                  { value: '', label: 'Choose' },
                  { value: 'phone', label: 'By phone' },
                  { value: 'face_to_face', label: 'Face to face' },
                  { value: 'online', label: 'Online' },
                  { value: 'message', label: 'By message' },
                ]}
              />
            ),
          },
          { value: 'held', label: 'We have talked' },
          { value: 'no_thanks', label: 'They said no thanks' },
        ]}
      />
      <TextArea
        form={view.form}
        name="words"
        label="A line, if it helps"
        hint={`When you meet, or what you agreed. ${debrief.name} reads it too. It is no note about health, and what was confided stays out of it.`}
        rows={2}
      />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
    <Inset tone="iris">
      <p>
        Ask how they are, listen, and leave the families’ details out. If you are worried about somebody’s
        safety, raise a concern.
      </p>
    </Inset>
  </Card>
);
