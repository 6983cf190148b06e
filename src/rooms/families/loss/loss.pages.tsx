import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import {
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  Hidden,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Lede } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { FamilyFacts, Loss } from '../family.queries.ts';
import { namesInWords } from '../family.rules.ts';
import type { FamilyHead } from '../file/file.queries.ts';
import { FilePart, SaveOrLeave } from '../file/part.tsx';
import * as paths from '../paths.ts';
import { KINDS, SOMEBODY_ELSE, whichOptions } from './loss.form.ts';
import { lossKindWords } from './loss.rules.ts';

interface Props {
  readonly view: View;
  readonly head: FamilyHead & { readonly facts: FamilyFacts };
}

const WhatItDoes = ({ head }: { head: FamilyHead }) => {
  const everyone = [head.file, ...head.otherParents.map((other) => other.file)].map(
    (file) => file.calledName,
  );
  return (
    <>
      <ul>
        <li>
          Everything that is waiting to be sent to {namesInWords(everyone)} about a baby, a group or the
          referral is stopped at once, and nothing new of that kind is sent.
        </li>
        <li>Whoever told us gets messages of support only.</li>
        <li>
          Their places in groups and on the waiting list end without a word to them, so that nobody asks why
          they did not come.
        </li>
        <li>No congratulations, questions or dates about a baby are shown on their pages.</li>
      </ul>
      {head.otherParents.length > 0 ? (
        <Card tone="tint" title="Who will not be told">
          <p>
            We tell nobody. A parent who did not tell us themselves hears nothing from us, good or bad: their
            messages rest quietly until a practitioner by name decides what helps. So if{' '}
            {head.file.calledName} told us,{' '}
            {namesInWords(head.otherParents.map((other) => other.file.calledName))} will learn nothing from
            us.
          </p>
        </Card>
      ) : null}
    </>
  );
};

/** What recording a loss will do; nothing is asked and nothing happens here. */
export const BeforeLossPage = ({ view, head }: Props): VNode => (
  <FilePart view={view} head={head} title="A loss in this family">
    <Lede>Take your time. This is what happens when you write it down.</Lede>
    <WhatItDoes head={head} />
    <p>If it turns out to be a mistake, it can be taken back, and what was still to come is sent again.</p>
    <p>If this is hard to hear, talk with somebody of the team today.</p>
    <ButtonRow>
      <ButtonLink href={paths.recordLoss({ personId: head.file.id })}>Go on</ButtonLink>
      <ButtonLink href={paths.family({ personId: head.file.id })} kind="quiet">
        Not now
      </ButtonLink>
    </ButtonRow>
  </FilePart>
);

export const RecordLossPage = ({ view, head }: Props): VNode => {
  const { form } = view;
  const options = whichOptions(head.facts);
  const parents = [head.file, ...head.otherParents.map((other) => other.file)];
  return (
    <FilePart view={view} head={head} title="Write down a loss">
      <Form form={form}>
        <RadioField
          form={form}
          name="toldBy"
          legend="Who told us?"
          options={[
            ...parents.map((parent) => ({ value: parent.id, label: parent.calledName })),
            {
              value: SOMEBODY_ELSE,
              label: 'Somebody else',
              hint: 'A hospital, a midwife, a relative. Then messages to every parent rest quietly.',
            },
          ]}
        />
        {options.length > 0 ? (
          <RadioField form={form} name="which" legend="Which baby?" options={options} />
        ) : (
          <Hidden name="which" value="all" />
        )}
        <RadioField
          form={form}
          name="kind"
          legend="What happened?"
          hint="Only as far as they have told us. Nobody asks for more."
          options={KINDS.map((value) => ({ value, label: lossKindWords[value] }))}
        />
        <DateField form={form} name="happenedOn" legend="When?" hint="Leave it empty if you do not know." />
        <p>
          <strong>
            When you press the button, messages about a baby stop for{' '}
            {namesInWords(parents.map((parent) => parent.calledName))}.
          </strong>{' '}
          Nobody is told.
        </p>
        <SaveOrLeave personId={head.file.id} save="Write it down and stop messages" leave="Not now" />
      </Form>
    </FilePart>
  );
};

const lossWords = (loss: Loss, facts: FamilyFacts, view: View): string => {
  const baby = facts.babies.find((each) => each.id === loss.babyId);
  const on = loss.happenedOn ?? loss.recordedAt.toZonedDateTimeISO(view.zone).toPlainDate();
  return `${lossKindWords[loss.kind]}${baby?.givenName ? ` (${baby.givenName})` : ''}, ${longDate(on, { today: view.today })}`;
};

export const UndoLossPage = ({ view, head }: Props): VNode => (
  <FilePart view={view} head={head} title="A loss entered by mistake">
    <p>
      Messages go again as before, for every parent of this family. What was stopped and is still to come is
      sent; what has passed stays stopped. Places that ended do not come back by themselves: look at them
      after this.
    </p>
    <p>If one of the parents has already heard of it from somebody here, speak with them in person first.</p>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="loss"
        legend="Which entry was a mistake?"
        options={head.facts.losses.map((loss) => ({
          value: loss.id,
          label: lossWords(loss, head.facts, view),
        }))}
      />
      <TextField
        form={view.form}
        name="why"
        label="What went wrong?"
        hint="Such as “meant for another file”."
      />
      <SaveOrLeave personId={head.file.id} save="Take back this entry" warning />
    </Form>
  </FilePart>
);

export const RestPage = ({ view, head }: { view: View; head: FamilyHead }): VNode => (
  <FilePart view={view} head={head} title="They asked for quiet">
    <p>
      From now on only messages of support go to {head.file.calledName}, until somebody here decides with
      them. What was waiting to be sent is stopped. Other parents of the family are not touched by this.
    </p>
    <Form form={view.form}>
      <TextArea form={view.form} name="words" label="What did they ask for?" rows={3} />
      <SaveOrLeave personId={head.file.id} save="Let messages rest" />
    </Form>
  </FilePart>
);
