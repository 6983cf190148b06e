import type { Scope } from '#platform/db/as-actor.ts';
import { loadCheckRules } from './checks/rules.commands.ts';
import { loadQuestionSets } from './interviews/question-set.commands.ts';
import { loadRoleProfiles } from './profiles/load.commands.ts';
import { loadReferenceRules } from './references/rules.commands.ts';

/**
 * Gives an organisation what recruiting begins with: role profiles with their route, the rules about referees and
 * checks, the questions of an interview. What is there stays. No decision about which check a role may be asked for:
 * that is a named person's.
 */
export const loadRecruiting = async (scope: Scope): Promise<void> => {
  await loadRoleProfiles(scope);
  await loadReferenceRules(scope);
  await loadCheckRules(scope);
  await loadQuestionSets(scope);
};
