/** What can never be true and is looked for every night, each with words for the person who mends it. */
export const findingWords = {
  place_after_loss: {
    title: 'A place is open although a loss is recorded',
    mend: 'Open the file. End the place, or undo the loss if it was entered by mistake. Nobody should be written to about a group.',
  },
  message_after_loss: {
    title: 'A message about a group or a baby waits for somebody who had a loss',
    mend: 'It is stopped again when its time comes. Open the file and see that messages rest.',
  },
  concern_without_owner: {
    title: 'A concern waits and nobody it was given to is still on the team',
    mend: 'A service lead gives somebody the duty at this centre today, and reads what waits with them.',
  },
  register_of_nothing: {
    title: 'A register is filled in for a session that did not happen',
    mend: 'Open the session. Correct the register, or the note that the session did not happen.',
  },
  closed_too_early: {
    title: 'A register was closed before its session began',
    mend: 'Open the register and correct it, saying why.',
  },
  place_in_ended_group: {
    title: 'A place is open in a group that has ended',
    mend: 'Open the group and end the place.',
  },
  more_places_than_chairs: {
    title: 'More parents have a place than the group has chairs',
    mend: 'Open the group. Nobody is sent away: make the group larger, or ask who would rather move.',
  },
  unready_on_rota: {
    title: 'Somebody stands on a session ahead and may not be with families that day',
    mend: 'Open the session, take them off this date and find cover. What is missing stands on their page under Volunteers.',
  },
  sealed_in_a_group: {
    title: 'A sealed file still holds a place',
    mend: 'Somebody who works with us now stands in a group as a parent. Whoever recruits opens the seal again, or the practitioner of the group ends the place.',
  },
  role_after_leaving: {
    title: 'An account is closed and still holds a role',
    mend: 'Open the team page and end the role, so that nobody is given work that nobody reads.',
  },
  message_left_lying: {
    title: 'A message has waited for more than a day after it should have gone',
    mend: 'Open the outbox. If nothing has gone since then, the program that sends is not running: whoever looks after the installation starts it.',
  },
  two_waits: {
    title: 'A parent waits for a group and has a place in one',
    mend: 'Open the waiting list and take the parent off it.',
  },
} as const;

export type FindingCode = keyof typeof findingWords;

export const FINDING_CODES = Object.keys(findingWords) as readonly FindingCode[];
