import { conversationHeld } from '../src/rooms/recruiting/file/file.commands.ts';
import { suggestedAgain, suggestedLetter } from '../src/rooms/recruiting/file/letters.rules.ts';
import { setRuleAside } from '../src/rooms/recruiting/references/referee.commands.ts';
import { declineApplication, writeDecline } from '../src/rooms/recruiting/route/ends.commands.ts';
import { INDUCTION_POINTS } from '../src/rooms/recruiting/welcome/induction.rules.ts';
import { acceptOffer, makeOffer } from '../src/rooms/recruiting/welcome/offer.commands.ts';
import { askWelcome, tickInduction } from '../src/rooms/recruiting/welcome/welcome.commands.ts';
import { applicants, type Reached } from './applicants-cast.ts';
import {
  applies,
  asks,
  callIsWanted,
  comesAgain,
  helpIsWanted,
  leaves,
  type OnTheWay,
  ORIGIN,
  onTheWay,
  rests,
  talks,
} from './applying.ts';
import { interviewIsArranged, interviewIsDecided, isScored } from './interviewing.ts';
import { didOneElsewhere, learns } from './learning.ts';
import {
  certificateIsSeen,
  checkIsAsked,
  disclosureIsWeighed,
  namesReferees,
  refereeAnswers,
  refereeSaysNo,
  referenceIsGood,
  referenceIsThin,
} from './proving.ts';
import type { Ground } from './settle.ts';
import type { Telling } from './telling.ts';

const begun = (of: OnTheWay, at: number): void => {
  talks(of, at);
  applies(of, at);
};

const referencesDone = (of: OnTheWay, at: number): void => {
  namesReferees(of, at);
  for (const position of [1, 2]) {
    refereeAnswers(of, position, 14 + position * 2);
    referenceIsGood(of, position, 14 + position * 2);
  }
};

const checkDone = (of: OnTheWay, at: number): void => {
  checkIsAsked(of, 10);
  certificateIsSeen(of, at, 24, 'clear');
};

const interviewDone = (of: OnTheWay, at: number): void => {
  interviewIsArranged(of, 12, 7);
  isScored(of, at, 20, 'manager');
  isScored(of, at, 20, 'beside');
  interviewIsDecided(of, at, 21);
};

type SideBySide = 'references' | 'check' | 'interview' | 'course';

const sideBySide: Readonly<Record<SideBySide, (of: OnTheWay, at: number) => void>> = {
  references: referencesDone,
  check: checkDone,
  interview: interviewDone,
  course: (of, at) => learns(of, at, 17),
};

/** The talk and the application, and all that runs beside each other but what is told otherwise. */
const everythingBut = (of: OnTheWay, at: number, ...left: readonly SideBySide[]): void => {
  begun(of, at);
  for (const step of Object.keys(sideBySide) as SideBySide[])
    if (!left.includes(step)) sideBySide[step](of, at);
};

const isOffered = (of: OnTheWay, after: number): void =>
  of.ours(after, '11:00', (scope, { id }) =>
    makeOffer(scope, {
      applicationId: id,
      words: 'We would love to have you at the drop-in. Come and see us first, and bring your questions.',
    }),
  );

const accepts = (of: OnTheWay, after: number): void =>
  of.theirs(after, '18:30', (scope, { id }) => acceptOffer(scope, id));

const isInducted = (of: OnTheWay, after: number, points: number): void =>
  of.ours(after, '10:00', (scope, application) =>
    tickInduction(scope, {
      applicationId: application.id,
      codes: INDUCTION_POINTS.slice(0, points).map(({ code }) => code),
      on: scope.now.toZonedDateTimeISO(application.zone).toPlainDate(),
    }),
  );

/** How each of them comes as far as they have. */
const ways: Readonly<Record<Reached, (of: OnTheWay, at: number) => void>> = {
  just_asked: () => undefined,
  time_taken: () => undefined,
  quiet_after_asking: () => undefined,
  wants_a_call: callIsWanted,
  talked: talks,
  quiet_after_talk: talks,
  writing_together: (of, at) => {
    talks(of, at);
    helpIsWanted(of);
  },
  applied: begun,
  referees_asked: (of, at) => {
    everythingBut(of, at, 'references', 'check', 'interview');
    namesReferees(of, at);
    checkIsAsked(of, 10);
    interviewIsArranged(of, of.who.asked - 3, 6);
  },
  referee_declined: (of, at) => {
    everythingBut(of, at, 'references');
    namesReferees(of, at);
    refereeSaysNo(of, of.who.asked - 4);
  },
  reference_weak: (of, at) => {
    everythingBut(of, at, 'references', 'course');
    namesReferees(of, at);
    refereeAnswers(of, 1, 16);
    referenceIsGood(of, 1, 17);
    refereeAnswers(of, 2, 20, true);
    referenceIsThin(of, 2, 21);
  },
  references_to_compare: (of, at) => {
    everythingBut(of, at, 'references');
    namesReferees(of, at);
    refereeAnswers(of, 1, of.who.asked - 5);
    refereeAnswers(of, 2, of.who.asked - 2);
  },
  check_asked: (of, at) => {
    if (of.who.source === null)
      of.ours(10, '09:05', (scope, { id }) =>
        setRuleAside(scope, {
          applicationId: id,
          rule: 'contexts',
          why: 'New in the country: everybody she knows here she knows from the same course.',
        }),
      );
    everythingBut(of, at, 'check');
    checkIsAsked(of, 12);
  },
  disclosure_open: (of, at) => {
    everythingBut(of, at, 'check');
    checkIsAsked(of, 11);
    certificateIsSeen(of, at, of.who.asked - 3, 'something');
  },
  disclosure_decided: (of, at) => {
    everythingBut(of, at, 'check', 'interview');
    checkIsAsked(of, 11);
    certificateIsSeen(of, at, 30, 'something');
    disclosureIsWeighed(of, 34);
    interviewIsArranged(of, of.who.asked - 2, 6);
  },
  interview_arranged: (of, at) => {
    everythingBut(of, at, 'interview', 'course');
    interviewIsArranged(of, of.who.asked - 2, 5);
    learns(of, at, 20, 3);
  },
  interview_one_scored: (of, at) => {
    everythingBut(of, at, 'interview');
    interviewIsArranged(of, of.who.asked - 8, 6);
    isScored(of, at, of.who.asked - 1, 'manager');
  },
  interview_both_scored: (of, at) => {
    everythingBut(of, at, 'interview');
    interviewIsArranged(of, of.who.asked - 10, 6);
    isScored(of, at, of.who.asked - 3, 'manager');
    isScored(of, at, of.who.asked - 3, 'beside');
  },
  course_half: (of, at) => {
    everythingBut(of, at, 'course');
    learns(of, at, of.who.asked - 6, 2);
  },
  course_outside: (of, at) => {
    everythingBut(of, at, 'course');
    didOneElsewhere(of, of.who.asked - 3);
  },
  all_but_one: (of, at) => {
    everythingBut(of, at, 'interview');
    interviewIsArranged(of, of.who.asked - 1, 3);
  },
  offered: (of, at) => {
    everythingBut(of, at);
    isOffered(of, of.who.asked - 3);
  },
  accepted: (of, at) => {
    everythingBut(of, at);
    isOffered(of, of.who.asked - 12);
    accepts(of, of.who.asked - 9);
    isInducted(of, of.who.asked - 4, 3);
  },
  paused: (of, at) => {
    begun(of, at);
    rests(of);
  },
  withdrew: (of, at) => {
    talks(of, at);
    if (at % 2 === 0) applies(of, at);
    leaves(of, 22);
  },
  declined: (of, at) => {
    begun(of, at);
    referencesDone(of, at);
    interviewIsArranged(of, 12, 7);
    isScored(of, at, 20, 'manager');
    isScored(of, at, 20, 'beside');
    interviewIsDecided(of, at, 21, 'no');
    of.ours(24, '16:40', async (scope, { id, zone }) => {
      await writeDecline(scope, {
        applicationId: id,
        why: 'values',
        words: 'Two of us heard the same: advice first. Would be welcome again after a course.',
        letter: suggestedLetter('values').replace(/\[[^\]]*\]/g, 'We are glad that you came'),
        mayReapplyOn: suggestedAgain('values', scope.now.toZonedDateTimeISO(zone).toPlainDate()),
      });
      await declineApplication(scope, id);
    });
  },
  came_again: (of, at) => {
    talks(of, at);
    leaves(of, 12);
    comesAgain(of);
    of.ours(124, '11:30', (scope, application) =>
      conversationHeld(scope, application, 'Back after the summer, with more time and the same warmth.'),
    );
  },
  welcomed: (of, at) => {
    everythingBut(of, at);
    isOffered(of, 27);
    accepts(of, 29);
    isInducted(of, 36, INDUCTION_POINTS.length);
    of.ours(37, '12:00', (scope, { id }) => askWelcome(scope, { applicationId: id, origin: ORIGIN }));
  },
};

/** About sixty people find out about volunteering, and come as far as they come. */
export const applicantsCome = (
  telling: Telling,
  ground: Ground,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  for (const [at, who] of applicants.entries()) {
    const of = onTheWay(telling, who, ids);
    asks(of, ground, sources, at);
    ways[who.reached](of, at);
  }
  return ids;
};
