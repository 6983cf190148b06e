import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Heading, Lede, Muted, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import type { Meeting } from './meeting.queries.ts';
import { becauseWords, kindWords, whenWords } from './rhythm.words.ts';
import { Standing, summary, YearOnOnePage } from './year.pages.tsx';
import type { Year } from './year.queries.ts';

export interface OwnPageProps {
  readonly view: View;
  readonly page: Year | null;
  readonly beside?: ComponentChildren;
}

const ToAnswer = ({ page }: { page: Year }) => {
  const open = page.slots
    .map((each) => each.meeting)
    .concat(page.besides)
    .filter(
      (each): each is Meeting =>
        each?.state === 'proposed' &&
        Temporal.PlainDate.compare(each.on, page.today) >= 0 &&
        each.people.some((one) => one.accountId === page.arrangement.accountId && one.said === null),
    );
  if (open.length === 0) return null;
  return (
    <Card tone="soon" title="Do these times suit you?">
      <Rows>
        {open.map((each) => (
          <Row
            key={each.id}
            action={{
              href: paths.meeting({ meetingId: each.id }),
              label: 'Answer',
              about: whenWords(each, page.today),
              kind: 'button',
            }}
          >
            <strong>{whenWords(each, page.today)}</strong>
            <br />
            {kindWords[each.kind]}. <Muted>{becauseWords(each.because)}</Muted>
          </Row>
        ))}
      </Rows>
    </Card>
  );
};

export const OwnSupervisionPage = ({ view, page, beside }: OwnPageProps): VNode => (
  <Frame view={view} title="My supervision">
    <Heading>My supervision</Heading>
    <Lede>
      Time for you, every few weeks: what went well, what was hard, what you need. You need not be good at it,
      only there.
    </Lede>
    {page ? (
      <>
        <Standing page={page} name={null} />
        <ToAnswer page={page} />
        <Card>
          <SummaryList rows={summary(page, true)} />
          <p>{page.rules.forms[page.arrangement.form].words}</p>
          <ButtonRow>
            <ButtonLink kind="secondary" href={paths.times()}>
              When I can meet, and when I am away
            </ButtonLink>
            <ButtonLink kind="secondary" href={paths.coffee()}>
              Coffee mornings
            </ButtonLink>
          </ButtonRow>
          <ul class="nhsuk-list">
            <li>
              <a href={paths.ownNotes()}>What we wrote down and agreed</a>
            </li>
            <li>
              <a href={paths.ownLoad()}>What you carry</a>
            </li>
            <li>
              <a href={paths.stayingWell()}>Your plan for staying well</a>
            </li>
          </ul>
        </Card>
        {beside}
        <YearOnOnePage page={page} own address={(year) => paths.ownSupervision({}, { year: String(year) })} />
      </>
    ) : (
      <>
        <Card title="Not arranged yet">
          <p>
            Your supervision begins by tomorrow morning: times are looked for then, and you hear of them. You
            can already say when you can meet.
          </p>
          <ButtonRow>
            <ButtonLink kind="secondary" href={paths.times()}>
              When I can meet, and when I am away
            </ButtonLink>
          </ButtonRow>
        </Card>
        {beside}
      </>
    )}
    <p>
      <Tag tone="grey">Who sees this</Tag>{' '}
      <Muted>
        You, your supervisor and those who look after volunteers see the days. What is said is not here.
      </Muted>
    </p>
  </Frame>
);
