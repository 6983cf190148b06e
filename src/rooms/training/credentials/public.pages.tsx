import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Muted, SummaryList, Tag } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Award } from './award.queries.ts';
import { type AwardState, awardState } from './award.rules.ts';
import { aimsAreHeaded, type Meaning } from './credential.rules.ts';

export const awardTag: Readonly<
  Record<AwardState, { readonly words: string; readonly tone: 'pine' | 'clay' | 'red' }>
> = {
  holds: { words: 'Holds', tone: 'pine' },
  ended: { words: 'Ended', tone: 'clay' },
  withdrawn: { words: 'Taken back', tone: 'red' },
};

export interface VerifyFacts {
  readonly reference: string;
  readonly found: { readonly award: Award; readonly whose: string; readonly meaning: Meaning } | null;
  readonly today: Temporal.PlainDate;
}

const answerWords = (state: AwardState, { expiresOn }: Award): string => {
  if (state === 'withdrawn')
    return 'This was taken back. It no longer counts, and a file or a paper that says otherwise is out of date.';
  if (expiresOn === null) return 'This holds.';
  return state === 'ended'
    ? `This held until ${longDate(expiresOn)}. It has ended.`
    : `This holds until ${longDate(expiresOn)}.`;
};

/** What anybody may know of an award: whether it holds, what it stands for, and whose it is by first name and initial. */
export const VerifyCredentialPage = ({ facts, view }: { facts: VerifyFacts; view: View }): VNode => {
  const { reference, found } = facts;
  if (!found)
    return (
      <Frame view={view} shell="public" title="We do not know this number">
        <Heading above={reference}>We do not know this number</Heading>
        <Lede>
          Look at the certificate once more: a number is nine letters and figures, such as K7F-2QH-9BD. If it
          is the same, ring the centre that it came from.
        </Lede>
        <p>
          <a href={paths.checkCredential()}>Check a credential file instead</a>
        </p>
      </Frame>
    );
  const { award, whose, meaning } = found;
  const state = awardState(award, facts.today);
  return (
    <Frame view={view} shell="public" title={`${meaning.title}: ${awardTag[state].words.toLowerCase()}`}>
      <Heading above={`Certificate ${award.reference}`}>{meaning.title}</Heading>
      <p>
        <Tag tone={awardTag[state].tone}>{awardTag[state].words}</Tag>
      </p>
      <Lede>{answerWords(state, award)}</Lede>
      <SummaryList
        rows={[
          { label: 'Whose', value: whose },
          {
            label: award.how === 'elsewhere' ? 'Learned by' : 'Earned on',
            value: longDate(award.earnedOn),
          },
          { label: 'From', value: view.organisation.name },
          {
            label: 'What for',
            value:
              award.how === 'elsewhere'
                ? 'They learned it before they came to us, and showed us.'
                : award.kind === 'unit'
                  ? 'One unit of the training for peer supporters.'
                  : 'The training for peer supporters, every unit of this level.',
          },
        ]}
      />
      <p>
        It says what somebody learned. It does not say that they may be with families, and nothing of a check.
      </p>
      <Heading level={2}>What it stands for</Heading>
      <p>{meaning.about}</p>
      <p>{aimsAreHeaded(meaning, award.how)}</p>
      <ul>
        {meaning.aims.map((aim) => (
          <li key={aim}>{aim}</li>
        ))}
      </ul>
      {meaning.competencies.length > 0 ? (
        <Details summary="The competencies behind it, and their codes">
          {meaning.competencies.map((each) => (
            <div id={each.code} key={each.code}>
              <p>
                <strong>{each.name}.</strong> {each.words}
                {each.frameworks.map((framework) => (
                  <>
                    {' '}
                    <Muted>
                      {framework.name} {framework.code}.
                    </Muted>
                  </>
                ))}
              </p>
            </div>
          ))}
        </Details>
      ) : null}
      <p>
        Were you given a file? <a href={paths.checkCredential()}>Check that it is the one we signed</a>.
      </p>
      {state === 'withdrawn' ? null : (
        <p>
          <a href={paths.credentialFile({ reference: award.reference })}>The credential for computers</a>{' '}
          <Muted>(Open Badges 3.0, signed)</Muted>
        </p>
      )}
    </Frame>
  );
};

/** Anybody pastes what they were given and hears whether it is what we signed. */
export const CheckCredentialPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} shell="public" title="Is this credential true?">
    <Heading>Is this credential true?</Heading>
    <Lede>Somebody gave you a credential file from us? Open it, copy all of it, and paste it here.</Lede>
    <Form form={view.form}>
      <TextArea
        form={view.form}
        name="credential"
        label="What is in the file"
        hint="A long row of letters and figures with two dots in it. It begins with eyJ."
        rows={8}
        autocomplete="off"
      />
      <ButtonRow>
        <Button>Check it</Button>
      </ButtonRow>
    </Form>
    <Card level={2} title="What we look at">
      <p>
        Whether we signed it, and whether it is still exactly as we signed it. Then you see what it stands for
        and whether it still holds. We keep nothing of what you paste.
      </p>
    </Card>
    <Details summary="For those who check by program">
      <p>
        Our credentials are Open Badges 3.0, signed as JWT (RS256). The key is at the address in the header
        (kid). See <a href={paths.credentialKeys()}>all of our keys</a>,{' '}
        <a href={paths.credentialIssuer()}>who issues</a>, and{' '}
        <a href={paths.credentialStatus()}>the list of what was taken back</a>.
      </p>
    </Details>
    {view.organisation.demo ? (
      <Inset tone="honey">
        <p>This is a demonstration. Nobody in it is real, and its certificates stand for nothing.</p>
      </Inset>
    ) : null}
  </Frame>
);
