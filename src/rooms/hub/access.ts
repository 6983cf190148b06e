import type { Access } from '#platform/room.ts';

/** The author is whoever's calendar it is. Nobody else of the team sees that there is one. */
export const access: Access = {
  'hub.feeds': { see: ['author'], add: ['author'], change: ['author'] },
};
