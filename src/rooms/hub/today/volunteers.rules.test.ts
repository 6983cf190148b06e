import { describe, expect, it } from 'vitest';
import {
  applicationsWait,
  coverWanted,
  daysToDecide,
  interviewAhead,
  keptApart,
  renewalComes,
  suspendedNow,
} from './volunteers.rules.ts';

const TODAY = Temporal.PlainDate.from('2026-11-23');
const ZONE = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(text);

describe('what volunteers need of somebody today', () => {
  const waits = (
    step: string,
    since: string,
    due: string | null,
    what: 'step' | 'asked' | 'welcome' = 'step',
  ) => ({
    applicationId: 'a',
    name: 'Niamh Doyle',
    what,
    step,
    since: at(since),
    dueOn: due === null ? null : Temporal.PlainDate.from(due),
  });

  it('is one line for an applicant however many steps are ours, late by the one that is due first', () => {
    const things = applicationsWait(
      [
        waits('References', '2026-11-13T10:00:00Z', '2026-11-20'),
        waits('The check', '2026-11-20T10:00:00Z', '2026-11-24'),
      ],
      TODAY,
      ZONE,
    );
    expect(things).toHaveLength(1);
    expect(things[0]).toMatchObject({ when: 'late', marker: '3 days', what: 'Niamh Doyle' });
    expect(things[0]?.why).toBe(
      'wants to volunteer. “References” and “The check” are our move, and have been for 10 days.',
    );
  });

  it('wants a call within two days of being asked for one', () => {
    const asked = (since: string) =>
      applicationsWait([waits('', since, null, 'asked')], TODAY, ZONE)[0]?.when;
    expect(asked('2026-11-23T08:00:00Z')).toBe('soon');
    expect(asked('2026-11-21T08:00:00Z')).toBe('today');
    expect(asked('2026-11-20T08:00:00Z')).toBe('late');
  });

  it('counts a renewal that is past its day as late although the grace still runs', () => {
    const renewal = (daysLeft: number) =>
      renewalComes(
        { personId: 'p', name: 'Gwen Parry', words: '', renewal: { daysLeft, inGrace: daysLeft < 0 } },
        TODAY,
      ).when;
    expect([renewal(-12), renewal(0), renewal(27)]).toEqual(['late', 'today', 'soon']);
  });

  it('looks for cover by the day of the session, and decides about days with children four weeks ahead', () => {
    const on = Temporal.PlainDate.from('2026-12-03');
    expect(
      coverWanted({ sessionId: 's', name: 'Wendy', groupName: 'Luton drop-in', on, tooMany: false }, TODAY)
        .marker,
    ).toBe('Thu 3 Dec');
    const decide = (crossesOn: Temporal.PlainDate, openedDaysAgo: number) =>
      daysToDecide(
        {
          reviewId: 'r',
          name: 'Ifeoma',
          crossesOn,
          openedOn: TODAY.subtract({ days: openedDaysAgo }),
        },
        TODAY,
      );
    expect(decide(on, 20).when).toBe('late');
    expect(decide(TODAY.add({ days: 40 }), 20).when).toBe('soon');
    // Opened yesterday for a day near by: there are three days to decide, and never longer than until that day.
    expect(decide(on, 1).marker).toBe('Wed 25 Nov');
    expect(decide(TODAY, 1).when).toBe('today');
  });

  it('never names the parent whom a supporter knows', () => {
    const thing = keptApart({ groupId: 'g', groupName: 'Autumn group', supporterName: 'Dan Whitlock' });
    expect(`${thing.what} ${thing.why}`).toBe(
      'Two people in Autumn group should not be put together Look for somebody else to run it in place of Dan Whitlock.',
    );
  });

  it('asks for a call to somebody who was suspended yesterday, and for staying in touch later', () => {
    const of = (from: string) =>
      suspendedNow({ id: 's', name: 'Kerensa Tonkin', fromAt: at(from) }, TODAY, ZONE).when;
    expect([of('2026-11-22T15:00:00Z'), of('2026-11-10T15:00:00Z')]).toEqual(['today', 'soon']);
  });

  it('keeps an interview that has been until its scores are finished', () => {
    const now = at('2026-11-23T10:00:00Z');
    const of = (startsAt: string) =>
      interviewAhead({ id: 'i', name: 'Quinn Abara', startsAt: at(startsAt) }, TODAY, ZONE, now);
    expect(of('2026-11-20T10:00:00Z')).toMatchObject({ when: 'late' });
    expect(of('2026-11-20T10:00:00Z').why).toContain('Finish your scores');
    expect(of('2026-11-25T10:00:00Z').when).toBe('soon');
  });
});
