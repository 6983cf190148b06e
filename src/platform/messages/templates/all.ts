import { signInMessages } from '../../sign-in/letters.ts';
import type { MessageTemplate } from '../message.ts';
import { familyTemplates } from './family.ts';
import { groupTemplates } from './group.ts';
import { referralTemplates } from './referral.ts';
import { teamTemplates } from './team.ts';

/** The words that more than one room needs. A room's own words with the same code take their place. */
export const houseTemplates: readonly MessageTemplate[] = [
  ...referralTemplates,
  ...groupTemplates,
  ...familyTemplates,
  ...teamTemplates,
  ...signInMessages,
];
