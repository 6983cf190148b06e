/**
 * The neutral words. As dull as a parcel notice on purpose: warmth from an unknown sender is what a jealous reader
 * asks about.
 */
export const quietSubject = 'An update';
export const quietEmail = 'Hello,\n\nThere is an update for you. There is no hurry: {neutral_link}';
export const quietSms = 'You have an update. No hurry: {neutral_link}';
export const quietChange = 'You have an update. Please look today: {neutral_link}';
export const quietProfessional =
  'Hello,\n\nThere is news about something you sent. Please sign in to read it: {neutral_link}';
