import type { View } from '#platform/http/view.ts';
import { phoneInWords } from '#rooms/people/door.ts';
import { Card, Heading, Hush, Muted, Row, Rows, SummaryList, Tag, Timeline } from '#ui/show.tsx';
import { longDate, timeRange } from '#ui/times.ts';
import { correctedFirstBirthday, firstBirthday } from '../clock.rules.ts';
import { earlyWords, livesWithWords, relationWords } from '../family.rules.ts';
import { lossKindWords } from '../loss/loss.rules.ts';
import * as paths from '../paths.ts';
import type { FamilyFile } from './file.queries.ts';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How somebody may be reached, and what is safe. */
export const Reach = ({ file: { contact } }: { file: FamilyFile }) => {
  if (!contact) return <p>Nothing is written down yet.</p>;
  const safe = [
    contact.mayText && 'texts',
    contact.mayEmail && 'e-mail',
    contact.mayCall && 'calls',
    contact.mayVoicemail && 'voicemail',
  ].filter((way) => way !== false);
  return (
    <>
      {contact.neutralOnly ? (
        <p>
          <Tag tone="clay">Somebody else may read it</Tag> Never name the service.
        </p>
      ) : null}
      <SummaryList
        rows={[
          { label: 'Safe ways', value: safe.length === 0 ? 'None yet. Nothing is sent.' : safe.join(', ') },
          ...(contact.phone ? [{ label: 'Phone', value: phoneInWords(contact.phone) }] : []),
          ...(contact.email ? [{ label: 'E-mail', value: contact.email }] : []),
          ...(contact.safeTimes ? [{ label: 'Good times to call', value: contact.safeTimes }] : []),
          { label: 'Nothing is sent', value: `from ${timeRange(contact.quietFrom, contact.quietUntil)}` },
        ]}
      />
    </>
  );
};

/** The babies of a family, gently. */
export const Babies = ({ view, file: { file, facts } }: { view: View; file: FamilyFile }) => {
  if (!facts || facts.lossOfAll || facts.babies.length === 0) return null;
  return (
    <Card title={facts.babies.length === 1 ? 'The baby' : 'The babies'}>
      <Rows>
        {facts.babies.map((baby) => (
          <Row key={baby.id}>
            <strong>{baby.givenName ?? 'No name yet'}</strong>,{' '}
            {baby.died ? 'who died' : `born ${longDate(baby.bornOn, { today: view.today })}`}
            {baby.died ? null : (
              <>
                <br />
                <Muted>
                  {capital(
                    [livesWithWords[baby.livesWith], earlyWords(baby.bornOn, facts.dueOn)]
                      .filter(Boolean)
                      .join(', '),
                  )}
                  . First birthday on {birthdayWords(baby, facts.dueOn)}.
                </Muted>
                <br />
                <a href={paths.undoBirth({ personId: file.id, babyId: baby.id })}>
                  Entered by mistake<Hush>: {baby.givenName ?? 'this baby'}</Hush>
                </a>
              </>
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  );
};

const birthdayWords = (
  baby: { readonly bornOn: Temporal.PlainDate; readonly died: boolean },
  dueOn: Temporal.PlainDate | null,
): string => {
  const birthday = firstBirthday([baby]);
  const corrected = correctedFirstBirthday(baby.bornOn, dueOn);
  return `${birthday ? longDate(birthday) : ''}${corrected ? `, ${longDate(corrected)} corrected` : ''}`;
};

/** The other parents, each with a file of their own. */
export const OtherParents = ({ file: { file, otherParents, facts } }: { file: FamilyFile }) => (
  <Card
    title="Other parents"
    action={facts ? <a href={paths.link({ personId: file.id })}>Add another parent</a> : undefined}
  >
    {otherParents.length === 0 ? (
      <p>No other parent is linked to this family.</p>
    ) : (
      <>
        <p>
          <Muted>
            Each parent has a file of their own. What one of them tells us is not passed on to the other.
          </Muted>
        </p>
        <Rows>
          {otherParents.map((other) => (
            <Row key={other.file.id}>
              <a href={paths.family({ personId: other.file.id })}>{other.file.fullName}</a>,{' '}
              {relationWords[other.relation]}
            </Row>
          ))}
        </Rows>
      </>
    )}
  </Card>
);

/** What happened, the newest first. */
export const Happened = ({ view, file }: { view: View; file: FamilyFile }) => {
  const { facts } = file;
  const day = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(view.zone).toPlainDate();
  const losses = (facts?.losses ?? []).map((loss) => ({
    on: loss.happenedOn ?? day(loss.recordedAt),
    title: lossKindWords[loss.kind],
    text: loss.happenedOn ? undefined : 'The day we were told.',
  }));
  const births = (facts?.lossOfAll ? [] : (facts?.babies ?? [])).map((baby) => ({
    on: baby.bornOn,
    title: `${baby.givenName ?? 'A baby'} was born`,
    text: undefined,
  }));
  const safety = file.safety.map((each) => ({
    on: day(each.releasedAt),
    title: 'A safety instruction was released',
    text: undefined,
  }));
  const all = [...losses, ...births, ...safety].sort((one, other) =>
    Temporal.PlainDate.compare(other.on, one.on),
  );
  if (all.length === 0) return null;
  return (
    <section>
      <Heading level={2}>What happened</Heading>
      <Timeline
        happenings={all.map(({ on, title, text }) => ({
          when: longDate(on, { today: view.today }),
          title,
          text,
        }))}
      />
    </section>
  );
};
