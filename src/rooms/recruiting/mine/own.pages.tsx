import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, DateField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Heading, Inset, Lede } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { AGE_BANDS, DISABLED, ETHNIC_GROUPS, GENDERS } from './about-you.rules.ts';
import type { Own } from './mine.queries.ts';
import { LEAVING, LEAVING_CODES } from './mine.rules.ts';

interface Props {
  readonly view: View;
  readonly facts: Own;
}

/** A page below an applicant's own: what it is, and the way back. */
export const OwnPart = ({
  view,
  facts,
  title,
  children,
}: Props & { title: string; children?: ComponentChildren }): VNode => (
  <Frame
    view={view}
    shell="public"
    title={title}
    back={{ href: paths.mine({ secret: facts.secret }), label: 'Where you are' }}
  >
    <Heading above={facts.application.centreName}>{title}</Heading>
    {children}
  </Frame>
);

const Back = ({ facts, children }: { facts: Own; children: string }): VNode => (
  <ButtonLink href={paths.mine({ secret: facts.secret })} kind="quiet">
    {children}
  </ButtonLink>
);

export const HelpPage = ({ view, facts }: Props): VNode => (
  <OwnPart view={view} facts={facts} title="Ask for a call, or for help">
    <Lede>Talking is as good as writing. Say what would help, and then it is our move.</Lede>
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="kind"
        legend="What would help?"
        options={[
          {
            value: 'call',
            label: 'Please ring me',
            hint: facts.application.phone
              ? 'On the number you gave us.'
              : 'Write your number in the box below: we have none of yours.',
          },
          {
            value: 'together',
            label: 'Fill the application in with me',
            hint: 'By phone, or side by side at the centre. You talk, one of us writes.',
          },
          { value: 'other', label: 'Something else' },
        ]}
      />
      <TextArea
        form={view.form}
        name="words"
        label="When does it suit you, and what should we know? (if you like)"
        hint="For example: after 4pm, in Polish, I do not see well, this is my number."
        rows={3}
      />
      <ButtonRow>
        <Button>Ask</Button>
        <Back facts={facts}>Not now</Back>
      </ButtonRow>
    </Form>
  </OwnPart>
);

export const AboutYouPage = ({ view, facts }: Props): VNode => (
  <OwnPart view={view} facts={facts} title="Who you are, in four ticks">
    <Lede>Only if you like. It changes nothing about your application.</Lede>
    <Inset>
      <p>
        We ask because we want to know whether everybody finds a way in here, or only some. Nobody sees your
        ticks: not the people you meet, not their managers. They are only counted together with those of
        others, and a number so small that it could point to one person is never shown.
      </p>
    </Inset>
    <Form form={view.form}>
      <RadioField form={view.form} name="ageBand" legend="How old are you?" options={AGE_BANDS} small />
      <RadioField
        form={view.form}
        name="ethnicGroup"
        legend="Which is nearest to your ethnic group?"
        options={ETHNIC_GROUPS}
        small
      />
      <RadioField
        form={view.form}
        name="gender"
        legend="How do you describe yourself?"
        options={GENDERS}
        small
      />
      <RadioField form={view.form} name="disabled" legend="Are you disabled?" options={DISABLED} small />
      <ButtonRow>
        <Button>Count me in</Button>
        <Back facts={facts}>I would rather not</Back>
      </ButtonRow>
    </Form>
  </OwnPart>
);

export const PausePage = ({ view, facts }: Props): VNode => (
  <OwnPart view={view} facts={facts} title="Have a rest">
    <Lede>
      Life comes first. Everything you did is kept, and nobody asks you for anything until the day you choose.
      Then we write to you once.
    </Lede>
    <Form form={view.form}>
      <DateField form={view.form} name="until" legend="Rest until when?" hint="For example, 12 1 2027" />
      <TextArea
        form={view.form}
        name="why"
        label="Would you like to say why? (you do not have to)"
        rows={2}
      />
      <ButtonRow>
        <Button>Rest until then</Button>
        <Back facts={facts}>Not now</Back>
      </ButtonRow>
    </Form>
  </OwnPart>
);

export const LeavePage = ({ view, facts }: Props): VNode => (
  <OwnPart view={view} facts={facts} title="Stop here">
    <Lede>That is fine, and nobody thinks the worse of you. You can begin again whenever you like.</Lede>
    {facts.application.state === 'paused' ? null : (
      <p>
        Only too much just now? <a href={paths.minePause({ secret: facts.secret })}>Have a rest instead</a>,
        and go on where you are.
      </p>
    )}
    <Form form={view.form}>
      <RadioField
        form={view.form}
        name="why"
        legend="What is it, most of all?"
        hint="Only those who look after volunteers read it. It helps us to do better."
        options={LEAVING_CODES.map((value) => ({ value, label: LEAVING[value] }))}
      />
      <TextArea form={view.form} name="words" label="Anything you would like to add (if you like)" rows={2} />
      <ButtonRow>
        <Button kind="secondary">Stop my application</Button>
        <Back facts={facts}>I would rather go on</Back>
      </ButtonRow>
    </Form>
  </OwnPart>
);

export const OfferPage = ({ view, facts }: Props): VNode => {
  const { content } = facts.application.profile;
  return (
    <OwnPart view={view} facts={facts} title="Our offer">
      <Lede>
        We have met you, and we would love you to join us as {content.name} at {facts.application.centreName}.
      </Lede>
      <Card title={content.name}>
        <ul>
          {content.whatYouDo.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          <strong>Your time.</strong> {content.time}
        </p>
        {content.whatYouGet.length > 0 ? (
          <>
            <p>
              <strong>What you get.</strong>
            </p>
            <ul>
              {content.whatYouGet.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p>
          It is no contract and no job: you give what you can, and either of us can end it. After your yes we
          ask you in for your first day.
        </p>
      </Card>
      <Form form={view.form}>
        <ButtonRow>
          <Button name="answer" value="yes">
            Yes, I would love to
          </Button>
          <Button kind="secondary" name="answer" value="no">
            It is not for me
          </Button>
        </ButtonRow>
      </Form>
      <p>
        Not sure yet? Take your time, or <a href={paths.mineHelp({ secret: facts.secret })}>ask for a call</a>{' '}
        first.
      </p>
    </OwnPart>
  );
};
