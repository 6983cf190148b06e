import type { ComponentChildren, VNode } from 'preact';
import { Card, Heading, Inset } from '#ui/show.tsx';

/** When somebody of ours last read these answers against the rules of the land. They are not advice. */
const READ_OVER = 'November 2026';

const QUESTIONS = [
  ['time', 'How much time does it take?'],
  ['expenses', 'Does it cost me anything?'],
  ['benefits', 'What about my benefits?'],
  ['checks', 'Which checks are there?'],
  ['my-history', 'Will my own history count against me?'],
  ['parent-here', 'I was a parent here myself. What becomes of my file?'],
  ['words', 'What if English, reading or writing is hard for me?'],
] as const;
type Anchor = (typeof QUESTIONS)[number][0];

const Answer = ({ id, children }: { id: Anchor; children: ComponentChildren }): VNode => (
  <>
    <Heading level={2} id={id}>
      {QUESTIONS.find(([anchor]) => anchor === id)?.[1]}
    </Heading>
    {children}
  </>
);

/** What people ask before they ask us: plain answers, each with a place of its own that can be linked to. */
export const Answers = (): VNode => (
  <>
    <Card title="Plain answers">
      <ul>
        {QUESTIONS.map(([anchor, question]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{question}</a>
          </li>
        ))}
      </ul>
    </Card>
    <Answer id="time">
      <p>
        Each role says how much: often one drop-in a month, and a talk with your volunteer manager every four
        weeks. Training comes first. Before you begin it is mostly waiting for others. Of your own time it
        takes about two and a half hours in all: the talk, the forms, the interview and the short course. If
        you need a rest, you rest.
      </p>
    </Answer>
    <Answer id="expenses">
      <p>
        No. What you spend on bus fares, petrol, parking or childcare while you volunteer is paid back: what
        it really cost, with the receipt. We do not give flat sums, vouchers or presents of money, because
        they could count as pay.
      </p>
    </Answer>
    <Answer id="benefits">
      <p>
        You can volunteer and get benefits. There is no limit on the hours. You must tell the office that pays
        you: when you help, how many hours, what you do, and that you get only your costs back. With Universal
        Credit, volunteering can count for up to half of the time you agreed to look for work. Ask your work
        coach first.
      </p>
      <p>
        We can give you a letter that says all of this. We are not sure about every benefit or every case, so
        if you get something else, or your case is not simple, ask the Jobcentre or Citizens Advice before you
        begin. We last read this over in {READ_OVER}.
      </p>
    </Answer>
    <Answer id="checks">
      <p>
        Families trust us with their babies. So everybody who meets them has a check by the Disclosure and
        Barring Service, two references and an interview. Which level of check it is depends on the role and
        on the law, not on you, and we write down why. It costs you nothing: where there is a fee, we pay it.
      </p>
      <p>
        We look at the certificate with you. We never copy it. We keep its number and its date. Nobody meets
        families before it is there, whoever they are.
      </p>
    </Answer>
    <Answer id="my-history">
      <p>
        Probably not. Having been in trouble, having had a mental illness, or having had a social worker does
        not rule you out. For many who come here, a hard time is where their understanding comes from.
      </p>
      <ul>
        <li>
          We do not ask about convictions on any form. If something is on your certificate, we talk with you
          about it: what it was, how long ago, what is different now, and whether it has to do with this role.
        </li>
        <li>
          Only the two or three people named to decide about it see it. Each look is written down, and the
          details are deleted six months after the decision.
        </li>
        <li>
          We may not ask about things the law calls spent or protected, unless the role’s level of check
          brings them up. You do not have to tell us about your health, and we do not ask whether you have
          ever had a social worker.
        </li>
        <li>
          There is one thing we cannot change. Somebody whom the law bars from working with children may not
          take a role the bar covers.
        </li>
      </ul>
      <Inset>
        <p>Not sure? Ring a centre and ask. You do not have to say your name.</p>
      </Inset>
    </Answer>
    <Answer id="parent-here">
      <p>
        Many of our volunteers were. Your family’s file stays what it was: yours. When you become a volunteer
        we lock it for everyone here, so that nobody you work with can open it, look it up or find it, and it
        stays apart from everything you do as a volunteer. You can tell us on the form that you were with us,
        or not.
      </p>
    </Answer>
    <Answer id="words">
      <p>
        Then tell us, and we do it together. You can do the application by phone, or sit beside one of us who
        writes. Tell us if an interpreter would help. Parents here speak many languages, and yours may be just
        what somebody has been waiting for.
      </p>
    </Answer>
  </>
);
