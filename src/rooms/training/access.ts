import { CARE_OF_FAMILIES, ROLES } from '#platform/db/actor.ts';
import type { Access } from '#platform/room.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { KEEPS_KEYS } from './credentials/credentials.policy.ts';
import { PLANS_EVENTS, SHAPES_PATHWAYS } from './growing/growing.policy.ts';
import { SHAPES_SYLLABUS } from './syllabus/syllabus.policy.ts';
import { REVIEWS_COURSES } from './training.policy.ts';

/**
 * Who may see, add and change what of training, as the policies say. The author is the learner: a volunteer goes through
 * the course as themselves. What somebody answered is theirs alone, and nobody issues or checks a certificate of their own.
 */
export const access: Access = {
  'training.courses': { see: ROLES, add: [], change: [] },
  'training.course_reviews': { see: ROLES, add: REVIEWS_COURSES, change: [] },
  'training.learning': { see: [...RECRUITS, 'author'], add: ['author'], change: ['author'] },
  'training.attempts': { see: ['author'], add: ['author'], change: [] },
  'training.outside_courses': {
    see: [...RECRUITS, 'author'],
    add: [...RECRUITS, 'author'],
    change: RECRUITS,
  },
  'training.certificates': { see: [...RECRUITS, 'author'], add: RECRUITS, change: RECRUITS },
  'training.syllabi': { see: ROLES, add: SHAPES_SYLLABUS, change: [] },
  'training.syllabus_reviews': { see: ROLES, add: REVIEWS_COURSES, change: [] },
  // A cohort's trainers see theirs besides, and note who came: they are named on it, whatever their role. Guests are seen
  // where they are taken in. What a trainee sees is theirs.
  'training.cohorts': { see: RECRUITS, add: RECRUITS, change: RECRUITS },
  'training.cohort_trainers': { see: RECRUITS, add: RECRUITS, change: RECRUITS },
  'training.cohort_meetings': { see: RECRUITS, add: RECRUITS, change: RECRUITS },
  'training.cohort_parts': { see: RECRUITS, add: RECRUITS, change: RECRUITS },
  'training.cohort_places': { see: [...RECRUITS, 'author'], add: RECRUITS, change: RECRUITS },
  'training.catch_ups': { see: [...RECRUITS, 'author'], add: RECRUITS, change: RECRUITS },
  'training.unit_attendances': { see: [...RECRUITS, 'author'], add: RECRUITS, change: [] },
  'training.trainee_answers': { see: [...RECRUITS, 'author'], add: ['author'], change: [] },
  'training.awards': { see: [...RECRUITS, 'author'], add: RECRUITS, change: RECRUITS },
  'training.signing_keys': { see: KEEPS_KEYS, add: KEEPS_KEYS, change: KEEPS_KEYS },
  'training.issuer_addresses': { see: KEEPS_KEYS, add: KEEPS_KEYS, change: [] },
  'training.credentials': { see: [], add: [], change: [] },
  'training.learning_events': { see: [...ROLES, 'author'], add: PLANS_EVENTS, change: PLANS_EVENTS },
  'training.event_answers': {
    see: [...PLANS_EVENTS, 'author'],
    add: [...PLANS_EVENTS, 'author'],
    change: [...PLANS_EVENTS, 'author'],
  },
  // What somebody writes into their own record: those who recruit see what its author shared, and nothing else.
  'training.own_learning': {
    see: [...RECRUITS, 'author'],
    add: ['author'],
    change: ['author'],
    remove: ['author'],
  },
  'training.pathways': { see: ROLES, add: SHAPES_PATHWAYS, change: [] },
  'training.interests': { see: [...RECRUITS, 'author'], add: [...RECRUITS, 'author'], change: RECRUITS },
  'training.interest_outcomes': {
    see: [...RECRUITS, 'author'],
    add: [...RECRUITS, 'author'],
    change: RECRUITS,
  },
  // Nobody signs themselves off; whoever was beside a learner writes about that session, whatever their role.
  'training.practice': {
    see: [...CARE_OF_FAMILIES, 'author'],
    add: CARE_OF_FAMILIES,
    change: [...CARE_OF_FAMILIES, 'author'],
  },
  'training.practice_seen': {
    see: [...CARE_OF_FAMILIES, 'author'],
    add: ['author'],
    change: [],
    remove: ['author'],
  },
  'training.practice_reflections': { see: [...RECRUITS, 'author'], add: ['author'], change: ['author'] },
  'training.competency_sign_offs': {
    see: [...CARE_OF_FAMILIES, 'author'],
    add: CARE_OF_FAMILIES,
    change: CARE_OF_FAMILIES,
  },
  'training.sign_offs': { see: [...CARE_OF_FAMILIES, 'author'], add: RECRUITS, change: RECRUITS },
};
