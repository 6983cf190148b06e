import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { DateField, Fieldset, Form, RadioField, TextField } from '#ui/form.tsx';
import { Details, Inset, Lede } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { Baby } from '../family.queries.ts';
import { livesWithWords, relationWords } from '../family.rules.ts';
import type { FamilyHead } from '../file/file.queries.ts';
import { FilePart, SaveOrLeave } from '../file/part.tsx';
import { LIVES_WITH, MORE } from './birth.form.ts';

interface Props {
  readonly view: View;
  readonly head: FamilyHead;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const where = LIVES_WITH.map((value) => ({
  value,
  label: capital(livesWithWords[value]),
  ...(value === 'elsewhere' && {
    hint: 'With family, carers or somebody else. Nothing about babies is sent to this family until a practitioner decides what helps.',
  }),
}));

const OneBaby = ({ view, at }: { view: View; at: 1 | 2 | 3 }) => (
  <>
    <DateField
      form={view.form}
      name={`bornOn${at}`}
      legend="When was the baby born?"
      hint="For example, 14 11 2026"
    />
    <TextField
      form={view.form}
      name={`givenName${at}`}
      label="First name"
      hint="If they have told us."
      width={20}
      autocomplete="off"
    />
    <RadioField form={view.form} name={`livesWith${at}`} legend="Where is the baby now?" options={where} />
  </>
);

export const BirthPage = ({ view, head }: Props): VNode => {
  const { facts, file } = head;
  const typed = (at: number) =>
    ['-day', '-month', '-year'].some((box) => view.form.values[`bornOn${at}${box}`]) ||
    view.form.errors.some((error) => error.field.endsWith(String(at)));
  const left = facts ? facts.babiesExpected - facts.babies.length : 1;
  return (
    <FilePart view={view} head={head} title="A birth">
      {facts?.dueOn ? (
        <Lede>
          The due date {Temporal.PlainDate.compare(facts.dueOn, view.today) < 0 ? 'was' : 'is'}{' '}
          {longDate(facts.dueOn, { today: view.today })}.
        </Lede>
      ) : null}
      <p>
        From now on the family is with us as a family with a baby: the drop-in and the meet-ups instead of the
        antenatal group. If a baby was born early, the file shows both ages.
      </p>
      {head.otherParents.length > 0 ? (
        <p>This is written down for the family, so it shows in the other parent’s file too.</p>
      ) : null}
      <Form form={view.form}>
        <OneBaby view={view} at={1} />
        {MORE.map((at) => (
          <Details
            key={at}
            summary={at === 2 ? 'A second baby' : 'A third baby'}
            open={typed(at) || left >= at}
          >
            <Fieldset legend={at === 2 ? 'The second baby' : 'The third baby'}>
              <OneBaby view={view} at={at} />
            </Fieldset>
          </Details>
        ))}
        <SaveOrLeave personId={file.id} save="Write down the birth" leave="Not now" />
      </Form>
    </FilePart>
  );
};

export const UndoBirthPage = ({ view, head, baby }: Props & { baby: Baby }): VNode => (
  <FilePart view={view} head={head} title="A birth entered by mistake">
    <p>
      {baby.givenName ?? 'The baby'}, born {longDate(baby.bornOn, { today: view.today })}, will no longer be
      in the file. The family is as it was before the entry. Places that ended since do not come back by
      themselves: look at them after this.
    </p>
    <Form form={view.form}>
      <TextField
        form={view.form}
        name="why"
        label="What went wrong?"
        hint="Such as “entered in the wrong file”."
      />
      <SaveOrLeave personId={head.file.id} save="Take back this birth" warning />
    </Form>
  </FilePart>
);

export const DueDatePage = ({ view, head }: Props): VNode => (
  <FilePart view={view} head={head} title="The due date">
    <p>Which groups fit, and until when, follows from this date. Places already offered stay.</p>
    <Form form={view.form}>
      <DateField
        form={view.form}
        name="dueOn"
        legend="When is the baby due?"
        hint="For example, 10 2 2027. Leave it empty if nobody knows yet."
      />
      <TextField
        form={view.form}
        name="babiesExpected"
        label="How many babies are expected?"
        width={2}
        inputmode="numeric"
      />
      <SaveOrLeave personId={head.file.id} save="Save" />
    </Form>
  </FilePart>
);

const RELATIONS = ['pregnant', 'father', 'partner', 'other_carer'] as const;

export const NewPregnancyPage = ({ view, head }: Props): VNode => (
  <FilePart view={view} head={head} title={head.facts ? 'A new pregnancy' : 'A pregnancy or baby'}>
    {head.facts ? (
      <Inset>
        What happened before stays in the file. Messages that were resting for {head.file.calledName} because
        of it go again, about the new pregnancy only. Other parents are not carried over: add them when you
        know.
      </Inset>
    ) : null}
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="relation"
        legend={`${head.file.calledName} is`}
        options={RELATIONS.map((value) => ({ value, label: capital(relationWords[value]) }))}
      />
      <DateField
        form={view.form}
        name="dueOn"
        legend="When is, or was, the baby due?"
        hint="For example, 10 2 2027. Leave it empty if nobody knows yet."
      />
      <TextField
        form={view.form}
        name="babiesExpected"
        label="How many babies are expected?"
        width={2}
        inputmode="numeric"
      />
      <SaveOrLeave personId={head.file.id} save="Save" leave="Not now" />
    </Form>
  </FilePart>
);
