import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, Form, RadioField, TextField } from '#ui/form.tsx';
import type { FormState } from '#ui/form-state.ts';
import { Card, Details, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { mine, mineHelp, mineReferee, mineReferees } from '../paths.ts';
import type { RefereeFacts } from './reference.queries.ts';
import {
  type Bendable,
  CONTEXTS,
  contextWords,
  type ReferenceRules,
  rulesInWords,
} from './reference.rules.ts';

/** All that an applicant is shown of a referee: who it is and how far it is, never a word of the answer. */
export interface OwnReferee {
  readonly id: string;
  readonly name: string;
  readonly at: 'named' | 'asked' | 'answered' | 'over';
  readonly mayChange: boolean;
}

/** What an applicant may know of a referee. A good answer, a thin one and a worry look the same from here. */
export const ownReferee = ({ id, name, state }: RefereeFacts): OwnReferee => {
  const at =
    state === 'named'
      ? 'named'
      : state === 'asked' || state === 'lapsed' || state === 'call_wanted'
        ? 'asked'
        : state === 'declined' || state === 'let_go'
          ? 'over'
          : 'answered';
  return { id, name, at, mayChange: at === 'named' || at === 'asked' };
};

const atWords: Readonly<Record<OwnReferee['at'], string>> = {
  named: 'Named. We write when we have all names.',
  asked: 'We have asked them. It is their move.',
  answered: 'They have answered. Please thank them from us.',
  over: 'Cannot give a reference now. Somebody else takes this place.',
};

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const RefereeFields = ({
  form,
  centreName,
  them = 'you',
}: {
  form: FormState;
  centreName: string;
  /** Whose referee it is, as the questions say it. */
  them?: string;
}): VNode => (
  <>
    <TextField form={form} name="name" label="Their name" autocomplete="off" width={30} />
    <TextField
      form={form}
      name="email"
      label="Their e-mail address"
      hint="Our letter goes there. Without one, give a phone number and we ring them."
      type="email"
      autocomplete="off"
      spellcheck={false}
      width={30}
    />
    <TextField
      form={form}
      name="phone"
      label="Their phone number (if you like)"
      type="tel"
      autocomplete="off"
      width={20}
    />
    <RadioField
      form={form}
      name="context"
      legend={`Where do they know ${them} from?`}
      small
      options={CONTEXTS.map((value) => ({ value, label: contextWords[value] }))}
    />
    <TextField
      form={form}
      name="howKnown"
      label="How do you know each other?"
      hint="A few words, such as “She led the toddler group I helped at.”"
    />
    <TextField
      form={form}
      name="knownYears"
      label={`For how many years have they known ${them}?`}
      hint="About is fine. 0 for less than one."
      inputmode="numeric"
      width={2}
    />
    <RadioField form={form} name="related" legend="Are you related?" inline options={YES_NO} />
    <RadioField
      form={form}
      name="worksHere"
      legend={`Do they work or volunteer at ${centreName}?`}
      inline
      options={YES_NO}
    />
  </>
);

export const RulesList = ({ rules, bent }: { rules: ReferenceRules; bent: readonly Bendable[] }): VNode => (
  <ul>
    {rulesInWords(rules, bent).map((rule) => (
      <li key={rule}>{rule}</li>
    ))}
  </ul>
);

export interface MineRefereesFacts {
  readonly secret: string;
  readonly centreName: string;
  readonly centrePhone: string | null;
  readonly rules: ReferenceRules;
  readonly bent: readonly Bendable[];
  readonly referees: readonly OwnReferee[];
  readonly missing: number;
  readonly at: 'before' | 'open' | 'done' | 'ended';
}

const NOT_NOW: Readonly<Record<'before' | 'done' | 'ended', string>> = {
  before: 'This comes after your application. There is nothing to do here yet.',
  done: 'This step is done. Thank you, and please thank the people you named.',
  ended: 'Your application is not going on, so nobody is asked.',
};

const ordinal = ['first', 'second', 'third', 'fourth', 'fifth'];

export const MineRefereesPage = ({ view, facts }: { view: View; facts: MineRefereesFacts }): VNode => {
  const { secret, referees, missing, rules } = facts;
  const place = rules.needed - missing;
  return (
    <Frame
      view={view}
      shell="public"
      title="People who know you"
      back={{ href: mine({ secret }), label: 'Where you are' }}
    >
      <Heading above="References">People who know you</Heading>
      <Lede>Others see things in us that we would not say ourselves. So we ask people who know you.</Lede>
      {referees.length > 0 ? (
        <Rows>
          {referees.map((each) => (
            <Row
              key={each.id}
              marker={{ named: 'named', asked: 'asked', answered: 'answered', over: 'not now' }[each.at]}
              tone={each.at === 'answered' ? 'pine' : each.at === 'over' ? 'grey' : 'honey'}
              {...(facts.at === 'open' && each.mayChange
                ? {
                    action: {
                      href: mineReferee({ secret, refereeId: each.id }),
                      label: 'Name somebody else',
                      about: `instead of ${each.name}`,
                    },
                  }
                : {})}
            >
              <strong>{each.name}</strong>
              <br />
              <Muted>{atWords[each.at]}</Muted>
            </Row>
          ))}
        </Rows>
      ) : null}
      {facts.at !== 'open' ? (
        <Card tone="tint">
          <p>{NOT_NOW[facts.at]}</p>
        </Card>
      ) : missing === 0 ? (
        <Card tone="tint" title="You have done your part">
          <p>
            It is their move now. They usually answer within {rules.answerDays} days, and we remind them once.
            If it takes longer, we are in touch.
          </p>
        </Card>
      ) : (
        <>
          <Card tone="tint" title="Whom you can name">
            <RulesList rules={rules} bent={facts.bent} />
            <p>
              Please tell them that we will write, and check their e-mail address. We ask them a few plain
              questions; it takes about three minutes.
            </p>
            <p>
              What they answer is for the few people here who look after volunteers. It is not shown on your
              page, so that they can speak freely.
            </p>
          </Card>
          <Details summary="What if I cannot think of anybody like that?">
            <p>
              You may be new in the country, or have been at home with small children for years. That is no
              reason to stop. <a href={mineHelp({ secret })}>Tell us</a>
              {facts.centrePhone ? `, or ring ${facts.centrePhone}` : ''}, and we find another way together.
            </p>
          </Details>
          <Heading level={2}>
            {rules.needed === 1 ? 'The person we may ask' : `Your ${ordinal[place] ?? 'next'} person`}
          </Heading>
          <Form form={view.form}>
            <RefereeFields form={view.form} centreName={facts.centreName} />
            <ButtonRow>
              <Button>{missing === 1 ? 'Save, and ask them' : 'Save, and name the next'}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Frame>
  );
};

export const MineChangePage = ({
  view,
  secret,
  referee,
}: {
  view: View;
  secret: string;
  referee: OwnReferee;
}): VNode => (
  <Frame
    view={view}
    shell="public"
    title="Name somebody else"
    back={{ href: mineReferees({ secret }), label: 'People who know you' }}
  >
    <Heading>Name somebody else instead of {referee.name}?</Heading>
    <p>
      If we have written to {referee.name}, the link in our letter stops working. Then you name somebody else.
    </p>
    <Form form={view.form}>
      <ButtonRow>
        <Button>Yes, name somebody else</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
