import type { VNode } from 'preact';
import { Heading, Inset, Muted, Table } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import { AGE_BANDS, DISABLED, ETHNIC_GROUPS, GENDERS } from '../mine/about-you.rules.ts';
import type { Figures } from './figures.queries.ts';
import { byTrait, GROUP_STAGES, type GroupRow, stageNames } from './figures.rules.ts';

const QUESTIONS = [
  { trait: 'age_band', name: 'Age', answers: AGE_BANDS },
  { trait: 'ethnic_group', name: 'Ethnic group', answers: ETHNIC_GROUPS },
  { trait: 'gender', name: 'Gender', answers: GENDERS },
  { trait: 'disabled', name: 'Disabled people', answers: DISABLED },
] as const;

const NOT_SAID = { value: 'not_said', label: 'Did not say' } as const;
type Answers = readonly { readonly value: string; readonly label: string }[];

const labelOf = (answers: Answers, answer: string): string =>
  [...answers, NOT_SAID].find(({ value }) => value === answer)?.label ?? answer.replaceAll('_', ' ');

const placeOf = (answers: Answers, answer: string): number => {
  const at = answers.findIndex(({ value }) => value === answer);
  return at < 0 ? answers.length : at;
};

/** How far people of each group come: counts alone, with small ones hidden where they are counted. */
export const Groups = ({ figures, today }: { figures: Figures; today: Temporal.PlainDate }): VNode => {
  const tables = byTrait(figures.groups);
  const { year } = figures.period;
  const lastDay =
    year === today.year
      ? Temporal.PlainDate.from({ year, month: today.month, day: 1 }).subtract({ days: 1 })
      : Temporal.PlainDate.from({ year, month: 12, day: 31 });
  return (
    <>
      <Heading level={2}>Whom we reach, and who comes to the end</Heading>
      <p>
        From what people ticked about themselves, if they wished. Nobody reads anyone’s ticks: they are only
        counted.
        {year === today.year && today.month === 1
          ? ` ${year} is counted from February on.`
          : ` Those who asked in ${year}, up to ${longDate(lastDay)}, at all centres you have figures of.`}
      </p>
      {tables.length === 0 ? (
        <p>There are too few people to show groups without showing somebody.</p>
      ) : (
        QUESTIONS.flatMap(({ trait, name, answers }) => {
          const table = tables.find((each) => each.trait === trait);
          if (!table) return [];
          return [
            <Table
              key={trait}
              caption={name}
              rows={table.rows.toSorted(
                (one, other) => placeOf(answers, one.answer) - placeOf(answers, other.answer),
              )}
              columns={[
                { header: 'Group', cell: ({ answer }: GroupRow) => labelOf(answers, answer) },
                ...GROUP_STAGES.map((stage) => ({
                  header: stageNames[stage],
                  numeric: true,
                  cell: ({ people }: GroupRow) => people[stage] ?? <Muted>Hidden</Muted>,
                })),
              ]}
            />,
          ];
        })
      )}
      <Inset>
        <p>
          Hidden: fewer than 5 people, or a number kept back so that nobody can work out one that is fewer
          than 5. A question with too few answers is left out. Groups are counted by whole years and whole
          months, for all your centres together, so that two tables cannot be taken from each other.
        </p>
      </Inset>
      <p>
        <Muted>
          Each person counts once in a year. A stage counts whoever reached it or a later one by the last day
          counted.
        </Muted>
      </p>
    </>
  );
};
