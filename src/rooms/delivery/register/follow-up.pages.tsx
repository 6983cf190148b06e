import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { family } from '#rooms/families/paths.ts';
import { Button, Form, RadioField, TextArea } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { counted, dayAndDate, dayFrom } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { HOWS, howWords } from './follow-up.form.ts';
import type { FollowUp, ToFollowUp } from './follow-up.queries.ts';
import { Mind } from './register-rows.pages.tsx';

export const FollowUpsPage = ({ facts, view }: { facts: readonly ToFollowUp[]; view: View }) => (
  <Frame view={view} title="People to ask after">
    <Heading>People to ask after</Heading>
    <Lede>
      They did not come, and nobody has asked yet. Nothing is sent by itself: a kind word from somebody they
      know does the most. Nobody has to say why they stayed away.
    </Lede>
    {facts.length === 0 ? (
      <Empty title="Nobody is waiting for a kind word">
        <p>When a register is closed, whoever did not come and did not send word appears here.</p>
      </Empty>
    ) : (
      <Rows>
        {facts.map((each) => {
          const late = Temporal.PlainDate.compare(each.by, view.today) < 0;
          return (
            <Row
              key={`${each.sessionId} ${each.personId}`}
              marker={late ? 'Overdue' : `By ${dayFrom(each.by, view.today)}`}
              tone={late ? 'clay' : 'pine'}
              action={{
                href: paths.followUp({ sessionId: each.sessionId, personId: each.personId }),
                label: 'Ask after them',
                about: each.calledName,
                kind: 'button',
              }}
            >
              {each.safety.length > 0 ? (
                <Inset tone="red">
                  <strong>Safety: {each.safety.join(' ')}</strong>
                </Inset>
              ) : null}
              <strong>{each.calledName}</strong>
              <br />
              <Muted>
                {each.groupName}, {dayAndDate(each.on, { today: view.today })}
              </Muted>
            </Row>
          );
        })}
      </Rows>
    )}
  </Frame>
);

export interface FollowUpFacts {
  readonly followUp: FollowUp;
  /** Whether whoever looks may see how to reach the parent. */
  readonly mayReach: boolean;
}

export const FollowUpPage = ({ facts, view }: { facts: FollowUpFacts; view: View }) => {
  const { followUp, mayReach } = facts;
  const { who } = followUp;
  const missing = [who.language, who.accessNeeds].filter(Boolean).join(' · ');
  const days = followUp.on.until(view.today).days;
  return (
    <Frame
      view={view}
      title={`Ask after ${who.calledName}`}
      back={{ href: paths.followUps(), label: 'People to ask after' }}
    >
      <Heading above={`${followUp.groupName}, ${dayAndDate(followUp.on, { today: view.today })}`}>
        Ask after {who.calledName}
      </Heading>
      <Mind who={who} />
      <Lede>
        {who.calledName} did not come {days > 0 ? `${counted(days, 'day')} ago` : 'today'}. {missing}
      </Lede>
      <Card title="Words that may help" tone="tint">
        <p>
          “We missed you on {dayAndDate(followUp.on, { today: view.today }).split(' ')[0]}. You do not need to
          tell me why.”
        </p>
        <p>“Is there anything that would make it easier to come next time?”</p>
        <p>“Your place is still yours.”</p>
      </Card>
      {mayReach ? (
        <p>
          <a href={family({ personId: followUp.personId })}>How to reach {who.calledName} safely</a>
        </p>
      ) : (
        <p>
          <Muted>
            You do not see phone numbers here. Say hello next time you meet, or ask a practitioner of your
            centre to get in touch.
          </Muted>
        </p>
      )}
      <Form form={view.form}>
        <RadioField
          form={view.form}
          name="how"
          legend="What did you do?"
          options={HOWS.map((how) => ({ value: how, label: howWords[how] }))}
        />
        <TextArea
          form={view.form}
          name="words"
          label="Anything the next person should know"
          hint="Only what helps. What they told you about their life stays with them, unless you are worried: then raise a concern."
          rows={4}
        />
        <Button>Save</Button>
      </Form>
    </Frame>
  );
};
