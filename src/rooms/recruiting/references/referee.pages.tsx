import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, RadioField, TextArea, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Card, Details, Heading, Lede } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { refereeAgain, refereeDecline, refereePage } from '../paths.ts';
import type { AskState } from './answer.commands.ts';
import {
  CALM,
  CONCERN,
  calmWords,
  concernWords,
  GLAD,
  gladWords,
  RELIABLE,
  reliableWords,
} from './compare.rules.ts';
import { CONTEXTS, type Context } from './reference.rules.ts';

/** What a referee may know: who it is about, for what, and who asks. */
export interface RefereePageFacts {
  readonly secret: string;
  readonly state: AskState;
  readonly applicant: string;
  readonly called: string;
  readonly role: string;
  readonly roleAbout: string;
  readonly centreName: string;
  readonly centrePhone: string | null;
  readonly refereeName: string;
  readonly callWanted: boolean;
  readonly until: Temporal.PlainDate;
}

const refereeContext: Readonly<Record<Context, string>> = {
  work: 'From work',
  volunteering: 'From volunteering',
  study: 'From school, college or a course',
  faith_or_community: 'From a faith group or a community group',
  neighbour_or_friend: 'As a neighbour or a friend',
  professional_support: 'I have supported them in my work',
  other: 'In another way',
};

const optionsOf = <K extends string>(values: readonly K[], words: Readonly<Record<K, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The questions, for the referee's own page and for whoever writes down a call. */
export const AnswerFields = ({ form, called }: { form: FormState; called: string }): VNode => (
  <>
    <TextField
      form={form}
      name="howKnown"
      label={`How do you know ${called}?`}
      hint="One sentence is enough."
    />
    <RadioField
      form={form}
      name="context"
      legend="Where do you know each other from?"
      small
      options={optionsOf(CONTEXTS, refereeContext)}
    />
    <TextField
      form={form}
      name="sinceYear"
      label="Since about which year?"
      hint="For example, 2021"
      inputmode="numeric"
      width={4}
    />
    <RadioField form={form} name="related" legend="Are you related?" inline options={YES_NO} />
    <RadioField
      form={form}
      name="reliable"
      legend={`When ${called} says they will be there, are they there?`}
      options={optionsOf(RELIABLE, reliableWords)}
    />
    <TextArea form={form} name="reliableWords" label="Anything you would add (if you like)" rows={2} />
    <RadioField
      form={form}
      name="calm"
      legend={`When somebody is upset, does ${called} stay kind and calm?`}
      options={optionsOf(CALM, calmWords)}
    />
    <TextArea form={form} name="calmWords" label="An example, without names (if you like)" rows={2} />
    <RadioField
      form={form}
      name="concern"
      legend={`Do you know of any reason why ${called} should not be with families or babies?`}
      options={optionsOf(CONCERN, concernWords)}
    />
    <TextArea
      form={form}
      name="concernWords"
      label="If there is something we should know"
      hint="What you have seen or heard yourself, and about when."
      rows={3}
    />
    <RadioField
      form={form}
      name="glad"
      legend={`If your own sister or a friend had a new baby, would you be glad of ${called} beside them?`}
      options={optionsOf(GLAD, gladWords)}
    />
    <TextArea form={form} name="gladWords" label="Why, in a few words (if you like)" rows={2} />
    <RadioField
      form={form}
      name="mayRing"
      legend="May we ring you if something is not clear?"
      inline
      options={YES_NO}
    />
    <TextField form={form} name="phone" label="Your phone number (if we may ring)" type="tel" width={20} />
  </>
);

const Closed = ({ view, facts }: { view: View; facts: RefereePageFacts }): VNode => {
  const { state, called } = facts;
  const words: Readonly<Record<Exclude<AskState, 'open' | 'lapsed'>, { title: string; text: string }>> = {
    thanked: {
      title: 'Thank you: we have your answers',
      text: `There is nothing more to do. A volunteer manager reads them, beside what ${called} told us.`,
    },
    declined: {
      title: 'Thank you for telling us',
      text: `We ask somebody else. ${called} is told only that you cannot give a reference now.`,
    },
    over: {
      title: 'This reference is no longer needed',
      text: 'Thank you for being ready to give it. There is nothing to do.',
    },
    newer: {
      title: 'We sent you a newer letter',
      text: 'Please use the link in that one. If you cannot find it, ring us.',
    },
  };
  if (state === 'open') return <span />;
  if (state === 'lapsed')
    return (
      <>
        <Heading>This link has come to its end</Heading>
        <Lede>For safety a link opens for some weeks only. We can send you a new one.</Lede>
        <p>It goes to the e-mail address to which the first letter went.</p>
        <Form form={view.form} action={refereeAgain({ secret: facts.secret })}>
          <ButtonRow>
            <Button>Send me a new link</Button>
          </ButtonRow>
        </Form>
      </>
    );
  return (
    <>
      <Heading>{words[state].title}</Heading>
      <Lede>{words[state].text}</Lede>
    </>
  );
};

export const RefereePage = ({ view, facts }: { view: View; facts: RefereePageFacts }): VNode => {
  const { applicant, called, centreName, centrePhone } = facts;
  const ring = centrePhone ? ` Questions? Ring ${centreName} on ${centrePhone}.` : '';
  if (facts.state !== 'open')
    return (
      <Frame view={view} shell="public" title="A reference">
        <Closed view={view} facts={facts} />
        {ring ? <p>{ring.trim()}</p> : null}
      </Frame>
    );
  return (
    <Frame view={view} shell="public" title={`A few questions about ${applicant}`}>
      <Heading above={`For ${facts.refereeName}`}>A few questions about {applicant}</Heading>
      <Lede>
        {called} would like to volunteer at {centreName}, and told us that you know each other. It takes about
        three minutes.
      </Lede>
      {facts.callWanted ? (
        <Card tone="soon" title="You asked us to ring">
          <p>We will. If writing suits you after all, the questions are here.</p>
        </Card>
      ) : null}
      <Card tone="tint" title="What it is for">
        <p>
          <strong>{facts.role}.</strong> {facts.roleAbout}
        </p>
        <p>
          The few people here who look after volunteers read your answers. {called} does not see them on our
          pages. Honestly: the law can one day give people a right to read parts of what is written about
          them, so please write what you would stand by.
        </p>
        <p>
          Please answer what you know yourself, and say so where you do not. The link opens until{' '}
          {longDate(facts.until, { today: view.today })}.
        </p>
      </Card>
      <p>
        <a href={refereeDecline({ secret: facts.secret })}>I cannot answer, or would rather be rung</a>
      </p>
      <Form form={view.form}>
        <AnswerFields form={view.form} called={called} />
        <ButtonRow>
          <Button>Send my answers</Button>
        </ButtonRow>
      </Form>
      <Details summary="Who asks, and how long is it kept?">
        <p>
          {centreName} asks, because people who are with families have to be right for it. Your answers are
          kept with the application and go with it.{ring}
        </p>
      </Details>
    </Frame>
  );
};

export const DeclinePage = ({ view, facts }: { view: View; facts: RefereePageFacts }): VNode => (
  <Frame
    view={view}
    shell="public"
    title="I cannot answer"
    back={{ href: refereePage({ secret: facts.secret }), label: 'The questions' }}
  >
    <Heading>That is fine. What fits best?</Heading>
    <Lede>{facts.called} is told only that you cannot give a reference now, and never why.</Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="why"
        legend="I cannot answer, because"
        options={[
          { value: 'call', label: 'I would rather be rung' },
          { value: 'no_time', label: 'I have no time at the moment' },
          { value: 'not_well_enough', label: 'I do not know them well enough' },
          { value: 'rather_not', label: 'I would rather not' },
        ]}
      />
      <TextArea
        form={view.form}
        name="words"
        label="Your number and a good time, or anything else for us"
        hint="Only the people here who look after volunteers read it."
        rows={3}
      />
      <ButtonRow>
        <Button>Send</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
