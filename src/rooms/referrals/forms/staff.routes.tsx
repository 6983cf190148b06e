import type { Scope } from '#platform/db/as-actor.ts';
import type { Draft } from '#platform/forms/drafts.ts';
import { step } from '#platform/forms/wizard.spec.ts';
import { wizard } from '#platform/forms/wizard.tsx';
import type { Ask, Route } from '#platform/http/page.ts';
import { alikeFiles } from '#rooms/people/door.ts';
import { Hidden, RadioField, TextField } from '#ui/form.tsx';
import { Heading, Inset, Lede } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { newReferralPath, newReferralStepPath, referralPath } from '../paths.ts';
import { receiveReferral } from '../receive/receive.commands.ts';
import { noNeeds } from '../receive/receive.rules.ts';
import { mayReceive, receivingCentres } from '../referral.policy.ts';
import { draftKey } from './draft-link.ts';
import { type FormSetting, formSetting } from './setting.ts';
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
import {
  arrivalForm,
  CAME_BY_STAFF,
  cameByWords,
  type StaffSetting,
  sameForm,
  staffParentForm,
  staffWhyForm,
} from './staff.form.ts';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const arrival = step({
  title: 'How it came',
  form: arrivalForm,
  fields: ({ form }, { centres }: StaffSetting) => (
    <>
      <CentreField form={form} legend="Centre" centres={centres} />
      <RadioField
        form={form}
        name="cameBy"
        legend="How did it come?"
        options={CAME_BY_STAFF.map((value) => ({ value, label: cameByWords[value] }))}
      />
      <Heading level={3}>If a professional sent them</Heading>
      <TextField
        form={form}
        name="name"
        label="Their name"
        hint="Leave this part empty when the parent came by themselves."
      />
      <TextField form={form} name="job" label="Their job" width={20} />
      <TextField form={form} name="worksFor" label="Where they work" />
      <TextField form={form} name="referrerEmail" label="Their e-mail address" type="email" />
      <TextField form={form} name="referrerPhone" label="Their phone number" type="tel" width={20} />
    </>
  ),
  answers: (value, { centres }) => [
    { label: 'Centre', value: centres.find(({ id }) => id === value.centreId)?.name ?? '' },
    { label: 'It came by', value: cameByWords[value.cameBy] },
    { label: 'From', value: [value.name, value.job, value.worksFor].filter(Boolean).join(', ') },
    { label: 'Their e-mail', value: value.referrerEmail ?? '' },
    { label: 'Their phone', value: value.referrerPhone ?? '' },
  ],
});

const parent = step({
  title: 'The parent',
  form: staffParentForm,
  fields: (view, _: StaffSetting) => <ParentFields view={view} />,
  answers: (value) => parentAnswers(value),
});

const bornWords = (bornOn: Temporal.PlainDate | null) => (bornOn ? `, born ${longDate(bornOn)}` : '');

const same = step({
  title: 'Is there a file already?',
  form: sameForm,
  fields: ({ form }, { alike }: StaffSetting) =>
    alike.length === 0 ? (
      <>
        <Inset>No file looks like this parent’s. A new one will be opened.</Inset>
        <Hidden name="same" value="new" />
      </>
    ) : (
      <RadioField
        form={form}
        name="same"
        legend="These files look like this parent’s. Is it one of them?"
        hint="How to reach them then stays as it is on that file. You can change it there."
        options={[
          ...alike.map(({ personId, file, reasons }) => ({
            value: personId,
            label: `${file.fullName}${bornWords(file.bornOn)}`,
            hint: reasons.join(', '),
          })),
          { value: 'new', label: 'None of them: open a new file' },
        ]}
      />
    ),
  answers: (value, { alike }) => [
    {
      label: 'File',
      value: alike.find(({ personId }) => personId === value.same)?.file.fullName ?? 'A new file',
    },
  ],
});

const why = step({
  title: 'Why, and how to reach them',
  form: staffWhyForm,
  fields: (view, { template }: StaffSetting) => (
    <>
      <WhyFields
        view={view}
        needs={template.content.eligibility.needs}
        hint="What they said, as they said it. Only those who look after families read it; the parent can ask to."
      />
      <ContactFields view={view} their="their" />
      <TextField form={view.form} name="address" label="Postal address (if letters are safe)" />
      <TextField form={view.form} name="postcode" label="Postcode" width={10} />
      <RadioField
        form={view.form}
        name="parentKnows"
        legend="Does the parent know, and agree?"
        options={YES_NO}
        inline
      />
      <RadioField
        form={view.form}
        name="tellReferrer"
        legend="Does the parent agree that whoever referred hears what became of it?"
        options={YES_NO}
        inline
      />
    </>
  ),
  answers: (value, { template }) => [
    ...whyAnswers(value, template.content.eligibility.needs),
    ...contactAnswers(value),
    { label: 'Postal address', value: [value.address, value.postcode].filter(Boolean).join(', ') },
    { label: 'The parent knows and agrees', value: value.parentKnows ? 'Yes' : 'No' },
    { label: 'Whoever referred may hear', value: value.tellReferrer ? 'Yes' : 'No' },
  ],
});

const typedParent = (setting: FormSetting, typed: Draft['typed']) => {
  const given = typed.parent;
  const read = given && staffParentForm({ ...setting, alike: [] }).parse(given);
  return read?.ok ? read.value : null;
};

const typedContact = (setting: FormSetting, typed: Draft['typed']) => {
  const given = typed.why;
  const read = given && staffWhyForm({ ...setting, alike: [] }).parse(given);
  return read?.ok ? read.value : null;
};

const staffSetting = async (
  scope: Scope,
  ask: Ask<string>,
  typed: Draft['typed'],
): Promise<StaffSetting | null> => {
  const setting = await formSetting(scope, ask.organisation.zone, receivingCentres(scope.actor));
  if (!setting) return null;
  const who = typedParent(setting, typed);
  const reach = typedContact(setting, typed);
  const alike = who
    ? await alikeFiles(scope, { ...who, phone: reach?.phone ?? null, email: reach?.email ?? null })
    : [];
  return { ...setting, alike };
};

export const staffRoutes: readonly Route[] = wizard({
  name: 'staff',
  title: 'Write down a referral',
  paths: { start: newReferralPath, step: newReferralStepPath },
  can: (actor) => mayReceive(actor),
  shell: 'staff',
  context: staffSetting,
  steps: { arrival, parent, why, same },
  intro: () => (
    <>
      <Heading>Write down a referral</Heading>
      <Lede>From a call, a letter or an e-mail. What you type is kept for seven days until you send it.</Lede>
    </>
  ),
  check: { title: 'Check it', button: 'Write it down' },
  finish: async (scope, answers, { draftId, ask }) => {
    const from = answers.arrival;
    const who = answers.parent;
    const reason = answers.why;
    const { referralId } = await receiveReferral(
      scope,
      {
        centreId: from.centreId,
        route: 'staff',
        cameBy: from.cameBy,
        parent: answers.same.same === 'new' ? arrivingParent(who, reason) : { personId: answers.same.same },
        relation: who.relation,
        family: { dueOn: who.dueOn, bornOn: who.babyBornOn, babiesExpected: 1 },
        needs: {
          ...noNeeds,
          why: reason.why,
          needs: reason.needs,
          risks: reason.risks,
          supportNow: reason.supportNow,
        },
        referrer:
          from.name === ''
            ? null
            : {
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
      },
      ask.origin,
    );
    return referralPath({ referralId });
  },
});
