import type { AccountActor } from '#platform/db/actor.ts';
import type { Ground } from '../../../tests/support/stand.ts';
import { decideEligibility } from './checks/eligibility.commands.ts';
import type { CheckKind } from './checks/eligibility.rules.ts';
import { loadCheckRules } from './checks/rules.commands.ts';

export const BASIC: CheckKind = {
  level: 'basic',
  workforce: null,
  childrenBarred: false,
  adultsBarred: false,
};
export const ENHANCED: CheckKind = { ...BASIC, level: 'enhanced', workforce: 'child' };
export const BARRED: CheckKind = { ...ENHANCED, level: 'enhanced_barred', childrenBarred: true };

/** The rules about checks that ship; and, where a kind is given, a lead who decided it for a role from today on. */
export const layDownChecks = async (
  stand: Ground,
  kind: CheckKind | null = null,
  roleCode: 'peer_supporter' | 'creche_volunteer' = 'peer_supporter',
): Promise<AccountActor> => {
  await stand.system(loadCheckRules);
  const lead = await stand.member('Ruth Lead', ['service_lead']);
  if (kind)
    await stand.as(lead, async (scope) => {
      const today = scope.now.toZonedDateTimeISO('Europe/London').toPlainDate();
      await decideEligibility(scope, {
        ...kind,
        roleCode,
        part: roleCode === 'peer_supporter' ? 'peer_supporter' : 'creche',
        reasoning: 'What the role does, and the advice we took.',
        ruleVersion: 'Eligibility guide, September 2026',
        decidedOn: today,
        effectiveFrom: today,
        reviewOn: today.add({ years: 1 }),
      });
    });
  return lead;
};
