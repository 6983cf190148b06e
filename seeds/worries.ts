import { raiseConcern } from '../src/rooms/safeguarding/door.ts';
import { acknowledge } from '../src/rooms/safeguarding/read/read.commands.ts';
import type { Files } from './arriving.ts';
import { type Ground, known } from './settle.ts';
import type { Telling } from './telling.ts';

/** Concerns: one just raised, one taken on, one that went on to the deputy because the owner had not opened it. */
export const worriesAreRaised = (telling: Telling, ground: Ground, files: Files): void => {
  const raised = new Map<string, string>();
  telling.happens(telling.now.subtract({ minutes: 41 }), 'priya', (scope) =>
    raiseConcern(scope, {
      centreId: known(ground.centres, 'hartley'),
      happened:
        'Charlotte rang to say she would not be at the drop-in and then cried for some time. She said that nights are frightening and that she does not want to be by herself with it.',
      said: '“I cannot do another night like this.”',
      aboutPersonId: known(files, 'charlotte').personId,
      doneAlready:
        'Stayed on the line until her sister came. She knows that I am telling Ruth, and has the number for tonight.',
      dangerNow: false,
      page: '/groups',
    }),
  );
  telling.happens(telling.workday(12, '12:50'), 'rukhsana', async (scope) => {
    const { concernId } = await raiseConcern(scope, {
      centreId: known(ground.centres, 'bramble'),
      happened: 'A neighbour waited outside and asked which day Parveen comes. I did not say.',
      aboutPersonId: known(files, 'parveen').personId,
      doneAlready: 'Walked with her to the bus.',
      dangerNow: false,
      page: '/groups',
    });
    raised.set('taken', concernId);
  });
  telling.happens(telling.workday(12, '13:15'), 'balwinder', (scope) =>
    acknowledge(scope, {
      concernId: known(raised, 'taken'),
      words:
        'Thank you, Rukhsana. You did the right thing. I have it now and will speak with her before Tuesday.',
      origin: null,
    }),
  );
  telling.happens(telling.now.subtract({ minutes: 100 }), 'leila', (scope) =>
    raiseConcern(scope, {
      centreId: known(ground.centres, 'quayside'),
      happened: 'Stacey had a bruise on her arm and laughed it off. Teddy was quiet and held on to her.',
      said: '“I walk into things.”',
      aboutPersonId: known(files, 'stacey').personId,
      dangerNow: false,
      page: '/groups',
    }),
  );
};
