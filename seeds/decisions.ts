import type { Scope } from '../src/platform/db/as-actor.ts';
import { receiveReferral } from '../src/rooms/referrals/door.ts';
import { followUp } from '../src/rooms/referrals/handovers/handover.commands.ts';
import {
  type Decision,
  decideReferral,
  withdrawReferral,
} from '../src/rooms/referrals/triage/triage.commands.ts';
import type { Files } from './arriving.ts';
import type { CentreSlug } from './cast.ts';
import { families } from './families/all.ts';
import { type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

const reads: Readonly<Record<CentreSlug, string>> = {
  hartley: 'joanne',
  bramble: 'nasreen',
  quayside: 'gareth',
};

interface Other extends Omit<Decision, 'referralId' | 'passedOn'> {
  readonly key: string;
  readonly centre: CentreSlug;
  /** Days before today. */
  readonly days: number;
  readonly passedOn?: Omit<NonNullable<Decision['passedOn']>, 'followUpOn'> & {
    readonly followUpDaysAgo: number;
  };
}

/** What was decided where it was not a plain welcome. */
const others: readonly Other[] = [
  {
    key: 'dawn',
    centre: 'hartley',
    days: 6,
    outcome: 'ask_more',
    reason: 'asked_parent',
    words: 'Left a message to ring back when she has time to talk. She is grieving; go gently.',
  },
  {
    key: 'beth',
    centre: 'hartley',
    days: 4,
    outcome: 'ask_more',
    reason: 'asked_referrer',
    words: 'The letter gives no due date. Asked the surgery for it.',
  },
  {
    key: 'jolanta',
    centre: 'bramble',
    days: 38,
    outcome: 'signpost',
    reason: 'other_support_fits_better',
    words:
      'She would rather work on the panic with one person than in a group. The drop-in stays open to her.',
    passedOn: {
      toService: 'NHS Talking Therapies',
      toContact: 'She rang them herself from here',
      parentAgreed: true,
      followUpDaysAgo: 17,
    },
  },
  {
    key: 'keeley',
    centre: 'bramble',
    days: 24,
    outcome: 'signpost',
    reason: 'other_support_fits_better',
    words: 'Money comes first. Showed her the advice morning at the family hub.',
    passedOn: {
      toService: 'Family hub, money advice',
      toContact: 'Thursdays from nine',
      parentAgreed: true,
      followUpDaysAgo: 3,
    },
  },
  {
    key: 'rosalind',
    centre: 'bramble',
    days: 18,
    outcome: 'hand_over',
    reason: 'needs_specialist',
    words:
      'Spoke with her and with the midwife the same day. She would like the specialist team, and her sister goes with her.',
    passedOn: {
      toService: 'Community perinatal mental health team',
      toContact: 'Duty desk, by phone',
      parentAgreed: true,
      followUpDaysAgo: -2,
    },
  },
  {
    key: 'victoria',
    centre: 'bramble',
    days: 19,
    outcome: 'decline',
    reason: 'parent_prefers_not',
    words: 'The way from Bedford is too long for her. Told her what is near.',
  },
];

const decide = async (
  scope: Scope,
  { key, passedOn, centre: _centre, days: _days, ...decision }: Other,
  telling: Telling,
  files: Files,
): Promise<void> => {
  await decideReferral(scope, {
    ...decision,
    referralId: known(files, key).referralId,
    ...(passedOn && {
      passedOn: { ...passedOn, followUpOn: telling.today.subtract({ days: passedOn.followUpDaysAgo }) },
    }),
  });
};

/** A second referral of somebody whose first was ended as one sent twice: a colleague found that they are two. */
const welcomedAfterAll = async (scope: Scope, key: string, ground: Ground, files: Files): Promise<void> => {
  const { personId, pregnancyId } = known(files, key);
  const { referralId } = await receiveReferral(scope, {
    centreId: known(ground.centres, 'hartley'),
    route: 'staff',
    cameBy: 'in_person',
    parent: { personId },
    relation: 'pregnant',
    family: { pregnancyId },
    needs: {
      why: 'Simran’s cousin, staying at the same address. Alone in the day.',
      needs: ['alone'],
      risks: '',
      supportNow: '',
      hopes: '',
    },
    referrer: null,
    parentKnows: true,
    tellReferrer: false,
    heardOfUs: '',
    outsideKey: null,
  });
  files.set(key, { personId, pregnancyId, referralId });
  await decideReferral(scope, {
    referralId,
    outcome: 'welcome',
    reason: 'drop_in_only',
    words: 'She would like the drop-in with her cousin.',
    groupWanted: false,
  });
};

/** Every referral is read by a practitioner and decided, but for the few that are still waiting. */
export const referralsAreDecided = (telling: Telling, ground: Ground, files: Files): void => {
  for (const sketch of families) {
    const { key, centre, referred, welcomedAfter, reason = 'fits_group', welcomeWords = '' } = sketch;
    if (welcomedAfter === undefined) continue;
    telling.happens(telling.workday(referred - welcomedAfter, '14:00'), reads[centre], (scope) =>
      decideReferral(scope, {
        referralId: known(files, key).referralId,
        outcome: 'welcome',
        reason,
        words: welcomeWords,
        groupWanted: reason !== 'drop_in_only',
      }),
    );
  }
  for (const other of others)
    telling.happens(telling.workday(other.days, '14:20'), reads[other.centre], (scope) =>
      decide(scope, other, telling, files),
    );

  telling.happens(telling.workday(16, '11:30'), 'nasreen', async (scope) => {
    const row = await scope.tx
      .selectFrom('referrals.handovers')
      .select(['id', 'version'])
      .where('organisation_id', '=', telling.organisationId)
      .where('referral_id', '=', known(files, 'jolanta').referralId)
      .executeTakeFirstOrThrow();
    await followUp(scope, {
      handoverId: row.id,
      version: row.version,
      arrived: true,
      seen: true,
      words: 'Had her first talk last week and liked it.',
      againOn: null,
    });
  });
  telling.happens(telling.workday(30, '15:10'), 'tunde', (scope) =>
    withdrawReferral(scope, {
      referralId: known(files, 'abigail').referralId,
      reason: 'moved_away',
      words: 'Moved to her parents in Truro.',
    }),
  );
  telling.happens(telling.workday(30, '10:40'), 'joanne', (scope) =>
    withdrawReferral(scope, {
      referralId: known(files, 'simranjit').referralId,
      reason: 'duplicate',
      words: 'The same parent as Simran Gill.',
    }),
  );
  telling.happens(telling.workday(25, '11:15'), 'joanne', (scope) =>
    welcomedAfterAll(scope, 'simranjit', ground, files),
  );
};
