import { oneOf, oneOfThese, optionalDate, optionalText, text } from '#platform/forms/fields.ts';
import { form } from '#platform/forms/form.ts';
import type { FamilyFacts, LossKind } from '../family.queries.ts';
import type { Which } from './loss.rules.ts';

export const KINDS: readonly [LossKind, ...LossKind[]] = [
  'pregnancy_loss',
  'stillbirth',
  'baby_died',
  'ended_pregnancy',
  'not_said',
];
export const SOMEBODY_ELSE = 'somebody_else';

/** What could have been lost: with one baby there is nothing to choose. */
export const whichOptions = (
  facts: FamilyFacts,
): readonly { readonly value: string; readonly label: string }[] => {
  const living = facts.babies.filter((baby) => !baby.died);
  const stillExpected =
    facts.babiesExpected -
    facts.babies.length -
    facts.losses.filter((loss) => loss.babyId === null && !loss.allBabies).length;
  if (living.length + Math.max(0, stillExpected) <= 1) return [];
  return [
    ...living.map((baby) => ({
      value: baby.id,
      label:
        baby.givenName ??
        `The baby born ${baby.order === 1 ? 'first' : baby.order === 2 ? 'second' : 'later'}`,
    })),
    ...(stillExpected > 0 ? [{ value: 'expected', label: 'One of the babies who were expected' }] : []),
    { value: 'all', label: facts.babiesExpected === 2 ? 'Both babies' : 'All the babies' },
  ];
};

export const whichFrom = (chosen: string): Which =>
  chosen === 'all' ? { all: true } : chosen === 'expected' ? { oneExpected: true } : { babyIds: [chosen] };

export const lossForm = (facts: FamilyFacts, parentIds: readonly string[]) => {
  const options = whichOptions(facts);
  return form('families.loss', {
    toldBy: oneOfThese([...parentIds, SOMEBODY_ELSE], 'Say who told us.'),
    which:
      options.length === 0
        ? optionalText(40).transform(() => 'all')
        : oneOfThese(
            options.map((option) => option.value),
            'Say which baby.',
          ),
    kind: oneOf(KINDS, 'Choose what happened, or that we were not told.'),
    happenedOn: optionalDate(),
  });
};

export const undoLossForm = (lossIds: readonly string[]) =>
  form('families.undo_loss', {
    loss: oneOfThese(lossIds, 'Choose which entry was a mistake.'),
    why: text('Say what went wrong.', 300),
  });

export const pauseForm = form('families.pause', {
  decision: oneOf(['support_only', 'all_again', 'nothing'], 'Choose what may be sent.'),
  words: text('Write a few words on why, for colleagues who come after you.', 500),
});

export const restForm = form('families.rest', { words: text('Write what they asked for.', 500) });
