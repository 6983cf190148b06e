import { step } from '#platform/forms/wizard.spec.ts';
import { wizard } from '#platform/forms/wizard.tsx';
import { anyone, type Route } from '#platform/http/page.ts';
import { languageName, languageOptions } from '#rooms/people/door.ts';
import { Checkbox, DateField, RadioField, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Heading, Lede } from '#ui/show.tsx';
import { selfBackPath, selfPath, selfStepPath } from '../paths.ts';
import { receiveReferral } from '../receive/receive.commands.ts';
import { noNeeds, type Relation } from '../receive/receive.rules.ts';
import { draftKey, sendDraftLink, trackSecretOf } from './draft-link.ts';
import { familyForm, reachForm } from './self.form.ts';
import { SelfSentPage } from './sent.pages.tsx';
import { type SentFacts, sentFacts } from './sent.queries.ts';
import { type FormSetting, publicSetting } from './setting.ts';
import { CentreField, ContactFields, contactAnswers, dateWords } from './shared.fields.tsx';
import { arrivingParent } from './shared.form.ts';

const ownWords: Readonly<Record<Relation, string>> = {
  pregnant: 'I am pregnant, or I gave birth',
  father: 'I am the baby’s father',
  partner: 'My partner is pregnant, or gave birth',
  other_carer: 'I care for the baby in another way',
};
const ownOptions = (Object.keys(ownWords) as Relation[]).map((value) => ({ value, label: ownWords[value] }));

const you = step({
  title: 'You, and how to reach you',
  form: reachForm,
  fields: (view, { centres }: FormSetting) => (
    <>
      <TextField
        form={view.form}
        name="givenName"
        label="What shall we call you?"
        hint="A first name is enough."
        autocomplete="given-name"
        width={20}
      />
      <ContactFields view={view} their="your" />
      <CentreField form={view.form} legend="Which centre is nearest to you?" centres={centres} />
    </>
  ),
  answers: (value, { centres }) => [
    { label: 'We call you', value: value.givenName },
    ...contactAnswers(value),
    { label: 'Centre', value: centres.find(({ id }) => id === value.centreId)?.name ?? '' },
  ],
});

const baby = step({
  title: 'You and the baby',
  form: familyForm,
  fields: ({ form }) => (
    <>
      <RadioField form={form} name="relation" legend="Which is nearest?" options={ownOptions} />
      <DateField
        form={form}
        name="dueOn"
        legend="When is the baby due? (if you know)"
        hint="For example, 26 3 2027. Not sure is fine: leave it empty."
      />
      <DateField form={form} name="babyBornOn" legend="If the baby is born: the birthday" />
      <SelectField
        form={form}
        name="language"
        label="Which language do you like to speak?"
        options={languageOptions()}
      />
      <Checkbox form={form} name="interpreterNeeded" label="I would like an interpreter" />
      <TextArea
        form={form}
        name="why"
        label="Is there anything you would like us to know? (you do not have to say)"
        hint="Only the people who look after families read it."
        rows={4}
      />
    </>
  ),
  answers: (value) => [
    { label: 'You', value: ownWords[value.relation] },
    { label: 'Due date', value: dateWords(value.dueOn) },
    { label: 'Baby’s birthday', value: dateWords(value.babyBornOn) },
    { label: 'Language', value: languageName(value.language) },
    { label: 'In your words', value: value.why },
  ],
});

export const selfRoutes: readonly Route[] = wizard({
  name: 'self',
  title: 'Ask for support',
  paths: { start: selfPath, step: selfStepPath, back: selfBackPath },
  errand: 'a parent asks for support',
  can: anyone,
  shell: 'parent',
  context: publicSetting,
  steps: { you, baby },
  intro: () => (
    <>
      <Heading>Ask for support</Heading>
      <Lede>
        Having a baby can be hard. Other parents who have been there are glad to meet you. This takes a minute
        or two, and you can stop at any time.
      </Lede>
    </>
  ),
  check: 'Send it to us',
  finish: async (scope, { you: reach, baby: family }, { draftId, secret, ask }) => {
    await receiveReferral(
      scope,
      {
        centreId: reach.centreId,
        route: 'self',
        cameBy: 'form',
        parent: arrivingParent(
          {
            ...family,
            givenName: reach.givenName,
            familyName: '',
            knownAs: '',
            bornOn: null,
            nhsNumber: null,
            accessNeeds: '',
          },
          reach,
        ),
        relation: family.relation,
        family: { dueOn: family.dueOn, bornOn: family.babyBornOn, babiesExpected: 1 },
        needs: { ...noNeeds, why: family.why },
        referrer: null,
        parentKnows: true,
        tellReferrer: false,
        heardOfUs: '',
        outsideKey: draftKey(draftId),
        ...(secret && { trackSecret: trackSecretOf(secret) }),
      },
      ask.origin,
    );
    return null;
  },
  sent: { load: sentFacts, show: (view, facts: SentFacts) => <SelfSentPage view={view} facts={facts} /> },
  // Not to an address that somebody else may read: only where the parent ticked e-mail as safe.
  sendLink: {
    to: ({ you: reach }) => (reach?.ways.includes('email') ? reach.email : null),
    send: sendDraftLink,
  },
});
