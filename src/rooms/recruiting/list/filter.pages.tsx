import type { View } from '#platform/http/view.ts';
import { Button, FilterForm, Hidden, SelectField, TextField } from '#ui/form.tsx';
import { counted } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { MOVERS, STEP_CODES } from '../profiles/profile.shape.ts';
import { kindWords, SOURCE_KINDS } from '../sources/source.rules.ts';
import type { Pipeline } from './pipeline.queries.ts';
import {
  moverWords,
  QUIET_DAYS,
  queryOf,
  stateInWords,
  stepWords,
  WAITING_DAYS,
  WHICH,
  type WhichState,
} from './pipeline.rules.ts';

const whichWords = (which: WhichState): string => {
  if (which === 'live') return 'Those on the way';
  if (which === 'ended') return 'Those that ended';
  return which === 'all' ? 'All' : stateInWords(which);
};

const days = (count: number) => counted(count, 'day');

/** Whether somebody is left out of what is shown. */
export const isFiltered = ({ filter }: Pipeline) =>
  Object.entries(queryOf(filter)).some(
    ([name, value]) => !['view', 'page'].includes(name) && value !== undefined,
  );

export const Filter = ({ view, list }: { view: View; list: Pipeline }) => {
  const { filter } = list;
  const form = {
    ...view.form,
    errors: [],
    values: { ...queryOf(filter), state: filter.state },
  } as View['form'];
  const any = (label: string) => ({ value: '', label });
  const fields = (
    <>
      <SelectField
        form={form}
        name="state"
        label="Which"
        options={WHICH.map((value) => ({ value, label: whichWords(value) }))}
      />
      <SelectField
        form={form}
        name="step"
        label="Step that is open"
        options={[any('Any'), ...STEP_CODES.map((value) => ({ value, label: stepWords[value] }))]}
      />
      <SelectField
        form={form}
        name="mover"
        label="Whose move"
        options={[any('Anybody’s'), ...MOVERS.map((value) => ({ value, label: moverWords[value] }))]}
      />
      <SelectField
        form={form}
        name="waiting"
        label="Waiting longer than"
        options={[
          any('Any time'),
          ...WAITING_DAYS.map((each) => ({ value: String(each), label: days(each) })),
        ]}
      />
      <SelectField
        form={form}
        name="quiet"
        label="Gone quiet for"
        options={[any('Any'), ...QUIET_DAYS.map((each) => ({ value: String(each), label: days(each) }))]}
      />
      <SelectField
        form={form}
        name="role"
        label="Role"
        options={[any('Any'), ...list.roles.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      {list.centres.length > 1 ? (
        <SelectField
          form={form}
          name="centre"
          label="Centre"
          options={[any('All of mine'), ...list.centres.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
      <SelectField
        form={form}
        name="source"
        label="Heard of us by"
        options={[
          any('Anything'),
          ...SOURCE_KINDS.map((value) => ({ value, label: kindWords[value] })),
          ...list.sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
  return (
    <>
      <FilterForm label="Choose applicants" action={paths.applicants()}>
        {filter.view === 'board' ? <Hidden name="view" value="board" /> : null}
        <TextField form={form} name="search" label="Name" type="search" width={20} />
        {fields}
        <Button kind="secondary">Show</Button>
      </FilterForm>
      {isFiltered(list) ? (
        <a class="k-action" href={paths.applicants({}, { view: queryOf(filter).view })}>
          Show everybody on the way
        </a>
      ) : null}
    </>
  );
};
