import type { AccountActor } from '#platform/db/actor.ts';
import { makeReady } from '../../../../tests/support/ready.ts';
import type { Ground } from '../../../../tests/support/stand.ts';
import type { EventPlanned } from './event.commands.ts';

/** A volunteer who signs in, with what recruiting keeps of them. */
export interface VolunteerHere {
  readonly actor: AccountActor;
  readonly applicantId: string;
  readonly whose: { readonly applicantId: string; readonly centreId: string; readonly zone: string };
}

export const volunteerHere = async (
  ground: Ground,
  name = 'Marta Nowak',
  centreId = ground.centreId,
): Promise<VolunteerHere> => {
  const actor = await ground.member(name, ['peer_supporter'], centreId);
  const { applicantId } = await makeReady(ground, actor.accountId, {
    without: ['references', 'clearance', 'interview', 'course', 'induction'],
    centreId,
  });
  return { actor, applicantId, whose: { applicantId, centreId, zone: 'Europe/London' } };
};

/** An afternoon on Thursday 26 November 2026 with the midwives, from 1pm to 3pm. */
export const afternoon = (ground: Ground, changed: Partial<EventPlanned> = {}): EventPlanned => ({
  centreId: ground.centreId,
  kind: 'shared',
  title: 'How we talk about feeding',
  about: 'Midwives and peer supporters compare how they do it.',
  renews: null,
  ledBy: 'Joanne Price',
  place: 'Oak Room',
  startsAt: Temporal.Instant.from('2026-11-26T13:00:00Z'),
  minutes: 120,
  places: null,
  ...changed,
});
