import {
  oneOf,
  oneOfThese,
  optionalEmail,
  optionalPhone,
  optionalText,
  yesNo,
} from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import type { Alike } from '#rooms/people/door.ts';
import type { FormSetting } from './setting.ts';
import {
  addressFields,
  babyErrors,
  contactErrors,
  contactFields,
  parentFields,
  whyFields,
} from './shared.form.ts';

export const CAME_BY_STAFF = ['call', 'letter', 'email', 'in_person'] as const;

export const cameByWords: Readonly<Record<(typeof CAME_BY_STAFF)[number], string>> = {
  call: 'A phone call',
  letter: 'A letter',
  email: 'An e-mail',
  in_person: 'Somebody came by',
};

export interface StaffSetting extends FormSetting {
  /** Files that look like the parent typed so far. */
  readonly alike: readonly Alike[];
}

/** How it came, and from whom. */
export const arrivalForm = ({ centres }: StaffSetting) =>
  form(
    'staff.arrival',
    {
      centreId: oneOfThese(
        centres.map(({ id }) => id),
        'Choose the centre.',
      ),
      cameBy: oneOf(CAME_BY_STAFF, 'Choose how it came.'),
      name: optionalText(200),
      job: optionalText(200),
      worksFor: optionalText(200),
      referrerEmail: optionalEmail(),
      referrerPhone: optionalPhone(),
    },
    (value) =>
      value.name === '' && (value.job !== '' || value.referrerEmail || value.referrerPhone)
        ? [
            {
              field: 'name',
              message:
                'Enter the name of the professional, or leave all of it empty when the parent came by themselves.',
            },
          ]
        : [],
  );

export const staffParentForm = ({ today }: StaffSetting) =>
  form('staff.parent', parentFields, (value) => babyErrors(value, today));

/** Whether one of the files that look alike is this parent. */
export const sameForm = ({ alike }: StaffSetting) =>
  form('staff.same', {
    same: oneOfThese(
      ['new', ...alike.map(({ personId }) => personId)],
      'Choose one of the files, or that it is somebody new.',
    ),
  });

export const staffWhyForm = ({ template }: StaffSetting) =>
  form(
    'staff.why',
    {
      ...whyFields(template.content.eligibility.needs.map(({ code }) => code)),
      ...contactFields,
      ...addressFields,
      parentKnows: yesNo('Say whether the parent knows and agrees.'),
      tellReferrer: yesNo('Say whether the parent agrees that whoever referred hears what became of it.'),
    },
    (value) => contactErrors(value, 'Give a phone number, an e-mail address or a postal address.'),
  );
