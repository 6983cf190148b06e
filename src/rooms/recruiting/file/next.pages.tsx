import type { VNode } from 'preact';
import type { View } from '#platform/http/view.ts';
import { eLearningPeople } from '#rooms/training/paths.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Muted, Row, Rows, Tag } from '#ui/show.tsx';
import { counted, dayAndDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import { INDUCTION_POINTS } from '../welcome/induction.rules.ts';
import type { ApplicationFile } from './file.queries.ts';
import { moverWords, type StepStanding } from './route.rules.ts';

interface Next {
  readonly words: string;
  /** The first is the one thing to do; the others stand beside it quietly. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

export const wayWords: Readonly<Record<string, string>> = {
  phone: 'by phone',
  video: 'by video',
  in_person: 'face to face',
};

const atTime = (file: ApplicationFile, view: View): string | null => {
  const time = file.times.at(-1);
  if (!time) return null;
  const when = momentInWords(time.startsAt, file.zone, view.now);
  const who = time.withName ? ` with ${time.withName}` : '';
  return Temporal.Instant.compare(time.startsAt, view.now) > 0
    ? `They chose a time: ${when}${who}, ${wayWords[time.way] ?? ''}.`
    : `They were to talk${who} ${when}. How was it?`;
};

const nextIn = (file: ApplicationFile, code: StepCode, view: View): Next => {
  const applicationId = file.id;
  const to = (verb: string, query?: Readonly<Record<string, string>>) =>
    paths.applicationMove({ applicationId, verb }, query);
  const inductionDone = file.induction.length >= INDUCTION_POINTS.length;
  const steps: Readonly<Record<StepCode, () => Next>> = {
    conversation: () => ({
      words:
        atTime(file, view) ??
        'They choose one of the times you offer, or ask for a call. If you have talked, write it down.',
      links: [
        { href: to('talked'), label: 'Write down the conversation' },
        ...(file.times.length > 0
          ? [{ href: to('missed'), label: 'It did not happen' }]
          : [
              { href: to('book'), label: 'Give them a time' },
              { href: paths.offeredTimes(), label: 'Offer times' },
            ]),
        { href: to('waive', { step: 'conversation' }), label: 'It is not needed' },
      ],
    }),
    application: () => ({
      words: file.form
        ? 'Their application is here. Read it.'
        : 'They write it on their own page, or you write it down together.',
      links: [
        {
          href: paths.applicationForm({ applicationId }),
          label: file.form ? 'Read the application' : 'Fill it in with them',
        },
        { href: to('waive', { step: 'application' }), label: 'It is not needed' },
      ],
    }),
    references: () => ({
      words: 'Two people who know them answer a few short questions.',
      links: [{ href: paths.applicationReferences({ applicationId }), label: 'Look at the references' }],
    }),
    check: () => ({
      words: 'Whether a check may be asked for, and what has been seen.',
      links: [{ href: paths.applicationCheck({ applicationId }), label: 'Look at the check' }],
    }),
    interview: () => ({
      words: 'Two of us meet them and score apart.',
      links: [{ href: paths.applicationInterview({ applicationId }), label: 'Look at the interview' }],
    }),
    course: () => ({
      words: 'They do it on their own page, or show a course done elsewhere.',
      links: [{ href: eLearningPeople(), label: 'Look at the course' }],
    }),
    offer: () =>
      file.offeredAt
        ? {
            words: `The offer left ${momentInWords(file.offeredAt, file.zone, view.now)}. They answer on their page.`,
            links: [
              { href: to('accept'), label: 'Write down a yes' },
              { href: to('withdraw'), label: 'They said no' },
            ],
          }
        : {
            words: 'Everything before it is in. Read it once more together, then offer the role.',
            links: [
              { href: to('offer'), label: 'Make the offer' },
              { href: to('decline'), label: 'Decline' },
            ],
          },
    induction: () => ({
      words: inductionDone
        ? 'All points were gone through.'
        : `${file.induction.length} of ${INDUCTION_POINTS.length} points were gone through.`,
      links: inductionDone
        ? [
            { href: to('welcome'), label: `Welcome ${file.calledName}` },
            { href: to('induction'), label: 'Look at the points' },
          ]
        : [{ href: to('induction'), label: 'Go through the induction' }],
    }),
  };
  return steps[code]();
};

const waiting = (standing: StepStanding): string =>
  `${standing.waited === 0 ? 'since today' : `for ${counted(standing.waited, 'day')}`}; it usually takes ${counted(Math.max(1, standing.step.days), 'day')}`;

/** The steps that go on now: whose move, how long, and the one thing to do. */
export const WhatNow = ({
  view,
  file,
  standing,
}: {
  view: View;
  file: ApplicationFile;
  standing: readonly StepStanding[];
}): VNode | null => {
  const open = standing.filter((each) => each.stands === 'open');
  if (open.length === 0) return null;
  return (
    <>
      {open.map((each) => {
        const { words, links } = nextIn(file, each.step.code, view);
        const [first, ...others] = links;
        const mover = each.facts?.mover ?? 'us';
        return (
          <Card
            key={each.step.code}
            tone={each.late > 0 ? 'urgent' : mover === 'us' ? 'tint' : 'plain'}
            above={`${moverWords(mover, file.calledName)}, ${waiting(each)}`}
            title={each.step.name}
          >
            {each.late > 0 ? (
              <p>
                <Tag tone="red">{counted(each.late, 'day')} late</Tag>
              </p>
            ) : null}
            <p>{words}</p>
            <ButtonRow>
              {first ? (
                <ButtonLink href={first.href} kind={mover === 'us' ? 'primary' : 'secondary'} small>
                  {first.label}
                </ButtonLink>
              ) : null}
              {others.map((link) => (
                <ButtonLink key={link.href} href={link.href} kind="quiet" small about={each.step.name}>
                  {link.label}
                </ButtonLink>
              ))}
              <ButtonLink
                href={paths.applicationMove(
                  { applicationId: file.id, verb: 'pass' },
                  { step: each.step.code },
                )}
                kind="quiet"
                small
                about={`in ${each.step.name}`}
              >
                Pass the move
              </ButtonLink>
            </ButtonRow>
          </Card>
        );
      })}
    </>
  );
};

const marks = {
  done: { words: 'Done', tone: 'pine' },
  waived: { words: 'Not needed', tone: 'grey' },
  open: { words: 'Now', tone: 'honey' },
  later: { words: 'Later', tone: 'grey' },
} as const;

const placeOf = (file: ApplicationFile, code: StepCode): string | null => {
  const applicationId = file.id;
  const pages: Partial<Record<StepCode, string>> = {
    application: paths.applicationForm({ applicationId }),
    references: paths.applicationReferences({ applicationId }),
    check: paths.applicationCheck({ applicationId }),
    interview: paths.applicationInterview({ applicationId }),
    induction: paths.applicationMove({ applicationId, verb: 'induction' }),
  };
  return pages[code] ?? null;
};

/** The route from end to end, each step with where it stands. */
export const Route = ({
  view,
  file,
  standing,
}: {
  view: View;
  file: ApplicationFile;
  standing: readonly StepStanding[];
}): VNode => (
  <Rows>
    {standing.map((each) => {
      const place = placeOf(file, each.step.code);
      const mark = each.late > 0 ? { words: 'Late', tone: 'red' as const } : marks[each.stands];
      const by = file.stepsDone.get(each.step.code);
      const ended = each.facts?.doneAt ?? each.facts?.waivedAt;
      return (
        <Row
          key={each.step.code}
          marker={mark.words}
          tone={mark.tone}
          action={
            place && (each.stands === 'done' || (each.stands === 'open' && each.step.code !== 'induction'))
              ? { href: place, label: 'Open', about: each.step.name }
              : undefined
          }
        >
          <strong>{each.step.name}</strong>
          <br />
          <Muted>
            {each.stands === 'open'
              ? `${moverWords(each.facts?.mover ?? 'us', file.calledName)}; usually by ${dayAndDate(each.facts?.dueOn ?? file.today, { today: view.today })}`
              : null}
            {ended ? `${momentInWords(ended, file.zone, view.now)}${by ? `, ${by}` : ''}` : null}
            {each.facts?.waivedWhy ? `: ${each.facts.waivedWhy}` : null}
            {each.waitsFor.length > 0 ? `After: ${each.waitsFor.join(', ')}` : null}
          </Muted>
        </Row>
      );
    })}
  </Rows>
);
