import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ageWords, entitledUntil, gestationWords } from '#rooms/families/door.ts';
import { family as familyPath } from '#rooms/families/paths.ts';
import { languageName, phoneInWords } from '#rooms/people/door.ts';
import { compare } from '#rooms/people/paths.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import {
  Card,
  Columns,
  type Happening,
  Heading,
  Inset,
  Muted,
  Row,
  Rows,
  Said,
  SummaryList,
  Tag,
  Timeline,
} from '#ui/show.tsx';
import { dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import { relationWords } from '../forms/shared.fields.tsx';
import { decidePath, followUpPath, referralsPath, withdrawPath } from '../paths.ts';
import {
  DECIDED_WORDS,
  OUTCOME_WORDS,
  OUTCOMES,
  type Outcome,
  referralLife,
  stateWords,
  withdrawalWords,
} from '../referral.rules.ts';
import { reasonWords } from './decide.rules.ts';
import type { PassedOnTo, ReferralFacts } from './triage.queries.ts';
import { cameByWords, routeWords, stateTone } from './words.ts';

const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const said = (value: string) => (value === '' ? <Muted>Nothing said</Muted> : <Said>{value}</Said>);

const ways = (facts: ReferralFacts): string => {
  const { contact } = facts;
  if (!contact) return 'Not for you to see';
  const phone = contact.phone ? phoneInWords(contact.phone) : '';
  const safe = [
    contact.mayText && `text to ${phone}`,
    contact.mayCall && `call ${phone}${contact.mayVoicemail ? ', voicemail too' : ', no voicemail'}`,
    contact.mayEmail && `e-mail to ${contact.email}`,
  ].filter(Boolean);
  if (safe.length === 0) return 'No safe way was named. Ask whoever referred.';
  const when = contact.safeTimes ? ` Best: ${contact.safeTimes}.` : '';
  return `Safe: ${safe.join('; ')}.${contact.neutralOnly ? ' Somebody else may read it: do not say who we are.' : ''}${when}`;
};

/** What the clock says of the family today: gestation, last date to begin, how long they may come. */
const clock = (facts: ReferralFacts): { label: string; value: string }[] => {
  const { family, window, today } = facts;
  if (family?.lossOfAll)
    return [
      {
        label: 'A loss is recorded',
        value: 'Nothing about a baby applies. Speak with the parent before you decide.',
      },
    ];
  const until = family ? entitledUntil(family) : null;
  const dueOn = family?.dueOn ?? null;
  return [
    { label: 'Due date', value: dueOn ? dayAndDate(dueOn, { today }) : 'Not known' },
    ...(family && family.babies.length > 0
      ? family.babies.map((baby) => ({
          label: 'Baby',
          value: `Born ${longDate(baby.bornOn, { today })}, ${ageWords(baby.bornOn, today, dueOn)}`,
        }))
      : [
          {
            label: 'Today',
            value:
              window.gestation && window.gestation.weeks >= 0
                ? gestationWords(window.gestation)
                : 'Not known',
          },
        ]),
    ...(window.lastStart
      ? [{ label: 'Last date to begin a whole course', value: dayAndDate(window.lastStart, { today }) }]
      : []),
    { label: 'Antenatal group', value: window.reasons.join(' ') },
    ...(until ? [{ label: 'Drop-in open until', value: longDate(until, { today }) }] : []),
  ];
};

const handoverWords = (passed: PassedOnTo): string => {
  const agreed = passed.parentAgreed ? 'The parent agreed.' : 'Without the parent’s agreement.';
  const found = passed.followedUpAt
    ? `${passed.arrived ? 'They got there' : passed.arrived === false ? 'They did not get there' : 'We could not find out whether they got there'}${passed.seen ? ' and were seen.' : passed.seen === false ? ' and were not seen.' : '.'}`
    : `To be followed up on ${dayAndDate(passed.followUpOn)}.`;
  return `${agreed} ${found}`;
};

const history = (facts: ReferralFacts, view: View): Happening[] => {
  const when = (moment: Temporal.Instant) => momentInWords(moment, facts.zone, view.now);
  const by = (name: string | null) => (name ? ` by ${name}` : '');
  const events: { readonly at: Temporal.Instant; readonly happening: Happening }[] = [
    {
      at: facts.receivedAt,
      happening: {
        when: when(facts.receivedAt),
        title: `It arrived: ${routeWords[facts.route]?.toLowerCase() ?? ''}, ${cameByWords[facts.cameBy] ?? ''}`,
        text: facts.receivedBy ? `Written down by ${facts.receivedBy}` : undefined,
      },
    },
    ...facts.triages.map((each) => ({
      at: each.at,
      happening: {
        when: each.by ? `${when(each.at)}, ${each.by}` : when(each.at),
        title: `${DECIDED_WORDS[each.outcome]}: ${reasonWords(each.outcome, each.reason, facts.template.content)}`,
        text: each.words ? <Said>{each.words}</Said> : undefined,
      },
    })),
    ...facts.passedOn.map((each) => ({
      at: each.madeAt,
      happening: {
        when: when(each.madeAt),
        tone: 'iris' as const,
        title: `${each.kind === 'hand_over' ? 'Handed over to' : 'Shown'} ${each.toService}`,
        text: (
          <>
            <p>{handoverWords(each)}</p>
            {each.words ? <Said>{each.words}</Said> : null}
            {each.followedUpAt ? null : (
              <a href={followUpPath({ handoverId: each.id })}>Write down what became of it</a>
            )}
          </>
        ),
      },
    })),
    ...(facts.withdrawal
      ? [
          {
            at: facts.withdrawal.at,
            happening: {
              when: when(facts.withdrawal.at),
              tone: 'grey' as const,
              title: `Ended: ${withdrawalWords[facts.withdrawal.reason].toLowerCase()}${by(facts.withdrawal.by)}`,
              text: facts.withdrawal.words ? <Said>{facts.withdrawal.words}</Said> : undefined,
            },
          },
        ]
      : []),
  ];
  return events
    .sort((one, other) => Temporal.Instant.compare(other.at, one.at))
    .map(({ happening }) => happening);
};

const Decide = ({ facts }: { facts: ReferralFacts }) => {
  const possible = OUTCOMES.filter((outcome: Outcome) =>
    referralLife.moves[outcome].from.includes(facts.state),
  );
  const ends = referralLife.moves.withdraw.from.includes(facts.state);
  if (possible.length === 0 && !ends) return null;
  const waiting = facts.state === 'received' || facts.state === 'asked';
  return (
    <Card title={waiting ? 'Decide' : 'Change the decision'} tone={waiting ? 'tint' : 'plain'}>
      {facts.decides ? (
        <ButtonRow>
          {possible.map((outcome) => (
            <ButtonLink
              key={outcome}
              kind={outcome === 'welcome' && waiting ? 'primary' : 'secondary'}
              href={decidePath({ referralId: facts.id, outcome })}
            >
              {OUTCOME_WORDS[outcome]}
            </ButtonLink>
          ))}
        </ButtonRow>
      ) : (
        <p>A practitioner, volunteer manager or programme coordinator decides.</p>
      )}
      {ends ? (
        <p>
          <a href={withdrawPath({ referralId: facts.id })}>End this referral without a decision</a>
        </p>
      ) : null}
    </Card>
  );
};

export const ReferralPage = ({ view, facts }: { view: View; facts: ReferralFacts }): VNode => {
  const { file, family, needs, referrer } = facts;
  const needNames = facts.template.content.eligibility.needs;
  return (
    <Frame
      view={view}
      shell="staff"
      title={`Referral ${facts.reference}`}
      back={{ href: referralsPath(), label: 'Referrals' }}
      wide
    >
      <Heading above={`Referral ${facts.reference}, ${facts.centreName}`}>{file.fullName}</Heading>
      <p>
        <Tag tone={stateTone(facts.state)}>{first(stateWords[facts.state])}</Tag>
      </p>
      {facts.parentKnows ? null : (
        <Inset tone="clay">
          The parent does not know of this referral yet. Speak with whoever sent it before you get in touch.
        </Inset>
      )}
      <Decide facts={facts} />
      {facts.alike.length > 0 ? (
        <Card tone="soon" title="There may be a file already">
          <Rows>
            {facts.alike.map((alike) => (
              <Row
                key={alike.personId}
                action={{
                  href: compare({ personId: file.id }, { other: alike.personId }),
                  label: 'Compare',
                  about: `with ${alike.file.fullName}`,
                }}
              >
                <strong>{alike.file.fullName}</strong>
                <br />
                <Muted>{alike.reasons.join(', ')}</Muted>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
      <Columns
        aside={
          <Card title="When">
            <SummaryList rows={clock(facts)} />
          </Card>
        }
      >
        <Card title="Who" action={<a href={familyPath({ personId: file.id })}>Open the file</a>}>
          <SummaryList
            rows={[
              { label: 'Called', value: file.calledName },
              { label: 'To the baby', value: family ? relationWords[family.relation] : '' },
              {
                label: 'Date of birth',
                value: file.bornOn ? longDate(file.bornOn) : <Muted>Not known</Muted>,
              },
              {
                label: 'Language',
                value: `${languageName(file.language)}${file.interpreterNeeded ? ', with an interpreter' : ''}`,
              },
              ...(file.accessNeeds ? [{ label: 'What helps them come', value: file.accessNeeds }] : []),
              { label: 'How to reach them', value: ways(facts) },
            ]}
          />
        </Card>
      </Columns>
      {needs ? (
        <Card title="Why">
          <SummaryList
            rows={[
              { label: 'In their words', value: said(needs.why) },
              {
                label: 'What is hard',
                value: said(
                  needNames
                    .filter(({ code }) => needs.needs.includes(code))
                    .map(({ name }) => name)
                    .join('; '),
                ),
              },
              { label: 'To keep someone safe', value: said(needs.risks) },
              { label: 'Support now', value: said(needs.supportNow) },
              { label: 'Hopes', value: said(needs.hopes) },
            ]}
          />
        </Card>
      ) : (
        <p>
          <Muted>Why they were referred is for those who look after the family.</Muted>
        </p>
      )}
      {referrer ? (
        <Card title="Who sent it">
          <SummaryList
            rows={[
              {
                label: 'Name',
                value: [referrer.name, referrer.job, referrer.worksFor].filter(Boolean).join(', '),
              },
              { label: 'E-mail', value: referrer.email ?? <Muted>Not known</Muted> },
              {
                label: 'Phone',
                value: referrer.phone ? phoneInWords(referrer.phone) : <Muted>Not known</Muted>,
              },
              {
                label: 'Hears what became of it',
                value: facts.tellReferrer ? 'Yes, the parent agreed' : 'No',
              },
            ]}
          />
        </Card>
      ) : null}
      <Heading level={2}>What happened</Heading>
      <Timeline happenings={history(facts, view)} />
    </Frame>
  );
};
