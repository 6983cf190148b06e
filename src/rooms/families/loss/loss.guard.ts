import type { Guard } from '#platform/messages/message.ts';
import { familyOf } from '../family.queries.ts';
import { mayGo, RESTING_WORDS } from './loss.rules.ts';

/**
 * Asked before every message leaves: nothing about a baby, a group or a referral goes to a parent after a loss or
 * while messages rest. Stopped, not held: a reminder that waits for a decision would arrive after its day.
 */
export const lossGuard: Guard = async (scope, message) => {
  if (message.personId === null) return { say: 'go' };
  const facts = await familyOf(scope, message.personId);
  if (facts === null || mayGo(facts, message.about, message.pregnancyId)) return { say: 'go' };
  return { say: 'stop', why: RESTING_WORDS };
};
