import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, TextArea, TextField } from '#ui/form.tsx';
import { Empty, Heading, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { CentreToEdit } from './centres.queries.ts';

export const CentresPage = ({
  view,
  centres,
  mayOpen,
  mayChange,
}: {
  view: View;
  centres: readonly CentreToEdit[];
  mayOpen: boolean;
  mayChange: (id: string) => boolean;
}): VNode => (
  <Frame view={view} title="Centres" back={{ href: paths.team(), label: 'Team' }}>
    <Heading>Centres</Heading>
    {centres.length === 0 ? (
      <Empty title="There is no centre yet">
        Groups and drop-ins are run from a centre, and every family belongs to one.
      </Empty>
    ) : null}
    <Rows>
      {centres.map((each) => (
        <Row
          key={each.id}
          action={
            mayChange(each.id)
              ? { href: paths.centreEdit({ centreId: each.id }), label: 'Change', about: each.name }
              : undefined
          }
        >
          <strong>{each.name}</strong>, {each.town} {each.closedOn ? <Tag tone="grey">Closed</Tag> : null}
          <br />
          <Muted>{[each.phone, each.email].filter(Boolean).join(' · ') || 'No phone or e-mail yet'}</Muted>
        </Row>
      ))}
    </Rows>
    {mayOpen ? (
      <ButtonRow>
        <ButtonLink href={paths.newCentre()} kind="secondary">
          Open another centre
        </ButtonLink>
      </ButtonRow>
    ) : null}
  </Frame>
);

export const CentrePage = ({ view, name }: { view: View; name: string | null }): VNode => {
  const { form } = view;
  const title = name ?? 'Open a centre';
  return (
    <Frame
      view={view}
      title={name ? `Change what is said of ${name}` : title}
      back={{ href: paths.centres(), label: 'Centres' }}
    >
      <Heading>{title}</Heading>
      <Form form={form}>
        <TextField form={form} name="name" label="Name" />
        <TextField form={form} name="town" label="Town" width={20} />
        <TextArea
          form={form}
          name="about"
          label="A few words for families"
          hint="Shown on the centre’s own public page. What is it like to come here?"
          rows={4}
        />
        <TextArea
          form={form}
          name="travel"
          label="How to get here"
          hint="Buses, parking, which door, room for prams."
          rows={4}
        />
        <TextField form={form} name="phone" label="Phone number" type="tel" width={20} />
        <TextField form={form} name="email" label="E-mail address" type="email" spellcheck={false} />
        <ButtonRow>
          <Button>{name ? 'Save' : 'Open the centre'}</Button>
          <ButtonLink href={paths.centres()} kind="quiet">
            {name ? 'Leave it as it is' : 'Not now'}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
