/** Where something on Today leads; who draws the page knows the address. */
export type Leads =
  | { readonly to: 'session' | 'register' | 'plan'; readonly sessionId: string }
  | { readonly to: 'follow_up'; readonly sessionId: string; readonly personId: string }
  | { readonly to: 'pause'; readonly pauseId: string }
  | { readonly to: 'place'; readonly groupId: string; readonly placeId: string }
  | { readonly to: 'referral'; readonly referralId: string }
  | { readonly to: 'handover'; readonly handoverId: string }
  | { readonly to: 'outbox'; readonly state: string }
  | { readonly to: 'safety'; readonly personId: string }
  | { readonly to: 'import'; readonly importId: string }
  | { readonly to: 'application'; readonly applicationId: string }
  | { readonly to: 'volunteer'; readonly personId: string }
  | { readonly to: 'group'; readonly groupId: string }
  | { readonly to: 'days_with_children'; readonly reviewId: string }
  | { readonly to: 'outside_course'; readonly outsideId: string }
  | { readonly to: 'interview'; readonly interviewId: string }
  | { readonly to: 'suspension'; readonly suspensionId: string }
  | { readonly to: 'findings' | 'help_lines' | 'applicants_quiet' }
  | { readonly to: 'debrief'; readonly debriefId: string }
  | { readonly to: 'arrangement'; readonly arrangementId: string }
  | { readonly to: 'supervision_meeting' | 'supervision_note'; readonly meetingId: string }
  | { readonly to: 'action'; readonly actionId: string }
  | { readonly to: 'last_yes' | 'learner'; readonly applicantId: string }
  | { readonly to: 'practice'; readonly practiceId: string }
  | { readonly to: 'reflection'; readonly practiceId: string }
  | { readonly to: 'event'; readonly eventId: string }
  | { readonly to: 'interest'; readonly interestId: string }
  | { readonly to: 'cohort_meeting'; readonly cohortId: string; readonly meetingId: string }
  | {
      readonly to: 'catch_up';
      readonly cohortId: string;
      readonly applicantId: string;
      readonly unitCode: string;
    }
  | { readonly to: 'note_drafts' | 'own_supervision' | 'own_load' | 'own_training' };
