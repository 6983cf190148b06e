import type { Sketch } from '../sketch.ts';
import { autumnFamilies } from './autumn.ts';
import { hartleyDropIn, justArriving } from './hartley.ts';
import { lutonGroup, lutonOthers } from './luton.ts';
import { plymouthGroup, plymouthOthers } from './plymouth.ts';
import { summerFamilies } from './summer.ts';
import { winterFamilies } from './winter.ts';

/** Every parent of the story. */
export const families: readonly Sketch[] = [
  ...autumnFamilies,
  ...summerFamilies,
  ...winterFamilies,
  ...hartleyDropIn,
  ...justArriving,
  ...lutonGroup,
  ...lutonOthers,
  ...plymouthGroup,
  ...plymouthOthers,
];
