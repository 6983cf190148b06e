import type { Scope } from '../src/platform/db/as-actor.ts';
import { creditPast } from '../src/rooms/training/credentials/award.commands.ts';
import { syllabusFor } from '../src/rooms/training/door.ts';
import { sayTheLastYes, signCompetencies } from '../src/rooms/training/practice/sign-off.commands.ts';

/** Somebody who was trained before Kith was: their units are credited, and what they did for years is signed off. */
export const cameTrained = async (
  scope: Scope,
  who: { readonly applicantId: string; readonly centreId: string; readonly trainedOn: Temporal.PlainDate },
): Promise<void> => {
  const syllabus = await syllabusFor(scope);
  if (!syllabus) throw new Error('the story has no syllabus');
  const words = 'Fifteen evenings with us, before Kith. The list of who came is in the blue folder.';
  await creditPast(scope, {
    applicantId: who.applicantId,
    centreId: who.centreId,
    syllabusId: syllabus.id,
    unitCodes: syllabus.content.units.map(({ code }) => code),
    earnedOn: who.trainedOn,
    words,
  });
  await signCompetencies(scope, {
    applicantId: who.applicantId,
    codes: syllabus.content.competencies.map(({ code }) => code),
    evidence: 'Has run our drop-in with us since then, and parents ask for them.',
    practiceId: null,
    unitCode: null,
    earlier: true,
  });
  await sayTheLastYes(scope, {
    applicantId: who.applicantId,
    words: '',
    withoutPracticeWhy: 'They had run sessions with us before this was written down.',
  });
};
