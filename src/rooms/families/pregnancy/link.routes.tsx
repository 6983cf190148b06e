import type { VNode } from 'preact';
import { Refusal } from '#kernel/refusal.ts';
import {
  maybeOneOf,
  oneOf,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
} from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import { page, type Route } from '#platform/http/page.ts';
import type { View } from '#platform/http/view.ts';
import { type Alike, alikeFiles, openFile } from '#rooms/people/door.ts';
import { Form, RadioField, TextField } from '#ui/form.tsx';
import { Card, Lede, Row, Rows } from '#ui/show.tsx';
import { mayOpenFamily } from '../families.policy.ts';
import type { Relation } from '../family.queries.ts';
import { namesInWords, relationWords } from '../family.rules.ts';
import { type FamilyHead, type LinkedParent, loadHead } from '../file/file.queries.ts';
import { FilePart, lookedAtFamily, SaveOrLeave } from '../file/part.tsx';
import * as paths from '../paths.ts';
import { whyForm } from './birth.form.ts';
import { joinAsParent, unlinkParent } from './pregnancy.commands.ts';

const SOMEBODY_NEW = 'new';
const RELATIONS: readonly [Relation, ...Relation[]] = ['father', 'partner', 'pregnant', 'other_carer'];

const linkForm = (alike: readonly Alike[]) =>
  form('families.link', {
    givenName: text('Enter the first name.', 100),
    familyName: optionalText(100),
    relation: oneOf(RELATIONS, 'Say who they are to the baby.'),
    phone: optionalPhone(),
    email: optionalEmail(),
    chosen: maybeOneOf([SOMEBODY_NEW, ...alike.map((each) => each.personId)]),
  });

const typedText = (typed: Typed, name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '');

interface Facts extends FamilyHead {
  readonly alike: readonly Alike[];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const LinkPage = ({ view, head }: { view: View; head: Facts }): VNode => {
  const { form: state } = view;
  return (
    <FilePart view={view} head={head} title="Add another parent">
      <Lede>
        They get a file of their own. What {head.file.calledName} tells us is not in it, and the other way
        round.
      </Lede>
      {head.otherParents.length > 0 ? (
        <Card title="Linked already">
          <Rows>
            {head.otherParents.map((other) => (
              <Row
                key={other.file.id}
                action={{
                  href: paths.unlink({ personId: head.file.id, otherId: other.file.id }),
                  label: 'End the link',
                  about: `with ${other.file.fullName}`,
                }}
              >
                {other.file.fullName}, {relationWords[other.relation]}
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
      <Form form={state}>
        <TextField form={state} name="givenName" label="First name" width={20} autocomplete="off" />
        <TextField form={state} name="familyName" label="Family name" width={20} autocomplete="off" />
        <RadioField
          form={state}
          name="relation"
          legend="Who are they to the baby?"
          options={RELATIONS.map((value) => ({ value, label: capital(relationWords[value]) }))}
        />
        <TextField
          form={state}
          name="phone"
          label="Phone number"
          hint="If they gave it to us themselves. Nothing is sent until they have said what is safe."
          type="tel"
          width={20}
          autocomplete="off"
        />
        <TextField
          form={state}
          name="email"
          label="E-mail address"
          hint="If they gave it to us themselves."
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        {head.alike.length > 0 ? (
          <RadioField
            form={state}
            name="chosen"
            legend="Is it one of these?"
            options={[
              ...head.alike.map((each) => ({
                value: each.personId,
                label: each.file.fullName,
                hint: `They have ${namesInWords(each.reasons)}.`,
              })),
              { value: SOMEBODY_NEW, label: 'No, this is somebody new' },
            ]}
          />
        ) : null}
        <SaveOrLeave personId={head.file.id} save="Add this parent" leave="Not now" />
      </Form>
    </FilePart>
  );
};

const UnlinkPage = ({ view, head, other }: { view: View; head: FamilyHead; other: LinkedParent }): VNode => (
  <FilePart view={view} head={head} title="End a link">
    <p>
      {other.file.fullName} will no longer be a parent of this family here. Both files stay as they are, each
      with its own words.
    </p>
    <Form form={view.form}>
      <TextField form={view.form} name="why" label="Why?" hint="Such as “linked by mistake”." />
      <SaveOrLeave personId={head.file.id} save="End the link" warning />
    </Form>
  </FilePart>
);

export const linkRoutes: readonly Route[] = [
  page({
    path: paths.link,
    load: async (scope, { params, typed }): Promise<(Facts & { readonly pregnancyId: string }) | null> => {
      const head = await loadHead(scope, params.personId);
      if (!head?.facts) return null;
      const givenName = typedText(typed, 'givenName');
      const found =
        givenName === ''
          ? []
          : await alikeFiles(scope, {
              givenName,
              familyName: typedText(typed, 'familyName'),
              phone: typedText(typed, 'phone'),
              email: typedText(typed, 'email'),
            });
      const here = new Set([head.file.id, ...head.otherParents.map((other) => other.file.id)]);
      return {
        ...head,
        alike: found.filter((each) => !here.has(each.personId)),
        pregnancyId: head.facts.pregnancyId,
      };
    },
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: ({ alike }) => linkForm(alike),
    submit: async (scope, value, { file, centreId, pregnancyId, alike }) => {
      if (alike.length > 0 && value.chosen === null)
        throw new Refusal(
          'A file that looks like this parent’s is here already. Choose it below, or say that this is somebody new.',
          'chosen',
        );
      const personId =
        value.chosen && value.chosen !== SOMEBODY_NEW
          ? value.chosen
          : await openFile(scope, {
              side: 'family',
              centreId,
              givenName: value.givenName,
              familyName: value.familyName,
              contact: { phone: value.phone, email: value.email },
            });
      await joinAsParent(scope, { pregnancyId, personId, relation: value.relation, centreId });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'The other parent is linked, with a file of their own.',
          next: 'Ask them what is safe before anything is sent to them.',
        },
      };
    },
    show: (head, view) => <LinkPage view={view} head={head} />,
  }),
  page({
    path: paths.unlink,
    load: async (scope, { params }) => {
      const head = await loadHead(scope, params.personId);
      const other = head?.otherParents.find((each) => each.file.id === params.otherId);
      return head?.facts && other ? { ...head, pregnancyId: head.facts.pregnancyId, other } : null;
    },
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: whyForm('families.unlink', 'Say why they are no longer linked.'),
    submit: async (scope, { why }, { file, pregnancyId, other }) => {
      await unlinkParent(scope, { pregnancyId, personId: other.file.id, why });
      return {
        to: paths.family({ personId: file.id }),
        notice: { happened: 'The two files are no longer linked. Both stay.' },
      };
    },
    show: (facts, view) => <UnlinkPage view={view} head={facts} other={facts.other} />,
  }),
];
