import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { Card, Details, Inset, Lede } from '#ui/show.tsx';
import { OwnPart } from '../mine/own.pages.tsx';
import * as paths from '../paths.ts';
import type { ApplicationFacts } from '../route/application.queries.ts';

export type OwnStand = 'before' | 'none' | 'ours' | 'theirs' | 'weighed' | 'done' | 'resting' | 'ended';

export interface OwnCheck {
  readonly application: ApplicationFacts;
  readonly secret: string;
  readonly at: OwnStand;
  readonly level: 'basic' | 'enhanced' | 'enhanced_barred' | null;
  /** Whether anything has been asked for yet. */
  readonly asked: boolean;
}

const levelWords = {
  basic: 'A basic check. It shows only what is not spent, so most things from long ago do not show.',
  enhanced: 'An enhanced check. Some old and minor things do not show on it.',
  enhanced_barred:
    'An enhanced check with the children’s barred list: it also says whether somebody is barred from working with children.',
} as const;

const Now = ({ view, facts }: { view: View; facts: OwnCheck }): VNode => {
  const { at, asked, application } = facts;
  if (at === 'before')
    return (
      <Lede>
        The check comes after your application. Until then nobody asks about your past. This is what it will
        be like.
      </Lede>
    );
  if (at === 'none') return <Lede>For this role no check is asked for. You have nothing to do here.</Lede>;
  if (at === 'done') return <Lede>Your check is done. You have nothing to do here. Thank you.</Lede>;
  if (at === 'resting') return <Lede>You are having a rest. The check waits until you come back.</Lede>;
  if (at === 'ended') return <Lede>Your application has ended, so nothing is asked of you here.</Lede>;
  if (at === 'weighed')
    return (
      <Lede>
        We have seen your certificate. One of us talks with you about it, and then we tell you how it goes on.
        It is our move.
      </Lede>
    );
  if (at === 'ours')
    return (
      <Lede>
        It is our move.{' '}
        {asked
          ? `Somebody at ${application.centreName} finds a time to look at your certificate with you.`
          : `Somebody at ${application.centreName} begins your check, and then we write to you.`}
      </Lede>
    );
  return (
    <>
      <Lede>It is your move: fill in the form with us, and bring the certificate when it has come.</Lede>
      <Card tone="tint" title="Has it come?">
        <p>Press this when you have the certificate or have brought it in. Then it is our move.</p>
        <Form form={view.form}>
          <ButtonRow>
            <Button name="what" value="came">
              It came
            </Button>
            <Button name="what" value="brought" kind="secondary">
              I brought it
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  );
};

export const OwnCheckPage = ({ view, facts }: { view: View; facts: OwnCheck }): VNode => {
  const { level, at, secret, application } = facts;
  return (
    <OwnPart view={view} facts={facts} title="Your check">
      <Now view={view} facts={facts} />
      {at === 'none' || at === 'done' || at === 'ended' ? null : (
        <>
          <Card title="What happens">
            <ol>
              <li>We fill in a short form together, at the centre or by phone.</li>
              <li>We look at three papers that show who you are, and give them back at once.</li>
              <li>The certificate comes to you, by post. It usually takes two to four weeks.</li>
              <li>You bring the certificate itself. One of us looks at it with you and gives it back.</li>
            </ol>
            {level ? <p>{levelWords[level]}</p> : null}
            <p>
              <strong>It costs you nothing.</strong> Where there is a fee, we pay it.
            </p>
          </Card>
          <Card title="What to bring">
            <ul>
              <li>One paper with your photograph: a passport, a driving licence or a residence permit.</li>
              <li>
                Two papers with your name, one of them with your address: a bank letter, a council tax bill, a
                letter about benefits.
              </li>
              <li>The addresses where you lived in the last five years.</li>
            </ul>
            <p>
              You do not have these, or your name has changed?{' '}
              <a href={paths.mineHelp({ secret })}>Ask for a call</a>. There is nearly always another way.
            </p>
          </Card>
          <Card title="Will my own history count against me?">
            <p>
              Having a record does not rule you out. If something shows, two or three people at{' '}
              {application.centreName} talk with you about what it was, how long ago, and what has changed.
              They look only at whether it matters for this role. What they learn stays with them, and what is
              written down is deleted after six months.
            </p>
            <p>
              You can tell us beforehand, if that is easier. Nobody here asks you about things that do not
              show on this check.
            </p>
          </Card>
          <Inset>
            Bring the paper itself. Please do not send us a picture or a copy of your certificate: we have no
            place for it, and we keep none. We write down its number, its date and its level.
          </Inset>
          <Details summary="Have you had a check somewhere else?">
            <p>
              If it is of the same kind and you joined the Update Service with it, you may not need a new one.
              Bring the certificate, and say whether we may look there. Joining is free for volunteers, within
              about a month after the certificate was given out.
            </p>
          </Details>
        </>
      )}
      <ButtonRow>
        <ButtonLink href={paths.mine({ secret })} kind="quiet">
          Back to where you are
        </ButtonLink>
      </ButtonRow>
    </OwnPart>
  );
};
