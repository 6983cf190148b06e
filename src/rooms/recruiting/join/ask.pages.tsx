import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { privacy } from '#rooms/hub/paths.ts';
import { Button, Checkbox, Form, Hidden, RadioField, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { valueOf as typed } from '#ui/form-state.ts';
import { Heading, Lede, Muted } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { heardOptions, type NamedSource } from './heard.rules.ts';
import type { JoinCentre, Role } from './join.queries.ts';

interface Props {
  readonly view: View;
  readonly centre: JoinCentre['centre'];
  readonly roles: readonly Role[];
  readonly sources: readonly NamedSource[];
}

const WhichRole = ({ view, roles }: Pick<Props, 'view' | 'roles'>): VNode => {
  const [only] = roles;
  if (only && roles.length === 1) return <Hidden name="role" value={only.code} />;
  return (
    <RadioField
      form={view.form}
      name="role"
      legend="What draws you most?"
      hint="You can change your mind when we talk."
      options={roles.map(({ code, content }) => ({ value: code, label: content.name, hint: content.time }))}
    />
  );
};

export const AskPage = ({ view, centre, roles, sources }: Props): VNode => {
  const { form } = view;
  const looking = roles.some((role) => role.open);
  return (
    <Frame
      view={view}
      shell="public"
      title={`Ask about volunteering at ${centre.name}`}
      back={{ href: paths.joinCentre({ slug: centre.slug }), label: `Volunteer at ${centre.name}` }}
    >
      <Heading>{looking ? 'Ask about volunteering' : 'Leave your name'}</Heading>
      <Lede>
        {looking
          ? 'Two minutes, and nothing is decided. Next we talk, at a time that suits you.'
          : 'Two minutes. You can talk with us already, and we write when we look for somebody.'}
      </Lede>
      <Form form={form}>
        <Hidden name="begun" value={typed(form, 'begun') || view.now.toString()} />
        <TextField
          form={form}
          name="givenName"
          label="What shall we call you?"
          hint="A first name is enough."
          autocomplete="given-name"
          width={20}
        />
        <TextField
          form={form}
          name="email"
          label="Your e-mail address"
          hint="Give this or a phone number, whichever you look at."
          type="email"
          autocomplete="email"
        />
        <TextField
          form={form}
          name="phone"
          label="Your phone number"
          type="tel"
          autocomplete="tel"
          width={20}
        />
        <Checkbox form={form} name="mayText" label="You may send me text messages" />
        <WhichRole view={view} roles={roles} />
        <SelectField
          form={form}
          name="heard"
          label="Where did you hear of us? (if you like)"
          options={heardOptions(sources)}
        />
        <RadioField
          form={form}
          name="wasParentHere"
          legend="Were you a parent with us yourself? (if you like)"
          hint="We ask because then we lock your file from that time, so that nobody you work with can open it. It makes no difference to how we look at you."
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'rather_not', label: 'I would rather not say' },
          ]}
        />
        <TextArea
          form={form}
          name="words"
          label="Is there anything you would like to say or ask? (if you like)"
          rows={3}
        />
        <p>
          <Muted>
            The people who look after volunteers at {centre.name} read this, and nobody else.{' '}
            <a href={`${privacy()}#volunteers`}>What we hold and who sees it</a>
          </Muted>
        </p>
        <Button>{looking ? 'Send it' : 'Leave my name'}</Button>
      </Form>
    </Frame>
  );
};
