import type { Access, Stand } from '#platform/room.ts';
import { RECRUITS, SHAPES_ROLES } from './recruiting.policy.ts';

const nobody: readonly Stand[] = [];
const theirs = { see: RECRUITS, add: RECRUITS, change: RECRUITS } as const;

/** Who may see, add and change what of recruiting; and nobody anything about themselves. The database says the same. */
export const access: Access = {
  'recruiting.role_profiles': { see: ['anyone'], add: SHAPES_ROLES, change: nobody },
  'recruiting.openings': { see: ['anyone'], add: RECRUITS, change: RECRUITS },
  'recruiting.sources': {
    see: [...RECRUITS, 'administrator', 'service_lead'],
    add: [...RECRUITS, 'administrator'],
    change: [...RECRUITS, 'administrator'],
  },
  'recruiting.applicants': theirs,
  'recruiting.applications': theirs,
  'recruiting.links': theirs,
  'recruiting.steps': theirs,
  'recruiting.offered_times': theirs,
  'recruiting.notes': { see: RECRUITS, add: RECRUITS, change: nobody },
  'recruiting.forms': theirs,
  'recruiting.help_asks': theirs,
  'recruiting.asked_of': theirs,
  'recruiting.equity': { see: nobody, add: nobody, change: nobody },
  'recruiting.proofs': theirs,
  'recruiting.induction_points': theirs,
  'recruiting.welcomes': theirs,
  'recruiting.reference_rules': { see: ['anyone'], add: SHAPES_ROLES, change: nobody },
  'recruiting.reference_exceptions': theirs,
  'recruiting.referees': theirs,
  'recruiting.reference_asks': theirs,
  'recruiting.reference_answers': theirs,
  'recruiting.question_sets': { see: ['anyone'], add: SHAPES_ROLES, change: nobody },
  // The author is one of the two who interview: their interview, until it is decided, and their own scores.
  'recruiting.interviews': { see: [...RECRUITS, 'author'], add: RECRUITS, change: RECRUITS },
  // Of the other's scores both, and those who recruit, see something only when both are done.
  'recruiting.interview_scores': { see: [...RECRUITS, 'author'], add: ['author'], change: ['author'] },
  'recruiting.interview_outcomes': { see: RECRUITS, add: RECRUITS, change: nobody },
  'recruiting.eligibility_decisions': {
    see: [...RECRUITS, 'service_lead'],
    add: SHAPES_ROLES,
    change: nobody,
  },
  'recruiting.check_rules': { see: ['anyone'], add: SHAPES_ROLES, change: nobody },
  'recruiting.checks': theirs,
  'recruiting.status_checks': { see: RECRUITS, add: RECRUITS, change: nobody },
  // The author is one of those named: the others who recruit may open one, and read no word of it.
  'recruiting.disclosures': { see: ['author'], add: RECRUITS, change: ['author'] },
  'recruiting.disclosure_looks': { see: ['author'], add: ['author'], change: nobody },
  'recruiting.activity_rules': { see: ['anyone'], add: SHAPES_ROLES, change: nobody },
  // A volunteer says for themselves where else they are with children.
  'recruiting.declared_settings': {
    see: [...RECRUITS, 'author'],
    add: [...RECRUITS, 'author'],
    change: [...RECRUITS, 'author'],
  },
  'recruiting.eligibility_reviews': theirs,
};
