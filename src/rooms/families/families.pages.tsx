import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { languageName } from '#rooms/people/door.ts';
import * as people from '#rooms/people/paths.ts';
import {
  Card,
  Columns,
  Empty,
  Heading,
  Inset,
  Lede,
  Muted,
  Row,
  Rows,
  SummaryList,
  type SummaryRow,
  Tag,
  Timeline,
} from '#ui/show.tsx';
import { longDate, timeRange } from '#ui/times.ts';
import { correctedFirstBirthday, entitledUntil, firstBirthday } from './clock.rules.ts';
import { mayCareFor, mayOpenFamily } from './families.policy.ts';
import { earlyWords, familyWords, livesWithWords, relationWords, restingWords } from './family.rules.ts';
import type { FamilyFile } from './file/file.queries.ts';
import { decisionWords, lossKindWords } from './loss/loss.rules.ts';
import * as paths from './paths.ts';

interface FilePageProps {
  readonly view: View;
  readonly file: FamilyFile;
  /** What later rooms know of this parent: referral, places, sessions. */
  readonly children?: ComponentChildren;
}

/** A parent's file. The hub draws it and puts what later rooms know in the middle. */
export const FamilyFilePage = ({ view, file, children }: FilePageProps): VNode => {
  const { calledName, fullName } = file.file;
  return (
    <Frame view={view} title={fullName} back={{ href: paths.families(), label: 'Families' }} wide>
      <Heading above={`${file.centre.name}${file.facts ? `, ${relationWords[file.facts.relation]}` : ''}`}>
        {fullName}
      </Heading>
      <SafetyFirst view={view} file={file} />
      <Rests view={view} file={file} />
      <Columns aside={<Actions view={view} file={file} />}>
        <Lede>
          {file.facts
            ? familyWords(file.facts, view.today)
            : 'Nothing is written down of a pregnancy or baby yet.'}
        </Lede>
        <SummaryList rows={whoTheyAre(view, file)} />
        {children}
        <Babies view={view} file={file} />
        <Card
          title="How to reach them"
          action={<a href={people.contact({ personId: file.file.id })}>Change how to reach {calledName}</a>}
        >
          <Reach file={file} />
        </Card>
        <OtherParents file={file} />
        <Happened view={view} file={file} />
      </Columns>
    </Frame>
  );
};

const SafetyFirst = ({ view, file }: { view: View; file: FamilyFile }) =>
  file.safety.length === 0 ? null : (
    <Card
      tone="urgent"
      title="Safety"
      action={
        mayCareFor(view.actor, file) ? (
          <a href={paths.safety({ personId: file.file.id })}>Look at this again</a>
        ) : undefined
      }
    >
      {file.safety.map((each) => (
        <p key={each.id}>
          <strong>{each.words}</strong>
          <br />
          <Muted>
            {each.releasedBy ? `${file.names.get(each.releasedBy) ?? 'A colleague'}, ` : ''}
            {longDate(each.releasedAt.toZonedDateTimeISO(view.zone).toPlainDate(), { today: view.today })}.{' '}
            {Temporal.PlainDate.compare(each.reviewOn, view.today) <= 0
              ? 'It is time to look at it again.'
              : `To be looked at again on ${longDate(each.reviewOn, { today: view.today })}.`}
          </Muted>
        </p>
      ))}
    </Card>
  );

const Rests = ({ view, file }: { view: View; file: FamilyFile }) => {
  if (!file.facts?.resting) return null;
  // The office learns that messages rest, and not why.
  if (!mayCareFor(view.actor, file))
    return (
      <Inset>
        Messages to this parent are resting. Please write or say nothing about the pregnancy or a baby. A
        practitioner looks after this family.
      </Inset>
    );
  return (
    <Card tone="tint" title="Messages are resting">
      {file.pauses.map((pause) => (
        <div key={pause.id}>
          <p>{restingWords[pause.why]}</p>
          <p>
            {pause.decision
              ? `${file.names.get(pause.decidedBy ?? '') ?? 'A colleague'} decided: ${decisionWords[pause.decision].toLowerCase()}. ${pause.words}`
              : ''}{' '}
            <a href={paths.pause({ pauseId: pause.id })}>
              {pause.decision
                ? 'Change this'
                : pause.why === 'own_loss'
                  ? 'Change what is sent'
                  : 'Decide what may be sent'}
            </a>
          </p>
        </div>
      ))}
    </Card>
  );
};

const whoTheyAre = (view: View, { file }: FamilyFile): readonly SummaryRow[] => {
  const about = {
    href: people.about({ personId: file.id }),
    label: 'Change',
    about: `what the file says about ${file.calledName}`,
  };
  return [
    ...(file.knownAs ? [{ label: 'Called', value: file.knownAs }] : []),
    ...(file.pronouns ? [{ label: 'Pronouns', value: file.pronouns }] : []),
    {
      label: 'Language',
      value: (
        <>
          {languageName(file.language)}{' '}
          {file.interpreterNeeded ? <Tag tone="honey">Needs an interpreter</Tag> : null}
        </>
      ),
      action: about,
    },
    ...(file.bornOn ? [{ label: 'Born', value: longDate(file.bornOn, { today: view.today }) }] : []),
    ...(file.accessNeeds ? [{ label: 'To be able to come', value: file.accessNeeds }] : []),
  ];
};

const Reach = ({ file: { contact } }: { file: FamilyFile }) => {
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
          ...(contact.phone ? [{ label: 'Phone', value: contact.phone }] : []),
          ...(contact.email ? [{ label: 'E-mail', value: contact.email }] : []),
          ...(contact.safeTimes ? [{ label: 'Good times to call', value: contact.safeTimes }] : []),
          { label: 'Nothing is sent', value: `from ${timeRange(contact.quietFrom, contact.quietUntil)}` },
        ]}
      />
    </>
  );
};

const Babies = ({ view, file: { file, facts } }: { view: View; file: FamilyFile }) => {
  if (!facts || facts.lossOfAll || facts.babies.length === 0) return null;
  return (
    <Card title={facts.babies.length === 1 ? 'The baby' : 'The babies'}>
      <Rows>
        {facts.babies.map((baby) => (
          <Row
            key={baby.id}
            action={
              baby.died
                ? undefined
                : {
                    href: paths.undoBirth({ personId: file.id, babyId: baby.id }),
                    label: 'Entered by mistake',
                    about: baby.givenName ?? 'this baby',
                  }
            }
          >
            <strong>{baby.givenName ?? 'No name yet'}</strong>,{' '}
            {baby.died ? 'who died' : `born ${longDate(baby.bornOn, { today: view.today })}`}
            {baby.died ? null : (
              <>
                <br />
                <Muted>
                  {[livesWithWords[baby.livesWith], earlyWords(baby.bornOn, facts.dueOn)]
                    .filter(Boolean)
                    .join(', ')}
                  . First birthday on {birthdayWords(baby, facts.dueOn)}.
                </Muted>
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

const OtherParents = ({ file: { file, otherParents, facts } }: { file: FamilyFile }) => (
  <Card
    title="Other parents"
    action={facts ? <a href={paths.link({ personId: file.id })}>Add another parent</a> : undefined}
  >
    {otherParents.length === 0 ? (
      <p>No other parent is linked to this family.</p>
    ) : (
      <>
        <Rows>
          {otherParents.map((other) => (
            <Row key={other.file.id}>
              <a href={paths.family({ personId: other.file.id })}>{other.file.fullName}</a>,{' '}
              {relationWords[other.relation]}
            </Row>
          ))}
        </Rows>
        <p>
          <Muted>
            Each parent has a file of their own. What one of them tells us is not passed on to the other.
          </Muted>
        </p>
      </>
    )}
  </Card>
);

const Happened = ({ view, file }: { view: View; file: FamilyFile }) => {
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

const Actions = ({ view, file }: { view: View; file: FamilyFile }) => {
  if (!mayOpenFamily(view.actor, file)) return null;
  const personId = file.file.id;
  const { facts } = file;
  const cares = mayCareFor(view.actor, file);
  const until = facts ? entitledUntil(facts) : null;
  const goesOn = facts !== null && !facts.lossOfAll;
  const actions = [
    ...(goesOn ? [{ href: paths.birth({ personId }), label: 'Record a birth' }] : []),
    ...(goesOn ? [{ href: paths.dueDate({ personId }), label: 'Change the due date' }] : []),
    {
      href: paths.newPregnancy({ personId }),
      label: facts ? 'Begin a new pregnancy' : 'Add a pregnancy or baby',
    },
    ...(goesOn ? [{ href: paths.loss({ personId }), label: 'Record a loss' }] : []),
    ...(cares && facts?.someLost
      ? [{ href: paths.lossUndo({ personId }), label: 'A loss was entered by mistake' }]
      : []),
    ...(cares && facts && !facts.resting
      ? [{ href: paths.rest({ personId }), label: 'They asked for quiet' }]
      : []),
    ...(cares ? [{ href: paths.safety({ personId }), label: 'Safety instruction' }] : []),
    { href: people.duplicates(), label: 'Files that look alike' },
  ];
  return (
    <Card title="What has changed?">
      <Rows>
        {actions.map((action) => (
          <Row key={action.href}>
            <a href={action.href}>{action.label}</a>
          </Row>
        ))}
      </Rows>
      {until ? (
        <p>
          <Muted>The drop-in is open to this family until {longDate(until, { today: view.today })}.</Muted>
        </p>
      ) : null}
    </Card>
  );
};

/** For whoever comes to a file that is not, or no longer, to be found. */
export const NoFamilies = ({ searched }: { searched: boolean }): VNode =>
  searched ? (
    <Empty title="Nobody here matches" action={{ href: paths.families(), label: 'Show everyone' }}>
      Try part of a name, or another stage.
    </Empty>
  ) : (
    <Empty title="No family is here yet">A family’s file opens with their referral.</Empty>
  );
