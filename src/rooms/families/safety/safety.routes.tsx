import { dateAt } from '#kernel/dates.ts';
import { date, dateBoxes, text } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { mayCareFor } from '../families.policy.ts';
import { loadHead } from '../file/file.queries.ts';
import { lookedAtFamily } from '../file/part.tsx';
import * as paths from '../paths.ts';
import { endSafety, releaseSafety } from './safety.commands.ts';
import { SafetyPage } from './safety.pages.tsx';
import { safetyFor } from './safety.queries.ts';

const REVIEW_AFTER_MONTHS = 3;

export const safetyRoutes: readonly Route[] = [
  page({
    path: paths.safety,
    load: async (scope, { params, organisation }) => {
      const head = await loadHead(scope, params.personId);
      if (!head) return null;
      const instructions = (await safetyFor(scope, [head.file.id])).get(head.file.id) ?? [];
      const names = await namesOfAccounts(
        scope,
        instructions.flatMap((each) => each.releasedBy ?? []),
      );
      return {
        ...head,
        instructions,
        names,
        reviewOn: dateAt(scope.now, organisation.zone).add({ months: REVIEW_AFTER_MONTHS }),
      };
    },
    can: mayCareFor,
    audit: lookedAtFamily('families.safety_looked_at'),
    form: form('families.safety', {
      words: text('Write what to do.', 300),
      reviewOn: date('Enter when somebody looks at this again.'),
    }),
    prefill: ({ reviewOn }) => dateBoxes('reviewOn', reviewOn),
    submit: async (scope, { words, reviewOn }, { file, centreId }) => {
      await releaseSafety(scope, { personId: file.id, centreId, words, reviewOn });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'The instruction is released.',
          next: 'Everyone who runs sessions at this centre sees it first, without the reason.',
        },
      };
    },
    show: (facts, view) => (
      <SafetyPage view={view} head={facts} instructions={facts.instructions} names={facts.names} />
    ),
  }),
  action({
    path: paths.endSafety,
    load: async (scope, { params }) => {
      const head = await loadHead(scope, params.personId);
      const instruction =
        head &&
        (await safetyFor(scope, [head.file.id]))
          .get(head.file.id)
          ?.find((each) => each.id === params.instructionId);
      return head && instruction ? { ...head, instruction } : null;
    },
    can: mayCareFor,
    audit: notSensitive('the change is written down'),
    form: justAButton('families.end_safety'),
    back: ({ file }) => paths.safety({ personId: file.id }),
    submit: async (scope, _value, { file, instruction }) => {
      await endSafety(scope, instruction.id);
      return {
        to: paths.safety({ personId: file.id }),
        notice: { happened: 'The instruction has ended. Nobody sees it any more.' },
      };
    },
  }),
];
