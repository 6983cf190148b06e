import { ageWords, type FamilyFacts, gestationOn, gestationWords } from '#rooms/families/door.ts';
import { longDate } from '#ui/times.ts';

type Family = Pick<
  FamilyFacts,
  'stage' | 'relation' | 'dueOn' | 'babies' | 'resting' | 'someLost' | 'lossOfAll' | 'otherParents'
>;

/** Somebody this long past the due date has had the baby and not told us yet: counting weeks on would be wrong. */
const WEEKS_STILL_SAID = 42;

/**
 * How a parent's page speaks to them. `gentle`: they told us of a loss, so nothing about a baby and no invitation;
 * `quiet`: their messages rest for another reason, so nothing about a baby, and the page is as it was,
 * because a page that changes would tell what nobody has said; `usual`: as always.
 */
export const toneOf = (family: Family | null): 'usual' | 'quiet' | 'gentle' => {
  if (!family) return 'usual';
  if (family.lossOfAll || family.stage === 'loss' || family.resting === 'own_loss') return 'gentle';
  return family.resting === null && !family.someLost ? 'usual' : 'quiet';
};

const inWeeks = (relation: Family['relation'], dueOn: Temporal.PlainDate, today: Temporal.PlainDate) => {
  const gestation = gestationOn(dueOn, today);
  if (!gestation || gestation.weeks >= WEEKS_STILL_SAID) return null;
  if (gestation.weeks >= 40) return 'Your baby is due any day.';
  const weeks = gestationWords({ weeks: gestation.weeks, days: 0 });
  return relation === 'pregnant'
    ? `You are ${weeks} pregnant.`
    : `The pregnancy is at ${weeks}. Your baby is due around ${longDate(dueOn, { today })}.`;
};

const withBabies = (
  babies: Family['babies'],
  dueOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
) => {
  const here = babies.filter((baby) => !baby.died && baby.livesWith !== 'elsewhere');
  const first = here[0];
  if (!first || here.length !== babies.length) return null;
  const age = ageWords(first.bornOn, today, dueOn);
  if (here.length > 1) return `Your babies are ${age} old.`;
  return `${first.givenName ?? 'Your baby'} is ${age} old.`;
};

/**
 * Whether a page may speak of the pregnancy or a baby at all. To a parent who shares it with another it never does:
 * if the other one tells us of a loss, what was never said cannot fall silent.
 */
export const maySayBaby = (family: Family): boolean =>
  toneOf(family) === 'usual' && family.otherParents === 0;

/**
 * Where a family is, in a sentence for the parent's own page: weeks of pregnancy, or how old the baby is. Null when
 * it is not known or better not said: after a loss, while messages rest, when a baby lives elsewhere, and to a parent
 * who shares the pregnancy with another.
 */
export const whereYouAre = (family: Family | null, today: Temporal.PlainDate): string | null => {
  if (!family || !maySayBaby(family)) return null;
  if (family.stage === 'born') return withBabies(family.babies, family.dueOn, today);
  return family.dueOn && inWeeks(family.relation, family.dueOn, today);
};

/**
 * "Joanne, Priya and six other parents": who will be there, as far as a parent may know. Null when nobody is known.
 * `others` is null for a drop-in: it is open to everyone, and nobody can say how many will come.
 */
export const whoWillBeThere = (leaders: readonly string[], others: number | null): string | null => {
  if (others === null)
    return leaders.length === 0 ? 'Other parents' : `${leaders.join(', ')} and other parents`;
  const parents =
    others === 0 ? [] : [others === 1 ? 'one other parent' : `${inWords(others)} other parents`];
  const all = [...leaders, ...parents];
  if (all.length === 0) return null;
  return all.length === 1 ? (all[0] ?? null) : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const inWords = (count: number): string => WORDS[count] ?? String(count);

/** A number as people write it, "07700 900123"; one from another country stays as it is. */
export const phoneWords = (phone: string): string => {
  const figures = phone.startsWith('+44') ? `0${phone.slice(3)}` : phone;
  return /^0\d{9,10}$/.test(figures) ? `${figures.slice(0, 5)} ${figures.slice(5)}` : phone;
};
