import { describe, expect, it } from 'vitest';
import { activities, templates } from './all.ts';
import { averageSentence } from './reading.rules.ts';
import type { ActivityContent, BlockKind, Stage, StructureBlock, ThemeCode, TopicCode } from './shapes.ts';

const themes: readonly ThemeCode[] = [
  'mindfulness',
  'active_relaxation',
  'coping_skills',
  'tuning_in',
  'peer_support',
];
const topics: readonly TopicCode[] = ['pregnancy', 'parenting', 'mental_health', 'wellbeing'];
const blocks: readonly BlockKind[] = [
  'arriving',
  'welcome',
  'relaxation',
  'check_in',
  'break',
  'arriving_again',
  'learning',
  'reflection',
  'together',
];
const stages: readonly Stage[] = [
  'trimester_1',
  'trimester_2',
  'trimester_3',
  'newborn_0_3',
  'baby_3_6',
  'baby_6_12',
];

const group = activities.filter((activity) => activity.toolbox === 'group');
const peer = activities.filter((activity) => activity.toolbox === 'peer_supporter');

const wherePlaced = (structure: readonly StructureBlock[], kind: BlockKind): number =>
  structure.findIndex((block) => block.kind === kind);

describe('the toolbox', () => {
  it('has enough for groups and for peer supporters', () => {
    expect(group.length).toBeGreaterThanOrEqual(34);
    expect(peer.length).toBeGreaterThanOrEqual(12);
  });

  it('names each activity once, in kebab case', () => {
    const codes = activities.map((activity) => activity.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/u.test(code))).toEqual([]);
    const titles = activities.map((activity) => activity.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(themes)('has five group activities or more whose main theme is %s', (theme) => {
    expect(group.filter((activity) => activity.themes[0] === theme).length).toBeGreaterThanOrEqual(5);
  });

  it.each(blocks)('fills the block %s before birth and after, in two ways or more', (block) => {
    const fits = (stage: Stage) =>
      group.filter((activity) => activity.blocks.includes(block) && activity.stages.includes(stage)).length;
    for (const stage of stages) expect(fits(stage), stage).toBeGreaterThanOrEqual(2);
  });

  it.each(topics)('covers the topic %s with learning activities', (topic) => {
    const fits = group.filter(
      (activity) => activity.topics.includes(topic) && activity.blocks.includes('learning'),
    );
    expect(fits.length).toBeGreaterThanOrEqual(3);
  });

  it.each(stages)('has ten group activities or more for %s', (stage) => {
    expect(group.filter((activity) => activity.stages.includes(stage)).length).toBeGreaterThanOrEqual(10);
  });

  it('lets peer supporters lead their own toolbox and parents with babies use it', () => {
    for (const activity of peer) {
      expect(activity.facilitators, activity.code).toEqual(['peer_supporter']);
    }
    for (const stage of ['newborn_0_3', 'baby_3_6', 'baby_6_12'] as const) {
      expect(peer.filter((activity) => activity.stages.includes(stage)).length).toBeGreaterThanOrEqual(6);
    }
    expect(peer.filter((activity) => activity.themes.includes('tuning_in')).length).toBeGreaterThanOrEqual(6);
  });

  it('has something a peer supporter may lead for every block of a drop-in', () => {
    for (const block of blocks) {
      const led = activities.filter(
        (activity) => activity.facilitators.includes('peer_supporter') && activity.blocks.includes(block),
      );
      expect(led.length, block).toBeGreaterThanOrEqual(1);
    }
  });
});

describe.each(activities.map((activity): [string, ActivityContent] => [activity.code, activity]))(
  'the activity %s',
  (_code, activity) => {
    it('takes a time that adds up', () => {
      const { least, usual, most } = activity.minutes;
      expect(least).toBeGreaterThan(0);
      expect(least).toBeLessThanOrEqual(usual);
      expect(usual).toBeLessThanOrEqual(most);
    });

    it('has between four and nine steps, and says what it is in one sentence', () => {
      expect(activity.steps.length).toBeGreaterThanOrEqual(4);
      expect(activity.steps.length).toBeLessThanOrEqual(9);
      expect(activity.summary).toMatch(/^[^.]+\.$/u);
    });

    it('names each tag once', () => {
      for (const tags of [activity.themes, activity.topics, activity.blocks, activity.stages]) {
        expect(new Set(tags).size).toBe(tags.length);
        expect(tags.length).toBeGreaterThan(0);
      }
    });

    it('has a caution, or says why it needs none', () => {
      if (activity.cautions.length === 0) expect(activity.noCautionBecause ?? '').toMatch(/\w{3,}.*\.$/u);
      else expect(activity.noCautionBecause).toBeUndefined();
    });
  },
);

const named = (some: readonly ActivityContent[]) =>
  some.map((activity): [string, ActivityContent] => [activity.code, activity]);

describe('care with bodies and babies', () => {
  const pregnantBodies = activities.filter(
    (activity) => activity.themes[0] === 'active_relaxation' && activity.stages.includes('trimester_3'),
  );
  const babiesOnly = activities.filter(
    (activity) => !activity.stages.some((stage) => stage.startsWith('trimester')),
  );

  it.each(named(pregnantBodies))('%s has a caution for late pregnancy', (_code, activity) => {
    expect(activity.cautions.map((caution) => caution.kind)).toContain('late_pregnancy');
  });

  it.each(named(babiesOnly))(
    '%s, which has babies in the room, has a caution for them or after birth',
    (_code, activity) => {
      const kinds = activity.cautions.map((caution) => caution.kind);
      expect(kinds.some((kind) => kind === 'babies' || kind === 'after_birth')).toBe(true);
    },
  );
});

describe('handouts', () => {
  it.each(named(activities.filter((activity) => activity.handout)))(
    '%s is easy to read',
    (_code, activity) => {
      const texts = [...(activity.handout?.paragraphs ?? []), ...(activity.handout?.steps ?? [])];
      expect(averageSentence(texts)).toBeLessThanOrEqual(16);
    },
  );
});

describe.each(templates.map((template) => [template.version, template] as const))(
  'Pregnancy in Mind, version %i',
  (_version, template) => {
    it('names every theme and topic', () => {
      expect(template.themes.map((theme) => theme.code)).toEqual(themes);
      expect(template.topics.map((topic) => topic.code)).toEqual(topics);
      expect(template.stages.map((stage) => stage.code)).toEqual(stages);
    });

    it.each(template.groupKinds.map((kind) => [kind.code, kind] as const))(
      'gives the %s a structure that keeps its own rules',
      (_kindCode, kind) => {
        const minutes = kind.structure.reduce((sum, block) => sum + block.minutes, 0);
        expect(minutes).toBe(120);
        expect(minutes).toBe(kind.minutes);
        expect(minutes).toBe(template.structureRules.totalMinutes);
        const checkIn = wherePlaced(kind.structure, 'check_in');
        for (const before of template.structureRules.checkInAfter) {
          expect(wherePlaced(kind.structure, before)).toBeGreaterThanOrEqual(0);
          expect(wherePlaced(kind.structure, before)).toBeLessThan(checkIn);
        }
        expect(kind.structure.some((block) => block.kind === 'break')).toBe(
          template.structureRules.breakNeeded,
        );
      },
    );

    it.each(
      template.groupKinds.flatMap((kind) => kind.structure.map((block) => [kind.code, block] as const)),
    )('can fill the blocks of the %s from the toolbox', (kindCode, block) => {
      const led = kindCode === 'antenatal_group' ? 'practitioner' : 'peer_supporter';
      const fits = activities.filter(
        (activity) =>
          activity.blocks.includes(block.kind) &&
          activity.facilitators.includes(led) &&
          activity.minutes.least <= block.minutes &&
          block.minutes <= activity.minutes.most,
      );
      expect(fits.length, `${block.kind}, ${block.minutes} minutes`).toBeGreaterThanOrEqual(1);
    });

    it('has a window that opens before it closes, and room for a whole course', () => {
      const { referralFromWeeks, referralToWeeks, completeByWeeks, startSlackDays } = template.eligibility;
      expect(referralFromWeeks).toBeLessThan(referralToWeeks);
      const course = template.groupKinds.find((kind) => kind.code === 'antenatal_group')?.sessions?.most ?? 0;
      expect(course).toBe(8);
      const lastStartDays = (completeByWeeks ?? 40) * 7 - (course - 1) * 7 - startSlackDays;
      expect(lastStartDays).toBeGreaterThanOrEqual(referralFromWeeks * 7);
    });

    it('has words for each way a referral can end, in three voices', () => {
      for (const decision of ['accept', 'signpost', 'hand_over', 'decline'] as const) {
        expect(
          template.triageReasons.filter((reason) => reason.decision === decision).length,
        ).toBeGreaterThan(0);
      }
      for (const reason of template.triageReasons) {
        expect(averageSentence([reason.parentWords]), reason.code).toBeLessThanOrEqual(16);
      }
    });

    it('names each code once', () => {
      for (const list of [
        template.triageReasons,
        template.signposts,
        template.eligibility.needs,
        template.eligibility.relation,
        template.groupKinds,
      ]) {
        expect(new Set(list.map((row) => row.code)).size).toBe(list.length);
      }
    });
  },
);

describe('the two versions', () => {
  it('differ in their windows and follow one another', () => {
    const [first, second] = templates;
    expect(first?.eligibility).toMatchObject({ referralFromWeeks: 12, referralToWeeks: 28 });
    expect(first?.eligibility).not.toHaveProperty('completeByWeeks');
    expect(second?.eligibility).toMatchObject({
      referralFromWeeks: 12,
      referralToWeeks: 26,
      completeByWeeks: 34,
    });
    expect(first?.code).toBe(second?.code);
    expect((first?.effectiveFrom ?? '') < (second?.effectiveFrom ?? '')).toBe(true);
  });
});
