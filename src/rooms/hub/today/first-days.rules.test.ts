import { expect, test } from 'vitest';
import { firstSteps } from './first-days.rules.ts';

const ready = {
  unreachable: [],
  withoutOwner: [],
  rooms: 3,
  people: 8,
  checksUndecided: [],
  courseRead: true,
};

test('an organisation that has what it needs is told of no first steps', () => {
  expect(firstSteps(ready)).toEqual([]);
});

test('a new organisation is told what to set up, in the order in which it can be done', () => {
  const steps = firstSteps({
    unreachable: [{ id: 'c', name: 'First centre' }],
    withoutOwner: ['First centre', 'Brook', 'Mill'],
    rooms: 0,
    people: 1,
    checksUndecided: [{ code: 'creche_volunteer', name: 'Crèche volunteer' }],
    courseRead: false,
  });
  expect(steps.map((step) => step.leads)).toEqual(['centre', 'people', 'duties', 'rooms', 'check', 'course']);
  expect(steps[4]).toMatchObject({ roleCode: 'creche_volunteer' });
  expect(steps[0]).toMatchObject({ what: 'Say where First centre is', centreId: 'c' });
  expect(steps[2]?.why).toContain('First centre, Brook and Mill');
});

test('one thing missing is the one thing said', () => {
  expect(firstSteps({ ...ready, rooms: 0 }).map((step) => step.leads)).toEqual(['rooms']);
});
