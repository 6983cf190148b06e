import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, DateField, Form, Hidden, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { type Column, Details, Empty, Heading, Lede, Muted, Table } from '#ui/show.tsx';
import { shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import type { SourceFacts, SourceList } from './source.queries.ts';
import { inPounds, kindWords, SOURCE_KINDS } from './source.rules.ts';

const linkOf = (list: SourceList, source: SourceFacts): string => {
  const centre = list.centres.find(({ id }) => id === source.centreId);
  return `${list.origin}${paths.joinCentre({ slug: centre?.slug ?? '' }, { from: source.slug })}`;
};

const back = (view: View) =>
  mayRecruit(view.actor) ? { href: paths.applicants(), label: 'Applicants' } : undefined;

const Fields = ({ view, list, fixed }: { view: View; list: SourceList; fixed?: string }) => (
  <>
    {fixed !== undefined ? (
      <Hidden name="centreId" value={fixed} />
    ) : list.keeps.length === 1 ? (
      <Hidden name="centreId" value={list.keeps[0]?.id ?? ''} />
    ) : (
      <SelectField
        form={view.form}
        name="centreId"
        label="Centre"
        options={[
          { value: '', label: 'Choose' },
          ...list.keeps.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )}
    <TextField
      form={view.form}
      name="name"
      label="Name"
      width={30}
      hint="People choose it from a list when they ask, so say it as they know it: Poster in the library"
    />
    <SelectField
      form={view.form}
      name="kind"
      label="What kind it is"
      options={[
        { value: '', label: 'Choose' },
        ...SOURCE_KINDS.map((value) => ({ value, label: kindWords[value] })),
      ]}
    />
    <DateField form={view.form} name="fromOn" legend="First day" hint="For example, 26 11 2026" />
    <DateField
      form={view.form}
      name="untilOn"
      legend="Last day (optional)"
      hint="Leave it empty while it goes on. From the day after, nobody is asked about it."
    />
    <TextField
      form={view.form}
      name="cost"
      label="What it cost in all (optional)"
      prefix="£"
      inputmode="decimal"
      width={10}
    />
    <TextField
      form={view.form}
      name="reach"
      label="How many people it reached (optional)"
      hint="A good guess will do"
      inputmode="numeric"
      width={10}
    />
    <TextArea form={view.form} name="words" label="Notes (optional)" rows={3} />
  </>
);

const whenWords = ({ fromOn, untilOn }: SourceFacts): string =>
  untilOn === null
    ? `since ${shortDate(fromOn)}`
    : fromOn.equals(untilOn)
      ? shortDate(fromOn)
      : `${shortDate(fromOn)} to ${shortDate(untilOn)}`;

const columnsOf = (list: SourceList): readonly Column<SourceFacts>[] => {
  const keeps = (source: SourceFacts) => list.keeps.some(({ id }) => id === source.centreId);
  return [
    {
      header: 'Source',
      cell: (source) => (
        <>
          {keeps(source) ? <a href={paths.source({ sourceId: source.id })}>{source.name}</a> : source.name}
          <br />
          <Muted>{kindWords[source.kind]}</Muted>
        </>
      ),
    },
    ...(list.centres.length > 1
      ? [
          {
            header: 'Centre',
            cell: ({ centreId }: SourceFacts) => list.centres.find(({ id }) => id === centreId)?.name ?? '',
          },
        ]
      : []),
    { header: 'When', cell: whenWords },
    { header: 'Cost', numeric: true, cell: ({ costPence }) => inPounds(costPence) },
    {
      header: 'Reached',
      numeric: true,
      cell: ({ reach }) => (reach === null ? <Muted>Not known</Muted> : reach.toLocaleString('en-GB')),
    },
    ...(list.sources.some(({ came }) => came !== null)
      ? [
          { header: 'Asked', numeric: true, cell: ({ came }: SourceFacts) => came?.enquired ?? '' },
          { header: 'Welcomed', numeric: true, cell: ({ came }: SourceFacts) => came?.welcomed ?? '' },
        ]
      : []),
  ];
};

export const SourcesPage = ({ view, list }: { view: View; list: SourceList }): VNode => (
  <Frame view={view} shell="staff" title="Where people hear of us" back={back(view)} wide>
    <Heading>Where people hear of us</Heading>
    <Lede>
      Each talk, poster and word passed on, what it cost, and how many came of it. Whoever asks about
      volunteering can choose from those that go on now.
    </Lede>
    {list.sources.length === 0 ? (
      <Empty title="There is nothing here yet.">
        <p>Add the first: a poster, a talk, or that your volunteers pass the word on.</p>
      </Empty>
    ) : (
      <Table caption="Sources" captionHidden rows={list.sources} columns={columnsOf(list)} />
    )}
    {list.sources.some(({ came }) => came !== null) ? (
      <p>
        <Muted>
          Asked: everybody who named it or came by its link, ever since. Welcomed: those of them who are
          volunteers now or were.
        </Muted>
      </p>
    ) : null}
    {list.sources.length > 0 ? (
      <Details summary="Links for posters and posts">
        <p>Whoever follows one of these links is counted under it, without being asked.</p>
        <ul class="nhsuk-list">
          {list.sources.map((source) => (
            <li key={source.id}>
              {source.name}: <span class="k-said">{linkOf(list, source)}</span>
            </li>
          ))}
        </ul>
      </Details>
    ) : null}
    {list.keeps.length > 0 ? (
      <>
        <Heading level={2}>Add a source</Heading>
        <Form form={view.form}>
          <Fields view={view} list={list} />
          <ButtonRow>
            <Button>Add it</Button>
          </ButtonRow>
        </Form>
      </>
    ) : null}
  </Frame>
);

export const SourcePage = ({
  view,
  list,
  source,
}: {
  view: View;
  list: SourceList;
  source: SourceFacts;
}): VNode => (
  <Frame
    view={view}
    shell="staff"
    title={source.name}
    back={{ href: paths.sources(), label: 'Where people hear of us' }}
  >
    <Heading above={kindWords[source.kind]}>{source.name}</Heading>
    {source.came ? (
      <Lede>
        {source.came.enquired} asked because of it, {source.came.welcomed} were welcomed.
      </Lede>
    ) : null}
    <p>
      Its link stays the same whatever you change: <span class="k-said">{linkOf(list, source)}</span>
    </p>
    <Form form={view.form}>
      <Fields view={view} list={list} fixed={source.centreId} />
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);
