import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { family } from '#rooms/families/paths.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  SelectField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Heading } from '#ui/show.tsx';
import { languageOptions } from '../languages.ts';
import type { PersonFile } from './files.queries.ts';

/** Who a parent is: names, language, what they need to be able to come. */
export const AboutPage = ({ view, file }: { view: View; file: PersonFile }): VNode => {
  const { form } = view;
  const back = family({ personId: file.id });
  return (
    <Frame
      view={view}
      title={`About ${file.calledName}`}
      back={{ href: back, label: `${file.calledName}’s file` }}
    >
      <Heading>About {file.calledName}</Heading>
      <Form form={form}>
        <TextField form={form} name="givenName" label="First name" width={20} autocomplete="off" />
        <TextField form={form} name="familyName" label="Family name" width={20} autocomplete="off" />
        <TextField
          form={form}
          name="knownAs"
          label="What they like to be called"
          hint="If it is another name."
          width={20}
          autocomplete="off"
        />
        <TextField
          form={form}
          name="pronouns"
          label="Pronouns"
          hint="If they have told us."
          width={10}
          autocomplete="off"
        />
        <DateField
          form={form}
          name="bornOn"
          legend="Date of birth"
          hint="For example, 14 3 1994. Leave it empty if you do not know."
        />
        <SelectField
          form={form}
          name="language"
          label="Language they speak best"
          options={languageOptions(file.language)}
        />
        <Checkbox form={form} name="interpreterNeeded" label="They need an interpreter" />
        <TextArea
          form={form}
          name="accessNeeds"
          label="What do they need to be able to come?"
          hint="Such as step-free access, large print, a place to feed. Those who run sessions read this."
          rows={3}
        />
        <TextField
          form={form}
          name="nhsNumber"
          label="NHS number"
          hint="10 figures. Leave it empty if you do not know."
          width={10}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
        />
        <ButtonRow>
          <Button>Save</Button>
          <ButtonLink href={back} kind="quiet">
            Leave it as it is
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
