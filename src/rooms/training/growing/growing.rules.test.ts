import { describe, expect, it } from 'vitest';
import { firstPathways } from './content/pathways.ts';
import { eventState, isMoved, mayAnswerEvent, placesLeft } from './event.rules.ts';
import { contentOf, pathwayForm } from './pathway.form.ts';
import {
  endsInterest,
  interestState,
  type NotedOutcome,
  OUTCOMES,
  outcomeFault,
  outcomesFor,
  PATHWAY_KINDS,
} from './pathway.rules.ts';
import { pathwayContent } from './pathway.shape.ts';
import { recordInOneSentence } from './record.rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('an event', () => {
  const event = {
    startsAt: at('2026-11-26T13:00:00Z'),
    minutes: 120,
    calledOffAt: null,
    closedAt: null,
    place: 'Oak Room',
  };
  it('is ahead until it begins, on until it ends, and then waits for who came', () => {
    expect(eventState(event, at('2026-11-26T12:59:59Z'))).toBe('ahead');
    expect(eventState(event, at('2026-11-26T13:00:00Z'))).toBe('on_now');
    expect(eventState(event, at('2026-11-26T14:59:59Z'))).toBe('on_now');
    expect(eventState(event, at('2026-11-26T15:00:00Z'))).toBe('to_close');
  });
  it('that was called off or closed is that, whatever the clock says', () => {
    const off = { ...event, calledOffAt: at('2026-11-20T09:00:00Z') };
    expect(eventState(off, at('2026-11-21T09:00:00Z'))).toBe('called_off');
    expect(mayAnswerEvent(off, at('2026-11-21T09:00:00Z'))).toBe(false);
    expect(eventState({ ...event, closedAt: at('2026-11-26T15:10:00Z') }, at('2026-12-01T09:00:00Z'))).toBe(
      'closed',
    );
  });
  it('may be answered until it begins', () => {
    expect(mayAnswerEvent(event, at('2026-11-26T12:59:59Z'))).toBe(true);
    expect(mayAnswerEvent(event, at('2026-11-26T13:00:00Z'))).toBe(false);
  });
  it('has places left, or as many as like', () => {
    expect(placesLeft(8, 3)).toBe(5);
    expect(placesLeft(8, 9)).toBe(0);
    expect(placesLeft(null, 90)).toBeNull();
  });
  it('has moved when its time, length or place is another, and not by other words', () => {
    expect(isMoved(event, { ...event })).toBe(false);
    expect(isMoved(event, { ...event, minutes: 90 })).toBe(true);
    expect(isMoved(event, { ...event, place: 'Elm Room' })).toBe(true);
    expect(isMoved(event, { ...event, startsAt: at('2026-11-26T14:00:00Z') })).toBe(true);
  });
});

describe('an interest', () => {
  const noted = (outcome: NotedOutcome['outcome'], on = '2026-10-01', takenBack = false): NotedOutcome => ({
    outcome,
    on: day(on),
    takenBack,
  });
  const today = day('2026-11-23');

  it('waits, is answered, is under way, and is over', () => {
    expect(interestState({ answered: false, outcomes: [] })).toBe('waiting');
    expect(interestState({ answered: true, outcomes: [] })).toBe('answered');
    expect(interestState({ answered: false, outcomes: [noted('started')] })).toBe('underway');
    for (const outcome of OUTCOMES.filter(endsInterest))
      expect(interestState({ answered: true, outcomes: [noted(outcome)] })).toBe('over');
  });
  it('goes on when the outcome that ended it is taken back', () => {
    expect(interestState({ answered: true, outcomes: [noted('finished', '2026-10-01', true)] })).toBe(
      'answered',
    );
  });
  it('has outcomes that fit its kind: nobody finishes a job, and only a job is got', () => {
    expect(outcomesFor('paid_role')).not.toContain('finished');
    expect(outcomesFor('course')).not.toContain('got_job');
    expect(outcomesFor('level')).not.toContain('got_job');
    for (const kind of PATHWAY_KINDS) expect(outcomesFor(kind)).toContain('not_now');
  });
  it('takes no outcome of a day to come, none that does not fit, and none after its end', () => {
    const said = { outcome: 'started', on: today } as const;
    expect(outcomeFault('course', said, [], today)).toBeNull();
    expect(outcomeFault('course', { ...said, on: today.add({ days: 1 }) }, [], today)?.field).toBe('on');
    expect(outcomeFault('paid_role', said, [], today)?.field).toBe('outcome');
    expect(outcomeFault('course', said, [noted('stopped')], today)?.field).toBe('outcome');
    expect(outcomeFault('course', said, [noted('stopped', '2026-10-01', true)], today)).toBeNull();
  });
  it('does not end before it started, and does not start twice', () => {
    const before = [noted('started', '2026-10-01')];
    expect(outcomeFault('course', { outcome: 'finished', on: day('2026-09-30') }, before, today)?.field).toBe(
      'on',
    );
    expect(outcomeFault('course', { outcome: 'finished', on: day('2026-10-01') }, before, today)).toBeNull();
    expect(outcomeFault('course', { outcome: 'started', on: today }, before, today)?.field).toBe('outcome');
  });
});

describe('the ways on that ship', () => {
  it('hold to their shape, each kind is there, and no code is an address', () => {
    for (const { content } of firstPathways) expect(() => pathwayContent.parse(content)).not.toThrow();
    expect(new Set(firstPathways.map(({ kind }) => kind))).toEqual(new Set(PATHWAY_KINDS));
    expect(new Set(firstPathways.map(({ code }) => code)).size).toBe(firstPathways.length);
    for (const { code } of firstPathways) expect(['new', 'interests']).not.toContain(code);
  });
  it('say with care, and dated, what a free check is not for, wherever a paid role may follow', () => {
    const paid = firstPathways.filter(({ kind }) => kind === 'paid_role');
    expect(paid.length).toBeGreaterThan(0);
    for (const { content } of paid) {
      expect(content.caution?.words).toMatch(/free of charge for volunteers only/);
      expect(content.caution?.lookedAtOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe('the page of a way on', () => {
  const typed = { kind: 'course', name: 'A course', about: 'What it is.', shown: 'yes' };
  it('takes one help a line, and dates the caution today', () => {
    const parsed = pathwayForm.parse({ ...typed, helps: 'Time\n\n Money ', caution: 'Ask who pays.' });
    if (!parsed.ok) throw new Error('refused');
    expect(contentOf(parsed.value, day('2026-11-23'))).toMatchObject({
      helps: ['Time', 'Money'],
      caution: { words: 'Ask who pays.', lookedAtOn: '2026-11-23' },
      openings: [],
    });
  });
  it('asks for the last day of an opening, and for its name', () => {
    const parsed = pathwayForm.parse({
      ...typed,
      opening1Title: 'Crèche worker',
      opening2Words: 'Write to us',
    });
    expect(parsed).toMatchObject({
      ok: false,
      errors: [{ field: 'opening1Until' }, { field: 'opening2Title' }],
    });
  });
});

describe('a learning record', () => {
  it('says in one sentence what it holds, and nothing when it is empty', () => {
    const none = { units: 0, courses: 0, events: 0, practice: 0, own: 0 };
    expect(recordInOneSentence(none)).toBeNull();
    expect(recordInOneSentence({ ...none, units: 1 })).toBe('1 unit of training.');
    expect(recordInOneSentence({ ...none, units: 4, events: 1, own: 2 })).toBe(
      '4 units of training, 1 event and 2 things you wrote down yourself.',
    );
  });
});
