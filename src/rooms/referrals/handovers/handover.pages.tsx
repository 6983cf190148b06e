import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Empty, Heading, Lede, Muted, Row, Rows, Said, SummaryList } from '#ui/show.tsx';
import { dayAndDate, dayFrom, momentInWords } from '#ui/times.ts';
import { followUpPath, handoversPath, referralPath, referralsPath } from '../paths.ts';
import type { Handover } from './handover.queries.ts';

const how = ({ kind }: Handover) => (kind === 'hand_over' ? 'Handed over to' : 'Shown');

const isDue = (handover: Handover, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(handover.followUpOn, today) <= 0;

export const HandoversPage = ({ view, handovers }: { view: View; handovers: readonly Handover[] }): VNode => {
  const due = handovers.filter((each) => isDue(each, view.today)).length;
  return (
    <Frame
      view={view}
      shell="staff"
      title="Passed on to others"
      back={{ href: referralsPath(), label: 'Referrals' }}
    >
      <Heading>Passed on to others</Heading>
      <Lede>
        Did they get there, and were they seen?{' '}
        {due === 0 ? 'Nothing is due today.' : due === 1 ? 'One is due.' : `${due} are due.`}
      </Lede>
      {handovers.length === 0 ? (
        <Empty title="Nobody has to be followed up." />
      ) : (
        <Rows>
          {handovers.map((each) => (
            <Row
              key={each.id}
              marker={dayFrom(each.followUpOn, view.today)}
              tone={isDue(each, view.today) ? 'clay' : 'grey'}
              action={{ href: followUpPath({ handoverId: each.id }), label: 'Follow up', about: each.name }}
            >
              <strong>{each.name}</strong>
              <br />
              {how(each)} {each.toService}
              {each.toContact ? (
                <>
                  <br />
                  <Muted>{each.toContact}</Muted>
                </>
              ) : null}
            </Row>
          ))}
        </Rows>
      )}
    </Frame>
  );
};

const THREE = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: '', label: 'Not known yet' },
];

export const FollowUpPage = ({ view, handover }: { view: View; handover: Handover }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="Did they get there?"
    back={{ href: handoversPath(), label: 'Passed on to others' }}
  >
    <Heading above={`${how(handover)} ${handover.toService}`}>Did {handover.name} get there?</Heading>
    <SummaryList
      rows={[
        { label: 'Passed on', value: momentInWords(handover.madeAt, view.zone, view.now) },
        { label: 'Whom to ask', value: handover.toContact || <Muted>Nothing said</Muted> },
        { label: 'The parent agreed', value: handover.parentAgreed ? 'Yes' : 'No' },
        { label: 'To be followed up', value: dayAndDate(handover.followUpOn, { today: view.today }) },
        ...(handover.words ? [{ label: 'So far', value: <Said>{handover.words}</Said> }] : []),
      ]}
    />
    <p>
      <a href={referralPath({ referralId: handover.referralId })}>Open the referral</a>
    </p>
    <Form form={view.form}>
      <RadioField form={view.form} name="arrived" legend="Did they get there?" options={THREE} inline />
      <RadioField form={view.form} name="seen" legend="Were they seen?" options={THREE} inline />
      <TextArea form={view.form} name="words" label="In your own words (if you like)" rows={3} />
      <DateField
        form={view.form}
        name="againOn"
        legend="Look again on (if it is not settled)"
        hint="Left empty, it is done and goes from the list."
      />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
