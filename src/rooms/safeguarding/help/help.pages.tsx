import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { HelpLine } from '#rooms/people/door.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted } from '#ui/show.tsx';
import { confirmedLately, type HelpSections, sectionsOf, telOf, textWayOf } from './help.rules.ts';

const Line = ({ line, view, strong }: { line: HelpLine; view: View; strong?: boolean }) => {
  const call = telOf(line.phone);
  const text = textWayOf(line.textTo);
  return (
    <Card title={line.name} level={3}>
      <p>{line.what}</p>
      {call || text ? (
        <ButtonRow>
          {call ? (
            <ButtonLink href={call} kind={strong ? 'primary' : 'secondary'}>
              Call {line.phone}
            </ButtonLink>
          ) : null}
          {text ? (
            <ButtonLink href={text.href} kind={strong && !call ? 'primary' : 'secondary'}>
              {text.words}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      ) : null}
      <p>
        <Muted>{line.hours}.</Muted>
        {line.url ? (
          <>
            {' '}
            <a href={line.url} rel="noreferrer">
              {line.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </>
        ) : null}
      </p>
      {confirmedLately(line.confirmedOn, view.today) ? null : (
        <p>
          <Muted>
            {line.confirmedOn
              ? `${view.organisation.name} last checked this over a year ago.`
              : `${view.organisation.name} has not yet confirmed this.`}
          </Muted>
        </p>
      )}
    </Card>
  );
};

const Part = ({
  id,
  title,
  words,
  lines,
  view,
  strong,
}: {
  id: string;
  title: string;
  words?: string;
  lines: readonly HelpLine[];
  view: View;
  strong?: boolean;
}) =>
  lines.length === 0 ? null : (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {words ? <p>{words}</p> : null}
      {lines.map((line) => (
        <Line key={line.id} line={line} view={view} {...(strong && { strong })} />
      ))}
    </section>
  );

const PARTS = [
  ['abuse', 'abuse', 'If someone at home frightens or hurts you'],
  ['loss', 'loss', 'If you have lost a baby'],
  ['father', 'father', 'For fathers and partners'],
  ['childSafety', 'child', 'If you are worried about a child'],
  ['talk', 'talk', 'Someone to talk to'],
] as const;

const WORDS: Readonly<Record<(typeof PARTS)[number][0], string>> = {
  abuse:
    'You do not deserve it, and it is not your fault. Use a phone that nobody else looks at, if you can. A page you have seen can stay in the list of pages of this phone.',
  loss: 'At any time in pregnancy or after, and however long ago. You can ring with nothing to say.',
  father: 'You count too. It is hard to hold others up when you are going under.',
  childSafety: 'You do not have to be certain. Someone else weighs it up with you.',
  talk: 'You do not have to be at the end of your strength to ring.',
};

/** Urgent help: what to do now, the biggest first. It works for everyone, signed in or not. */
export const HelpPage = ({ lines, view }: { lines: readonly HelpLine[]; view: View }): VNode => {
  const sections: HelpSections = sectionsOf(lines);
  return (
    <Frame view={view} title="Help now">
      <Heading>Help now</Heading>
      <Lede>You do not have to know what to say. Ring, and say that you need help.</Lede>
      <Card tone="urgent" title="Somebody is in danger">
        <p>
          You, your baby or somebody else is hurt, or about to be, or might die. Ask for ambulance or police.
        </p>
        <ButtonRow>
          <ButtonLink href="tel:999" kind="warning">
            Call 999
          </ButtonLink>
        </ButtonRow>
        <p>
          On a mobile, if it is not safe to speak: call 999, stay on the line, and press 55 when you are
          asked. If you are deaf or cannot speak on the phone, you can text 999 once you have signed up by
          texting “register” to it.
        </p>
      </Card>
      <nav aria-label="On this page">
        <ul class="nhsuk-list">
          {PARTS.filter(([part]) => sections[part].length > 0).map(([part, id, title]) => (
            <li key={part}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Part
        id="today"
        title="You need help today, and it is not 999"
        lines={sections.now}
        view={view}
        strong
      />
      {sections.now.length > 0 ? null : (
        <Card title="You need help today, and it is not 999">
          <p>
            NHS 111 answers day and night. Choose the option for mental health if you are not safe with your
            own thoughts.
          </p>
          <ButtonLink href="tel:111">Call 111</ButtonLink>
        </Card>
      )}
      {PARTS.map(([part, id, title]) => (
        <Part key={part} id={id} title={title} words={WORDS[part]} lines={sections[part]} view={view} />
      ))}
      <p>
        <Muted>
          {view.organisation.name} runs groups, not a helpline: nobody of ours reads this page with you. The
          people above answer.
        </Muted>
      </p>
    </Frame>
  );
};
