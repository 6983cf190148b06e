import { date, oneOfThese, optionalText, text, tick, yesNo } from '#platform/forms/fields.ts';
import { type FormOf, form } from '#platform/forms/form.ts';
import { type Outcome, WITHDRAWAL_REASONS } from '../referral.rules.ts';
import { passesOn, type Reason } from './decide.rules.ts';

/** What a decision form gives, whichever decision it is; what was not asked is null. */
export interface Decided {
  readonly reason: string;
  readonly words: string;
  readonly groupWanted: boolean | null;
  /** Whether they are sent the link to a page of their own. */
  readonly ownPage: boolean;
  readonly passedOn: {
    readonly toService: string;
    readonly toContact: string;
    readonly parentAgreed: boolean;
    readonly followUpOn: Temporal.PlainDate;
  } | null;
}

interface About {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** Whether a group can be offered, so that it is asked whether one is wanted. */
  readonly asksForGroup: boolean;
}

const then = <V>(of: FormOf<V>, become: (value: V) => Decided): FormOf<Decided> => ({
  ...of,
  parse: (typed) => {
    const read = of.parse(typed);
    return read.ok ? { ok: true, value: become(read.value) } : read;
  },
});

export const decideForm = ({ outcome, reasons, asksForGroup }: About): FormOf<Decided> => {
  const reason = oneOfThese(
    reasons.map(({ code }) => code),
    outcome === 'ask_more' ? 'Choose whom we ask.' : 'Choose a reason.',
  );
  const words = outcome === 'ask_more' ? text('Write down what we ask.', 4000) : optionalText(4000);
  if (passesOn(outcome))
    return then(
      form(`triage.${outcome}`, {
        reason,
        toService: text('Enter the name of the service.', 300),
        toContact: optionalText(500),
        parentAgreed: yesNo('Say whether the parent agreed.'),
        followUpOn: date('Choose the day on which we look whether they got there.'),
        words,
      }),
      (value) => ({ ...value, groupWanted: null, ownPage: false, passedOn: value }),
    );
  if (outcome === 'welcome' && asksForGroup)
    return then(
      form('triage.welcome', {
        reason,
        groupWanted: yesNo('Say whether a group suits them.'),
        ownPage: tick(),
        words,
      }),
      (value) => ({ ...value, passedOn: null }),
    );
  if (outcome === 'welcome')
    return then(form('triage.welcome', { reason, ownPage: tick(), words }), (value) => ({
      ...value,
      groupWanted: null,
      passedOn: null,
    }));
  return then(form(`triage.${outcome}`, { reason, words }), (value) => ({
    ...value,
    groupWanted: null,
    ownPage: false,
    passedOn: null,
  }));
};

export const withdrawForm = form('triage.withdraw', {
  reason: oneOfThese(WITHDRAWAL_REASONS, 'Choose why it ends.'),
  words: optionalText(2000),
});
