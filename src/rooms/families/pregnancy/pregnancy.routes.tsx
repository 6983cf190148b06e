import { dateBoxes, oneOf, optionalDate, wholeNumber } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import { page, type Route } from '#platform/http/page.ts';
import { mayOpenFamily } from '../families.policy.ts';
import { loadHead } from '../file/file.queries.ts';
import { lookedAtFamily } from '../file/part.tsx';
import * as paths from '../paths.ts';
import { recordBirth, undoBirth } from './birth.commands.ts';
import { babiesFrom, birthForm, whyForm } from './birth.form.ts';
import { beginNewPregnancy, changeDueDate } from './pregnancy.commands.ts';
import { BirthPage, DueDatePage, NewPregnancyPage, UndoBirthPage } from './pregnancy.pages.tsx';

const expected = wholeNumber('Enter how many babies are expected.', 1, 5);

export const pregnancyRoutes: readonly Route[] = [
  page({
    path: paths.birth,
    load: async (scope, { params }) => {
      const head = await loadHead(scope, params.personId);
      return head?.facts && !head.facts.lossOfAll ? { ...head, facts: head.facts } : null;
    },
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: birthForm,
    submit: async (scope, value, { file, facts }) => {
      await recordBirth(scope, { pregnancyId: facts.pregnancyId, babies: babiesFrom(value) });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'The birth is written down.',
          next: 'The drop-in stays open, and the place in an antenatal group ends by itself.',
        },
      };
    },
    show: (head, view) => <BirthPage view={view} head={head} />,
  }),
  page({
    path: paths.undoBirth,
    load: async (scope, { params }) => {
      const head = await loadHead(scope, params.personId);
      const baby = head?.facts?.babies.find((each) => each.id === params.babyId);
      return head && baby ? { ...head, baby } : null;
    },
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: whyForm('families.undo_birth', 'Say what went wrong.'),
    submit: async (scope, { why }, { file, baby }) => {
      await undoBirth(scope, { babyId: baby.id, why });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'The birth is taken back.',
          next: 'Look at the places of this family: those that ended do not come back by themselves.',
        },
      };
    },
    show: (facts, view) => <UndoBirthPage view={view} head={facts} baby={facts.baby} />,
  }),
  page({
    path: paths.dueDate,
    load: async (scope, { params }) => {
      const head = await loadHead(scope, params.personId);
      return head?.facts && !head.facts.lossOfAll ? { ...head, facts: head.facts } : null;
    },
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: form('families.due_date', { dueOn: optionalDate(), babiesExpected: expected }),
    prefill: ({ facts }) => ({
      ...dateBoxes('dueOn', facts.dueOn),
      babiesExpected: String(facts.babiesExpected),
    }),
    version: ({ facts }) => facts.version,
    submit: async (scope, value, { file, facts }, { version }) => {
      await changeDueDate(scope, { pregnancyId: facts.pregnancyId, ...value, version });
      return { to: paths.family({ personId: file.id }), notice: { happened: 'The due date is saved.' } };
    },
    show: (head, view) => <DueDatePage view={view} head={head} />,
  }),
  page({
    path: paths.newPregnancy,
    load: async (scope, { params }) => loadHead(scope, params.personId),
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: form('families.new_pregnancy', {
      relation: oneOf(['pregnant', 'father', 'partner', 'other_carer'], 'Say who they are to the baby.'),
      dueOn: optionalDate(),
      babiesExpected: expected,
    }),
    prefill: ({ facts }) => ({ ...(facts && { relation: facts.relation }), babiesExpected: '1' }),
    submit: async (scope, value, { file, centreId }) => {
      await beginNewPregnancy(scope, { centreId, personId: file.id, ...value });
      return { to: paths.family({ personId: file.id }), notice: { happened: 'It is written down.' } };
    },
    show: (head, view) => <NewPregnancyPage view={view} head={head} />,
  }),
];
