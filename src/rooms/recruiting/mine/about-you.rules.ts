type Choices = readonly { readonly value: string; readonly label: string }[];

/** Left unticked is no answer; this one is an answer, and counts as such. */
const RATHER_NOT = { value: 'rather_not', label: 'I would rather not say' } as const;

export const AGE_BANDS = [
  { value: 'under_25', label: 'Under 25' },
  { value: '25_34', label: '25 to 34' },
  { value: '35_44', label: '35 to 44' },
  { value: '45_54', label: '45 to 54' },
  { value: '55_64', label: '55 to 64' },
  { value: '65_over', label: '65 or over' },
  RATHER_NOT,
] as const satisfies Choices;

/** The five large groups of the census of England and Wales: finer ones would show single people in our small numbers. */
export const ETHNIC_GROUPS = [
  { value: 'asian', label: 'Asian or Asian British' },
  { value: 'black', label: 'Black, Black British, Caribbean or African' },
  { value: 'mixed', label: 'Mixed or several ethnic groups' },
  { value: 'white', label: 'White' },
  { value: 'other', label: 'Another ethnic group' },
  RATHER_NOT,
] as const satisfies Choices;

export const GENDERS = [
  { value: 'woman', label: 'A woman' },
  { value: 'man', label: 'A man' },
  { value: 'another', label: 'In another way' },
  RATHER_NOT,
] as const satisfies Choices;

export const DISABLED = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  RATHER_NOT,
] as const satisfies Choices;

export interface AboutYou {
  readonly ageBand: string | null;
  readonly ethnicGroup: string | null;
  readonly gender: string | null;
  readonly disabled: string | null;
}
