import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { type Centre, languageName } from '#rooms/people/door.ts';
import { duplicates } from '#rooms/people/paths.ts';
import { Button, FilterForm, SelectField, TextField } from '#ui/form.tsx';
import { Heading, Muted, Pagination, Table, Tag } from '#ui/show.tsx';
import { NoFamilies } from '../families.pages.tsx';
import { familyWords } from '../family.rules.ts';
import * as paths from '../paths.ts';
import type { ListedFamily } from './list.queries.ts';
import { type ListAsked, PAGE } from './list.rules.ts';

interface ListProps {
  readonly view: View;
  readonly asked: ListAsked;
  readonly rows: readonly ListedFamily[];
  readonly more: boolean;
  readonly centres: readonly Centre[];
  /** Whoever looks after families may filter by loss; the office may not. */
  readonly cares: boolean;
}

const stageOptions = (cares: boolean) => [
  { value: '', label: 'Everyone' },
  { value: 'pregnant', label: 'Expecting' },
  { value: 'born', label: 'With a baby' },
  ...(cares ? [{ value: 'loss', label: 'After a loss' }] : []),
  { value: 'unknown', label: 'Not known yet' },
];

const WhereTheyAre = ({ view, facts }: { view: View; facts: ListedFamily['facts'] }) => {
  if (!facts) return <>Not known yet</>;
  return (
    <span>
      {familyWords(facts, view.today)}{' '}
      {facts.resting && !facts.lossOfAll ? <Tag tone="grey">Messages rest</Tag> : null}
    </span>
  );
};

export const FamiliesPage = ({ view, asked, rows, more, centres, cares }: ListProps): VNode => {
  const form = {
    ...view.form,
    values: { name: asked.name, stage: asked.stage ?? '', centre: asked.centreId ?? '' },
  };
  const to = (page: number) =>
    paths.families(
      {},
      {
        name: asked.name || undefined,
        stage: asked.stage ?? undefined,
        centre: asked.centreId ?? undefined,
        page: page === 1 ? undefined : String(page),
      },
    );
  const names = new Map(centres.map((each) => [each.id, each.name]));
  const first = (asked.page - 1) * PAGE + 1;
  const searched = asked.name !== '' || asked.stage !== null || asked.centreId !== null;
  return (
    <Frame view={view} title="Families" wide>
      <Heading>Families</Heading>
      <FilterForm label="Find a family">
        <TextField form={form} name="name" label="Name" type="search" width={20} autocomplete="off" />
        <SelectField form={form} name="stage" label="Where they are" options={stageOptions(cares)} />
        {centres.length > 1 ? (
          <SelectField
            form={form}
            name="centre"
            label="Centre"
            options={[
              { value: '', label: 'All centres' },
              ...centres.map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
        ) : null}
        <Button kind="secondary">Show</Button>
      </FilterForm>
      {rows.length === 0 ? (
        <NoFamilies searched={searched} />
      ) : (
        <Table
          caption="Parents, by name"
          captionHidden
          rows={rows}
          columns={[
            {
              header: 'Parent',
              cell: ({ file }) => (
                <>
                  <a href={paths.family({ personId: file.id })}>{file.fullName}</a>{' '}
                  {file.knownAs ? <Muted>called {file.knownAs}</Muted> : null}
                </>
              ),
            },
            { header: 'Where they are', cell: ({ facts }) => <WhereTheyAre view={view} facts={facts} /> },
            {
              header: 'Language',
              cell: ({ file }) => (
                <span>
                  {languageName(file.language)}{' '}
                  {file.interpreterNeeded ? <Tag tone="honey">Interpreter</Tag> : null}
                </span>
              ),
            },
            ...(centres.length > 1
              ? [{ header: 'Centre', cell: ({ file }: ListedFamily) => names.get(file.centreId) ?? '' }]
              : []),
          ]}
        />
      )}
      {asked.page > 1 || more ? (
        <Pagination
          label="Pages of families"
          previous={asked.page > 1 ? to(asked.page - 1) : undefined}
          next={more ? to(asked.page + 1) : undefined}
          shown={`${first} to ${first + rows.length - 1}`}
        />
      ) : null}
      <p>
        <a href={duplicates()}>Files that look alike</a>
        {cares ? (
          <>
            {' · '}
            <a href={paths.pauses()}>Messages that are resting</a>
          </>
        ) : null}
      </p>
    </Frame>
  );
};
