import { step } from '#platform/forms/wizard.spec.ts';
import { wizard } from '#platform/forms/wizard.tsx';
import { anyone, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { RadioField, TextField } from '#ui/form.tsx';
import { Heading, Inset, Lede } from '#ui/show.tsx';
import { referBackPath, referPath, referStepPath, trackHelpPath, trackPath } from '../paths.ts';
import { receiveReferral } from '../receive/receive.commands.ts';
import { noNeeds } from '../receive/receive.rules.ts';
import { draftKey, sendDraftLink, trackSecretOf } from './draft-link.ts';
import { parentForm, whyForm, youForm } from './refer.form.ts';
import { ReferredPage, TrackHelpPage, TrackPage } from './sent.pages.tsx';
import { type SentFacts, sentFacts, trackedFacts } from './sent.queries.ts';
import { type FormSetting, publicSetting } from './setting.ts';
import {
  CentreField,
  ContactFields,
  contactAnswers,
  ParentFields,
  parentAnswers,
  WhyFields,
  whyAnswers,
} from './shared.fields.tsx';
import { arrivingParent } from './shared.form.ts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const you = step({
  title: 'You and the centre',
  form: youForm,
  fields: ({ form }, { centres }: FormSetting) => (
    <>
      <CentreField form={form} legend="Which centre is nearest to the family?" centres={centres} />
      <TextField form={form} name="name" label="Your name" autocomplete="name" width={20} />
      <TextField
        form={form}
        name="job"
        label="Your job"
        hint="Such as midwife, health visitor or GP."
        width={20}
      />
      <TextField
        form={form}
        name="worksFor"
        label="Where you work (if you like)"
        autocomplete="organization"
      />
      <TextField
        form={form}
        name="referrerEmail"
        label="Your e-mail address"
        hint="We write when it arrives, and when it is decided."
        type="email"
        autocomplete="email"
      />
      <TextField
        form={form}
        name="referrerPhone"
        label="Your phone number (if we may ring you)"
        type="tel"
        autocomplete="tel"
        width={20}
      />
    </>
  ),
  answers: (value, { centres }) => [
    { label: 'Centre', value: centres.find(({ id }) => id === value.centreId)?.name ?? '' },
    { label: 'You', value: `${value.name}, ${value.job}` },
    { label: 'Where you work', value: value.worksFor },
    { label: 'Your e-mail', value: value.referrerEmail },
    { label: 'Your phone', value: value.referrerPhone ?? '' },
  ],
});

const parent = step({
  title: 'The parent',
  form: parentForm,
  fields: (view) => <ParentFields view={view} />,
  answers: (value) => parentAnswers(value),
});

const why = step({
  title: 'Why, and how to reach them',
  form: whyForm,
  fields: (view, { template }: FormSetting) => (
    <>
      <WhyFields
        view={view}
        needs={template.content.eligibility.needs}
        hint="A sentence or two is enough. The parent can ask to read it."
      />
      <ContactFields view={view} their="their" />
      <RadioField
        form={view.form}
        name="parentKnows"
        legend="Does the parent know of this referral, and agree?"
        options={YES_NO}
        inline
      />
      <RadioField
        form={view.form}
        name="tellReferrer"
        legend="Does the parent agree that you hear what became of it?"
        options={YES_NO}
        inline
      />
    </>
  ),
  answers: (value, { template }) => [
    ...whyAnswers(value, template.content.eligibility.needs),
    ...contactAnswers(value),
    { label: 'The parent knows and agrees', value: value.parentKnows ? 'Yes' : 'No' },
    { label: 'You may hear what became of it', value: value.tellReferrer ? 'Yes' : 'No' },
  ],
});

const referWizard = wizard({
  name: 'refer',
  title: 'Refer a parent',
  paths: { start: referPath, step: referStepPath, back: referBackPath },
  errand: 'a professional refers a parent',
  can: anyone,
  shell: 'public',
  context: publicSetting,
  steps: { you, parent, why },
  intro: () => (
    <>
      <Heading>Refer a parent</Heading>
      <Lede>
        For parents in pregnancy and the first year who find it hard just now. It takes about two minutes.
      </Lede>
      <Inset tone="clay">
        Nobody watches this form for emergencies. If someone is in danger now, call 999 or use your crisis
        pathway.
      </Inset>
      <p>
        Sent one before? <a href={trackHelpPath()}>See what became of it</a>
      </p>
    </>
  ),
  check: { title: 'Check and send', button: 'Send the referral' },
  finish: async (scope, { you: from, parent: who, why: reason }, { draftId, secret, ask }) => {
    await receiveReferral(
      scope,
      {
        centreId: from.centreId,
        route: 'professional',
        cameBy: 'form',
        parent: arrivingParent(who, reason),
        relation: who.relation,
        family: { dueOn: who.dueOn, bornOn: who.babyBornOn, babiesExpected: 1 },
        needs: {
          ...noNeeds,
          why: reason.why,
          needs: reason.needs,
          risks: reason.risks,
          supportNow: reason.supportNow,
        },
        referrer: {
          name: from.name,
          job: from.job,
          worksFor: from.worksFor,
          email: from.referrerEmail,
          phone: from.referrerPhone,
        },
        parentKnows: reason.parentKnows,
        tellReferrer: reason.tellReferrer,
        heardOfUs: '',
        outsideKey: draftKey(draftId),
        ...(secret && { trackSecret: trackSecretOf(secret) }),
      },
      ask.origin,
    );
    return null;
  },
  sent: { load: sentFacts, show: (view, facts: SentFacts) => <ReferredPage view={view} facts={facts} /> },
  sendLink: { to: (values) => values.you?.referrerEmail ?? null, send: sendDraftLink },
});

export const referRoutes: readonly Route[] = [
  ...referWizard,
  page({
    path: trackHelpPath,
    can: anyone,
    audit: notSensitive('names and phone numbers of centres'),
    load: async (scope) => ({ centres: await centres(scope) }),
    show: (facts, view) => <TrackHelpPage view={view} {...facts} />,
  }),
  page<'/refer/track/:secret', SentFacts>({
    path: trackPath,
    can: anyone,
    errand: 'a professional looks at what became of a referral',
    audit: looking('referral.tracked', ({ referralId }) => ({ kind: 'referral', id: referralId })),
    load: (scope, { params }) => trackedFacts(scope, params.secret),
    show: (facts, view) => <TrackPage view={view} facts={facts} />,
  }),
];
