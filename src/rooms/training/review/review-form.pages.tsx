import { Button, ButtonRow, Form, RadioField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Muted } from '#ui/show.tsx';

/** A professional says, in their own name, whether what they read may be used: a course, or a syllabus. */
export const ReviewForm = ({ form }: { form: FormState }) => (
  <Form form={form}>
    <TextField
      form={form}
      name="role"
      label="Your profession"
      hint="Such as health visitor, midwife, social worker or safeguarding lead."
    />
    <RadioField
      form={form}
      name="approved"
      legend="What did you decide?"
      options={[
        { value: 'yes', label: 'I have read all of it, and it may be used' },
        { value: 'no', label: 'It may not be used as it is' },
      ]}
    />
    <TextArea
      form={form}
      name="words"
      label="What you want to say about it"
      hint="If it may not be used, say what has to change."
      rows={4}
    />
    <ButtonRow>
      <Button>Save the review</Button>
    </ButtonRow>
    <p>
      <Muted>Your name and what you decided stand beside the version for the whole team.</Muted>
    </p>
  </Form>
);
