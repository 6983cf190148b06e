import { crossingInWords, meterInWords } from '#rooms/recruiting/door.ts';
import { Card, Details, Inset, Muted, Row, Rows, SummaryList, Tag } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, shortDate } from '#ui/times.ts';
import { answerTone } from '../groups/leaders.pages.tsx';
import * as paths from '../paths.ts';
import { ASKED, type Readiness } from '../readiness/readiness.rules.ts';
import {
  answerWords,
  askedWords,
  partWords,
  reasonWords,
  renewalWords,
} from '../readiness/readiness-words.rules.ts';
import type { SessionOfTheirs } from '../rota/rota.queries.ts';
import type { Volunteer } from './volunteers.queries.ts';

/** In its days of grace something has run out and still holds: both are said. */
const inPlace = ({ renewals }: Readiness, name: string | null): string => {
  if (renewals.some((each) => each.inGrace))
    return `${name ?? 'You'} may be with families. Something has run out, and there is still time to renew it.`;
  return name ? `Everything that is asked of ${name} is in place.` : 'Everything we ask for is in place.';
};

/** One answer with its reasons, what is next and what has an end; `name` null speaks to the person. */
const MayThey = ({
  title,
  readiness,
  name,
  today,
}: {
  title: string;
  readiness: Readiness;
  name: string | null;
  today: Temporal.PlainDate;
}) => (
  <Card
    tone={readiness.answer === 'yes' ? 'plain' : 'soon'}
    title={
      <>
        {title} <Tag tone={answerTone(readiness)}>{answerWords(readiness)}</Tag>
      </>
    }
  >
    {readiness.reasons.length > 0 ? (
      <Rows>
        {readiness.reasons.map((each) => {
          const { words, next } = reasonWords(each, { name, today });
          return (
            <Row key={each.code}>
              <strong>{words}</strong> {next}
            </Row>
          );
        })}
      </Rows>
    ) : (
      <p>{inPlace(readiness, name)}</p>
    )}
    {readiness.pauses.map((each) => {
      const { words, next } = reasonWords(each, { name, today });
      return (
        <Inset key={each.code} tone="honey">
          <strong>{words}</strong> {next}
        </Inset>
      );
    })}
    {readiness.renewals.length > 0 ? (
      <Rows>
        {readiness.renewals.map((each) => {
          const { words, next } = renewalWords(each, { name, today });
          const soon = each.inGrace || each.window !== null;
          return (
            <Row key={each.code} marker={soon ? 'Renew' : 'Holds'} tone={soon ? 'honey' : 'pine'}>
              {words} {soon ? next : null}
            </Row>
          );
        })}
      </Rows>
    ) : null}
  </Card>
);

const sameWords = (one: Readiness, other: Readiness): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The answers for both parts, as one where they do not differ; the crèche is left out where it does not concern them. */
export const BothParts = ({
  volunteer,
  name,
  creche,
}: {
  volunteer: Volunteer;
  name: string | null;
  creche: boolean;
}) => {
  const { today } = volunteer;
  const same = sameWords(volunteer.peerSupporter, volunteer.creche);
  return (
    <>
      <MayThey
        title={same && creche ? 'As peer supporter and in the crèche' : 'As peer supporter'}
        readiness={volunteer.peerSupporter}
        name={name}
        today={today}
      />
      {volunteer.peerSupporter.answer !== 'yes' ? (
        <MayThey title="Learning alongside" readiness={volunteer.alongside} name={name} today={today} />
      ) : null}
      {creche && !same ? (
        <MayThey title="In the crèche" readiness={volunteer.creche} name={name} today={today} />
      ) : null}
    </>
  );
};

/** How many days with children lie close together, and what that means. */
export const DaysWithChildren = ({ volunteer, own }: { volunteer: Volunteer; own: boolean }) => {
  const { meter, fullest, crossing, barredList, today } = volunteer;
  const many = meter !== null && Math.max(meter.days, fullest?.days ?? 0) > meter.moreThanDays;
  return (
    <Card title="Days with children">
      {meter === null ? (
        <p>Nothing is laid down yet about how many days with children are too many.</p>
      ) : (
        <>
          <p>
            <strong>{meterInWords(meter, today)}.</strong>
          </p>
          {fullest && fullest.days > meter.days && !crossing ? (
            <p>Planned: {meterInWords(fullest, today)}.</p>
          ) : null}
          {crossing ? (
            <Inset tone="clay">
              {crossingInWords(crossing, today)}{' '}
              {own
                ? 'Your volunteer manager looks at it with you.'
                : 'Decide on it under “Checks” before that day: ask for that check, or plan fewer days.'}
            </Inset>
          ) : (
            <p>
              <Muted>
                Sessions in which {own ? 'you look' : 'they look'} after children and other places{' '}
                {own ? 'you' : 'they'} told us of are counted together.{' '}
                {many && barredList
                  ? 'So many make it a regulated activity, and the check with the children’s barred list is there.'
                  : 'As far as is planned, no day is one too many.'}
                {own || many
                  ? ''
                  : ' A check with the children’s barred list is not asked for on this ground.'}
              </Muted>
            </p>
          )}
        </>
      )}
    </Card>
  );
};

/** What somebody has shown, each with its dates. */
export const Shown = ({ volunteer }: { volunteer: Volunteer }) => {
  const { proofs } = volunteer.facts;
  return (
    <Card title="What was shown">
      {proofs.length === 0 ? <p>Nothing yet.</p> : null}
      <SummaryList
        rows={ASKED.flatMap((code) => {
          const shown = proofs.filter((proof) => proof.code === code);
          const last = shown.at(-1);
          // Fifteen lines of units would hide the rest.
          if (code === 'unit' && last)
            return [
              {
                label: 'Units',
                value: `${counted(shown.length, 'unit')}, the last on ${shortDate(last.earnedOn)}`,
              },
            ];
          return shown.map((proof) => ({
            label: askedWords[code].replace(/^./, (letter) => letter.toUpperCase()),
            value: `${shortDate(proof.earnedOn)}${proof.expiresOn ? `, until ${shortDate(proof.expiresOn)}` : ''}`,
          }));
        })}
      />
    </Card>
  );
};

/** So many sessions are seen at once; a drop-in of a year would fill the page. */
const AT_ONCE = 5;

const SessionRows = ({
  sessions,
  today,
}: {
  sessions: readonly SessionOfTheirs[];
  today: Temporal.PlainDate;
}) => (
  <Rows>
    {sessions.map((each) => (
      <Row
        key={each.sessionId}
        action={{
          href: paths.session({ sessionId: each.sessionId }),
          label: 'Open',
          about: `${each.groupName}, ${dayAndDate(each.on, { today })}`,
        }}
      >
        <strong>
          {dayAndDate(each.on, { today })}, {clockTime(each.from)}
        </strong>{' '}
        {each.cover ? <Tag tone="iris">Cover</Tag> : null}
        <br />
        {each.groupName}, as {partWords[each.part]}
        {each.venue ? <Muted>. {each.venue}</Muted> : null}
      </Row>
    ))}
  </Rows>
);

/** The sessions somebody is on. */
export const SessionsAhead = ({
  sessions,
  today,
  own,
}: {
  sessions: readonly SessionOfTheirs[];
  today: Temporal.PlainDate;
  own: boolean;
}) => {
  const on = sessions.filter((each) => each.stoodDownWhy === null);
  const later = on.slice(AT_ONCE);
  return (
    <Card title={own ? 'My sessions' : 'Sessions ahead'}>
      {on.length === 0 ? (
        <p>
          {own
            ? 'You are on no session just now. Your volunteer manager finds one with you.'
            : 'None just now.'}
        </p>
      ) : null}
      <SessionRows sessions={on.slice(0, AT_ONCE)} today={today} />
      {later.length > 0 ? (
        <Details summary={`${later.length} more after that`}>
          <SessionRows sessions={later} today={today} />
        </Details>
      ) : null}
    </Card>
  );
};
