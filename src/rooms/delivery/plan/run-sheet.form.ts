import type { FieldError, FormOf, Typed } from '#platform/forms/form.ts';
import type { FormState } from '#ui/form-state.ts';
import { typedText } from './plan.form.ts';
import type { Planner } from './plan.queries.ts';
import { blockKey, type PlanBlock } from './plan.rules.ts';
import { DONES, type Went, wentChange, wentFrom, wentText, wentTogether } from './run-sheet.rules.ts';

const MOST = 4000;

export interface OwnReflection {
  readonly wentWell: string;
  readonly nextTime: string;
  readonly takeHome: string;
  readonly heavy: boolean;
  readonly told: boolean;
  readonly version: number;
}

export interface RunSheet {
  readonly planner: Planner;
  readonly own: OwnReflection | null;
  readonly stage: 'ahead' | 'open' | 'closed' | 'called_off';
}

export const doneField = (block: Pick<PlanBlock, 'id' | 'position'>) => `done-${blockKey(block)}`;
export const howField = (block: Pick<PlanBlock, 'id' | 'position'>) => `how-${blockKey(block)}`;
export const drawnField = (block: Pick<PlanBlock, 'id' | 'position'>) => `drawn-${blockKey(block)}`;

const saved = (block: PlanBlock): Went => ({ done: block.done, how: block.adaptedHow });

// A suggestion that became a plan meanwhile keeps what was typed under its place.
const typedAt = (typed: Typed, field: string, block: PlanBlock) =>
  typedText(typed, `${field}-${blockKey(block)}`) || typedText(typed, `${field}-t${block.position}`);

const wentIn = (typed: Typed, block: PlanBlock): Went => ({
  done: DONES.find((done) => done === typedAt(typed, 'done', block)) ?? null,
  how: typedAt(typed, 'how', block),
});

const drawnIn = (typed: Typed, block: PlanBlock): Went =>
  wentFrom(typedAt(typed, 'drawn', block)) ?? saved(block);

export interface RunSheetValue {
  readonly blocks: readonly { readonly key: string; readonly drawn: Went; readonly went: Went }[];
  readonly reflection: Omit<OwnReflection, 'version'>;
  readonly next: 'carry_on' | 'register';
}

const WORDS = ['went-well', 'next-time', 'take-home'] as const;

/** The form of a run sheet; no block or person is named by a message. */
export const runSheetForm = ({ planner }: RunSheet): FormOf<RunSheetValue> => ({
  name: 'run-sheet',
  fields: ['blocks', ...WORDS],
  parse: (typed) => {
    const long = (text: string) => text.length > MOST;
    const message = `Use ${MOST.toLocaleString('en-GB')} characters or fewer.`;
    const blocks = planner.plan.blocks.map((block) => ({ block, went: wentIn(typed, block) }));
    const errors: FieldError[] = [
      ...(blocks.some(({ went }) => long(went.how)) ? [{ field: 'blocks', message }] : []),
      ...WORDS.filter((field) => long(typedText(typed, field))).map((field) => ({ field, message })),
    ];
    if (errors.length > 0) return { ok: false, errors };
    return {
      ok: true,
      value: {
        blocks: blocks.flatMap(({ block, went }) => {
          const drawn = drawnIn(typed, block);
          const change = wentChange(drawn, went);
          return change ? [{ key: blockKey(block), drawn, went: change }] : [];
        }),
        reflection: {
          wentWell: typedText(typed, 'went-well'),
          nextTime: typedText(typed, 'next-time'),
          takeHome: typedText(typed, 'take-home'),
          heavy: typedText(typed, 'heavy') === 'yes',
          told: typedText(typed, 'told') === 'yes',
        },
        next: typedText(typed, 'next') === 'register' ? 'register' : 'carry_on',
      },
    };
  },
});

const valuesOf = (block: PlanBlock, went: Went) => ({
  [doneField(block)]: went.done ?? '',
  [howField(block)]: went.how,
});

export const runSheetPrefill = ({ planner, own }: RunSheet): Typed => ({
  ...Object.assign({}, ...planner.plan.blocks.map((block) => valuesOf(block, saved(block)))),
  'went-well': own?.wentWell ?? '',
  'next-time': own?.nextTime ?? '',
  'take-home': own?.takeHome ?? '',
  heavy: own?.heavy ? 'yes' : '',
  told: own?.told ? 'yes' : '',
});

/** The form as it is drawn: after a refusal, what was typed put together with what colleagues wrote meanwhile. */
export const runSheetDrawn = (
  sheet: RunSheet,
  form: FormState,
): { readonly form: FormState; readonly clashes: ReadonlySet<string> } => {
  const clashes = new Set<string>();
  const cameBack = Object.keys(form.values).some((name) => name.startsWith('drawn-'));
  if (!cameBack) return { form, clashes };
  const values: Record<string, string | readonly string[]> = { ...form.values };
  for (const block of sheet.planner.plan.blocks) {
    const { shown, clash } = wentTogether(
      drawnIn(form.values, block),
      wentIn(form.values, block),
      saved(block),
    );
    Object.assign(values, valuesOf(block, shown));
    if (clash) clashes.add(blockKey(block));
  }
  return { form: { ...form, values }, clashes };
};

/** The hidden text of a block: what is written now. */
export const drawnNow = (block: PlanBlock): string => wentText(saved(block));
