import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Heading, Lede } from '#ui/show.tsx';
import { type CourseFacts, shellOf } from '../course/home.pages.tsx';

/** What we ask about a course done elsewhere; the same whoever writes it down. */
export const OutsideFields = ({ form }: { form: FormState }) => (
  <>
    <TextField
      form={form}
      name="provider"
      label="Who ran it?"
      hint="Such as a council, a hospital, a charity or a website."
    />
    <TextField form={form} name="title" label="What was it called?" />
    <DateField
      form={form}
      name="doneOn"
      legend="Which day is on the certificate?"
      hint="For example, 26 11 2025."
    />
    <TextField
      form={form}
      name="number"
      label="Number of the certificate (if it has one)"
      width={20}
      spellcheck={false}
    />
  </>
);

/** "I have done one already." */
export const TellOutsidePage = ({ facts, view }: { facts: CourseFacts; view: View }): VNode => (
  <Frame
    view={view}
    shell={shellOf(facts)}
    title="A course you did somewhere else"
    back={{ href: facts.links.home, label: 'The course' }}
  >
    <Heading>A course you did somewhere else</Heading>
    <Lede>
      If you have done a safeguarding course lately, it may count, and you need not do ours. Tell us about it
      here. Your volunteer manager then asks to see the certificate.
    </Lede>
    <Form form={view.form}>
      <OutsideFields form={view.form} />
      <ButtonRow>
        <Button>Tell us</Button>
      </ButtonRow>
    </Form>
    <p>You do not send us a copy. Keep the certificate, and show it when you are asked.</p>
  </Frame>
);
