import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { mineCourse } from '#rooms/training/paths.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Heading, Hush, Lede, Muted, Row, Rows, type Tone } from '#ui/show.tsx';
import { counted, dayAndDate, longDate, minutesInWords } from '#ui/times.ts';
import { daysToGo, roughly } from '../join/way.rules.ts';
import * as paths from '../paths.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import { EndedPage, Resting } from './ended.pages.tsx';
import type { MineFacts } from './mine.queries.ts';
import { BUTTON, goesOn, moveInWords, type OwnStep, ownSteps, type Place } from './mine.rules.ts';
import { Reach } from './reach.pages.tsx';
import { TalkCard } from './talk.pages.tsx';
import { dayOf, timeOf } from './talk.rules.ts';
import { Training } from './training.pages.tsx';

const MARKER: Readonly<Record<Place, { readonly label: string; readonly tone: Tone }>> = {
  done: { label: 'Done', tone: 'grey' },
  not_needed: { label: 'Not needed', tone: 'grey' },
  yours: { label: 'Your move', tone: 'honey' },
  ours: { label: 'Our move', tone: 'pine' },
  referees: { label: 'Referees', tone: 'pine' },
  panel: { label: 'Our move', tone: 'pine' },
  later: { label: 'Later', tone: 'grey' },
};

const PLACES: Readonly<Record<StepCode, ((parts: { readonly secret: string }) => string) | null>> = {
  conversation: paths.mineTimes,
  application: paths.mineForm,
  references: paths.mineReferees,
  check: paths.mineCheck,
  interview: paths.mineInterview,
  course: mineCourse,
  offer: paths.mineOffer,
  induction: null,
};

/** Where an open step is seen or done; null where there is nothing to open. */
const hrefOf = ({ code, place }: OwnStep, secret: string): string | null => {
  if (place === 'yours') return PLACES[code]?.({ secret }) ?? null;
  const shows = place !== 'done' && place !== 'not_needed' && place !== 'later' && code !== 'offer';
  return shows ? (PLACES[code]?.({ secret }) ?? null) : null;
};

interface StepsProps {
  readonly view: View;
  readonly steps: readonly OwnStep[];
  readonly facts: MineFacts;
  readonly who: string;
}

/** Whether the talk that is arranged is what the conversation waits for. */
const talkAhead = (steps: readonly OwnStep[], { talk }: MineFacts) =>
  talk &&
  steps.some(({ code, place }) => code === 'conversation' && place !== 'done' && place !== 'not_needed')
    ? talk
    : null;

const Quiet = ({ children }: { children: ComponentChildren }): VNode => (
  <p>
    <Muted>{children}</Muted>
  </p>
);

/** Where one step stands, in words. What the card above says already is not said again. */
const StepWords = ({ step, props }: { step: OwnStep; props: StepsProps }): VNode => {
  const { view, facts, who } = props;
  const { zone } = facts.application;
  if (step.doneAt)
    return (
      <Quiet>
        Since {longDate(step.doneAt.toZonedDateTimeISO(zone).toPlainDate(), { today: view.today })}
      </Quiet>
    );
  if (step.place === 'not_needed') return <Quiet>You do not need this one.</Quiet>;
  if (step.place === 'later') return <Quiet>Usually {counted(step.usually, 'day')}, once it begins.</Quiet>;
  const talk = step.code === 'conversation' ? talkAhead(props.steps, facts) : null;
  if (talk)
    return (
      <Quiet>
        We talk on {dayAndDate(dayOf(talk, zone), { today: view.today })} at {timeOf(talk, zone)}.
      </Quiet>
    );
  return (
    <>
      <p>{step.words}</p>
      <Quiet>
        {step.place === 'yours'
          ? `It usually takes ${counted(step.usually, 'day')}.`
          : moveInWords(step, who)}
      </Quiet>
    </>
  );
};

const Steps = (props: StepsProps): VNode => (
  <Rows>
    {props.steps.map((step) => {
      const { label, tone } = MARKER[step.place];
      const href = goesOn(props.facts.application.state) ? hrefOf(step, props.facts.secret) : null;
      return (
        <Row
          key={step.code}
          marker={label}
          tone={tone}
          action={
            href
              ? { href, label: step.place === 'yours' ? 'Go' : 'See', about: `to “${step.name}”` }
              : undefined
          }
        >
          <p>
            <strong>{step.name}</strong>
          </p>
          <StepWords step={step} props={props} />
        </Row>
      );
    })}
  </Rows>
);

const HELP_WORDS = {
  call: 'You asked us to ring you',
  together: 'You asked for somebody to fill it in with you',
  other: 'You asked us for help',
} as const;

/** Other steps that are theirs as well: they may be done in any order. */
const AlsoYours = ({ steps, secret }: { steps: readonly OwnStep[]; secret: string }): VNode | null => {
  const open = steps.flatMap((step) => {
    const href = hrefOf(step, secret);
    return href ? [{ ...step, href }] : [];
  });
  if (open.length === 0) return null;
  return (
    <p>
      Also yours, in any order:{' '}
      {open.map(({ code, name, href }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a key={code} href={href}>
            {name}
          </a>
        </>
      ))}
    </p>
  );
};

const Next = ({ view, steps, facts, who }: StepsProps): VNode => {
  const { secret, helpAsked } = facts;
  const [mine, ...others] = steps.filter(({ place }) => place === 'yours');
  const href = mine && hrefOf(mine, secret);
  const waiting = steps.filter(({ place }) => place === 'ours' || place === 'referees' || place === 'panel');
  const asked = helpAsked ? (
    <p>
      {HELP_WORDS[helpAsked]}. It is our move: {who} gets in touch with you.
    </p>
  ) : null;
  const talk = talkAhead(steps, facts);
  if (talk) return <TalkCard view={view} talk={talk} facts={facts} />;
  if (mine)
    return (
      <Card
        tone="tint"
        above="Your next step"
        title={mine.name}
        action={href ? <ButtonLink href={href}>{BUTTON[mine.code]}</ButtonLink> : undefined}
      >
        <p>{mine.words}</p>
        {asked}
        <AlsoYours steps={others} secret={secret} />
        {mine.code === 'conversation' || mine.code === 'application' ? (
          <p>
            <a href={paths.mineHelp({ secret })}>
              {mine.code === 'conversation'
                ? 'No time suits, or I would rather be rung'
                : 'I would rather talk than write'}
            </a>
          </p>
        ) : null}
      </Card>
    );
  return (
    <Card tone="tint" above="Your next step" title="Nothing for you to do just now">
      {asked}
      {waiting.map((step) => (
        <p key={step.code}>
          <strong>{step.name}.</strong> {moveInWords(step, who)}
        </p>
      ))}
    </Card>
  );
};

const Burden = ({ burden }: Pick<MineFacts, 'burden'>): VNode | null =>
  burden.forms === 0 ? null : (
    <p>
      <Muted>
        So far we have asked you to fill in {counted(burden.forms, 'form')} with{' '}
        {counted(burden.questions, 'question')}
        {burden.minutes > 0 ? `, about ${minutesInWords(burden.minutes)} of your time` : ''}. We count it so
        that we notice when it becomes too much.
      </Muted>
    </p>
  );

const Quietly = ({ facts: { secret, tickedAboutYou } }: { facts: MineFacts }): VNode => (
  <>
    <Heading level={2}>If you like</Heading>
    <ButtonRow>
      <ButtonLink href={paths.mineHelp({ secret })} kind="quiet">
        Ask for a call, or for help
      </ButtonLink>
      <ButtonLink href={paths.minePause({ secret })} kind="quiet">
        Have a rest, and go on later
      </ButtonLink>
      <ButtonLink href={paths.mineAboutYou({ secret })} kind="quiet">
        {tickedAboutYou ? 'Change your four ticks' : 'Tell us who you are, in four ticks'}
      </ButtonLink>
      <ButtonLink href={paths.mineLeave({ secret })} kind="quiet">
        Stop here
      </ButtonLink>
    </ButtonRow>
  </>
);

/** Where an applicant is, whose move it is, and how long it usually takes. */
export const MinePage = ({ view, facts }: { view: View; facts: MineFacts }): VNode => {
  const { application, manager } = facts;
  if (facts.ended) return <EndedPage view={view} facts={facts} />;
  const who = manager
    ? `${manager}’s team at ${application.centreName}`
    : `the team at ${application.centreName}`;
  const steps = ownSteps(application, view.now);
  const over = steps.filter(({ place }) => place === 'done' || place === 'not_needed');
  const left = daysToGo(application.profile.content.route, new Set(over.map(({ code }) => code)));
  return (
    <Frame view={view} shell="public" title="Your way to volunteering">
      <Heading above={`${application.profile.content.name} at ${application.centreName}`}>
        Hello {application.calledName}
      </Heading>
      <Lede>
        {over.length === 0
          ? 'You have begun.'
          : `${over.length} of ${counted(steps.length, 'step')} ${over.length === 1 ? 'is' : 'are'} behind you.`}{' '}
        From here it usually takes {roughly(left)}.
      </Lede>
      {application.state === 'paused' ? (
        <Resting view={view} facts={facts} />
      ) : (
        <Next view={view} steps={steps} facts={facts} who={who} />
      )}
      <Training facts={facts} now={view.now} />
      <Card title="Where you are">
        <Steps view={view} steps={steps} facts={facts} who={who} />
      </Card>
      <Burden burden={facts.burden} />
      <Reach facts={facts} />
      {application.state === 'paused' ? (
        <p>
          <a href={paths.mineLeave({ secret: facts.secret })}>
            Stop here<Hush> and end your application</Hush>
          </a>
        </p>
      ) : (
        <Quietly facts={facts} />
      )}
      <p>
        <Muted>Whoever has this page’s address can open it, so keep it to yourself.</Muted>
      </p>
    </Frame>
  );
};
