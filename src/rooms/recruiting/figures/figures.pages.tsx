import type { ComponentChildren, VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, FilterForm, SelectField } from '#ui/form.tsx';
import { Empty, Figure, Heading, Lede, Muted, Progress, Table } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { stepWords } from '../list/pipeline.rules.ts';
import * as paths from '../paths.ts';
import { STEP_CODES } from '../profiles/profile.shape.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { DECLINE_REASONS, declineWords, WITHDRAWAL_REASONS, withdrawalWords } from '../route/ends.rules.ts';
import { inPounds } from '../sources/source.rules.ts';
import type { EndingFigure, Figures } from './figures.queries.ts';
import { byKind, daysInWords, each, type KindRow, STAGES, stageNames } from './figures.rules.ts';
import { Groups } from './groups.pages.tsx';

/** How a number is counted, under the table it belongs to: one definition for each. */
const Counted = ({ children }: { children: ComponentChildren }) => (
  <p>
    <Muted>{children}</Muted>
  </p>
);

const Choose = ({ view, figures }: { view: View; figures: Figures }) => {
  const form = {
    ...view.form,
    values: { period: figures.period.code, centre: figures.centreId ?? '' },
  };
  return (
    <FilterForm label="Choose a period" action={paths.applicantFigures()}>
      <SelectField
        form={form}
        name="period"
        label="Who asked in"
        options={figures.periods.map(({ code, words }) => ({ value: code, label: words }))}
      />
      {figures.centres.length > 1 ? (
        <SelectField
          form={form}
          name="centre"
          label="Centre"
          options={[
            { value: '', label: 'All together' },
            ...figures.centres.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <Button kind="secondary">Show</Button>
    </FilterForm>
  );
};

const Way = ({ figures }: { figures: Figures }) => {
  const { all } = byKind(figures.sources);
  return (
    <>
      <Heading level={2}>How far people came</Heading>
      {STAGES.map((stage) => (
        <Progress
          key={stage}
          label={stageNames[stage]}
          value={all[stage]}
          max={all.enquired}
          tone="pine"
          figure={stage === 'enquired' ? String(all.enquired) : `${all[stage]} of ${all.enquired}`}
        />
      ))}
      <Counted>
        Everybody who asked in the period counts, once for each time they asked, however far they have come by
        today. A stage counts whoever reached it or a later one. Volunteers brought in from a file are left
        out: they never asked here.
      </Counted>
    </>
  );
};

const Kinds = ({ figures }: { figures: Figures }) => {
  const { kinds } = byKind(figures.sources);
  return (
    <>
      <Heading level={2}>By how they heard of us</Heading>
      <Table
        caption="How far people came, by how they heard of us"
        captionHidden
        rows={kinds}
        columns={[
          { header: 'Heard of us by', cell: (row: KindRow) => row.words },
          ...STAGES.map((stage) => ({
            header: stageNames[stage],
            numeric: true,
            cell: (row: KindRow) => row[stage],
          })),
          { header: 'Cost', numeric: true, cell: ({ costPence }: KindRow) => inPounds(costPence) },
          {
            header: 'Cost for each welcomed',
            numeric: true,
            cell: ({ costEach, costPence }: KindRow) =>
              costEach === null ? (
                <Muted>{costPence === 0 ? 'None' : 'Nobody yet'}</Muted>
              ) : (
                inPounds(costEach)
              ),
          },
        ]}
      />
      <Counted>
        The cost of a source counts whole in the period in which it began. Cost for each welcomed: all the
        cost of a kind in the period, divided by those of the kind who asked in the period and were welcomed.
        The hours of the team are not in it. <a href={paths.sources()}>Each source by itself</a>.
      </Counted>
    </>
  );
};

const Days = ({ figures }: { figures: Figures }) => {
  const rows = [...STEP_CODES, 'whole' as const].flatMap((code) => {
    const found = figures.steps.find((step) => step.code === code);
    return found ? [found] : [];
  });
  const longest = Math.max(
    1,
    ...rows.filter(({ code }) => code !== 'whole').map(({ medianDays }) => medianDays ?? 0),
  );
  const nameOf = (code: string) =>
    code === 'whole' ? 'The whole way' : stepWords[code as keyof typeof stepWords];
  return (
    <>
      <Heading level={2}>How long it takes</Heading>
      {rows.map(({ code, medianDays, finished, waiting }) => (
        <Progress
          key={code}
          label={
            <>
              {nameOf(code)}{' '}
              <Muted>
                {finished} finished, {waiting} on it now
              </Muted>
            </>
          }
          value={code === 'whole' ? 0 : (medianDays ?? 0)}
          max={longest}
          figure={daysInWords(medianDays)}
        />
      ))}
      <Counted>
        The days in the middle: half of those who finished took less, half took more. A step counts from its
        opening to its end; steps that were not needed are left out. The whole way counts from the enquiry to
        the welcome.
      </Counted>
    </>
  );
};

const whyWords = ({ ending, why }: EndingFigure): string => {
  if (ending === 'declined') {
    const known = DECLINE_REASONS.find((reason) => reason === why);
    return known ? declineWords[known].name : 'Another reason';
  }
  const known = WITHDRAWAL_REASONS.find((reason) => reason === why);
  return known ? withdrawalWords[known] : 'Another reason';
};

const Endings = ({ figures }: { figures: Figures }) => (
  <>
    <Heading level={2}>Where and why it ended</Heading>
    {figures.endings.length === 0 ? (
      <p>Nobody who asked in this period has gone or been declined.</p>
    ) : (
      <Table
        caption="Why applications ended, by step"
        captionHidden
        rows={figures.endings}
        columns={[
          {
            header: 'In step',
            cell: ({ code }) =>
              code in stepWords ? stepWords[code as keyof typeof stepWords] : 'Between two steps',
          },
          { header: 'Who ended it', cell: ({ ending }) => (ending === 'declined' ? 'We did' : 'They did') },
          { header: 'Why', cell: whyWords },
          { header: 'People', numeric: true, cell: ({ people }) => people },
        ]}
      />
    )}
    <Counted>
      The step is the first of the way in that was still open. The reason is the one that was chosen, by the
      applicant or by whoever wrote it down.
    </Counted>
  </>
);

const formNames: Readonly<Record<string, string>> = {
  enquiry: 'The enquiry',
  application: 'The application',
  referees: 'Naming referees',
  course: 'The online course',
};

const Burden = ({ figures }: { figures: Figures }) => {
  const { welcomed } = byKind(figures.sources).all;
  const total = (of: 'times' | 'questions' | 'minutes') =>
    figures.burden.reduce((sum, form) => sum + form[of], 0);
  return (
    <>
      <Heading level={2}>What we ask of people</Heading>
      {welcomed === 0 || figures.burden.length === 0 ? (
        <p>Nobody who asked in this period has been welcomed yet, so there is nothing to count.</p>
      ) : (
        <>
          <Figure figure={each(total('questions'), welcomed)} of="questions for each person welcomed" />
          <Figure figure={each(total('minutes'), welcomed)} of="minutes at forms" />
          <Figure figure={each(total('times'), welcomed)} of="forms" />
          <Table
            caption="Each form by itself"
            rows={figures.burden}
            columns={[
              { header: 'Form', cell: ({ form }) => formNames[form] ?? form.replaceAll('_', ' ') },
              { header: 'Times asked', numeric: true, cell: ({ times }) => times },
              {
                header: 'Questions each time',
                numeric: true,
                cell: ({ questions, times }) => each(questions, times),
              },
              {
                header: 'Minutes each time',
                numeric: true,
                cell: ({ minutes, timed }) => (timed === 0 ? <Muted>Not known</Muted> : each(minutes, timed)),
              },
            ]}
          />
        </>
      )}
      <Counted>
        Every form that somebody who was welcomed filled in on the way, added up and divided by the people
        welcomed. Minutes run from opening a form to sending it, sixty at most; where they are not known they
        count as none, so the true number is a little higher. What referees are asked is not in it.
      </Counted>
    </>
  );
};

export const FiguresPage = ({ view, figures }: { view: View; figures: Figures }): VNode => {
  const { all } = byKind(figures.sources);
  const { period } = figures;
  const back = mayRecruit(view.actor) ? { href: paths.applicants(), label: 'Applicants' } : undefined;
  return (
    <Frame view={view} shell="staff" title="How volunteers find us" back={back} wide>
      <Heading>How volunteers find us</Heading>
      <Lede>
        Those who asked{' '}
        {period.code === 'ever'
          ? `up to ${longDate(period.until)}`
          : `from ${longDate(period.from)} to ${longDate(period.until)}`}
        , and what became of it.
      </Lede>
      <Choose view={view} figures={figures} />
      {all.enquired === 0 ? (
        <Empty title="Nobody asked in this period.">
          <p>Choose a longer one, or look at what you do to be heard of.</p>
        </Empty>
      ) : (
        <>
          <Way figures={figures} />
          <Kinds figures={figures} />
          <Days figures={figures} />
          <Endings figures={figures} />
          <Burden figures={figures} />
        </>
      )}
      <Groups figures={figures} today={view.today} />
      <p>
        <a class="k-action" href={paths.sources()}>
          Where people hear of us
        </a>
      </p>
      <p>
        <a class="k-action" href={paths.roleProfiles()}>
          Role profiles and the way in
        </a>
      </p>
    </Frame>
  );
};
