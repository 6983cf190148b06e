import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DateField,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Details, Heading, Inset, Lede } from '#ui/show.tsx';
import { counted } from '#ui/times.ts';
import { referralPath } from '../paths.ts';
import { type Outcome, WITHDRAWAL_REASONS, withdrawalWords } from '../referral.rules.ts';
import { passesOn, type Reason } from './decide.rules.ts';
import type { ReferralFacts } from './triage.queries.ts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const titles: Readonly<Record<Outcome, string>> = {
  welcome: 'Welcome this family',
  ask_more: 'Ask something first',
  signpost: 'Show another service',
  hand_over: 'Hand over to another service',
  decline: 'Not take this referral on',
};

const whatHappens: Readonly<Record<Outcome, string>> = {
  welcome:
    'The parent’s page says that they are welcome. Peer supporters of the centre may know their name from then on.',
  ask_more: 'Nothing is sent by itself: you ask, and write here what and whom, so that others know.',
  signpost:
    'The parent chooses whether to go. The drop-in stays open to them. We look later whether they got there.',
  hand_over:
    'You speak with the other service, with the parent’s agreement. What was open here ends. We look later whether they were seen.',
  decline:
    'What was open through this referral ends. Tell the parent yourself what else is there; nothing is sent by itself.',
};

const buttons: Readonly<Record<Outcome, string>> = {
  welcome: 'Welcome them',
  ask_more: 'Save what we ask',
  signpost: 'Save',
  hand_over: 'Save the handover',
  decline: 'Save the decision',
};

export interface DecideFacts extends ReferralFacts {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly asksForGroup: boolean;
  /** Whether a link to a page of their own can be sent: a safe e-mail address, and no page yet. */
  readonly mayHavePage: boolean;
}

const told = (facts: DecideFacts): string | null => {
  if (facts.outcome === 'ask_more' || !facts.referrer) return null;
  if (!facts.tellReferrer) return `${facts.referrer.name} is not told: the parent did not agree to it.`;
  return facts.referrer.email
    ? `${facts.referrer.name} gets an e-mail about it, without anything you write here.`
    : `${facts.referrer.name} left no e-mail address: ring them.`;
};

export const DecidePage = ({ view, facts }: { view: View; facts: DecideFacts }): VNode => {
  const { outcome, reasons, template } = facts;
  const { form } = view;
  const back = referralPath({ referralId: facts.id });
  const tells = told(facts);
  return (
    <Frame
      view={view}
      shell="staff"
      title={titles[outcome]}
      back={{ href: back, label: facts.file.fullName }}
    >
      <Heading above={`${facts.file.fullName}, referral ${facts.reference}`}>{titles[outcome]}</Heading>
      <Lede>{whatHappens[outcome]}</Lede>
      {tells ? <p>{tells}</p> : null}
      {outcome === 'welcome' && !facts.family?.lossOfAll ? (
        <Inset tone={facts.window.within ? 'pine' : 'clay'}>{facts.window.reasons.join(' ')}</Inset>
      ) : null}
      {facts.family?.lossOfAll ? (
        <Inset tone="clay">
          A loss is recorded for this family. Nobody is put on a list for a group about a baby.
        </Inset>
      ) : null}
      <Form form={form}>
        <RadioField
          form={form}
          name="reason"
          legend={outcome === 'ask_more' ? 'Whom do we ask?' : 'Reason'}
          options={reasons.map(({ code, name, words }) => ({
            value: code,
            label: name,
            hint: words || undefined,
          }))}
        />
        {outcome === 'welcome' && facts.asksForGroup ? (
          <RadioField
            form={form}
            name="groupWanted"
            legend="Would an antenatal group suit them?"
            hint="With yes they wait for a place in a group that ends in time."
            options={YES_NO}
            inline
          />
        ) : null}
        {passesOn(outcome) ? (
          <>
            <TextField form={form} name="toService" label="Which service?" />
            <Details summary="Services in this programme’s list">
              <ul>
                {template.content.signposts.map((each) => (
                  <li key={each.code}>
                    <strong>{each.name}</strong>: {each.words} Follow up after{' '}
                    {counted(each.followUpDays, 'day')}.
                  </li>
                ))}
              </ul>
            </Details>
            <TextField form={form} name="toContact" label="How to reach them, and whom you spoke with" />
            <RadioField
              form={form}
              name="parentAgreed"
              legend="Did the parent agree?"
              options={YES_NO}
              inline
            />
            <DateField form={form} name="followUpOn" legend="When do we look whether they got there?" />
          </>
        ) : null}
        {facts.mayHavePage ? (
          <Checkbox
            form={form}
            name="ownPage"
            label="Send them a link to their own page"
            hint="By e-mail, in words that are safe for them. There they see what comes next and say how we may reach them."
          />
        ) : null}
        <TextArea
          form={form}
          name="words"
          label={outcome === 'ask_more' ? 'What do we ask?' : 'In your own words (if you like)'}
          hint="Read by those who look after this family. The parent can ask to read it."
          rows={4}
        />
        <ButtonRow>
          <Button>{buttons[outcome]}</Button>
          <ButtonLink kind="quiet" href={back}>
            Go back without saving
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

export const WithdrawPage = ({ view, facts }: { view: View; facts: ReferralFacts }): VNode => {
  const { form } = view;
  const back = referralPath({ referralId: facts.id });
  return (
    <Frame
      view={view}
      shell="staff"
      title="End this referral"
      back={{ href: back, label: facts.file.fullName }}
    >
      <Heading above={`${facts.file.fullName}, referral ${facts.reference}`}>End this referral</Heading>
      <Lede>
        Offers, places and the drop-in that were open through it end. Nothing is sent to the parent. The file
        stays, and they can come back.
      </Lede>
      <Form form={form}>
        <RadioField
          form={form}
          name="reason"
          legend="Why does it end?"
          options={WITHDRAWAL_REASONS.map((value) => ({ value, label: withdrawalWords[value] }))}
        />
        <TextArea form={form} name="words" label="In your own words (if you like)" rows={3} />
        <ButtonRow>
          <Button kind="warning">End this referral</Button>
          <ButtonLink kind="quiet" href={back}>
            Go back without saving
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
