import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, FilterForm, SelectField, TextField } from '#ui/form.tsx';
import { Empty, Heading, Inset, Lede, Muted, Pagination, Row, Rows, SummaryList } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { dataPath, looksAtPath, looksPath } from '../paths.ts';
import { REACHES, type Reach } from './looks.rules.ts';

export interface LookShown {
  readonly seq: string;
  readonly at: Temporal.Instant;
  readonly who: string;
  readonly accountId: string | null;
  readonly what: string;
  readonly why: string;
  /** Whose: a name where the reader may open it themself, otherwise a reference; null for a list. */
  readonly whose: string | null;
  /** Set where the list can be narrowed to this file. */
  readonly personId: string | null;
  readonly centre: string | null;
}

export interface LooksFacts {
  readonly looks: readonly LookShown[];
  /** Where older ones go on; null at the end. */
  readonly older: string | null;
  readonly paging: boolean;
  readonly reach: Reach;
  readonly accountId: string | null;
  readonly lookers: readonly { readonly accountId: string; readonly name: string }[];
  /** Something was pasted that is no address of a file. */
  readonly notAFile: boolean;
  /** The one file that is asked about. */
  readonly file: { readonly personId: string; readonly name: string } | null;
  readonly quiet: {
    readonly month: string;
    readonly counts: readonly { readonly what: string; readonly looks: string }[];
  } | null;
}

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  1: 'Since yesterday',
  7: 'The last seven days',
  30: 'The last 30 days',
  365: 'The last year',
};

const LookRow = ({ look, facts, view }: { look: LookShown; facts: LooksFacts; view: View }): VNode => (
  <Row
    action={
      look.personId && !facts.file
        ? {
            href: looksAtPath({ personId: look.personId }),
            label: 'Who else',
            about: `looked at ${look.whose ?? 'this file'}`,
          }
        : undefined
    }
  >
    <p>
      <strong>{look.who}</strong>: {look.what}
      {look.whose && !facts.file ? `, ${look.whose}` : ''}
    </p>
    <p>
      <Muted>
        {momentInWords(look.at, view.zone, view.now)}
        {look.centre ? ` · ${look.centre}` : ''} · {look.why}
      </Muted>
    </p>
  </Row>
);

const Filters = ({ facts, view }: { facts: LooksFacts; view: View }): VNode => {
  const form = {
    ...view.form,
    values: { since: String(facts.reach), who: facts.accountId ?? '' },
  };
  return (
    <FilterForm label="Choose which looks to see">
      <SelectField
        form={form}
        name="since"
        label="When"
        options={REACHES.map((days) => ({ value: String(days), label: REACH_WORDS[days] }))}
      />
      <SelectField
        form={form}
        name="who"
        label="Who looked"
        options={[
          { value: '', label: 'Anybody' },
          ...facts.lookers.map(({ accountId, name }) => ({ value: accountId, label: name })),
        ]}
      />
      {facts.file ? null : (
        <TextField
          form={form}
          name="file"
          label="Whose file"
          hint="Paste the address of its page, or leave it empty"
        />
      )}
      <Button kind="secondary">Show</Button>
    </FilterForm>
  );
};

const pageOf = (facts: LooksFacts, before: string | undefined): string => {
  const query = { since: String(facts.reach), who: facts.accountId ?? undefined, before };
  return facts.file ? looksAtPath({ personId: facts.file.personId }, query) : looksPath({}, query);
};

/** Who looked at what, of everything or of one file. */
export const LooksPage = ({ facts, view }: { facts: LooksFacts; view: View }): VNode => {
  const title = facts.file ? `Who looked at ${facts.file.name}` : 'Who looked at what';
  return (
    <Frame
      view={view}
      title={title}
      back={
        facts.file
          ? { href: looksPath(), label: 'Who looked at what' }
          : { href: dataPath(), label: 'What we keep about people' }
      }
    >
      <Heading>{title}</Heading>
      <Lede>
        Pages about somebody that colleagues opened, the newest first, and what the page is for. A look is no
        fault: ask before you think anything of it. Opening this list is written down too.
      </Lede>
      <Filters facts={facts} view={view} />
      {facts.notAFile ? (
        <Inset tone="honey">
          <p>
            That is no address of a file. Open the file, copy the whole address from the top of the browser,
            and paste it here. Below are looks at everything.
          </p>
        </Inset>
      ) : null}
      {facts.looks.length === 0 ? (
        <Empty title="Nobody looked">
          <p>There is no look like that in this time. Choose a longer time, or anybody.</p>
        </Empty>
      ) : (
        <Rows>
          {facts.looks.map((look) => (
            <LookRow key={look.seq} look={look} facts={facts} view={view} />
          ))}
        </Rows>
      )}
      <Pagination
        previous={facts.paging ? pageOf(facts, undefined) : undefined}
        next={facts.older ? pageOf(facts, facts.older) : undefined}
      />
      {facts.quiet ? (
        <section>
          <Heading level={2}>Only counted</Heading>
          <p>
            For these we show no single look, because it would tell that something is there. Whoever has a
            concern, a note or a plan answers for who reads it. In {facts.quiet.month} they were opened:
          </p>
          <SummaryList rows={facts.quiet.counts.map(({ what, looks }) => ({ label: what, value: looks }))} />
        </section>
      ) : null}
    </Frame>
  );
};
