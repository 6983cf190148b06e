import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  CheckboxField,
  Fieldset,
  Form,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Details, Heading, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import {
  ADAPTATIONS,
  adaptationWords,
  BLOCK_KINDS,
  blockWords,
  CAUTIONS,
  cautionWords,
  FACILITATORS,
  facilitatorWords,
  STAGES,
  stageWords,
  THEME_CODES,
  TOOLBOXES,
  TOPIC_CODES,
  themeWords,
  toolboxWords,
  topicWords,
} from '../words.ts';
import type { Activity } from './toolbox.queries.ts';

const choices = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, label: words[value] }));

const Fields = ({ view: { form } }: { view: View }) => (
  <>
    <Fieldset legend="What it is">
      <TextField form={form} name="title" label="Name" />
      <TextArea form={form} name="summary" label="What it does, in one sentence" rows={2} />
      <RadioField
        form={form}
        name="toolbox"
        legend="Toolbox"
        options={choices(TOOLBOXES, toolboxWords)}
        inline
      />
      <SelectField
        form={form}
        name="theme"
        label="Main theme"
        options={[{ value: '', label: 'Choose one' }, ...choices(THEME_CODES, themeWords)]}
      />
      <CheckboxField
        form={form}
        name="themes"
        legend="Themes it touches as well"
        options={choices(THEME_CODES, themeWords)}
        small
      />
      <CheckboxField
        form={form}
        name="topics"
        legend="Topics"
        options={choices(TOPIC_CODES, topicWords)}
        small
      />
    </Fieldset>
    <Fieldset legend="Where it fits">
      <CheckboxField
        form={form}
        name="blocks"
        legend="Parts of a session"
        options={choices(BLOCK_KINDS, blockWords)}
        small
      />
      <CheckboxField
        form={form}
        name="stages"
        legend="For whom"
        options={choices(STAGES, stageWords)}
        small
      />
      <CheckboxField
        form={form}
        name="facilitators"
        legend="Who can lead it"
        options={choices(FACILITATORS, facilitatorWords)}
        small
      />
      <TextField form={form} name="usual" label="Minutes, usually" inputmode="numeric" width={3} />
      <TextField form={form} name="least" label="Minutes, at least" inputmode="numeric" width={3} />
      <TextField form={form} name="most" label="Minutes, at most" inputmode="numeric" width={3} />
    </Fieldset>
    <Fieldset legend="How it goes">
      <TextArea
        form={form}
        name="room"
        label="The room"
        hint="Leave it empty when any room will do."
        rows={2}
      />
      <TextArea form={form} name="materials" label="What to bring" hint="One thing a line." rows={4} />
      <TextArea form={form} name="steps" label="What to do and say" hint="One step a line." rows={12} />
    </Fieldset>
    <Fieldset
      legend="Take care"
      hint="One caution a line. Where there is none, say why, so that nobody has to wonder."
      id="care"
    >
      {CAUTIONS.map((kind) => (
        <TextArea key={kind} form={form} name={`care-${kind}`} label={cautionWords[kind]} rows={3} />
      ))}
      <TextArea form={form} name="no-caution" label="No caution is needed, because" rows={2} />
    </Fieldset>
    <Details summary="When it needs to be different" open>
      {ADAPTATIONS.map((kind) => (
        <TextArea key={kind} form={form} name={`adapt-${kind}`} label={adaptationWords[kind]} rows={2} />
      ))}
    </Details>
    <Fieldset
      legend="What parents can take home"
      hint="Leave all of it empty when there is no handout."
      id="handout"
    >
      <TextField form={form} name="handout-title" label="Title of the handout" />
      <TextField
        form={form}
        name="handout-minutes"
        label="Minutes it takes at home"
        inputmode="numeric"
        width={3}
      />
      <TextArea form={form} name="handout-text" label="What it says" hint="One paragraph a line." rows={6} />
      <TextArea form={form} name="handout-steps" label="Steps" hint="One step a line." rows={5} />
    </Fieldset>
    <TextField
      form={form}
      name="credit"
      label="With thanks to"
      hint="Who had the idea, if they would like to be named."
    />
  </>
);

const FormPage = ({
  view,
  title,
  back,
  lede,
  send,
}: {
  view: View;
  title: string;
  back: { href: string; label: string };
  lede: ComponentChildren;
  send: string;
}): VNode => (
  <Frame view={view} title={title} back={back}>
    <Heading>{title}</Heading>
    <Lede>{lede}</Lede>
    <Form form={view.form}>
      <Fields view={view} />
      <ButtonRow>
        <Button>{send}</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

export const EditActivityPage = ({ activity, view }: { activity: Activity; view: View }): VNode => (
  <FormPage
    view={view}
    title={`Change ${activity.title}`}
    back={{ href: paths.activity({ code: activity.code }), label: activity.title }}
    lede={`Saving makes version ${activity.version + 1}. Version ${activity.version} is kept, and plans made with it still show it. The new version needs a review of its own.`}
    send="Save as a new version"
  />
);

export const NewActivityPage = ({ view }: { view: View }): VNode => (
  <FormPage
    view={view}
    title="Add an activity"
    back={{ href: paths.toolbox(), label: 'Toolbox' }}
    lede="Write it so that a colleague could lead it tomorrow. It is marked as not reviewed until a professional has read it."
    send="Add to the toolbox"
  />
);
