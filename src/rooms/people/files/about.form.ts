import { dateBoxes, oneOf, optionalDate, optionalText, text, tick } from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import type { FileInFull } from '../duplicates/duplicates.queries.ts';
import { languageOptions } from '../languages.ts';
import { nhsNumberInWords } from '../nhs-number.rules.ts';

const languages = (chosen: string) =>
  languageOptions(chosen).map((option) => option.value) as ['en', ...string[]];

export const aboutForm = (chosenLanguage: string) =>
  form('people.about', {
    givenName: text('Enter the first name.', 100),
    familyName: optionalText(100),
    knownAs: optionalText(100),
    bornOn: optionalDate(),
    pronouns: optionalText(40),
    language: oneOf(languages(chosenLanguage), 'Choose a language.'),
    interpreterNeeded: tick(),
    accessNeeds: optionalText(500),
    nhsNumber: optionalText(20),
  });

export const aboutPrefill = ({ file, nhsNumber }: FileInFull): Typed => ({
  givenName: file.givenName,
  familyName: file.familyName,
  knownAs: file.knownAs ?? '',
  ...dateBoxes('bornOn', file.bornOn),
  pronouns: file.pronouns ?? '',
  language: file.language,
  interpreterNeeded: file.interpreterNeeded ? 'yes' : '',
  accessNeeds: file.accessNeeds,
  nhsNumber: nhsNumber ? nhsNumberInWords(nhsNumber) : '',
});
