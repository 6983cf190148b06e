import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { ButtonLink, ButtonRow } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Lede, Muted, Progress } from '#ui/show.tsx';
import { counted, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Award } from './award.queries.ts';
import { awardState } from './award.rules.ts';
import type { Earned } from './own.queries.ts';

export interface OwnFacts extends Earned {
  readonly back: { readonly href: string; readonly label: string };
  readonly pdf: (awardId: string) => string;
}

const howWords: Readonly<Record<Award['how'], string>> = {
  cohort: 'with your group',
  catch_up: 'caught up with another group',
  one_to_one: 'one to one with a trainer',
  elsewhere: 'learned before you came to us',
};

const AwardCard = ({ award, facts }: { award: Award; facts: OwnFacts }) => {
  const { reference } = award;
  return (
    <Card
      tone={award.kind === 'level' ? 'growth' : 'plain'}
      above={award.kind === 'level' ? 'The whole level' : 'One unit'}
      title={award.title}
      action={
        <ButtonRow>
          <ButtonLink href={facts.pdf(award.id)} small about={`for ${award.title}`}>
            Certificate (PDF)
          </ButtonLink>
          <ButtonLink
            href={paths.credentialFile({ reference })}
            kind="secondary"
            small
            about={`for ${award.title}`}
          >
            Credential file
          </ButtonLink>
        </ButtonRow>
      }
    >
      <p>
        {award.how === 'elsewhere' ? 'By' : 'On'} {longDate(award.earnedOn)}
        {award.kind === 'unit' ? `, ${howWords[award.how]}` : ''}.
        {award.expiresOn === null
          ? ''
          : awardState(award, facts.today) === 'ended'
            ? ` It held until ${longDate(award.expiresOn)}.`
            : ` It holds until ${longDate(award.expiresOn)}.`}
      </p>
      <p>
        <Muted>
          Number {reference}. <a href={paths.verifyCredential({ reference })}>What others see</a>
        </Muted>
      </p>
    </Card>
  );
};

/** What somebody has earned: theirs to keep, whatever comes. */
export const OwnCertificatesPage = ({ facts, view }: { facts: OwnFacts; view: View }): VNode => {
  const levels = facts.awards.filter(({ kind }) => kind === 'level');
  const units = facts.awards.filter(({ kind }) => kind === 'unit');
  const { towards } = facts;
  return (
    <Frame
      view={view}
      shell={facts.learner.application ? 'public' : undefined}
      title="Your certificates"
      back={facts.back}
    >
      <Heading>Your certificates</Heading>
      {facts.awards.length === 0 ? (
        <Empty title="Nothing here yet">
          <p>
            After each unit of the training there is a certificate here, on the same day. You do not have to
            finish all of them for one to count.
          </p>
        </Empty>
      ) : (
        <>
          <Lede>
            You have earned {counted(units.length, 'unit')}. They are yours, also if you stop here one day.
          </Lede>
          {towards && levels.length === 0 ? (
            <Progress
              label={towards.name}
              value={towards.units}
              max={towards.of}
              figure={`${towards.units} of ${towards.of}`}
            />
          ) : null}
          {levels.map((award) => (
            <AwardCard award={award} facts={facts} key={award.id} />
          ))}
          {units.map((award) => (
            <AwardCard award={award} facts={facts} key={award.id} />
          ))}
          <Details summary="How to show it to others">
            <p>
              <strong>On paper or by e-mail:</strong> take the certificate. Your name is on it, and a number.
            </p>
            <p>
              <strong>For a computer to check:</strong> take the credential file. It is an Open Badge. You can
              put it into a wallet for badges, or send it with an application. Your name cannot be read in it,
              and nor can any way to reach you.
            </p>
            <p>
              <strong>Somebody wants to know if it is true:</strong> give them the number. On our page they
              see what you learned, when, your first name and one letter. They see nothing else.
            </p>
            <p>
              They can look at{' '}
              <a href={paths.checkCredential()}>the page where a credential file is checked</a>.
            </p>
          </Details>
        </>
      )}
    </Frame>
  );
};
