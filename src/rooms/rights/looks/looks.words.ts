/** What a look was at, and what for. */
export interface LookWords {
  readonly what: string;
  readonly why: string;
}

const FAMILIES = 'Looking after a family';
const GROUPS = 'Running groups and drop-ins';
const CHOOSING = 'Choosing volunteers safely';
const TRAINING = 'Training volunteers';
const SUPERVISION = 'Supervision';
const REFERRALS = 'Taking referrals';
const MESSAGES = 'Sending messages';
const ORDER = 'Keeping what we hold in order';
const TEAM = 'Looking after the team';

/** Looks that are shown one by one. None of these words says more of a family than that its file was open. */
export const shownLooks: Readonly<Record<string, LookWords>> = {
  'delivery.alongside_seen': { what: 'Who learns alongside at a session', why: GROUPS },
  'delivery.follow_up_seen': { what: 'A parent who was missed at a session', why: GROUPS },
  'delivery.follow_ups_seen': { what: 'The list of parents who were missed', why: GROUPS },
  'delivery.group_seen': { what: 'A group', why: GROUPS },
  'delivery.known_family_seen': { what: 'Who knows each other in a group', why: GROUPS },
  'delivery.leaders_seen': { what: 'Who runs a group', why: GROUPS },
  'delivery.place_seen': { what: 'A parent’s place in a group', why: GROUPS },
  'delivery.register_printed': { what: 'A register, printed', why: GROUPS },
  'delivery.register_seen': { what: 'A register', why: GROUPS },
  'delivery.rota_seen': { what: 'Who runs a session', why: GROUPS },
  'delivery.run_sheet_seen': { what: 'The run sheet of a session', why: GROUPS },
  'delivery.session_seen': { what: 'A session', why: GROUPS },
  'delivery.volunteer_seen': { what: 'A volunteer', why: TEAM },
  'delivery.volunteers_exported': { what: 'The list of volunteers, taken as a file', why: TEAM },
  'delivery.volunteers_seen': { what: 'The list of volunteers', why: TEAM },
  'delivery.waiting_list_seen': { what: 'The waiting list', why: GROUPS },
  'families.file_looked_at': { what: 'A family’s file', why: FAMILIES },
  'families.list_looked_at': { what: 'The list of families', why: FAMILIES },
  'families.pause_looked_at': { what: 'A family’s file', why: FAMILIES },
  'families.pauses_looked_at': { what: 'The list of families whose messages rest', why: FAMILIES },
  'families.safety_looked_at': { what: 'A family’s file', why: FAMILIES },
  'hub.family_file_seen': { what: 'A family’s file', why: FAMILIES },
  'invariants.findings_looked_at': { what: 'The list of what does not fit together', why: ORDER },
  'messages.looked_at': { what: 'A message, to send it again', why: MESSAGES },
  'messages.outbox_looked_at': { what: 'The list of messages', why: MESSAGES },
  'people.contact_looked_at': { what: 'How to reach somebody', why: FAMILIES },
  'people.duplicates_looked_at': { what: 'The list of files that may be one person', why: ORDER },
  'people.file_looked_at': { what: 'Who somebody is', why: FAMILIES },
  'people.files_compared': { what: 'Two files that may be one person', why: ORDER },
  'people.member_looked_at': { what: 'A member of the team', why: TEAM },
  'recruiting.application_seen': { what: 'An application', why: CHOOSING },
  'recruiting.check_looked_at': { what: 'The check of an applicant', why: CHOOSING },
  'recruiting.eligibility_review_looked_at': { what: 'Which check fits a volunteer', why: CHOOSING },
  'recruiting.exported': { what: 'The list of applicants, taken as a file', why: CHOOSING },
  'recruiting.form_read': { what: 'What an applicant wrote', why: CHOOSING },
  'recruiting.interview_seen': { what: 'The interview of an applicant', why: CHOOSING },
  'recruiting.listed': { what: 'The list of applicants', why: CHOOSING },
  'recruiting.own_interviews_listed': { what: 'The list of interviews they hold', why: CHOOSING },
  'recruiting.panel_seen': { what: 'An interview they hold', why: CHOOSING },
  'recruiting.reference_seen': { what: 'A reference', why: CHOOSING },
  'recruiting.references_seen': { what: 'The referees of an applicant', why: CHOOSING },
  'recruiting.scores_seen': { what: 'What two said after an interview', why: CHOOSING },
  'recruiting.times_seen': { what: 'Times for interviews', why: CHOOSING },
  'referral.handover_seen': { what: 'A family handed on to another service', why: REFERRALS },
  'referral.seen': { what: 'A referral', why: REFERRALS },
  'referrals.handovers_listed': { what: 'The list of families handed on', why: REFERRALS },
  'referrals.import_seen': { what: 'A file of referrals', why: REFERRALS },
  'referrals.listed': { what: 'The list of referrals', why: REFERRALS },
  'referrals.rejects_taken': { what: 'Rows of a file that did not land, taken as a file', why: REFERRALS },
  'rights.looks_seen': { what: 'Who looked at what', why: ORDER },
  'supervision.list_seen': { what: 'The list of who supervises whom', why: SUPERVISION },
  'supervision.meeting_seen': { what: 'When two meet for supervision', why: SUPERVISION },
  'supervision.year_seen': { what: 'A year of supervision: that people met', why: SUPERVISION },
  'training.award_seen': { what: 'What somebody has earned', why: TRAINING },
  'training.catch_up_seen': { what: 'How somebody catches up', why: TRAINING },
  'training.certificate_seen': { what: 'The certificate of a course', why: TRAINING },
  'training.cohort_planning': { what: 'A training that is being planned', why: TRAINING },
  'training.cohort_seen': { what: 'A training and who is in it', why: TRAINING },
  'training.cohorts_listed': { what: 'The list of trainings', why: TRAINING },
  'training.event_seen': { what: 'Who comes to a learning event', why: TRAINING },
  'training.interest_seen': { what: 'What a volunteer would like to do next', why: TRAINING },
  'training.interests_listed': { what: 'The list of what volunteers would like to do', why: TRAINING },
  'training.learner_seen': { what: 'The training of a volunteer', why: TRAINING },
  'training.meeting_seen': { what: 'Who came to a training evening', why: TRAINING },
  'training.outside_seen': { what: 'A course that somebody did elsewhere', why: TRAINING },
  'training.people_listed': { what: 'The list of who does the course', why: TRAINING },
  'training.places_seen': { what: 'Places in a training', why: TRAINING },
  'training.practice_seen': { what: 'The practice of a volunteer', why: TRAINING },
  'training.record_seen': { what: 'A learning record that is shared', why: TRAINING },
  'training.sign_off_seen': { what: 'What a volunteer can do, signed off', why: TRAINING },
};

/** Looks that are only counted, by month: a row would tell that something is there. In the words of the page. */
export const countedLooks: Readonly<Record<string, string>> = {
  'people.seal_looked_at': 'Sealed files',
  'people.seals_looked_at': 'Sealed files',
  'people.suspension_looked_at': 'Who meets no families for now',
  'people.suspensions_looked_at': 'Who meets no families for now',
  'recruiting.disclosure_looked_at': 'What a certificate says',
  'safeguarding.concern_opened': 'Concerns',
  'supervision.debrief_looked_at': 'Talks after something hard',
  'supervision.note_added_to': 'Notes of supervision',
  'supervision.note_drafted': 'Notes of supervision',
  'supervision.note_drafts_listed': 'Notes of supervision',
  'supervision.note_opening_asked': 'Notes of supervision',
  'supervision.note_read': 'Notes of supervision',
  'supervision.notes_listed': 'Notes of supervision',
  'supervision.stay_well_read': 'Plans for staying well',
};

/** Looks of people at what is their own, or by whoever holds a link. They are nobody else’s to follow. */
export const ownLooks: readonly string[] = [
  'hub.diary_read',
  'recruiting.reference_opened',
  'referral.tracked',
  'supervision.action_seen',
  'supervision.coffee_seen',
  'supervision.own_notes_listed',
  'supervision.own_seen',
  'supervision.times_seen',
  'training.certificate_taken',
  'training.certificate_verified',
  'training.certificates_seen',
  'training.course_seen',
  'training.credential_taken',
  'training.credential_verified',
  'training.own_record_seen',
  'training.own_record_taken',
  'training.own_training_seen',
  'training.practice_own',
];
