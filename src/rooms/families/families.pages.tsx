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
} from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { mayCareFor, mayOpenFamily } from './families.policy.ts';
import { familyWords, relationWords, restingWords } from './family.rules.ts';
import type { FamilyFile } from './file/file.queries.ts';
import { Babies, Happened, OtherParents, Reach } from './file/parts.pages.tsx';
import { decisionWords } from './loss/loss.rules.ts';
import * as paths from './paths.ts';

interface FilePageProps {
  readonly view: View;
  readonly file: FamilyFile;
  /** The last day on which the family may come, by the window of their programme. */
  readonly until?: Temporal.PlainDate | null;
  /** What later rooms know of this parent: referral, places, sessions. */
  readonly children?: ComponentChildren;
}

/** A parent's file. The hub draws it and puts what later rooms know in the middle. */
export const FamilyFilePage = ({ view, file, until, children }: FilePageProps): VNode => {
  const { calledName, fullName } = file.file;
  return (
    <Frame view={view} title={fullName} back={{ href: paths.families(), label: 'Families' }} wide>
      <Heading above={`${file.centre.name}${file.facts ? `, ${relationWords[file.facts.relation]}` : ''}`}>
        {fullName}
      </Heading>
      <SafetyFirst view={view} file={file} />
      <Rests view={view} file={file} />
      <Columns aside={<Actions view={view} file={file} />}>
        {file.facts?.lossOfAll ? null : (
          <Lede>
            {file.facts
              ? familyWords(file.facts, view.today)
              : 'Nothing is written down of a pregnancy or baby yet.'}
          </Lede>
        )}
        <SummaryList
          rows={[
            ...whoTheyAre(view, file),
            ...(until && !file.facts?.lossOfAll
              ? [{ label: 'May come until', value: longDate(until, { today: view.today }) }]
              : []),
          ]}
        />
        {children}
        <Babies view={view} file={file} />
        <Card title={`How to reach ${calledName}`}>
          <Reach file={file} />
          <p>
            <a href={people.contact({ personId: file.file.id })}>Change how to reach {calledName}</a>
          </p>
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

const Actions = ({ view, file }: { view: View; file: FamilyFile }) => {
  if (!mayOpenFamily(view.actor, file)) return null;
  const personId = file.file.id;
  const { facts } = file;
  const cares = mayCareFor(view.actor, file);
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
