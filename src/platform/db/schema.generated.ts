// Written by `npm run generate` from the migrations: read it, do not edit it.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Whatever was put in; write it as JSON text. */
export type Json = ColumnType<unknown, string, string>;
export type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;

/** What a parent said about coming to a session */
export interface DeliveryAnswers {
  organisation_id: string;
  session_id: string;
  person_id: string;
  centre_id: string;
  coming: boolean;
  words: Generated<string>;
  said_at: string;
}

/** The register: who came to a session, late, sent word or did not come */
export interface DeliveryAttendances {
  organisation_id: string;
  session_id: string;
  person_id: string;
  centre_id: string;
  mark: 'came' | 'late' | 'sent_word' | 'did_not_come';
  partner_came: Generated<boolean>;
  baby_came: Generated<boolean>;
  marked_by: string | null;
  marked_at: string;
  followed_up_at: string | null;
  followed_up_by: string | null;
  followed_up_words: string | null;
  version: Generated<number>;
}

/** What a closed register said before, what it says now, who changed it and why */
export interface DeliveryCorrections {
  organisation_id: string;
  id: string;
  session_id: string;
  person_id: string | null;
  centre_id: string;
  was: Json;
  became: Json;
  why: string;
  by_account: string | null;
  at: string;
}

/** Somebody answers, by name and until a day, for a volunteer who has not shown one thing yet; never for a check */
export interface DeliveryExemptions {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  part: 'peer_supporter' | 'creche' | 'alongside';
  code: 'references' | 'course' | 'induction' | 'unit' | 'sign_off';
  why: string;
  given_by: string;
  given_at: string;
  from_on: string;
  until_on: string;
  /** From this day on it excuses nothing, although its last day has not come */
  ended_on: string | null;
  ended_by: string | null;
}

/** An antenatal group or a monthly drop-in; it keeps the template version it began with */
export interface DeliveryGroups {
  organisation_id: string;
  id: string;
  centre_id: string;
  kind: 'antenatal_group' | 'drop_in';
  name: string;
  template_id: string;
  venue_id: string | null;
  language: Generated<string>;
  places: number;
  creche_places: Generated<number>;
  due_from: string | null;
  due_until: string | null;
  starts_on: string;
  at_time: string;
  every: 'week' | 'month';
  online: Generated<boolean>;
  partners_welcome: Generated<boolean>;
  ground_rules: Generated<string>;
  ground_rules_said_at: string | null;
  channel: Generated<string>;
  ended_at: string | null;
  end_reason: string | null;
  made_by: string | null;
  made_at: string;
  version: Generated<number>;
}

/** A parent and somebody of the team who know each other: said by one of them, read by nobody else, heeded when places and groups are arranged */
export interface DeliveryKnownPairs {
  organisation_id: string;
  id: string;
  centre_id: string;
  family_person_id: string;
  team_person_id: string;
  said_by: 'parent' | 'supporter';
  said_at: string;
  taken_back_at: string | null;
}

/** Who runs a group, as practitioner or as peer supporter, from when until when */
export interface DeliveryLeaders {
  organisation_id: string;
  id: string;
  centre_id: string;
  group_id: string;
  account_id: string;
  part: 'practitioner' | 'peer_supporter' | 'creche';
  from_at: string;
  until_at: string | null;
}

/** A place in a group or drop-in: offered, taken, declined, lapsed or ended, each with its moment */
export interface DeliveryPlaces {
  organisation_id: string;
  id: string;
  centre_id: string;
  group_id: string;
  person_id: string;
  pregnancy_id: string;
  offered_at: string;
  offered_by: string | null;
  answer_by: string | null;
  taken_at: string | null;
  declined_at: string | null;
  lapsed_at: string | null;
  ended_at: string | null;
  end_reason: 'finished' | 'moved_on' | 'left' | 'moved_away' | 'loss' | 'could_not_reach' | 'mistake' | null;
  partner_comes: Generated<boolean>;
  creche_children: Generated<number>;
  bring: Generated<string>;
  joined_after_start: Generated<boolean>;
  version: Generated<number>;
}

/** The blocks of a session: planned minutes and activity, and what was done with them */
export interface DeliveryPlanBlocks {
  organisation_id: string;
  id: string;
  session_id: string;
  centre_id: string;
  position: number;
  kind: string;
  minutes: number;
  activity_id: string | null;
  words: Generated<string>;
  done: 'as_planned' | 'adapted' | 'left_out' | null;
  adapted_how: Generated<string>;
}

/** What a session is meant to be; its blocks are in plan_blocks */
export interface DeliveryPlans {
  organisation_id: string;
  session_id: string;
  centre_id: string;
  bring: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
  changed_by: string | null;
  changed_at: string;
}

/** What those who ran a session want to remember of it, and whether it was a heavy one */
export interface DeliveryReflections {
  organisation_id: string;
  session_id: string;
  account_id: string;
  centre_id: string;
  went_well: Generated<string>;
  next_time: Generated<string>;
  take_home: Generated<string>;
  heavy: Generated<boolean>;
  written_at: string;
  version: Generated<number>;
  /** Somebody told them something that stays with them; what it was is not written here */
  told: Generated<boolean>;
}

/** A register was closed: did the session happen, and if not, why */
export interface DeliveryRegisterClosings {
  organisation_id: string;
  session_id: string;
  centre_id: string;
  happened: boolean;
  why_not: string | null;
  words: Generated<string>;
  closed_by: string | null;
  closed_at: string;
  version: Generated<number>;
}

/** What somebody must have shown before they do a part in a session: dated versions, never changed */
export interface DeliveryRequirements {
  organisation_id: string;
  id: string;
  part: 'peer_supporter' | 'creche' | 'alongside';
  /** What is asked for. Supervision is never shown by a proof: while it is overdue nothing new begins, and what goes on goes on */
  code: 'references' | 'clearance' | 'interview' | 'course' | 'induction' | 'unit' | 'sign_off' | 'supervision';
  version: number;
  effective_from: string;
  /** From this date on it is no longer asked for */
  dropped: Generated<boolean>;
  /** How many must be valid at once: two references, fifteen units, one of the rest */
  minimum: number;
  /** How long it holds from the day it was earned; null: until its own last day, or without end */
  valid_months: number | null;
  grace_days: Generated<number>;
  renew_days: Generated<number[]>;
  /** Whoever met the version before this one with what they had earned by then goes on meeting it by that one */
  keeps_earned: Generated<boolean>;
  position: number;
  words: string;
  made_by: string | null;
  made_at: string;
}

/** Who runs one session, in which part; it holds nobody who may not be with families that day */
export interface DeliveryRota {
  organisation_id: string;
  session_id: string;
  account_id: string;
  centre_id: string;
  /** Alongside: there to learn, next to somebody who runs it; writes nothing of the session and counts for no number */
  part: 'practitioner' | 'peer_supporter' | 'creche' | 'alongside';
  /** They look after children in it: a day of the meter */
  with_children: Generated<boolean>;
  /** For this date only; the usual crew of the group is in leaders */
  cover: Generated<boolean>;
  put_on_at: string;
  put_on_by: string | null;
  stood_down_at: string | null;
  stood_down_by: string | null;
  stood_down_why: 'by_choice' | 'not_ready' | 'suspended' | 'crew_ended' | 'too_many_days' | null;
  stood_down_words: Generated<string>;
  version: Generated<number>;
}

/** One meeting of a group, in a room, at a time of the centre's own clock */
export interface DeliverySessions {
  organisation_id: string;
  id: string;
  centre_id: string;
  group_id: string;
  number: number;
  starts_at: string;
  ends_at: string;
  booking_id: string | null;
  venue_id: string | null;
  called_off_at: string | null;
  called_off_why: string | null;
  version: Generated<number>;
}

/** Parents welcomed and waiting for a place in an antenatal group */
export interface DeliveryWaiting {
  organisation_id: string;
  id: string;
  centre_id: string;
  person_id: string;
  pregnancy_id: string;
  since: string;
  wishes: Generated<string>;
  ended_at: string | null;
  end_reason: 'place' | 'too_late' | 'left' | 'loss' | 'mistake' | null;
}

/** A birth: one row a baby; where the baby lives is recorded gently and changes what is sent */
export interface FamiliesBabies {
  organisation_id: string;
  id: string;
  centre_id: string;
  pregnancy_id: string;
  given_name: string | null;
  born_on: string;
  birth_order: Generated<number>;
  lives_with: Generated<'parents' | 'one_parent' | 'in_hospital' | 'elsewhere'>;
  recorded_by: string | null;
  recorded_at: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_why: string | null;
  version: Generated<number>;
}

/** A loss: one entry that stops every baby-related message, invitation and question at once; undone when it was a mistake */
export interface FamiliesLosses {
  organisation_id: string;
  id: string;
  centre_id: string;
  pregnancy_id: string;
  baby_id: string | null;
  told_by_person_id: string | null;
  kind: 'pregnancy_loss' | 'stillbirth' | 'baby_died' | 'ended_pregnancy' | 'not_said';
  all_babies: boolean;
  happened_on: string | null;
  recorded_by: string | null;
  recorded_at: string;
  undone_at: string | null;
  undone_by: string | null;
  undone_why: string | null;
  /** Waiting messages that this entry stopped, so that undoing a mistake can let those still to come go again */
  stopped_messages: Generated<string[]>;
}

/** Which parent belongs to which pregnancy: each keeps a confidential file of their own */
export interface FamiliesParents {
  organisation_id: string;
  id: string;
  centre_id: string;
  pregnancy_id: string;
  person_id: string;
  relation: 'pregnant' | 'father' | 'partner' | 'other_carer';
  since: string;
  ended_at: string | null;
  end_reason: string | null;
}

/** A parent's messages are resting, since when and by whose decision they start again */
export interface FamiliesPauses {
  organisation_id: string;
  id: string;
  centre_id: string;
  person_id: string;
  pregnancy_id: string;
  loss_id: string | null;
  why: 'own_loss' | 'linked_loss' | 'baby_elsewhere' | 'asked';
  from_at: string;
  decided_at: string | null;
  decided_by: string | null;
  decision: 'support_only' | 'all_again' | 'nothing' | null;
  words: Generated<string>;
  ended_at: string | null;
}

/** One pregnancy and the babies of it: what two linked parents share */
export interface FamiliesPregnancies {
  organisation_id: string;
  id: string;
  centre_id: string;
  due_on: string | null;
  babies_expected: Generated<number>;
  made_at: string;
  version: Generated<number>;
}

/** What those who run sessions must do ("do not phone"), without the reason */
export interface FamiliesSafetyInstructions {
  organisation_id: string;
  id: string;
  centre_id: string;
  person_id: string;
  words: string;
  released_by: string | null;
  released_at: string;
  review_on: string;
  ended_at: string | null;
  ended_by: string | null;
}

/** The private link by which a calendar reads somebody's own times; its hash, never the link */
export interface HubFeeds {
  organisation_id: string;
  id: string;
  account_id: string;
  secret_hash: string;
  /** Whether the calendar is told where as well; off until they say so */
  shows_places: Generated<boolean>;
  made_at: string;
  /** When a calendar last asked; null: never. Written down at most every few minutes */
  last_read_at: string | null;
  ended_at: string | null;
}

/** Who can sign in, and whose file that is */
export interface PeopleAccounts {
  organisation_id: string;
  id: string;
  person_id: string;
  demo: Generated<boolean>;
  made_at: string;
  closed_at: string | null;
}

/** A service centre: where groups and drop-ins are run from */
export interface PeopleCentres {
  organisation_id: string;
  id: string;
  slug: string;
  name: string;
  town: string;
  about: Generated<string>;
  phone: string | null;
  email: string | null;
  zone: Generated<string>;
  nation: Generated<string>;
  travel: Generated<string>;
  opened_on: string;
  closed_on: string | null;
  version: Generated<number>;
}

/** How to reach somebody, and what is safe: peer supporters never see it */
export interface PeopleContacts {
  organisation_id: string;
  person_id: string;
  centre_id: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  postcode: string | null;
  may_email: Generated<boolean>;
  may_text: Generated<boolean>;
  may_call: Generated<boolean>;
  may_voicemail: Generated<boolean>;
  /** Somebody else may read the phone or the post: nothing may name the service. True until the person says otherwise */
  neutral_only: Generated<boolean>;
  safe_times: Generated<string>;
  quiet_from: Generated<string>;
  quiet_until: Generated<string>;
  version: Generated<number>;
}

/** Urgent help that people can call or text: confirmed by a named person at set-up and every year */
export interface PeopleHelpLines {
  organisation_id: string;
  id: string;
  code: string;
  name: string;
  what: string;
  phone: string | null;
  text_to: string | null;
  url: string | null;
  hours: string;
  for_whom: Generated<'anyone' | 'loss' | 'father' | 'abuse' | 'child_safety'>;
  urgent: boolean;
  position: number;
  confirmed_on: string | null;
  confirmed_by: string | null;
  shown: Generated<boolean>;
  version: Generated<number>;
}

/** Two files about one person made one, with what moved, so that it can be undone */
export interface PeopleMerges {
  organisation_id: string;
  id: string;
  centre_id: string;
  kept_id: string;
  merged_id: string;
  moved: Json;
  why: string;
  merged_by: string | null;
  merged_at: string;
  undone_by: string | null;
  undone_at: string | null;
}

/** Pairs of files that look alike and that somebody said are two people */
export interface PeopleNotDuplicates {
  organisation_id: string;
  one_id: string;
  other_id: string;
  centre_id: string;
  said_by: string | null;
  said_at: string;
}

/** A charity or partner that runs peer support programmes; everything else belongs to one */
export interface PeopleOrganisations {
  organisation_id: string;
  slug: string;
  name: string;
  zone: Generated<string>;
  phone: string | null;
  email: string | null;
  neutral_sender: Generated<string>;
  demo: Generated<boolean>;
  made_at: string;
}

/** One file about one person, on the family side or the team side; never both */
export interface PeoplePersons {
  organisation_id: string;
  id: string;
  centre_id: string;
  side: 'family' | 'team';
  given_name: string;
  family_name: Generated<string>;
  known_as: string | null;
  born_on: string | null;
  pronouns: string | null;
  language: Generated<string>;
  interpreter_needed: Generated<boolean>;
  access_needs: Generated<string>;
  nhs_number: string | null;
  /** From when peer supporters of the centre may know the name: set when a place in a group or drop-in opens */
  introduced_at: string | null;
  merged_into: string | null;
  made_at: string;
  version: Generated<number>;
  /** From when nobody but the parent and the house reaches this file: they work with us now */
  sealed_at: string | null;
}

/** What somebody is here for, at one centre or (no centre) at all of them; nobody gives a role to themselves */
export interface PeopleRoles {
  organisation_id: string;
  id: string;
  account_id: string;
  role: 'practitioner' | 'volunteer_manager' | 'programme_coordinator' | 'administrator' | 'service_lead' | 'specialist' | 'peer_supporter';
  centre_id: string | null;
  given_at: string;
  given_by: string | null;
  ended_at: string | null;
}

/** Which family file was sealed because its person works with us. That link is itself a secret: the house alone reads it */
export interface PeopleSeals {
  organisation_id: string;
  id: string;
  centre_id: string;
  family_person_id: string;
  applicant_id: string | null;
  why: 'volunteers' | 'works_here';
  asked_at: string;
  /** Null while they are still with us as a parent: sealed on the day of their welcome */
  sealed_at: string | null;
  sealed_by: string | null;
  opened_again_at: string | null;
  opened_again_by: string | null;
  opened_again_why: string | null;
}

/** Somebody of the team who meets no families for now. Never why: that lies in a concern, with those it was given to */
export interface PeopleSuspensions {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  from_at: string;
  by_account: string | null;
  until_at: string | null;
  ended_by: string | null;
  version: Generated<number>;
}

/** Who did or looked at what: ids only, append-only for everyone */
export interface PlatformAuditEvents {
  organisation_id: string;
  seq: GeneratedAlways<number>;
  at: string;
  actor_kind: string;
  account_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string | null;
  centre_id: string | null;
}

/** The hash chain over the audit: each seal covers a run of events and the seal before it */
export interface PlatformAuditSeals {
  organisation_id: string;
  number: number;
  first_seq: number;
  last_seq: number;
  events: number;
  previous_hash: string;
  hash: string;
  sealed_at: string;
  /** For each event of the run in order: its seq (8 bytes) and the first 16 bytes of its SHA-256 */
  digests: Generated<Buffer>;
}

/** Forms somebody is still writing: bound to one author and one subject, deleted when they expire */
export interface PlatformDrafts {
  organisation_id: string;
  id: string;
  form: string;
  subject_id: string | null;
  account_id: string | null;
  secret_hash: string | null;
  step: string | null;
  typed: OptionalJson;
  version: Generated<number>;
  created_at: string;
  changed_at: string;
  expires_at: string;
  finished_to: string | null;
}

/** The nightly look for the impossible: what was found, and when it was gone again */
export interface PlatformFindings {
  organisation_id: string;
  id: string;
  code: string;
  subject_kind: string;
  subject_id: string;
  centre_id: string | null;
  first_seen_at: string;
  last_seen_at: string;
  gone_at: string | null;
}

/** Which messages people meet on which field, counted; never what they typed */
export interface PlatformFormErrors {
  organisation_id: string;
  on_day: string;
  form: string;
  field: string;
  message: string;
  times: Generated<number>;
}

/** E-mail and SMS: enqueued once, checked and worded when claimed, kept as sent */
export interface PlatformMessages {
  organisation_id: string;
  id: string;
  centre_id: string | null;
  person_id: string | null;
  address: string | null;
  channel: 'email' | 'sms';
  template: string;
  about: 'referral' | 'group' | 'baby' | 'safety' | 'team' | 'account' | 'support' | 'recruiting';
  pregnancy_id: string | null;
  details: OptionalJson;
  once_key: string;
  state: Generated<'waiting' | 'held' | 'sending' | 'sent' | 'shown' | 'stopped' | 'doubtful' | 'failed'>;
  why: string | null;
  tries: Generated<number>;
  made_at: string;
  send_after: string;
  claimed_at: string | null;
  gone_at: string | null;
  sent_to: string | null;
  subject: string | null;
  body: string | null;
}

/** Which migrations this database has had. Belongs to no organisation. */
export interface PlatformMigrations {
  name: string;
  /** SHA-256 of the file as it ran; a past migration is never edited. */
  checksum: string;
  applied_at: Generated<string>;
}

/** Idempotency keys of forms sent, so that pressing twice does once; purged after a week */
export interface PlatformSubmissions {
  organisation_id: string;
  key: string;
  account_id: string | null;
  path: string;
  went_to: string | null;
  at: string;
}

/** The toolbox: one row a version of an activity, with its handout, adaptations and cautions */
export interface ProgrammeActivities {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  toolbox: 'group' | 'peer_supporter';
  title: string;
  summary: string;
  main_theme: string;
  themes: string[];
  topics: string[];
  blocks: string[];
  stages: string[];
  facilitators: string[];
  minutes_usual: number;
  minutes_least: number;
  minutes_most: number;
  content: Json;
  credit: Generated<string>;
  made_by: string | null;
  made_at: string;
  replaced_at: string | null;
}

/** Days on which groups are not planned, by nation */
export interface ProgrammeBankHolidays {
  organisation_id: string;
  nation: string;
  on_day: string;
  name: string;
}

/** When a room is taken and for what; two at once cannot be written */
export interface ProgrammeBookings {
  organisation_id: string;
  id: string;
  centre_id: string;
  venue_id: string;
  during: string;
  what: string;
  made_by: string | null;
  made_at: string;
  cancelled_at: string | null;
  version: Generated<number>;
}

/** Activities somebody wants to find again */
export interface ProgrammeFavourites {
  organisation_id: string;
  account_id: string;
  activity_code: string;
  at: string;
}

/** Which named professional read what, when, and whether it may be shown to parents */
export interface ProgrammeReviews {
  organisation_id: string;
  id: string;
  subject: 'activity' | 'handout' | 'help' | 'message' | 'language';
  subject_id: string;
  reviewer_name: string;
  reviewer_role: string;
  reviewed_on: string;
  approved: boolean;
  words: Generated<string>;
  entered_by: string | null;
  entered_at: string;
}

/** A programme as data, one row a version: themes, group kinds, structure, windows, eligibility */
export interface ProgrammeTemplates {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  name: string;
  effective_from: string;
  content: Json;
  made_by: string | null;
  made_at: string;
  withdrawn_at: string | null;
}

/** A room where groups meet: capacity, access, crèche, parking, transport */
export interface ProgrammeVenues {
  organisation_id: string;
  id: string;
  centre_id: string;
  name: string;
  room: Generated<string>;
  address: string;
  postcode: string;
  capacity: number;
  creche_places: Generated<number>;
  step_free: boolean;
  parking: Generated<string>;
  transport: Generated<string>;
  notes: Generated<string>;
  closed_at: string | null;
  version: Generated<number>;
}

/** On more than how many days within how many an activity with children is a regulated one; dated, a correction is a new row */
export interface RecruitingActivityRules {
  organisation_id: string;
  id: string;
  effective_from: string;
  more_than_days: number;
  in_days: number;
  /** Whether one night, between 2am and 6am, is enough */
  overnight: boolean;
  /** Whether somebody under supervision stays outside, however often they come */
  supervised_exempt: boolean;
  words: string;
  source: string;
  made_by: string | null;
  made_at: string;
}

/** Somebody who asked about volunteering, and what recruiting goes on knowing of them once they are welcomed */
export interface RecruitingApplicants {
  organisation_id: string;
  id: string;
  centre_id: string;
  given_name: string;
  family_name: Generated<string>;
  known_as: string | null;
  email: string | null;
  phone: string | null;
  may_text: Generated<boolean>;
  language: Generated<string>;
  access_needs: Generated<string>;
  source_id: string | null;
  heard_from: Generated<string>;
  /** What they said about having been a parent with us; null: not asked or not answered */
  was_parent_here: boolean | null;
  /** Their team file, from the welcome on; never their family file */
  person_id: string | null;
  /** Who of the team told them of us, where it was word of mouth */
  brought_by: string | null;
  /** What makes an imported row known the second time */
  outside_key: string | null;
  made_at: string;
  version: Generated<number>;
}

/** One way of one applicant into one role: each large step a moment, with pause, withdrawal and decline */
export interface RecruitingApplications {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  profile_id: string;
  /** Where links in letters to the applicant lead, such as https://kith.example.org */
  origin: Generated<string>;
  came_by: 'form' | 'staff' | 'import';
  words: Generated<string>;
  enquired_at: string;
  talked_at: string | null;
  applied_at: string | null;
  offered_at: string | null;
  accepted_at: string | null;
  welcomed_at: string | null;
  paused_at: string | null;
  paused_until_on: string | null;
  paused_why: string | null;
  withdrawn_at: string | null;
  withdrawn_why: 'time' | 'money' | 'family_or_health' | 'checks' | 'too_slow' | 'not_what_i_thought' | 'found_something_else' | 'moved_away' | 'not_heard_again' | 'other' | null;
  withdrawn_words: Generated<string>;
  /** Null: the applicant said so themselves */
  withdrawn_by: string | null;
  declined_at: string | null;
  declined_why: 'values' | 'not_yet_ready' | 'availability' | 'references' | 'check' | 'role_filled' | 'other' | null;
  declined_words: Generated<string>;
  declined_letter: Generated<string>;
  declined_by: string | null;
  may_reapply_on: string | null;
  last_heard_at: string;
  version: Generated<number>;
}

/** The burden of the process: each form asked of an applicant, its questions and how long it took */
export interface RecruitingAskedOf {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  form: string;
  questions: number;
  minutes: number | null;
  at: string;
}

/** After how many months a check is done again, and how long things are kept; dated, a correction is a new row */
export interface RecruitingCheckRules {
  organisation_id: string;
  id: string;
  effective_from: string;
  renew_after_months: number;
  /** How often we look at the Update Service */
  update_service_months: number;
  /** A certificate older than this is looked at twice before it is accepted */
  fresh_months: number;
  /** How long the detail of a disclosure is kept after the decision: six months at most */
  keep_detail_months: number;
  source: string;
  made_by: string | null;
  made_at: string;
}

/** A check that was asked for and the certificate that was seen: number, dates, level and lists. Never a picture of it, never what it says */
export interface RecruitingChecks {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string | null;
  decision_id: string;
  level: 'basic' | 'enhanced' | 'enhanced_barred';
  /** Null for a basic check */
  workforce: 'child' | 'adult' | 'other' | null;
  children_barred: Generated<boolean>;
  adults_barred: Generated<boolean>;
  free_of_charge: boolean;
  requested_at: string;
  requested_by: string | null;
  certificate_number: string | null;
  issued_on: string | null;
  surname_on_it: string | null;
  seen_at: string | null;
  seen_by: string | null;
  seen_how: 'original' | null;
  /** Whether the certificate was clear; what it says stands nowhere but in the disclosure, for those who are named */
  outcome: 'clear' | 'something' | null;
  update_service: Generated<boolean>;
  /** When they agreed that we look at the Update Service */
  consent_at: string | null;
  renew_by_on: string | null;
  ended_at: string | null;
  ended_why: string | null;
  version: Generated<number>;
}

/** Where else a volunteer is with children: a school, a club; its days count towards regulated activity */
export interface RecruitingDeclaredSettings {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  name: string;
  what: Generated<string>;
  /** 1 is Monday, 7 is Sunday */
  days_of_week: Generated<number[]>;
  from_on: string;
  /** The last day on which it counts; before the first day it counts on none. Null: it goes on */
  until_on: string | null;
  dates: Generated<string[]>;
  overnight: Generated<boolean>;
  declared_by: string | null;
  declared_at: string;
  ended_by: string | null;
  ended_at: string | null;
}

/** Who looked at a disclosure and when; additions only */
export interface RecruitingDisclosureLooks {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  disclosure_id: string;
  account_id: string;
  at: string;
}

/** What a certificate said and what we make of it, for those who are named and nobody else; the detail goes six months after the decision */
export interface RecruitingDisclosures {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  check_id: string;
  /** Accounts that may read it, three at most; never the person themselves and never one of their referees */
  named: string[];
  opened_at: string;
  opened_by: string | null;
  /** Sealed for disclosures: what the certificate says */
  what: Generated<string>;
  /** Sealed for disclosures: when it was, and how old they were */
  when_how_old: Generated<string>;
  /** Sealed for disclosures: how it came to it */
  circumstances: Generated<string>;
  /** Sealed for disclosures: what has changed since */
  what_changed: Generated<string>;
  /** Sealed for disclosures: what it means for this role */
  relevance: Generated<string>;
  /** Sealed for disclosures: what would keep everybody safe */
  safeguards: Generated<string>;
  /** Sealed for disclosures: why it was decided so */
  reasons: Generated<string>;
  /** Sealed for disclosures: what they may do and with whom; kept as long as they volunteer, so it says nothing of the past */
  conditions: Generated<string>;
  decision: 'go_ahead' | 'with_conditions' | 'not_this_role' | null;
  decided_by: string | null;
  decided_at: string | null;
  detail_deletes_on: string | null;
  detail_deleted_at: string | null;
  version: Generated<number>;
}

/** Which check a volunteer role may be asked for, why, by which rules, who decided and since when; a new decision is a new row */
export interface RecruitingEligibilityDecisions {
  organisation_id: string;
  id: string;
  role_code: string;
  part: 'peer_supporter' | 'creche';
  level: 'none' | 'basic' | 'enhanced' | 'enhanced_barred';
  /** Null where no enhanced check is asked for */
  workforce: 'child' | 'adult' | 'other' | null;
  children_barred: Generated<boolean>;
  adults_barred: Generated<boolean>;
  reasoning: string;
  rule_version: string;
  decided_on: string;
  effective_from: string;
  review_on: string;
  decided_by: string;
  made_at: string;
}

/** Somebody's days with children will make the activity a regulated one: what we decide about it, and why */
export interface RecruitingEligibilityReviews {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  opened_at: string;
  crosses_on: string;
  decision: 'ask_for_barred_list' | 'fewer_days' | 'not_regulated' | null;
  reasoning: Generated<string>;
  decided_by: string | null;
  decided_at: string | null;
}

/** What applicants ticked about themselves, if they wished: read by nobody, counted by the house */
export interface RecruitingEquity {
  organisation_id: string;
  applicant_id: string;
  centre_id: string;
  age_band: string | null;
  ethnic_group: string | null;
  gender: string | null;
  disabled: string | null;
  answered_at: string;
}

/** What an applicant wrote in the application, or somebody wrote down with them */
export interface RecruitingForms {
  organisation_id: string;
  application_id: string;
  centre_id: string;
  applicant_id: string;
  answers: Json;
  written: 'alone' | 'together' | 'by_phone';
  sent_at: string;
  version: Generated<number>;
}

/** An applicant would rather talk than write, or wants somebody beside them: asked, and answered by whom */
export interface RecruitingHelpAsks {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  kind: 'call' | 'together' | 'other';
  words: Generated<string>;
  asked_at: string;
  answered_at: string | null;
  answered_by: string | null;
}

/** What was gone through with a volunteer at the induction, on which day and by whom; a mistaken tick is taken back */
export interface RecruitingInductionPoints {
  organisation_id: string;
  application_id: string;
  code: string;
  centre_id: string;
  applicant_id: string;
  done_on: string;
  by_account: string;
  at: string;
  taken_back_at: string | null;
}

/** What the two agreed after an interview: a score for each question, the decision with its reasons, and the words for the applicant */
export interface RecruitingInterviewOutcomes {
  organisation_id: string;
  interview_id: string;
  centre_id: string;
  applicant_id: string;
  decision: 'yes' | 'not_now' | 'no';
  reasons: string;
  agreed: Json;
  feedback: Generated<string>;
  decided_by: string;
  decided_at: string;
}

/** How one of the two scored, with their notes: their own until both are done, and then for the two and those who recruit */
export interface RecruitingInterviewScores {
  organisation_id: string;
  interview_id: string;
  account_id: string;
  centre_id: string;
  applicant_id: string;
  scores: OptionalJson;
  words: OptionalJson;
  changed_at: string;
  done_at: string | null;
  version: Generated<number>;
}

/** When two of the team meet an applicant, where, and with which questions */
export interface RecruitingInterviews {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  question_set_id: string;
  starts_at: string;
  minutes: number;
  way: 'in_person' | 'video' | 'phone';
  place: Generated<string>;
  adjustments: Generated<string>;
  /** The two accounts that ask and score */
  panel: string[];
  arranged_by: string | null;
  arranged_at: string;
  /** The applicant asked for another time; empty again once it is moved */
  other_time_at: string | null;
  other_time_words: Generated<string>;
  cancelled_at: string | null;
  cancelled_why: string | null;
  /** The two have decided; from here on only those who recruit read it */
  closed_at: string | null;
  version: Generated<number>;
}

/** The links that open an applicant's own page, as hashes; those who recruit may make one and end one, and never read a secret */
export interface RecruitingLinks {
  organisation_id: string;
  secret_hash: string;
  application_id: string;
  centre_id: string;
  applicant_id: string;
  made_at: string;
  ended_at: string | null;
}

/** What those who recruit write down about an application: additions only */
export interface RecruitingNotes {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  about: 'conversation' | 'application' | 'references' | 'check' | 'interview' | 'course' | 'offer' | 'induction' | 'general';
  words: string;
  by_account: string;
  at: string;
}

/** Times at which somebody of the centre is free for an informal conversation, and which applicant took one */
export interface RecruitingOfferedTimes {
  organisation_id: string;
  id: string;
  centre_id: string;
  with_account: string;
  starts_at: string;
  ends_at: string;
  way: 'phone' | 'video' | 'in_person';
  place: Generated<string>;
  application_id: string | null;
  taken_at: string | null;
  cancelled_at: string | null;
  cancelled_why: string | null;
  made_by: string | null;
  made_at: string;
  version: Generated<number>;
}

/** Which volunteer roles a centre looks for now; its public page shows them */
export interface RecruitingOpenings {
  organisation_id: string;
  centre_id: string;
  role_code: string;
  open: boolean;
  wanted: Generated<number>;
  words: Generated<string>;
  changed_by: string | null;
  changed_at: string;
  version: Generated<number>;
}

/** What somebody has shown: an accepted reference, a clearance, an interview, a course, an induction, each from when until when */
export interface RecruitingProofs {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  code: string;
  earned_on: string;
  expires_on: string | null;
  /** Of a clearance: 1 basic, 2 enhanced, 3 enhanced with the children's barred list */
  level: number | null;
  /** The reference, check, interview, certificate or application that it came from */
  from_id: string;
  given_by: string | null;
  given_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

/** The questions of an interview, for each value what we listen for and words for each score from 1 to 4; a version is never changed, and an interview keeps the one it was arranged with */
export interface RecruitingQuestionSets {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  content: Json;
  made_by: string | null;
  made_at: string;
}

/** Who an applicant named to say something about them; one that was let go keeps the row, and another takes the position */
export interface RecruitingReferees {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  position: number;
  name: string;
  email: string | null;
  phone: string | null;
  context: 'work' | 'volunteering' | 'study' | 'faith_or_community' | 'neighbour_or_friend' | 'professional_support' | 'other';
  how_known: string;
  /** For how many whole years, as the applicant says */
  known_years: number;
  related: boolean;
  works_here: boolean;
  named_at: string;
  /** Null: the applicant named them */
  named_by: string | null;
  let_go_at: string | null;
  let_go_by: string | null;
  let_go_why: string | null;
  version: Generated<number>;
}

/** What a referee answered, or that they could not, and what those who recruit made of it */
export interface RecruitingReferenceAnswers {
  organisation_id: string;
  referee_id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  answers: OptionalJson;
  answered_at: string | null;
  /** Who wrote the answers down on the phone; null: the referee wrote them */
  taken_by: string | null;
  declined_at: string | null;
  declined_why: 'no_time' | 'not_well_enough' | 'rather_not' | null;
  declined_words: Generated<string>;
  compared_at: string | null;
  compared_by: string | null;
  outcome: 'good' | 'weak' | 'worry' | null;
  words: Generated<string>;
  supplement: Generated<string>;
  /** With whom of the team a weak reference was talked through */
  senior_by: string | null;
  version: Generated<number>;
}

/** Each letter to a referee with its link, as a hash, and until when it opens; a reminder carries a link of its own */
export interface RecruitingReferenceAsks {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  application_id: string;
  referee_id: string;
  kind: 'first' | 'reminder' | 'again';
  secret_hash: string;
  sent_by: string | null;
  sent_at: string;
  expires_at: string;
  call_wanted_at: string | null;
  call_words: Generated<string>;
  /** Sent again, answered, or the referee let go: this link opens nothing any more */
  ended_at: string | null;
}

/** A rule about referees set aside for one application: which, why and by whom */
export interface RecruitingReferenceExceptions {
  organisation_id: string;
  application_id: string;
  rule: 'known_years' | 'related' | 'works_here' | 'contexts';
  centre_id: string;
  applicant_id: string;
  why: string;
  allowed_by: string;
  allowed_at: string;
}

/** Whom an applicant may name as a referee and how long we wait, by the day from which it holds; a version is never changed */
export interface RecruitingReferenceRules {
  organisation_id: string;
  version: number;
  effective_from: string;
  needed: number;
  known_years: number;
  may_be_related: boolean;
  may_work_here: boolean;
  /** From how many different parts of life the referees come: work, study, a faith group … */
  contexts_least: number;
  answer_days: number;
  reminder_days: number;
  link_days: number;
  made_by: string | null;
  made_at: string;
}

/** What a volunteer role is, which attributes it needs and the route into it; a version is never changed, and an application keeps the one it began with */
export interface RecruitingRoleProfiles {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  effective_from: string;
  /** What somebody in this role does in a session */
  part: 'peer_supporter' | 'creche';
  content: Json;
  made_by: string | null;
  made_at: string;
}

/** Where volunteers hear of a centre: a talk, a poster, word of mouth, with what it cost and how many it reached */
export interface RecruitingSources {
  organisation_id: string;
  id: string;
  centre_id: string;
  kind: 'word_of_mouth' | 'former_parent' | 'partner' | 'talk' | 'event' | 'social_media' | 'website' | 'poster' | 'volunteer_centre' | 'advert' | 'other';
  name: string;
  words: Generated<string>;
  from_on: string;
  until_on: string | null;
  cost_pence: Generated<number>;
  reach: number | null;
  slug: string;
  made_by: string | null;
  made_at: string;
  version: Generated<number>;
}

/** Each look at the Update Service, with the person's consent: what it said on the day and who looked; additions only */
export interface RecruitingStatusChecks {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  check_id: string;
  looked_on: string;
  result: 'no_change' | 'changed' | 'not_valid';
  looked_by: string;
  made_at: string;
}

/** The steps of the route that have opened for an application: whose move it is, since when, until when it usually takes */
export interface RecruitingSteps {
  organisation_id: string;
  application_id: string;
  code: string;
  centre_id: string;
  applicant_id: string;
  opened_at: string;
  due_on: string;
  mover: 'applicant' | 'us' | 'referees' | 'panel';
  mover_since: string;
  done_at: string | null;
  done_by: string | null;
  waived_at: string | null;
  waived_by: string | null;
  waived_why: string | null;
  nudged_at: string | null;
}

/** Somebody asked the house to welcome a volunteer: who, when, and what stood in the way */
export interface RecruitingWelcomes {
  organisation_id: string;
  application_id: string;
  centre_id: string;
  applicant_id: string;
  asked_by: string;
  asked_at: string;
  tries: Generated<number>;
  /** Why the house could not do it yet, in words for those who recruit; null: nothing does */
  trouble: string | null;
  done_at: string | null;
}

/** Somebody was passed to another service: did they arrive, were they seen (null: not known yet) */
export interface ReferralsHandovers {
  organisation_id: string;
  id: string;
  referral_id: string;
  centre_id: string;
  kind: 'signpost' | 'hand_over';
  to_service: string;
  to_contact: Generated<string>;
  parent_agreed: boolean;
  made_by: string | null;
  made_at: string;
  follow_up_on: string;
  arrived: boolean | null;
  seen: boolean | null;
  followed_up_at: string | null;
  followed_up_by: string | null;
  words: Generated<string>;
  version: Generated<number>;
}

/** Rows of a file that did not land: row, column, why, how to mend it; removed after thirty days */
export interface ReferralsImportRejects {
  organisation_id: string;
  id: string;
  import_id: string;
  row_number: number;
  column_name: string;
  reason: string;
  mend: string;
  cells: Json;
}

/** A file of referrals: how many rows landed, were known already, or came back with a reason */
export interface ReferralsImports {
  organisation_id: string;
  id: string;
  centre_id: string | null;
  file_name: string;
  file_hash: string;
  started_by: string | null;
  started_at: string;
  finished_at: string | null;
  rows_read: Generated<number>;
  rows_landed: Generated<number>;
  rows_known: Generated<number>;
  rows_rejected: Generated<number>;
  /** The centres whose rows the file held */
  centre_ids: Generated<string[]>;
}

/** Why somebody was referred and what is hard just now: not for the office, not for volunteers */
export interface ReferralsNeeds {
  organisation_id: string;
  referral_id: string;
  centre_id: string;
  why: Generated<string>;
  needs: Generated<string[]>;
  risks: Generated<string>;
  support_now: Generated<string>;
  hopes: Generated<string>;
  version: Generated<number>;
}

/** A family was sent to us or came by itself: who, when, from where */
export interface ReferralsReferrals {
  organisation_id: string;
  id: string;
  centre_id: string;
  reference: string;
  route: 'professional' | 'self' | 'staff' | 'file' | 'fhir';
  came_by: Generated<'form' | 'call' | 'letter' | 'email' | 'file' | 'in_person'>;
  received_at: string;
  received_by: string | null;
  referrer_id: string | null;
  import_id: string | null;
  /** The key of the row in the file or system it came from, so that importing twice changes nothing */
  outside_key: string | null;
  person_id: string;
  pregnancy_id: string;
  template_id: string;
  parent_knows: Generated<boolean>;
  tell_referrer: Generated<boolean>;
  heard_of_us: Generated<string>;
  track_hash: string | null;
  version: Generated<number>;
  /** Where it stands, computed from its triages and withdrawal by the verb that wrote them; never typed in */
  state: Generated<'received' | 'asked' | 'welcomed' | 'signposted' | 'handed_over' | 'declined' | 'withdrawn'>;
}

/** A professional who referred somebody, and how to tell them what became of it */
export interface ReferralsReferrers {
  organisation_id: string;
  id: string;
  centre_id: string;
  name: string;
  job: string;
  works_for: Generated<string>;
  email: string | null;
  phone: string | null;
  made_at: string;
}

/** What was decided about a referral, by whom and why; a later row replaces an earlier one */
export interface ReferralsTriages {
  organisation_id: string;
  id: string;
  referral_id: string;
  centre_id: string;
  outcome: 'welcome' | 'ask_more' | 'signpost' | 'hand_over' | 'decline';
  reason: string;
  words: Generated<string>;
  decided_by: string | null;
  decided_at: string;
}

/** A referral that ended without a decision of ours, and why */
export interface ReferralsWithdrawals {
  organisation_id: string;
  referral_id: string;
  centre_id: string;
  reason: 'parent_asked' | 'moved_away' | 'cannot_reach' | 'duplicate' | 'mistake';
  words: Generated<string>;
  by_account: string | null;
  at: string;
}

/** Who answers for what we keep about people, since when; more than one may, so that nobody is alone with a month that ends */
export interface RightsDataLeads {
  organisation_id: string;
  id: string;
  account_id: string;
  from_at: string;
  /** The service lead who asked them; null: the house, when the programme was set up */
  given_by: string | null;
  until_at: string | null;
  ended_by: string | null;
}

/** Who opened a concern and when they took it on */
export interface SafeguardingAcknowledgements {
  organisation_id: string;
  id: string;
  concern_id: string;
  account_id: string;
  opened_at: string;
  acknowledged_at: string | null;
  words_to_reporter: Generated<string>;
}

/** How soon a concern must be opened before the next person is told, from which date */
export interface SafeguardingClocks {
  organisation_id: string;
  effective_from: string;
  acknowledge_within_minutes: number;
  escalate_again_after_minutes: number;
}

/** A worry about somebody's safety, as it was put in the letterbox; what follows is in other tables, nothing here changes */
export interface SafeguardingConcerns {
  organisation_id: string;
  id: string;
  centre_id: string;
  reference: string;
  raised_by: string | null;
  raised_at: string;
  about_person_id: string | null;
  /** Sealed for safeguarding: whom it is about, in words */
  about_words: Generated<string>;
  /** Sealed for safeguarding: what happened */
  happened: string;
  /** Sealed for safeguarding: what was said, in the words of whoever said it */
  said: Generated<string>;
  /** Sealed for safeguarding: what has been done about it already */
  done_already: Generated<string>;
  danger_now: boolean;
  called_999: Generated<boolean>;
  page: Generated<string>;
  owner_id: string;
  deputy_id: string | null;
  last_id: string | null;
  acknowledge_by: string;
  /** Accounts of the team whom the concern is about: never owner, deputy or last, and they see nothing of it */
  named: Generated<string[]>;
}

/** Who owns concerns at a centre, who is the deputy, and who comes last (the service lead) */
export interface SafeguardingDuties {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  duty: 'owner' | 'deputy' | 'last';
  from_at: string;
  until_at: string | null;
}

/** A concern nobody had opened in time, and who was told next */
export interface SafeguardingEscalations {
  organisation_id: string;
  id: string;
  concern_id: string;
  to_account_id: string;
  step: 'deputy' | 'last';
  at: string;
}

/** What the person who raised a concern may know of it: that it landed, with whom, and that it was taken on */
export interface SafeguardingReceipts {
  organisation_id: string;
  concern_id: string;
  reference: string;
  raised_by: string;
  raised_at: string;
  landed_with: string;
  acknowledged_at: string | null;
  words: Generated<string>;
}

/** A password, as a slow hash, or a sign-in kept elsewhere. Belongs to the sign-in library */
export interface SignInAccount {
  id: Generated<string>;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: Generated<string>;
  updatedAt: string;
}

/** Tries that did not match, counted per address, per code and per network: keyed hashes, never the address itself */
export interface SignInAttempts {
  key_hash: string;
  tries: number;
  first_at: string;
  last_at: string;
  locked_until: string | null;
}

/** Browsers an account has signed in with: the hash of a random number in a cookie of theirs, forgotten after 400 days without them */
export interface SignInDevices {
  account_id: string;
  secret_hash: string;
  first_at: string;
  last_at: string;
}

/** Invitations to choose a password: the hash of the link, used once */
export interface SignInInvitations {
  token_hash: string;
  account_id: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
}

/** How long a session lasts without a request, and at the very most */
export interface SignInLimits {
  who: 'staff' | 'volunteer' | 'parent';
  idle: string;
  absolute: string;
}

/** Passkeys: public keys of devices that can sign somebody in. Belongs to the sign-in library */
export interface SignInPasskey {
  id: Generated<string>;
  name: string | null;
  publicKey: string;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: boolean;
  transports: string | null;
  createdAt: string | null;
  aaguid: string | null;
}

/** Where somebody is signed in. Belongs to the sign-in library */
export interface SignInSession {
  id: Generated<string>;
  expiresAt: string;
  token: string;
  createdAt: Generated<string>;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
  /** Ours: how it began */
  way: 'password' | 'link' | 'passkey' | 'invitation' | null;
  /** Ours: when the second step was taken; without it staff reach nothing */
  second_factor_at: string | null;
  /** Ours: the last request, to within five minutes; the idle limit counts from it */
  last_seen_at: string | null;
}

/** The secret of an authenticator app and its recovery codes, encrypted. Belongs to the sign-in library */
export interface SignInTwoFactor {
  id: Generated<string>;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: boolean | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
}

/** Who can sign in, by e-mail address; its id is the id of people.accounts. Belongs to the sign-in library */
export interface SignInUser {
  id: Generated<string>;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
  twoFactorEnabled: boolean | null;
}

/** E-mail links and passkey challenges still open, links as hashes. Belongs to the sign-in library */
export interface SignInVerification {
  id: Generated<string>;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
}

/** What the two agreed that one of them does; goes on to the next meeting, and the next supervisor, until it is done or let go */
export interface SupervisionActions {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  meeting_id: string;
  words: string;
  whose: 'supporter' | 'supervisor';
  by_on: string | null;
  made_at: string;
  made_by: string;
  closed_at: string | null;
  closed_by: string | null;
  closed_as: 'done' | 'let_go' | null;
  closed_words: Generated<string>;
}

/** Who supervises a peer supporter, in which form, and from which day the rhythm is counted */
export interface SupervisionArrangements {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  /** Null: nobody is named yet, and somebody is asked to */
  supervisor_id: string | null;
  cover_id: string | null;
  form: Generated<'one_to_one' | 'group' | 'peer' | 'mixed'>;
  /** Began with their welcome, so that the early check-ins are for them */
  newcomer: Generated<boolean>;
  begins_on: string;
  /** The day of the rhythm on which the next one is due; counted anew from everything that was held */
  due_on: string;
  /** From this day on nothing new is asked of them until they have met; null: never */
  pauses_on: string | null;
  /** When the peer supporter let the present supervisor read notes written with an earlier one */
  past_shared_at: string | null;
  started_at: string;
  ended_at: string | null;
  ended_why: string | null;
  version: Generated<number>;
}

/** When in a week somebody can meet for supervision, as they say themselves */
export interface SupervisionAvailability {
  organisation_id: string;
  id: string;
  account_id: string;
  /** 1 is Monday, 7 is Sunday */
  weekday: number;
  from_time: string;
  until_time: string;
}

/** A talk to be offered to a peer supporter within a day of something hard, until it was held or they said no thanks */
export interface SupervisionDebriefs {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  opened_at: string;
  offer_by: string;
  /** They asked to be rung straight away */
  ring_now_at: string | null;
  taken_at: string | null;
  /** Who said "I will ring"; they alone read what the supporter wrote */
  taken_by: string | null;
  offered_at: string | null;
  offered_by: string | null;
  offered_how: 'phone' | 'face_to_face' | 'online' | 'message' | null;
  offered_words: Generated<string>;
  answered: 'yes' | 'no_thanks' | null;
  answered_at: string | null;
  held_at: string | null;
  held_by: string | null;
  /** A line both may read: what was agreed, never what was confided */
  held_words: Generated<string>;
  closed_at: string | null;
  closed_why: 'held' | 'no_thanks' | 'taken_back' | null;
  version: Generated<number>;
}

/** Days on which somebody is away: the dates alone, never why */
export interface SupervisionLeave {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  from_on: string;
  until_on: string;
  said_at: string;
  taken_back_at: string | null;
}

/** A session run, a session that felt heavy, or that somebody told them something that stays: that it was so, and when */
export interface SupervisionLoadEntries {
  organisation_id: string;
  id: string;
  centre_id: string;
  account_id: string;
  kind: 'session' | 'hard' | 'disclosure';
  /** When it was; told_at is when we heard */
  at: string;
  told_at: string;
  told_by: 'self' | 'run_sheet';
  /** The session it is about; null where none was named */
  ref: string | null;
  debrief_id: string | null;
  /** The supporter says it was not so; it no longer counts */
  taken_back_at: string | null;
}

/** What a peer supporter wrote beside something hard: for them, and for the one person who has said they will ring */
export interface SupervisionLoadWords {
  organisation_id: string;
  entry_id: string;
  account_id: string;
  debrief_id: string;
  words: string;
}

/** Each time a meeting was moved: from when to when, by whom and why */
export interface SupervisionMeetingMoves {
  organisation_id: string;
  id: string;
  meeting_id: string;
  centre_id: string;
  from_at: string;
  to_at: string;
  /** Who moved it; null: the house */
  moved_by: string | null;
  why: Generated<string>;
  at: string;
}

/** The peer supporters a meeting is for: what each said to the time, and whether they came */
export interface SupervisionMeetingPeople {
  organisation_id: string;
  meeting_id: string;
  account_id: string;
  centre_id: string;
  /** A coffee morning, which is the peer supporters' own: who comes is for them alone */
  apart: Generated<boolean>;
  said: 'yes' | 'other_time' | null;
  said_words: Generated<string>;
  said_at: string | null;
  /** Null until somebody says so */
  came: boolean | null;
}

/** A time to meet, from its proposal until it was held or not: one to one, in a group, among peers, over coffee, early on, or after something hard */
export interface SupervisionMeetings {
  organisation_id: string;
  id: string;
  centre_id: string;
  kind: 'one_to_one' | 'group' | 'peer' | 'coffee' | 'early' | 'debrief';
  early_code: string | null;
  /** The day of the rhythm it is for; null where it is for none */
  due_on: string | null;
  /** Who holds it; null for peers among themselves and for coffee */
  supervisor_id: string | null;
  starts_at: string;
  minutes: number;
  how: Generated<'face_to_face' | 'phone' | 'online'>;
  place_words: Generated<string>;
  /** Why it does not lie on its day of the rhythm, or is held by the cover */
  because: Generated<string[]>;
  /** How often it was moved; calendars take the highest */
  sequence: Generated<number>;
  proposed_at: string;
  /** Who proposed it; null: the house */
  proposed_by: string | null;
  agreed_at: string | null;
  held_at: string | null;
  did_not_happen_at: string | null;
  did_not_happen_why: 'supporter_ill' | 'supporter_could_not' | 'supervisor_ill' | 'supervisor_could_not' | 'forgotten' | 'other' | null;
  did_not_happen_words: Generated<string>;
  called_off_at: string | null;
  changed_at: Generated<string>;
  version: Generated<number>;
}

/** Words that one of the two added to a note later: their own side of it, or what was wrong */
export interface SupervisionNoteAdditions {
  organisation_id: string;
  id: string;
  centre_id: string;
  note_id: string;
  said_by: string;
  words: string;
  at: string;
}

/** What somebody is still writing about one meeting with one peer supporter: for its author alone, until they keep it or throw it away */
export interface SupervisionNoteDrafts {
  organisation_id: string;
  meeting_id: string;
  account_id: string;
  author_id: string;
  centre_id: string;
  typed: Json;
  begun_at: string;
  changed_at: string;
  version: Generated<number>;
}

/** Each time somebody read a note, and by which right; the two see it on the note */
export interface SupervisionNoteLooks {
  organisation_id: string;
  id: string;
  centre_id: string;
  note_id: string;
  looked_by: string;
  by_right: 'supporter' | 'holder' | 'supervisor' | 'cover' | 'opened';
  at: string;
}

/** A service lead or specialist opened a note for safety's sake: the reason, and until when it stays open to them */
export interface SupervisionNoteOpenings {
  organisation_id: string;
  id: string;
  centre_id: string;
  note_id: string;
  account_id: string;
  held_by: string;
  opened_by: string;
  reason: string;
  opened_at: string;
  until_at: string;
}

/** What a peer supporter and whoever held the meeting keep of it; shared by the two, never changed, only added to */
export interface SupervisionNotes {
  organisation_id: string;
  id: string;
  centre_id: string;
  meeting_id: string;
  account_id: string;
  held_by: string;
  /** Whose peer supporter it was when it was kept; a later supervisor reads it only if they are let. Null: nobody was named */
  supervisor_id: string | null;
  met_on: string;
  support: Generated<string>;
  risk: Generated<string>;
  role: Generated<string>;
  development: Generated<string>;
  staying_well: Generated<string>;
  kept_at: string;
}

/** How often people meet, early check-ins, forms and days of grace: dated versions, never changed */
export interface SupervisionRules {
  organisation_id: string;
  id: string;
  version: number;
  effective_from: string;
  content: Json;
  made_at: string;
  /** Who wrote this version; null: it came with the programme */
  made_by: string | null;
}

/** What keeps a peer supporter well, in their own words and theirs alone; the supervisor reads it while it is shared with them */
export interface SupervisionStayWellPlans {
  organisation_id: string;
  account_id: string;
  content: Json;
  version: number;
  changed_at: string;
}

/** With which supervisor, by name, a stay-well plan is shared, and until when; the next supervisor is not meant */
export interface SupervisionStayWellShares {
  organisation_id: string;
  id: string;
  account_id: string;
  with_account: string;
  shared_at: string;
  taken_back_at: string | null;
}

/** How a stay-well plan read before, for its owner alone */
export interface SupervisionStayWellVersions {
  organisation_id: string;
  account_id: string;
  version: number;
  content: Json;
  written_at: string;
}

/** Each try at the questions of a module; what somebody answered is between them and the course */
export interface TrainingAttempts {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  learning_id: string;
  course_id: string;
  module: string;
  answers: Json;
  right_count: number;
  of_count: number;
  passed: boolean;
  at: string;
}

/** A unit or a level of the training that somebody has earned; it stays theirs when they leave */
export interface TrainingAwards {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  kind: 'unit' | 'level';
  code: string;
  syllabus_id: string;
  title: string;
  level: string | null;
  earned_on: string;
  /** Its last day; null: it has no end */
  expires_on: string | null;
  /** In a cohort, caught up with another one, one to one with a trainer, or elsewhere before they came to us */
  how: 'cohort' | 'catch_up' | 'one_to_one' | 'elsewhere';
  /** The meeting, catch-up or other row that it came from; null: trained elsewhere */
  from_id: string | null;
  elsewhere_words: string | null;
  /** What anybody may type to see whether it still holds; three groups, so that nobody meets one by trying */
  reference: string;
  given_at: string;
  given_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** A missed unit, offered once more: with another cohort that still has it ahead, or with one trainer */
export interface TrainingCatchUps {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  cohort_id: string;
  unit_code: string;
  how: 'elsewhere' | 'one_to_one';
  meeting_id: string | null;
  with_cohort_id: string | null;
  /** Where it is held: the centre of the other cohort, or their own */
  held_at_centre_id: string;
  starts_at: string;
  minutes: number;
  with_account: string | null;
  place_words: Generated<string>;
  sequence: Generated<number>;
  offered_at: string;
  offered_by: string | null;
  done_at: string | null;
  called_off_at: string | null;
  why: Generated<string>;
  changed_at: string;
}

/** What somebody has to show for the safeguarding course: done here, or elsewhere and checked, from when until when */
export interface TrainingCertificates {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  course_code: string;
  course_version: number | null;
  how: 'here' | 'outside';
  learning_id: string | null;
  outside_id: string | null;
  issued_on: string;
  expires_on: string | null;
  /** What anybody may type to see whether the certificate still holds */
  reference: string;
  outside_provider: string | null;
  outside_title: string | null;
  seen_by: string | null;
  seen_on: string | null;
  checked_words: Generated<string>;
  issued_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** An evening or a day on which a cohort meets; sequence counts how often it was moved or called off */
export interface TrainingCohortMeetings {
  organisation_id: string;
  id: string;
  cohort_id: string;
  centre_id: string;
  position: number;
  title: string;
  starts_at: string;
  minutes: number;
  /** Where this one is, when it is not where the cohort usually meets */
  place_words: Generated<string>;
  booking_id: string | null;
  sequence: Generated<number>;
  called_off_at: string | null;
  called_off_why: Generated<string>;
  changed_at: string;
}

/** What a meeting is made of: units of the syllabus, time for the team, breaks */
export interface TrainingCohortParts {
  organisation_id: string;
  meeting_id: string;
  cohort_id: string;
  centre_id: string;
  position: number;
  /** The unit of the syllabus; null: a break, or time for the team */
  unit_code: string | null;
  title: string;
  minutes: number;
}

/** Who goes through the training with a cohort, who waits for a place, and who left and why */
export interface TrainingCohortPlaces {
  organisation_id: string;
  id: string;
  cohort_id: string;
  centre_id: string;
  applicant_id: string;
  asked_at: string;
  /** Null: they wait, because every place was taken */
  taken_at: string | null;
  taken_by: string | null;
  left_at: string | null;
  left_why: Generated<string>;
}

/** Who leads a cohort, from when until when */
export interface TrainingCohortTrainers {
  organisation_id: string;
  id: string;
  cohort_id: string;
  centre_id: string;
  account_id: string;
  from_at: string;
  until_at: string | null;
}

/** People who go through the training together: where, with which version of the syllabus, in which layout, how many places */
export interface TrainingCohorts {
  organisation_id: string;
  id: string;
  centre_id: string;
  syllabus_id: string;
  name: string;
  layout: string;
  place_words: Generated<string>;
  venue_id: string | null;
  places: number;
  planned_at: string;
  planned_by: string | null;
  /** From when people may take places; null: only planned */
  opened_at: string | null;
  called_off_at: string | null;
  called_off_why: Generated<string>;
  closed_at: string | null;
  version: Generated<number>;
}

/** Somebody says in their own name that a learner can do one thing, and on what they base it: words, a session, a unit */
export interface TrainingCompetencySignOffs {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  competency_code: string;
  syllabus_id: string;
  evidence: Generated<string>;
  practice_id: string | null;
  unit_code: string | null;
  /** Based on what they did before they came to us */
  earlier: Generated<boolean>;
  /** Null: brought in by the house */
  signed_by: string | null;
  signed_on: string;
  signed_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** Which named professional read the whole of a course and decided whether it may be used; the latest review counts */
export interface TrainingCourseReviews {
  organisation_id: string;
  id: string;
  course_id: string;
  reviewed_by: string;
  role: string;
  approved: boolean;
  words: Generated<string>;
  at: string;
}

/** A short course as data, one row a version: modules, screens, questions, pass mark, how long it holds */
export interface TrainingCourses {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  effective_from: string;
  name: string;
  minutes: number;
  /** Percent of the questions that must be right, in each module and over all */
  pass_mark: number;
  /** How long a certificate holds; null: it has no end */
  valid_months: number | null;
  content: Json;
  made_at: string;
}

/** An award as a signed file that its holder shows to whom they like; signed anew when its key was withdrawn */
export interface TrainingCredentials {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  award_id: string;
  key_id: string;
  /** Who it is about, for machines: an id made for this one credential, so that two of them do not give away that they are one person's */
  subject_id: string;
  /** Its place in the published list of what was taken back; drawn by lot, so that it tells nothing */
  status_index: number;
  jwt: string;
  signed_at: string;
  replaced_at: string | null;
}

/** Who of the team comes to an event, who came, and the one line they wrote about what they took from it */
export interface TrainingEventAnswers {
  organisation_id: string;
  event_id: string;
  account_id: string;
  centre_id: string;
  /** Null: nothing yet, they came all the same */
  said: 'yes' | 'no' | null;
  said_at: string | null;
  said_by: string | null;
  /** Null: not written down yet */
  came: boolean | null;
  noted_at: string | null;
  noted_by: string | null;
  /** Theirs alone to write; whoever plans events at the centre reads it too */
  took: Generated<string>;
  took_at: string | null;
}

/** What became of an interest, each with its day: started, finished, got the job, not chosen this time, stopped early, not now */
export interface TrainingInterestOutcomes {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  interest_id: string;
  outcome: 'started' | 'finished' | 'got_job' | 'not_chosen' | 'stopped' | 'not_now';
  on_day: string;
  words: Generated<string>;
  noted_at: string;
  noted_by: string | null;
  /** A mistaken one is taken back and stays readable */
  taken_back_at: string | null;
  taken_back_by: string | null;
}

/** A volunteer is interested in a way on: what they said, and what they were answered */
export interface TrainingInterests {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  pathway_id: string;
  pathway_code: string;
  pathway_kind: 'level' | 'course' | 'paid_role';
  /** As it was called then: what they were interested in does not change when the page does */
  pathway_name: string;
  words: Generated<string>;
  said_at: string;
  /** Who wrote it down; not always the volunteer */
  said_by: string | null;
  answered_at: string | null;
  answered_by: string | null;
  answer_words: Generated<string>;
  talk_on: string | null;
  /** Written by the outcomes: when one of them ended it; null: it goes on */
  closed_at: string | null;
}

/** The address that credentials name for verifying them; the latest counts for new ones */
export interface TrainingIssuerAddresses {
  organisation_id: string;
  id: string;
  origin: string;
  from_at: string;
  /** Who changed it; null: where the first credential was asked for */
  set_by: string | null;
}

/** One time through a course: where somebody is, how far they read in each module, when they finished */
export interface TrainingLearning {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  course_id: string;
  module: string;
  screen: number;
  reached: OptionalJson;
  seconds_spent: Generated<number>;
  started_at: string;
  last_at: string;
  finished_at: string | null;
  /** When another version of the course took its place before it was finished */
  put_aside_at: string | null;
}

/** Something to learn at together: a refresher, an afternoon shared with the professionals of the building, a talk, a visit */
export interface TrainingLearningEvents {
  organisation_id: string;
  id: string;
  centre_id: string;
  kind: 'refresher' | 'shared' | 'talk' | 'visit';
  title: string;
  about: Generated<string>;
  /** The unit that is gone over again, or safeguarding for the topic of the safeguarding course; null: nothing known already */
  renews: string | null;
  led_by: Generated<string>;
  place_words: Generated<string>;
  starts_at: string;
  minutes: number;
  /** How many may come; null: as many as like */
  places: number | null;
  /** How often it was moved or changed, for calendars */
  sequence: Generated<number>;
  planned_at: string;
  planned_by: string | null;
  changed_at: string;
  called_off_at: string | null;
  called_off_by: string | null;
  called_off_why: string | null;
  /** When somebody wrote down who came */
  closed_at: string | null;
  closed_by: string | null;
  version: Generated<number>;
}

/** A course somebody did elsewhere and says so: waits until the centre has seen the certificate and checked it */
export interface TrainingOutsideCourses {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  provider: string;
  title: string;
  done_on: string;
  number: Generated<string>;
  told_at: string;
  /** Who wrote it down, signed in; null: they said so by their own link */
  told_by: string | null;
  decided_at: string | null;
  decided_by: string | null;
  accepted: boolean | null;
  /** What was seen and how it was checked */
  checked_words: Generated<string>;
  words_to_them: Generated<string>;
}

/** What somebody wrote into their own learning record: a course elsewhere, a book, a talk; private until they share it */
export interface TrainingOwnLearning {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  kind: 'course' | 'book' | 'talk' | 'listening' | 'doing' | 'other';
  title: string;
  where_from: Generated<string>;
  done_on: string;
  took: Generated<string>;
  /** From when those who look after volunteers may read it; null: nobody but its author */
  shared_at: string | null;
  made_at: string;
  changed_at: string;
  version: Generated<number>;
}

/** A way on for volunteers: an advanced level, a formal course, a paid role; a version is never changed, the newest one in effect counts */
export interface TrainingPathways {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  kind: 'level' | 'course' | 'paid_role';
  effective_from: string;
  content: Json;
  made_at: string;
  made_by: string | null;
}

/** One time that somebody was at a session to learn: to watch, to help, or to run it while somebody watches; what whoever was beside them saw */
export interface TrainingPractice {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  kind: 'shadowing' | 'buddying' | 'observed';
  /** The session it belongs to; null: it happened before it was kept here. Sessions are known further along the corridor */
  session_id: string | null;
  on_date: string;
  what: string;
  /** Who is beside them and writes afterwards; null: somebody who does not sign in, or nobody yet */
  alongside_account: string | null;
  /** Who was beside them, where they do not sign in */
  alongside_words: Generated<string>;
  planned_at: string;
  planned_by: string | null;
  happened_at: string | null;
  did_not_happen_at: string | null;
  did_not_happen_why: string | null;
  observer_words: Generated<string>;
  observed_by: string | null;
  observed_at: string | null;
  version: Generated<number>;
}

/** What a learner makes of a session they learned at: theirs to write, read by them and by those who look after volunteers */
export interface TrainingPracticeReflections {
  organisation_id: string;
  practice_id: string;
  centre_id: string;
  applicant_id: string;
  words: string;
  made_at: string;
  changed_at: string;
  version: Generated<number>;
}

/** What somebody saw of one competency in one session; what did not come up has no row */
export interface TrainingPracticeSeen {
  organisation_id: string;
  practice_id: string;
  competency_code: string;
  centre_id: string;
  applicant_id: string;
  seen: 'yes' | 'partly' | 'not_yet';
  words: Generated<string>;
  seen_by: string;
  at: string;
}

/** The last yes: may run sessions. Given when every competency is signed off and the practice is done */
export interface TrainingSignOffs {
  organisation_id: string;
  id: string;
  centre_id: string;
  applicant_id: string;
  syllabus_id: string;
  words: Generated<string>;
  /** Why the practice here was not asked of somebody with experience; null: it was done */
  without_practice_why: string | null;
  /** Null: brought in by the house */
  signed_by: string | null;
  signed_on: string;
  signed_at: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** The keys that credentials are signed with: one in use, the retired ones still published, a withdrawn one no longer */
export interface TrainingSigningKeys {
  organisation_id: string;
  id: string;
  public_jwk: Json;
  /** Sealed for signing-keys: the private half */
  sealed_private: string;
  made_at: string;
  made_by: string | null;
  /** From then on nothing new is signed with it; what it signed goes on holding */
  retired_at: string | null;
  /** From then on nothing that it signed holds: somebody else may have it */
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_why: string | null;
}

/** The training course as data, one row a version: competencies, units, layouts, levels, and the rules that go with them */
export interface TrainingSyllabi {
  organisation_id: string;
  id: string;
  code: string;
  version: number;
  effective_from: string;
  name: string;
  content: Json;
  made_at: string;
  /** Who made this version; null: it came with Kith */
  made_by: string | null;
}

/** Which named professional read the whole of a syllabus and decided whether cohorts may open with it; the latest review counts */
export interface TrainingSyllabusReviews {
  organisation_id: string;
  id: string;
  syllabus_id: string;
  reviewed_by: string;
  role: string;
  approved: boolean;
  words: Generated<string>;
  at: string;
}

/** What a trainee said: I cannot come to this meeting after all, or yes to a catch-up, or another time please. The last answer counts */
export interface TrainingTraineeAnswers {
  organisation_id: string;
  id: string;
  centre_id: string;
  cohort_id: string;
  applicant_id: string;
  meeting_id: string | null;
  catch_up_id: string | null;
  said: 'yes' | 'other_time' | 'cannot_come' | 'can_come';
  words: Generated<string>;
  at: string;
}

/** Who was there for which unit, as it was noted. A correction is a new row; the last one counts */
export interface TrainingUnitAttendances {
  organisation_id: string;
  id: string;
  meeting_id: string;
  cohort_id: string;
  /** The centre of the meeting, also for a guest from another one */
  centre_id: string;
  unit_code: string;
  applicant_id: string;
  came: boolean;
  /** What was wrong before, when this corrects an earlier note */
  why: Generated<string>;
  noted_by: string | null;
  noted_at: string;
}

export interface Database {
  'delivery.answers': DeliveryAnswers;
  'delivery.attendances': DeliveryAttendances;
  'delivery.corrections': DeliveryCorrections;
  'delivery.exemptions': DeliveryExemptions;
  'delivery.groups': DeliveryGroups;
  'delivery.known_pairs': DeliveryKnownPairs;
  'delivery.leaders': DeliveryLeaders;
  'delivery.places': DeliveryPlaces;
  'delivery.plan_blocks': DeliveryPlanBlocks;
  'delivery.plans': DeliveryPlans;
  'delivery.reflections': DeliveryReflections;
  'delivery.register_closings': DeliveryRegisterClosings;
  'delivery.requirements': DeliveryRequirements;
  'delivery.rota': DeliveryRota;
  'delivery.sessions': DeliverySessions;
  'delivery.waiting': DeliveryWaiting;
  'families.babies': FamiliesBabies;
  'families.losses': FamiliesLosses;
  'families.parents': FamiliesParents;
  'families.pauses': FamiliesPauses;
  'families.pregnancies': FamiliesPregnancies;
  'families.safety_instructions': FamiliesSafetyInstructions;
  'hub.feeds': HubFeeds;
  'people.accounts': PeopleAccounts;
  'people.centres': PeopleCentres;
  'people.contacts': PeopleContacts;
  'people.help_lines': PeopleHelpLines;
  'people.merges': PeopleMerges;
  'people.not_duplicates': PeopleNotDuplicates;
  'people.organisations': PeopleOrganisations;
  'people.persons': PeoplePersons;
  'people.roles': PeopleRoles;
  'people.seals': PeopleSeals;
  'people.suspensions': PeopleSuspensions;
  'platform.audit_events': PlatformAuditEvents;
  'platform.audit_seals': PlatformAuditSeals;
  'platform.drafts': PlatformDrafts;
  'platform.findings': PlatformFindings;
  'platform.form_errors': PlatformFormErrors;
  'platform.messages': PlatformMessages;
  'platform.migrations': PlatformMigrations;
  'platform.submissions': PlatformSubmissions;
  'programme.activities': ProgrammeActivities;
  'programme.bank_holidays': ProgrammeBankHolidays;
  'programme.bookings': ProgrammeBookings;
  'programme.favourites': ProgrammeFavourites;
  'programme.reviews': ProgrammeReviews;
  'programme.templates': ProgrammeTemplates;
  'programme.venues': ProgrammeVenues;
  'recruiting.activity_rules': RecruitingActivityRules;
  'recruiting.applicants': RecruitingApplicants;
  'recruiting.applications': RecruitingApplications;
  'recruiting.asked_of': RecruitingAskedOf;
  'recruiting.check_rules': RecruitingCheckRules;
  'recruiting.checks': RecruitingChecks;
  'recruiting.declared_settings': RecruitingDeclaredSettings;
  'recruiting.disclosure_looks': RecruitingDisclosureLooks;
  'recruiting.disclosures': RecruitingDisclosures;
  'recruiting.eligibility_decisions': RecruitingEligibilityDecisions;
  'recruiting.eligibility_reviews': RecruitingEligibilityReviews;
  'recruiting.equity': RecruitingEquity;
  'recruiting.forms': RecruitingForms;
  'recruiting.help_asks': RecruitingHelpAsks;
  'recruiting.induction_points': RecruitingInductionPoints;
  'recruiting.interview_outcomes': RecruitingInterviewOutcomes;
  'recruiting.interview_scores': RecruitingInterviewScores;
  'recruiting.interviews': RecruitingInterviews;
  'recruiting.links': RecruitingLinks;
  'recruiting.notes': RecruitingNotes;
  'recruiting.offered_times': RecruitingOfferedTimes;
  'recruiting.openings': RecruitingOpenings;
  'recruiting.proofs': RecruitingProofs;
  'recruiting.question_sets': RecruitingQuestionSets;
  'recruiting.referees': RecruitingReferees;
  'recruiting.reference_answers': RecruitingReferenceAnswers;
  'recruiting.reference_asks': RecruitingReferenceAsks;
  'recruiting.reference_exceptions': RecruitingReferenceExceptions;
  'recruiting.reference_rules': RecruitingReferenceRules;
  'recruiting.role_profiles': RecruitingRoleProfiles;
  'recruiting.sources': RecruitingSources;
  'recruiting.status_checks': RecruitingStatusChecks;
  'recruiting.steps': RecruitingSteps;
  'recruiting.welcomes': RecruitingWelcomes;
  'referrals.handovers': ReferralsHandovers;
  'referrals.import_rejects': ReferralsImportRejects;
  'referrals.imports': ReferralsImports;
  'referrals.needs': ReferralsNeeds;
  'referrals.referrals': ReferralsReferrals;
  'referrals.referrers': ReferralsReferrers;
  'referrals.triages': ReferralsTriages;
  'referrals.withdrawals': ReferralsWithdrawals;
  'rights.data_leads': RightsDataLeads;
  'safeguarding.acknowledgements': SafeguardingAcknowledgements;
  'safeguarding.clocks': SafeguardingClocks;
  'safeguarding.concerns': SafeguardingConcerns;
  'safeguarding.duties': SafeguardingDuties;
  'safeguarding.escalations': SafeguardingEscalations;
  'safeguarding.receipts': SafeguardingReceipts;
  'sign_in.account': SignInAccount;
  'sign_in.attempts': SignInAttempts;
  'sign_in.devices': SignInDevices;
  'sign_in.invitations': SignInInvitations;
  'sign_in.limits': SignInLimits;
  'sign_in.passkey': SignInPasskey;
  'sign_in.session': SignInSession;
  'sign_in.twoFactor': SignInTwoFactor;
  'sign_in.user': SignInUser;
  'sign_in.verification': SignInVerification;
  'supervision.actions': SupervisionActions;
  'supervision.arrangements': SupervisionArrangements;
  'supervision.availability': SupervisionAvailability;
  'supervision.debriefs': SupervisionDebriefs;
  'supervision.leave': SupervisionLeave;
  'supervision.load_entries': SupervisionLoadEntries;
  'supervision.load_words': SupervisionLoadWords;
  'supervision.meeting_moves': SupervisionMeetingMoves;
  'supervision.meeting_people': SupervisionMeetingPeople;
  'supervision.meetings': SupervisionMeetings;
  'supervision.note_additions': SupervisionNoteAdditions;
  'supervision.note_drafts': SupervisionNoteDrafts;
  'supervision.note_looks': SupervisionNoteLooks;
  'supervision.note_openings': SupervisionNoteOpenings;
  'supervision.notes': SupervisionNotes;
  'supervision.rules': SupervisionRules;
  'supervision.stay_well_plans': SupervisionStayWellPlans;
  'supervision.stay_well_shares': SupervisionStayWellShares;
  'supervision.stay_well_versions': SupervisionStayWellVersions;
  'training.attempts': TrainingAttempts;
  'training.awards': TrainingAwards;
  'training.catch_ups': TrainingCatchUps;
  'training.certificates': TrainingCertificates;
  'training.cohort_meetings': TrainingCohortMeetings;
  'training.cohort_parts': TrainingCohortParts;
  'training.cohort_places': TrainingCohortPlaces;
  'training.cohort_trainers': TrainingCohortTrainers;
  'training.cohorts': TrainingCohorts;
  'training.competency_sign_offs': TrainingCompetencySignOffs;
  'training.course_reviews': TrainingCourseReviews;
  'training.courses': TrainingCourses;
  'training.credentials': TrainingCredentials;
  'training.event_answers': TrainingEventAnswers;
  'training.interest_outcomes': TrainingInterestOutcomes;
  'training.interests': TrainingInterests;
  'training.issuer_addresses': TrainingIssuerAddresses;
  'training.learning': TrainingLearning;
  'training.learning_events': TrainingLearningEvents;
  'training.outside_courses': TrainingOutsideCourses;
  'training.own_learning': TrainingOwnLearning;
  'training.pathways': TrainingPathways;
  'training.practice': TrainingPractice;
  'training.practice_reflections': TrainingPracticeReflections;
  'training.practice_seen': TrainingPracticeSeen;
  'training.sign_offs': TrainingSignOffs;
  'training.signing_keys': TrainingSigningKeys;
  'training.syllabi': TrainingSyllabi;
  'training.syllabus_reviews': TrainingSyllabusReviews;
  'training.trainee_answers': TrainingTraineeAnswers;
  'training.unit_attendances': TrainingUnitAttendances;
}
