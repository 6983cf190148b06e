import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  Checkbox,
  CheckboxField,
  DateField,
  Form,
  Hidden,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import { dayAndDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { LearningEvent } from './event.queries.ts';
import { EVENT_KINDS, kindWords, SAFEGUARDING_TOPIC } from './event.rules.ts';

export interface EventFormFacts {
  /** Null: a new one. */
  readonly event: LearningEvent | null;
  readonly centres: readonly { readonly id: string; readonly name: string }[];
  readonly units: ReadonlyMap<string, string>;
}

const Centre = ({ facts, view }: { facts: EventFormFacts; view: View }) => {
  const [only] = facts.centres;
  if (facts.event) return <Hidden name="centreId" value={facts.event.centreId} />;
  if (facts.centres.length === 1 && only) return <Hidden name="centreId" value={only.id} />;
  return (
    <RadioField
      form={view.form}
      name="centreId"
      legend="Which centre is it for?"
      options={facts.centres.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};

/** Planning an event, or changing one that is still ahead. */
export const EventFormPage = ({ facts, view }: { facts: EventFormFacts; view: View }): VNode => {
  const { event } = facts;
  const title = event ? 'Change the event' : 'Plan an event';
  return (
    <Frame
      view={view}
      title={title}
      back={
        event
          ? { href: paths.learningEvent({ eventId: event.id }), label: event.title }
          : { href: paths.learningEvents(), label: 'Learning together' }
      }
    >
      <Heading above={event?.title}>{title}</Heading>
      {event ? (
        <Lede>If the time or the place changes, those who said yes hear of it.</Lede>
      ) : (
        <Lede>Volunteers and colleagues of the centre see it, and say yes or no on their phone.</Lede>
      )}
      <Form form={view.form}>
        <Centre facts={facts} view={view} />
        <RadioField
          form={view.form}
          name="kind"
          legend="What kind of event is it?"
          options={EVENT_KINDS.map((kind) => ({
            value: kind,
            label: kindWords[kind].name,
            hint: kindWords[kind].hint,
          }))}
        />
        <TextField form={view.form} name="title" label="What is it called?" />
        <TextArea
          form={view.form}
          name="about"
          label="What is it about?"
          hint="Two or three sentences. What happens, and what people can bring. You may leave it empty."
          rows={4}
        />
        <SelectField
          form={view.form}
          name="renews"
          label="Does it go over something again?"
          hint="If so, it stands beside that in each learning record."
          options={[
            { value: '', label: 'No, it is something new' },
            { value: SAFEGUARDING_TOPIC, label: 'The safeguarding course' },
            ...[...facts.units].map(([value, label]) => ({ value, label })),
          ]}
        />
        <DateField form={view.form} name="day" legend="On which day?" />
        <TimeField form={view.form} name="time" label="When does it begin?" />
        <TextField
          form={view.form}
          name="minutes"
          label="How many minutes does it take?"
          inputmode="numeric"
          width={4}
        />
        <TextField
          form={view.form}
          name="place"
          label="Where?"
          hint="The room, an address, or how to join online."
        />
        <TextField form={view.form} name="ledBy" label="Who leads it?" hint="You may leave it empty." />
        <TextField
          form={view.form}
          name="places"
          label="How many may come?"
          hint="Leave it empty if as many may come as like."
          inputmode="numeric"
          width={4}
        />
        {event ? null : (
          <Checkbox
            form={view.form}
            name="tell"
            label="Write to everybody who volunteers or works at this centre"
          />
        )}
        <ButtonRow>
          <Button>{event ? 'Save the change' : 'Plan it'}</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

/** An event does not take place. */
export const CallOffPage = ({ event, view }: { event: LearningEvent; view: View }): VNode => {
  const day = event.startsAt.toZonedDateTimeISO(event.zone).toPlainDate();
  return (
    <Frame
      view={view}
      title="Call off the event"
      back={{ href: paths.learningEvent({ eventId: event.id }), label: event.title }}
    >
      <Heading above={event.title}>Call it off</Heading>
      <Lede>
        It was to be on {dayAndDate(day, { today: view.today })}.{' '}
        {event.coming === 0
          ? 'Nobody has said yes yet.'
          : `${event.coming === 1 ? 'One person' : `${event.coming} people`} said yes. We write to them.`}
      </Lede>
      <Form form={view.form}>
        <TextArea
          form={view.form}
          name="why"
          label="Why does it not take place?"
          hint="A sentence. It is in the message."
          rows={3}
        />
        <ButtonRow>
          <Button kind="warning">Call it off</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

export interface CameFacts {
  readonly event: LearningEvent;
  /** Who may have come: those who said yes first, then everybody else of the centre. */
  readonly people: readonly { readonly accountId: string; readonly name: string; readonly said: boolean }[];
  readonly came: readonly string[];
}

/** Who came: ticked on a phone, at the end of the event. */
export const CamePage = ({ facts, view }: { facts: CameFacts; view: View }): VNode => (
  <Frame
    view={view}
    title="Who came?"
    back={{ href: paths.learningEvent({ eventId: facts.event.id }), label: facts.event.title }}
  >
    <Heading above={facts.event.title}>Who came?</Heading>
    <Lede>
      Those who said yes are ticked already. Take the tick away for whoever was not there. It goes into their
      own learning record.
    </Lede>
    <Form form={view.form}>
      <CheckboxField
        form={view.form}
        name="came"
        legend="They were there"
        options={facts.people.map(({ accountId, name, said }) => ({
          value: accountId,
          label: name,
          hint: said ? 'Had said yes' : undefined,
        }))}
      />
      <ButtonRow>
        <Button>Save who came</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
