import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Empty, Heading, Lede } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Cohort } from './cohort.queries.ts';
import { comesFirst } from './cohort.rules.ts';

export interface Candidate {
  readonly applicantId: string;
  readonly name: string;
  /** What comes first, in words; empty: they may take a place. */
  readonly missing: readonly string[];
  /** They have a whole level already, so they come last. */
  readonly trained: boolean;
}

export interface PlacesFacts {
  readonly cohort: Cohort;
  readonly taken: number;
  readonly candidates: readonly Candidate[];
}

/** Give somebody a place, or put them on the waiting list. */
export const PlacesPage = ({ facts, view }: { facts: PlacesFacts; view: View }): VNode => {
  const free = facts.cohort.places - facts.taken;
  return (
    <Frame
      view={view}
      title="Give a place"
      back={{ href: paths.cohort({ cohortId: facts.cohort.id }), label: facts.cohort.name }}
    >
      <Heading above={facts.cohort.name}>Give a place</Heading>
      <Lede>
        {free > 0
          ? `${counted(free, 'place is', 'places are')} free.`
          : 'Every place is taken. Whoever you choose waits, and comes first when one is free.'}
      </Lede>
      {facts.candidates.length === 0 ? (
        <Empty title="Everybody at this centre is in the cohort already, or has ended their way." />
      ) : (
        <Form form={view.form}>
          <RadioField
            form={view.form}
            name="applicantId"
            legend="Who?"
            small
            options={facts.candidates.map(({ applicantId, name, missing, trained }) => ({
              value: applicantId,
              label: name,
              hint: trained
                ? 'Has every unit already'
                : missing.length > 0
                  ? `Not yet: ${comesFirst(missing)}`
                  : undefined,
            }))}
          />
          <ButtonRow>
            <Button>{free > 0 ? 'Give the place' : 'Put on the waiting list'}</Button>
          </ButtonRow>
        </Form>
      )}
    </Frame>
  );
};

/** A question before something ends: why. */
export const WhyPage = ({
  view,
  title,
  lede,
  label,
  button,
  back,
}: {
  view: View;
  title: string;
  lede: string;
  label: string;
  button: string;
  back: { readonly href: string; readonly label: string };
}): VNode => (
  <Frame view={view} title={title} back={back}>
    <Heading>{title}</Heading>
    <Lede>{lede}</Lede>
    <Form form={view.form}>
      <TextArea form={view.form} name="why" label={label} rows={3} />
      <ButtonRow>
        <Button kind="warning">{button}</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
