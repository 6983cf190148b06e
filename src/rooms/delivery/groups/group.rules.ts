import { Refusal } from '#kernel/refusal.ts';

export type GroupKind = 'antenatal_group' | 'drop_in';

export const groupKindWords: Readonly<Record<GroupKind, string>> = {
  antenatal_group: 'Antenatal group',
  drop_in: 'Monthly drop-in',
};

/** Where a group stands, read from its facts: never typed in. */
export type GroupStage = 'ahead' | 'running' | 'finished' | 'ended';

/** `ended` is closed by hand; `finished` has no session left; `ahead` has had none yet. */
export const groupStage = (group: {
  readonly endedAt: string | null;
  readonly sessions: number;
  readonly past: number;
}): GroupStage => {
  if (group.endedAt) return 'ended';
  if (group.sessions > 0 && group.past >= group.sessions) return 'finished';
  return group.past > 0 ? 'running' : 'ahead';
};

export const groupStageWords: Readonly<Record<GroupStage, string>> = {
  ahead: 'Not started',
  running: 'Running',
  finished: 'All sessions held',
  ended: 'Ended',
};

/** "7 of 9 taken, 1 offered, 1 free"; what there is none of is not said. `held` counts places taken and offers still open. */
export const placesWords = (group: {
  readonly places: number;
  readonly taken: number;
  readonly held: number;
}): string => {
  if (group.taken >= group.places) return `All ${group.places} taken`;
  const offered = group.held - group.taken;
  const free = group.places - group.held;
  return [
    `${group.taken} of ${group.places} taken`,
    ...(offered > 0 ? [`${offered} offered`] : []),
    ...(free > 0 ? [`${free} free`] : []),
  ].join(', ');
};

/**
 * Fewer places never evict anybody: raises a Refusal that names how many are held when the new number is below it.
 * `held` counts places taken and offers still open.
 */
export const assertPlaces = (places: number, held: number): void => {
  if (places < held)
    throw new Refusal(
      held === 1
        ? 'One parent holds a place or an offer here, so there must be at least one place.'
        : `${held} parents hold a place or an offer here, so there must be at least ${held} places. Nobody is moved out by a number.`,
      'places',
    );
};

/** Raises a Refusal when the room is too small for the group and those who run it (two unless said). */
export const assertRoomFits = (places: number, capacity: number | null, leaders = 2): void => {
  if (capacity !== null && places + leaders > capacity)
    throw new Refusal(
      `The room holds ${capacity} people. With ${leaders} people running the group there is space for ${Math.max(0, capacity - leaders)} parents.`,
      'places',
    );
};
