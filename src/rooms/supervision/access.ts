import { ROLES } from '#platform/db/actor.ts';
import type { Access, Stand } from '#platform/room.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import { SHAPES_RHYTHM } from './supervision.policy.ts';

// The author is whoever it is about, and whoever supervises or covers for them: their own diary.
const SEES: readonly Stand[] = [...RECRUITS, 'service_lead', 'author'];
const KEEPS: readonly Stand[] = [...RECRUITS, 'author'];

/** Who may see, add and change what of supervision, as the policies say. Dates and states are no notes. */
export const access: Access = {
  'supervision.rules': { see: ROLES, add: SHAPES_RHYTHM, change: [] },
  'supervision.arrangements': { see: SEES, add: RECRUITS, change: KEEPS },
  'supervision.availability': { see: KEEPS, add: ['author'], change: [], remove: ['author'] },
  'supervision.leave': { see: KEEPS, add: ['author'], change: ['author'] },
  'supervision.meetings': { see: SEES, add: KEEPS, change: KEEPS },
  'supervision.meeting_people': { see: KEEPS, add: KEEPS, change: KEEPS, remove: KEEPS },
  'supervision.meeting_moves': { see: KEEPS, add: KEEPS, change: [] },
  // What somebody carries, and the talk after it. The author is the supporter, and whoever supervises or covers for them.
  'supervision.load_entries': { see: KEEPS, add: ['author'], change: ['author'] },
  'supervision.debriefs': { see: KEEPS, add: ['author'], change: KEEPS },
  // The supporter, and the one person who has said they will ring.
  'supervision.load_words': { see: ['author'], add: ['author'], change: [], remove: ['author'] },
  // The owner; and the present supervisor reads the plan while it is shared with them by name.
  'supervision.stay_well_plans': {
    see: ['author'],
    add: ['author'],
    change: ['author'],
    remove: ['author'],
  },
  'supervision.stay_well_versions': { see: ['author'], add: ['author'], change: [], remove: ['author'] },
  'supervision.stay_well_shares': {
    see: ['author'],
    add: ['author'],
    change: ['author'],
    remove: ['author'],
  },
  // What was said belongs to the two: the author is one of them, or reads by a right of their own. Not even the house does.
  'supervision.notes': { see: ['author'], add: ['author'], change: [] },
  'supervision.note_drafts': { see: ['author'], add: ['author'], change: ['author'], remove: ['author'] },
  'supervision.note_additions': { see: ['author'], add: ['author'], change: [] },
  'supervision.note_openings': { see: ['author'], add: ['author'], change: [] },
  'supervision.note_looks': { see: ['author'], add: ['author'], change: [] },
  'supervision.actions': { see: ['author'], add: ['author'], change: ['author'] },
};
