import { Hush } from '#ui/show.tsx';
import type { SyllabusUnit } from '../syllabus/syllabus.shape.ts';
import { inARow, isHad, type UnitState, unitStateWords } from './cohort.rules.ts';
import type { Cell } from './progress.queries.ts';

const signs: Readonly<Record<UnitState, string>> = {
  came: '✓',
  caught_up: '↺',
  before: '★',
  offered: '…',
  missed: '✕',
  to_note: '?',
  to_come: '·',
  no_day: '–',
  not_yet: '·',
};

type Named = Pick<SyllabusUnit, 'code' | 'number' | 'title'>;

/** One person's units as a row of small squares; every one says its state in words to whoever listens. */
export const UnitStrip = ({ cells, units }: { cells: readonly Cell[]; units: readonly Named[] }) => (
  <ul class="k-units">
    {cells.map(({ unitCode, state }) => {
      const unit = units.find(({ code }) => code === unitCode);
      return (
        <li key={unitCode} class={`k-units__unit k-units__unit--${state}`} title={unit?.title}>
          <Hush>
            Unit {unit?.number}, {unit?.title}: {unitStateWords[state]}
          </Hush>
          <span aria-hidden="true">{unit?.number}</span>
          <span aria-hidden="true" class="k-units__sign">
            {signs[state]}
          </span>
        </li>
      );
    })}
  </ul>
);

/** What the signs mean. */
export const UnitKey = () => (
  <ul class="k-units k-units--key">
    {Object.entries(signs).map(([state, sign]) => (
      <li key={state} class={`k-units__unit k-units__unit--${state}`}>
        <span class="k-units__sign" aria-hidden="true">
          {sign}
        </span>{' '}
        {unitStateWords[state as UnitState]}
      </li>
    ))}
  </ul>
);

const numbersOf = (cells: readonly Cell[], units: readonly Named[], states: readonly UnitState[]) =>
  cells
    .filter(({ state }) => states.includes(state))
    .map(({ unitCode }) => String(units.find(({ code }) => code === unitCode)?.number ?? unitCode));

/** The same in a sentence: how many, and which ones somebody still has to see to. */
export const unitsInWords = (cells: readonly Cell[], units: readonly Named[]): string => {
  const had = cells.filter(({ state }) => isHad(state)).length;
  const said = (words: string, states: readonly UnitState[]) => {
    const numbers = numbersOf(cells, units, states);
    return numbers.length > 0 ? ` ${words}${numbers.length === 1 ? '' : 's'} ${inARow(numbers)}.` : '';
  };
  return `${had} of ${cells.length} units.${said('To catch up: unit', ['missed', 'no_day'])}${said('Catch-up offered: unit', ['offered'])}${said('Not noted yet: unit', ['to_note'])}`;
};
