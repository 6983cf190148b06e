import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { valuesOf } from '#ui/form-state.ts';
import { Details, Empty, Heading, Hush, Lede, Muted, Pagination, Table, Tag } from '#ui/show.tsx';
import { counted, shortDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { kindInWords } from '../sources/source.rules.ts';
import { Board } from './board.pages.tsx';
import { Filter, isFiltered } from './filter.pages.tsx';
import type { Pipeline } from './pipeline.queries.ts';
import { COLUMNS, type InPipeline, longestWait, queryOf, stateInWords, stepWords } from './pipeline.rules.ts';

const days = (count: number) => counted(count, 'day');

/** Where somebody was heard of, in words. */
export const sourceInWords = ({ sourceKind, sourceName }: InPipeline): string =>
  sourceName ?? kindInWords(sourceKind);

const Where = ({ row, today }: { row: InPipeline; today: Temporal.PlainDate }) => {
  if (row.open.length === 0 || row.state === 'paused')
    return (
      <div>
        <Tag tone="grey">{stateInWords(row.state)}</Tag>
        {row.pausedUntil && row.state === 'paused' ? (
          <>
            <br />
            <Muted>
              {Temporal.PlainDate.compare(row.pausedUntil, today) < 0 ? 'was to be until' : 'until'}{' '}
              {shortDate(row.pausedUntil)}
            </Muted>
          </>
        ) : null}
      </div>
    );
  return (
    <div>
      {row.open.map((step) => (
        <div key={step.code}>
          {stepWords[step.code]}
          {step.overdue ? (
            <>
              {' '}
              <Tag tone="red">Late</Tag>
            </>
          ) : null}
        </div>
      ))}
    </div>
  );
};

const Choose = ({ view, row }: { view: View; row: InPipeline }) => {
  const id = `who-${row.applicationId}`;
  return (
    <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div class="nhsuk-checkboxes__item">
        <input
          class="nhsuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="who"
          value={row.applicationId}
          checked={valuesOf(view.form, 'who').includes(row.applicationId)}
        />
        <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
          <Hush>Choose {row.name}</Hush>
        </label>
      </div>
    </div>
  );
};

const words = (header: string, row: InPipeline): string =>
  COLUMNS.find((column) => column.header === header)?.words(row, sourceInWords(row)) ?? '';

/** The same columns as the file, with what a page can add: links, and what is late. */
const List = ({ view, list }: { view: View; list: Pipeline }) => {
  const drawn: Readonly<Record<string, (row: InPipeline) => VNode | string>> = {
    Name: (row) => <a href={paths.application({ applicationId: row.applicationId })}>{row.name}</a>,
    'Where they are': (row) => <Where row={row} today={list.today} />,
    'Waiting in this step': (row) => {
      const longest = longestWait(row);
      if (longest === null) return <Muted>Nobody waits</Muted>;
      const late = row.open.some(({ overdue }) => overdue);
      // In a cell of a card on a phone a tag by itself would be stretched.
      return <div>{late ? <Tag tone="red">{days(longest)}</Tag> : days(longest)}</div>;
    },
    'Whose move': (row) => words('Whose move', row) || <Muted>Nobody’s just now</Muted>,
  };
  return (
    <Form form={view.form}>
      <Table
        caption="Applicants"
        captionHidden
        rows={list.rows}
        columns={[
          ...COLUMNS.filter(({ header }) => header !== 'Centre' || list.centres.length > 1).map(
            ({ header }) => ({
              header,
              cell: (row: InPipeline) => drawn[header]?.(row) ?? words(header, row),
            }),
          ),
          { header: 'Choose', cell: (row: InPipeline) => <Choose view={view} row={row} /> },
        ]}
      />
      <ButtonRow>
        <Button kind="secondary">Write to those you chose</Button>
      </ButtonRow>
    </Form>
  );
};

const nothing = (list: Pipeline): string => {
  if (list.filter.search !== '') return 'Nobody of that name is on this list.';
  return isFiltered(list) ? 'Nobody is where you look.' : 'Nobody is on the way just now.';
};

const summary = (list: Pipeline): string => {
  const late = list.rows.filter(({ open }) => open.some(({ overdue }) => overdue)).length;
  const who = counted(list.total, 'person', 'people');
  if (list.total === 0) return 'Everybody who asked about volunteering, and where they are.';
  if (late === 0) return `${who} here. Nobody waits longer than they should.`;
  const on = list.more || list.first > 1 ? 'of those on this page' : 'of them';
  return `${who} here. ${late} ${on} ${late === 1 ? 'waits' : 'wait'} longer than it usually takes; they come first.`;
};

export const ApplicantsPage = ({ view, list }: { view: View; list: Pipeline }): VNode => {
  const { filter, rows } = list;
  const at = (page: number) => paths.applicants({}, queryOf({ ...filter, page }));
  const other = filter.view === 'board' ? 'list' : 'board';
  const error = view.form.errors.length > 0;
  return (
    <Frame view={view} shell="staff" title="Applicants" wide>
      <Heading>Applicants</Heading>
      <Lede>{summary(list)}</Lede>
      <ButtonRow>
        <ButtonLink href={paths.newApplicant()}>Write down an enquiry</ButtonLink>
        <ButtonLink
          kind="secondary"
          href={paths.applicants({}, queryOf({ ...filter, view: other, page: 1 }))}
        >
          {other === 'board' ? 'See it as a board' : 'See it as a list'}
        </ButtonLink>
      </ButtonRow>
      <Details summary="Times, roles, sources and figures">
        <ul class="nhsuk-list">
          <li>
            <a href={paths.offeredTimes()}>Times for a conversation</a>
          </li>
          <li>
            <a href={paths.openings()}>Roles we look for</a>
          </li>
          <li>
            <a href={paths.sources()}>Where people hear of us</a>
          </li>
          <li>
            <a href={paths.applicantFigures()}>Figures</a>
          </li>
          <li>
            <a href={paths.roleProfiles()}>Role profiles and the way in</a>
          </li>
        </ul>
      </Details>
      <Details
        summary={isFiltered(list) ? 'Choose who is shown (some are left out now)' : 'Choose who is shown'}
        open={isFiltered(list) && !error}
      >
        <Filter view={view} list={list} />
      </Details>
      {rows.length === 0 ? (
        <Empty title={nothing(list)}>
          {isFiltered(list) ? null : (
            <p>
              Whoever asks on the public page of your centre appears here at once.{' '}
              <a href={paths.openings()}>Say which roles you look for.</a>
            </p>
          )}
        </Empty>
      ) : filter.view === 'board' ? (
        <Board view={view} list={list} />
      ) : (
        <List view={view} list={list} />
      )}
      <Pagination
        label="Pages of applicants"
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={list.more ? at(filter.page + 1) : undefined}
        shown={
          rows.length > 0 && (list.more || filter.page > 1)
            ? `${list.first} to ${list.first + rows.length - 1} of ${list.total}`
            : undefined
        }
      />
      {rows.length > 0 ? (
        <p>
          <a
            class="k-action"
            href={paths.applicantsFile({}, { ...queryOf(filter), view: undefined, page: undefined })}
          >
            Download this list ({counted(list.total, 'person', 'people')})
          </a>
        </p>
      ) : null}
    </Frame>
  );
};
