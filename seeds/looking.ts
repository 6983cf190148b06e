import type { Files } from './arriving.ts';
import { type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

/** The story is told past the pages, which write down that somebody looked. So that the list of looks is not empty, a few are told. */
const looks = [
  [12, '09:40', 'joanne', 'simran'],
  [9, '14:05', 'helen', 'simranjit'],
  [5, '11:20', 'joanne', 'simranjit'],
  [2, '16:10', 'helen', 'simran'],
] as const;

/** Colleagues open files and lists on days like others. */
export const colleaguesLook = (telling: Telling, ground: Ground, files: Files): void => {
  const centreId = known(ground.centres, 'hartley');
  for (const [daysAgo, time, who, whose] of looks)
    telling.happens(telling.workday(daysAgo, time), who, async (scope) => {
      await scope.audit('families.list_looked_at', { kind: 'organisation', id: null });
      const id = known(files, whose).personId;
      await scope.audit('hub.family_file_seen', { kind: 'person', id, centreId });
    });
};
