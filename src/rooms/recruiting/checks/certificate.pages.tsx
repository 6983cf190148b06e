import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  CheckboxField,
  DateField,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Heading, Inset, Lede, SummaryList } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import { checkPagePath } from './check.pages.tsx';
import type { CheckedPerson, CheckWithStatus } from './check.queries.ts';
import type { CheckRules } from './check.rules.ts';
import { kindInWords, resultWords } from './check.words.ts';
import type { Nameable } from './disclosure.rules.ts';
import { LEVELS } from './eligibility.rules.ts';
import { KindFields } from './kind.pages.tsx';

export interface OneCheck {
  readonly check: CheckWithStatus;
  readonly person: CheckedPerson;
}

const Around = ({
  view,
  facts: { person },
  title,
  children,
}: {
  view: View;
  facts: OneCheck;
  title: string;
  children: VNode | readonly VNode[];
}): VNode => (
  <Frame view={view} shell="staff" title={title} back={{ href: checkPagePath(person), label: 'The check' }}>
    <Heading above={person.name}>{title}</Heading>
    {children}
  </Frame>
);

export const CertificatePage = ({
  view,
  facts,
}: {
  view: View;
  facts: OneCheck & {
    readonly nameable: readonly Nameable[];
    readonly rules: CheckRules | null;
  };
}): VNode => {
  const { check, person, nameable } = facts;
  return (
    <Around view={view} facts={facts} title="The certificate is here">
      <Lede>
        Look at the paper together with {person.calledName}, write down these few things, and give it back.
      </Lede>
      <Inset>
        No picture and no copy: there is no place for one, here or anywhere else. What the certificate says is
        not written on this page either.
      </Inset>
      <p>We asked for: {kindInWords(check)}.</p>
      <Form form={view.form}>
        <Checkbox
          form={view.form}
          name="original"
          label="I have the original in my hands, and it is theirs"
          hint="Not a copy, not a photograph, not on a screen."
        />
        <TextField
          form={view.form}
          name="certificateNumber"
          label="Certificate number"
          hint="Twelve figures, top right. Spaces do not matter."
          inputmode="numeric"
          width={20}
        />
        <DateField form={view.form} name="issuedOn" legend="Date on the certificate" />
        <Checkbox
          form={view.form}
          name="olderIsFine"
          label="It is older, and I accept it"
          hint={`Only where it was given out more than ${facts.rules?.freshMonths ?? 3} months ago.`}
        />
        <TextField form={view.form} name="surname" label="Surname on it" width={20} />
        <KindFields
          form={view.form}
          levels={LEVELS.filter((level) => level !== 'none')}
          legend="Level on the certificate"
        />
        <Checkbox
          form={view.form}
          name="updateService"
          label="They are in the Update Service, and agree that we look there"
          hint="They joined within the days after it was given out, and said yes to us. Not for a basic check."
        />
        <RadioField
          form={view.form}
          name="outcome"
          legend="Does it say anything?"
          options={[
            { value: 'clear', label: 'No, it is clear' },
            {
              value: 'something',
              label: 'Yes, something stands on it',
              hint: 'This does not rule anybody out. A few people weigh it, with the person.',
              reveals: (
                <CheckboxField
                  form={view.form}
                  name="named"
                  legend="Who may know what it says?"
                  hint="You, because you have seen it, and at most two more. Nobody who gave a reference for them."
                  options={nameable.map(({ accountId, name }) => ({ value: accountId, label: name }))}
                />
              ),
            },
          ]}
        />
        <ButtonRow>
          <Button>I have seen it</Button>
          <ButtonLink href={checkPagePath(person)} kind="quiet">
            Not now
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Around>
  );
};

export const UpdateServicePage = ({ view, facts }: { view: View; facts: OneCheck }): VNode => {
  const { check, person } = facts;
  return (
    <Around view={view} facts={facts} title="A look at the Update Service">
      <Lede>
        Look there first, with the number, the surname and their date of birth. Then say what it said.
      </Lede>
      <SummaryList
        rows={[
          { label: 'Number', value: check.certificateNumber },
          { label: 'Surname on it', value: check.surnameOnIt },
          {
            label: 'Given out',
            value: check.issuedOn ? dayAndDate(check.issuedOn, { today: view.today }) : '',
          },
          {
            label: 'They agreed',
            value: check.consentAt ? momentInWords(check.consentAt, person.zone, view.now) : '',
          },
        ]}
      />
      <p>We do not keep a date of birth for this: ask {person.calledName}.</p>
      <Form form={view.form}>
        <DateField form={view.form} name="lookedOn" legend="When did you look?" />
        <RadioField
          form={view.form}
          name="result"
          legend="What did it say?"
          options={[
            {
              value: 'no_change',
              label: resultWords.no_change,
              hint: 'The clearance goes on from that day.',
            },
            {
              value: 'changed',
              label: 'Something new',
              hint: 'The clearance ends now. A new certificate shows what it is.',
            },
            {
              value: 'not_valid',
              label: 'It does not know this certificate',
              hint: 'The clearance ends now. Ask for a new certificate.',
            },
          ]}
        />
        <ButtonRow>
          <Button>Write it down</Button>
        </ButtonRow>
      </Form>
    </Around>
  );
};

export const EndCheckPage = ({ view, facts }: { view: View; facts: OneCheck }): VNode => (
  <Around
    view={view}
    facts={facts}
    title={facts.check.seenAt ? 'This certificate no longer counts' : 'End this request'}
  >
    <Lede>
      {facts.check.seenAt
        ? `From now on it proves nothing. If ${facts.person.calledName} has no other check, they are not ready for sessions any more.`
        : 'Nobody waits for this certificate any more. You can ask for another check afterwards.'}
    </Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="why"
        label="Why?"
        hint="Nothing about what a certificate says: everybody who recruits here reads this."
        rows={3}
      />
      <ButtonRow>
        <Button kind="warning">End it</Button>
        <ButtonLink href={checkPagePath(facts.person)} kind="quiet">
          Leave it as it is
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Around>
);
