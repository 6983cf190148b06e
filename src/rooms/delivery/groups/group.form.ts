import {
  date,
  dateBoxes,
  oneOf,
  oneOfThese,
  optionalDate,
  optionalText,
  text,
  tick,
  time,
  wholeNumber,
} from '#platform/forms/fields.ts';
import { form, type Typed } from '#platform/forms/form.ts';
import { clockTime } from '#ui/times.ts';
import type { GroupFacts } from './group.queries.ts';

const dueWindow = {
  dueFrom: optionalDate(),
  dueUntil: optionalDate(),
};

const inOrder = (value: { dueFrom: Temporal.PlainDate | null; dueUntil: Temporal.PlainDate | null }) =>
  value.dueFrom && value.dueUntil && Temporal.PlainDate.compare(value.dueUntil, value.dueFrom) < 0
    ? [{ field: 'dueUntil', message: 'The latest due date must come after the earliest.' }]
    : [];

const NO_LANGUAGE = 'Choose the language of the group.';

const about = {
  name: text('Give the group a name that parents will know it by.', 80),
  places: wholeNumber('Say how many parents there is room for.', 1, 60),
  crechePlaces: wholeNumber('Say how many crèche places there are; 0 when none.', 0, 30),
  language: text(NO_LANGUAGE, 12).refine((code) => /^[a-z]{2,3}$/.test(code), { error: NO_LANGUAGE }),
  ...dueWindow,
  partnersWelcome: tick(),
  groundRules: optionalText(4000),
};

/** What opening a group asks, for the centres, rooms and template versions the page offers. */
export const newGroupForm = (offered: {
  readonly centreIds: readonly string[];
  readonly venueIds: readonly string[];
  readonly templateIds: readonly string[];
}) =>
  form(
    'group_new',
    {
      kind: oneOf(['antenatal_group', 'drop_in'], 'Choose what kind of group it is.'),
      centreId: oneOfThese(offered.centreIds, 'Choose the centre.'),
      ...about,
      templateId: oneOfThese(offered.templateIds, 'Choose the programme version.'),
      venueId: oneOfThese([...offered.venueIds, 'online'], 'Choose a room, or online.'),
      startsOn: date('Enter the date of the first session.'),
      at: time('Enter the time it starts.'),
      sessions: wholeNumber('Say how many sessions to plan.', 1, 24),
    },
    inOrder,
  );

export const changeGroupForm = form('group_change', { ...about, channel: optionalText(500) }, inOrder);

export const changePrefill = (group: GroupFacts): Typed => ({
  name: group.name,
  places: String(group.places),
  crechePlaces: String(group.crechePlaces),
  language: group.language,
  ...dateBoxes('dueFrom', group.dueFrom),
  ...dateBoxes('dueUntil', group.dueUntil),
  partnersWelcome: group.partnersWelcome ? 'yes' : '',
  groundRules: group.groundRules,
  channel: group.channel,
});

export const addSessionsForm = form('group_sessions', {
  count: wholeNumber('Say how many sessions to add.', 1, 12),
});

export const endGroupForm = form('group_end', { why: text('Say why the group ends.', 300) });

export const leaderForm = (accountIds: readonly string[]) =>
  form('group_leader', {
    accountId: oneOfThese(accountIds, 'Choose who.'),
    part: oneOf(['practitioner', 'peer_supporter', 'creche'], 'Say as what they run it.'),
  });

export const moveForm = form('session_move', {
  on: date('Enter the new date.'),
  at: time('Enter the time it starts.'),
  andTheRest: tick(),
});

export const movePrefill = (on: Temporal.PlainDate, from: Temporal.PlainTime): Typed => ({
  ...dateBoxes('on', on),
  at: clockTime(from),
});

export const callOffForm = form('session_call_off', {
  why: text('Say why, for those who read it later. Parents are told only that it will not happen.', 300),
});
