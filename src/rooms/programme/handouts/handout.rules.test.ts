import { describe, expect, it } from 'vitest';
import { handoutsOfFamily } from './handout.rules.ts';

const day = Temporal.PlainDate.from;
const today = day('2026-11-23');
type Family = Exclude<Parameters<typeof handoutsOfFamily>[0], null>;
const pregnant = (dueOn: string): Family => ({
  stage: 'pregnant',
  lossOfAll: false,
  resting: null,
  dueOn: day(dueOn),
  babies: [],
  otherParents: 0,
});
const baby = (bornOn: string, died = false): Family['babies'][number] => ({
  id: bornOn,
  givenName: null,
  bornOn: day(bornOn),
  order: 1,
  livesWith: 'parents',
  died,
  version: 1,
});
const born = (...babies: Family['babies']): Family => ({ ...pregnant('2026-11-01'), stage: 'born', babies });
const stageOf = (family: Family) => handoutsOfFamily(family, today).stage;

describe('which handouts suit a family', () => {
  it('follows the pregnancy', () => {
    // 280 days less the days to go: 84 days on are twelve completed weeks.
    expect(stageOf(pregnant(today.add({ days: 280 - 83 }).toString()))).toBe('trimester_1');
    expect(stageOf(pregnant(today.add({ days: 280 - 84 }).toString()))).toBe('trimester_2');
    expect(stageOf(pregnant(today.add({ days: 280 - 188 }).toString()))).toBe('trimester_2');
    expect(stageOf(pregnant(today.add({ days: 280 - 189 }).toString()))).toBe('trimester_3');
    expect(stageOf({ ...pregnant('2027-01-01'), stage: 'unknown', dueOn: null })).toBeNull();
  });

  it('follows the baby, the youngest who lives', () => {
    expect(stageOf(born(baby('2026-08-24')))).toBe('newborn_0_3');
    expect(stageOf(born(baby('2026-08-23')))).toBe('baby_3_6');
    expect(stageOf(born(baby('2026-05-23')))).toBe('baby_6_12');
    expect(stageOf(born(baby('2025-10-01')))).toBe('baby_6_12');
    expect(stageOf(born(baby('2026-05-01'), baby('2026-11-01', true)))).toBe('baby_6_12');
  });

  it('keeps everything about a baby away after a loss, and as quietly while messages rest', () => {
    const away = { stage: null, loss: true };
    expect(handoutsOfFamily({ ...pregnant('2027-01-01'), stage: 'loss', lossOfAll: true }, today)).toEqual(
      away,
    );
    for (const resting of ['own_loss', 'linked_loss', 'baby_elsewhere', 'asked'] as const)
      expect(handoutsOfFamily({ ...born(baby('2026-08-24')), resting }, today)).toEqual(away);
    expect(handoutsOfFamily({ ...pregnant('2027-01-01'), otherParents: 1 }, today)).toEqual(away);
    expect(handoutsOfFamily(null, today)).toEqual({ stage: null, loss: false });
  });
});
