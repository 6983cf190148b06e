/**
 * Rows of the story that an address can stand for: which parts of an address, and the question that finds them.
 * The first whose beginning fits is asked; `:first_part` names become columns.
 */
export const ROWS: readonly (readonly [RegExp, string])[] = [
  [/^\/(team|supervision\/staying-well)\/:accountId/, `select id as "accountId" from people.accounts`],
  [
    /^\/learners\/:applicantId\/sign-off\/:code/,
    `select applicant_id as "applicantId", competency_code as code from training.competency_sign_offs`,
  ],
  [/:actionId/, `select id as "actionId" from supervision.actions`],
  [
    /^\/(learners|checks\/of)\/:applicantId|^\/e-learning\/people\/:applicantId/,
    `select id as "applicantId" from recruiting.applicants`,
  ],
  [
    /^\/applicants\/:applicationId\/check\/:checkId/,
    `select a.id as "applicationId", c.id as "checkId" from recruiting.checks c join recruiting.applications a using (organisation_id, applicant_id)`,
  ],
  [
    /^\/applicants\/:applicationId\/references\/:refereeId/,
    `select application_id as "applicationId", id as "refereeId" from recruiting.referees`,
  ],
  [
    /^\/applicants\/:applicationId/,
    `select id as "applicationId", 'pause' as verb from recruiting.applications`,
  ],
  [/^\/supervision\/:arrangementId/, `select id as "arrangementId" from supervision.arrangements`],
  [/:awardId/, `select id as "awardId" from training.awards`],
  [
    /^\/cohorts\/:cohortId\/catch-up\//,
    `select cohort_id as "cohortId", applicant_id as "applicantId", 'listening' as "unitCode" from training.cohort_places`,
  ],
  [/:catchUpId/, `select id as "catchUpId" from training.catch_ups`],
  [/:centreId/, `select id as "centreId" from people.centres`],
  [/:certificateId/, `select id as "certificateId" from training.certificates`],
  [/:checkId/, `select id as "checkId" from recruiting.checks`],
  [/^\/(me\/)?toolbox\/:code/, 'select distinct code from programme.activities'],
  [/^\/role-profiles\/:code/, 'select distinct code from recruiting.role_profiles'],
  [/^\/pathways\/:code/, 'select code from training.pathways'],
  [
    /^\/cohorts\/:cohortId\/meetings\/:meetingId/,
    `select m.cohort_id as "cohortId", m.id as "meetingId", p.unit_code as "unitCode" from training.cohort_meetings m
     join training.cohort_parts p on p.meeting_id = m.id and p.unit_code is not null`,
  ],
  [
    /^\/cohorts\/:cohortId\/places\/:placeId/,
    `select cohort_id as "cohortId", id as "placeId" from training.cohort_places`,
  ],
  [/^\/cohorts\/:cohortId/, `select id as "cohortId" from training.cohorts`],
  [
    /^\/concerns\/:concernId\/suspend\/:accountId/,
    `select id as "concernId", unnest(named) as "accountId" from safeguarding.concerns`,
  ],
  [/:concernId/, `select id as "concernId" from safeguarding.concerns`],
  [/:courseId/, `select id as "courseId", '1' as module from training.courses`],
  [/:debriefId/, `select id as "debriefId" from supervision.debriefs`],
  [/\/learning\/own\/:entryId/, `select id as "entryId" from training.own_learning`],
  [/\/load\/:entryId/, `select id as "entryId" from supervision.load_entries`],
  [/:eventId/, `select id as "eventId" from training.learning_events`],
  [/:leaderId/, `select group_id as "groupId", id as "leaderId" from delivery.leaders`],
  [
    /:groupId\/known\/:pairId/,
    `select p.group_id as "groupId", k.id as "pairId" from delivery.known_pairs k cross join delivery.groups g join delivery.places p on p.group_id = g.id`,
  ],
  [
    /:groupId\/known\/:personId/,
    `select group_id as "groupId", person_id as "personId" from delivery.places`,
  ],
  [/:groupId\/places\/:placeId/, `select group_id as "groupId", id as "placeId" from delivery.places`],
  [/:groupId/, `select id as "groupId" from delivery.groups`],
  [/:handoverId/, `select id as "handoverId" from referrals.handovers`],
  [/:importId/, `select id as "importId" from referrals.imports`],
  [
    /:interestId/,
    `select i.id as "interestId", o.id as "outcomeId" from training.interests i left join training.interest_outcomes o on o.interest_id = i.id`,
  ],
  [/:interviewId/, `select id as "interviewId", '1' as question from recruiting.interviews`],
  [/:keyId/, `select id as "keyId" from training.signing_keys`],
  [/:leadId/, `select id as "leadId" from rights.data_leads`],
  [/:leaveId/, `select id as "leaveId" from supervision.leave`],
  [/:lineId/, `select id as "lineId" from people.help_lines`],
  [
    /^\/supervision\/meetings\/:meetingId/,
    `select meeting_id as "meetingId", account_id as "accountId" from supervision.meeting_people`,
  ],
  [/\/training\/meetings\/:meetingId/, `select id as "meetingId" from training.cohort_meetings`],
  [/:mergeId/, `select id as "mergeId" from people.merges`],
  [/:messageId/, `select id as "messageId" from platform.messages`],
  [/:module/, `select '1' as module, '1' as screen`],
  [/:nation/, `select nation, on_day::text as day from programme.bank_holidays`],
  [/:outsideId/, `select id as "outsideId" from training.outside_courses`],
  [/:pairId/, `select id as "pairId" from delivery.known_pairs`],
  [/^\/requirements\/:part\/:code/, 'select part, code from delivery.requirements'],
  [/:pauseId/, `select id as "pauseId" from families.pauses`],
  [
    /:babyId/,
    `select r.person_id as "personId", b.id as "babyId" from families.babies b join families.parents r using (organisation_id, pregnancy_id)`,
  ],
  [/:exemptionId/, `select id as "exemptionId" from delivery.exemptions`],
  [
    /:instructionId/,
    `select person_id as "personId", id as "instructionId" from families.safety_instructions`,
  ],
  [
    /:personId\/link\/:otherId/,
    `select a.person_id as "personId", b.person_id as "otherId" from families.parents a join families.parents b using (organisation_id, pregnancy_id)
     where a.person_id <> b.person_id`,
  ],
  [
    /^\/volunteers\/:personId/,
    `select person_id as "personId" from people.accounts a join people.roles r on r.account_id = a.id and r.role = 'peer_supporter'`,
  ],
  [
    /^\/sessions\/:sessionId\/follow-up\/:personId/,
    `select session_id as "sessionId", person_id as "personId" from delivery.attendances`,
  ],
  [/:personId/, `select id as "personId" from people.persons`],
  [/^\/me\/places\/:placeId/, `select id as "placeId" from delivery.places`],
  [/:practiceId/, `select id as "practiceId" from training.practice`],
  [/:reference/, `select reference from training.awards`],
  [/:referralId/, `select id as "referralId", 'welcome' as outcome from referrals.referrals`],
  [/:reviewId/, `select id as "reviewId" from recruiting.eligibility_reviews`],
  [/:roleId/, `select id as "roleId" from people.roles`],
  [/:sealId/, `select id as "sealId" from people.seals`],
  [
    /^\/sessions\/:sessionId\/rota\/:accountId/,
    `select session_id as "sessionId", account_id as "accountId" from delivery.rota`,
  ],
  [/:sessionId/, `select id as "sessionId", '1' as position from delivery.sessions`],
  [/:settingId/, `select id as "settingId" from recruiting.declared_settings`],
  [/^\/join\/:slug/, `select slug from people.centres`],
  [/:slug/, 'select slug from people.centres'],
  [/:sourceId/, `select id as "sourceId" from recruiting.sources`],
  [/:suspensionId/, `select id as "suspensionId" from people.suspensions`],
  [
    /:syllabusId/,
    `select s.id as "syllabusId", u ->> 'code' as "unitCode", 'evenings' as layout
     from training.syllabi s cross join lateral jsonb_array_elements(s.content -> 'units') u`,
  ],
  [/:templateId/, `select id as "templateId" from programme.templates`],
  [/:timeId/, `select id as "timeId" from recruiting.offered_times`],
  [/:bookingId/, `select venue_id as "venueId", id as "bookingId" from programme.bookings`],
  [/:venueId/, `select id as "venueId" from programme.venues`],
];

/** Behind a secret of their own, which no role opens: the letters that hold them are tried elsewhere. */
export const BEHIND_A_SECRET = /:secret|:draftId/;
