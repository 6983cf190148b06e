import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonRow, FileField, Form, SelectField } from '#ui/form.tsx';
import { Card, Empty, Figure, Heading, Inset, Lede, Row, Rows, Table } from '#ui/show.tsx';
import { counted, momentInWords } from '#ui/times.ts';
import { importedPath, importPath, importSamplePath, referralsPath, rejectsPath } from '../paths.ts';
import { COLUMNS, columnWords } from './columns.ts';
import { DATE_FORMATS } from './dates.rules.ts';
import type { ImportFacts, ImportInList, ImportReport } from './import.queries.ts';

const back = { href: referralsPath(), label: 'Referrals' };

const outcome = ({ rowsLanded, rowsKnown, rowsRejected, finished }: ImportInList): string =>
  [
    `${rowsLanded} landed`,
    rowsKnown > 0 && `${rowsKnown} were here already`,
    rowsRejected > 0 && `${rowsRejected} came back`,
    !finished && 'it was cut off: send the file again, nothing lands twice',
  ]
    .filter(Boolean)
    .join(', ');

export const ImportPage = ({ view, facts }: { view: View; facts: ImportFacts }): VNode => (
  <Frame view={view} shell="staff" title="Bring in a file of referrals" back={back}>
    <Heading>Bring in a file of referrals</Heading>
    <Lede>
      Good rows land, and rows that cannot land come back with what to mend. Nobody is messaged. Sending the
      same file again changes nothing.
    </Lede>
    <Form form={view.form} files>
      <FileField
        form={view.form}
        name="file"
        label="The file"
        hint="CSV, up to 10 MB. For more than 10,000 rows, ask whoever runs Kith to use the command line."
        accept=".csv,.txt,text/csv,text/plain"
      />
      <SelectField
        form={view.form}
        name="centreId"
        label="For rows that name no centre"
        options={[
          { value: '', label: facts.centres.length === 1 ? 'Your centre' : 'They come back' },
          ...facts.centres.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ButtonRow>
        <Button>Bring it in</Button>
      </ButtonRow>
    </Form>
    <Heading level={2}>What the file may hold</Heading>
    <p>
      The first row holds the headings, in any order. Commas, semicolons or tabs may stand between the cells.
      Dates are written {DATE_FORMATS}. A heading we do not know is passed over.
    </p>
    <p>
      <a href={importSamplePath()}>Download a sample file</a>
    </p>
    <Table
      caption="Columns"
      captionHidden
      rows={COLUMNS}
      columns={[
        { header: 'Heading', cell: (name) => <code>{name}</code> },
        {
          header: 'What to put there',
          cell: (name) => `${columnWords[name].needed ? 'Needed. ' : ''}${columnWords[name].words}`,
        },
        { header: 'Also understood', cell: (name) => columnWords[name].also.join(', ') },
      ]}
    />
    <Heading level={2}>Brought in before</Heading>
    {facts.earlier.length === 0 ? (
      <Empty title="No file has been brought in yet." />
    ) : (
      <Rows>
        {facts.earlier.map((each) => (
          <Row
            key={each.id}
            marker={momentInWords(each.startedAt, view.zone, view.now)}
            action={{ href: importedPath({ importId: each.id }), label: 'Open', about: each.fileName }}
          >
            <strong>{each.fileName}</strong>
            <br />
            {outcome(each)}
          </Row>
        ))}
      </Rows>
    )}
  </Frame>
);

const SHOWN = 100;

export const ImportedPage = ({ view, report }: { view: View; report: ImportReport }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="What became of the file"
    back={{ href: importPath(), label: 'Bring in a file' }}
  >
    <Heading above={momentInWords(report.startedAt, view.zone, view.now)}>{report.fileName}</Heading>
    <Figure figure={report.rowsLanded} of={`of ${counted(report.rowsRead, 'row')} landed`} />
    {report.finished ? null : (
      <Inset tone="clay">
        It was cut off before the end. Send the same file again: what landed is not landed twice.
      </Inset>
    )}
    {report.rowsKnown > 0 ? (
      <p>{counted(report.rowsKnown, 'row was', 'rows were')} here already. Nothing was changed for them.</p>
    ) : null}
    {report.rowsLanded > 0 ? (
      <>
        <p>Nobody was messaged. The new referrals wait for a decision.</p>
        <ButtonRow>
          <a class="k-action" href={referralsPath({}, { state: 'waiting' })}>
            See what waits
          </a>
        </ButtonRow>
      </>
    ) : null}
    {report.rowsRejected === 0 ? null : report.rejected.length === 0 ? (
      <p>
        {counted(report.rowsRejected, 'row')} came back. What was in them is kept for thirty days and is gone
        now.
      </p>
    ) : (
      <>
        <Heading level={2}>{counted(report.rowsRejected, 'row')} came back</Heading>
        <Card tone="soon" title="Mend and send again">
          <p>
            The rejects file holds these rows as they were sent, with what to mend. Mend them there and bring
            that file in. It is kept for thirty days.
          </p>
          <p>
            <a href={rejectsPath({ importId: report.id })}>Download the rejects file</a>
          </p>
        </Card>
        <Table
          caption={
            report.rejected.length > SHOWN ? `The first ${SHOWN} rows that came back` : 'Rows that came back'
          }
          rows={report.rejected
            .slice(0, SHOWN)
            .flatMap((row) => row.faults.map((fault) => ({ ...fault, number: row.number })))}
          columns={[
            { header: 'Row', cell: (fault) => `Row ${fault.number}` },
            { header: 'Column', cell: (fault) => fault.column || 'whole row' },
            { header: 'What is the matter', cell: (fault) => fault.reason },
            { header: 'How to mend it', cell: (fault) => fault.mend },
          ]}
        />
      </>
    )}
  </Frame>
);
