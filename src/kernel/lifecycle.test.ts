import { expect, test } from 'vitest';
import { diagramOf, lifecycle, move } from './lifecycle.ts';

const door = lifecycle<'open' | 'shut', 'close' | 'open_again'>({
  name: 'door',
  states: { open: 'open', shut: 'shut' },
  moves: {
    close: { from: ['open'], to: 'shut', words: 'closed' },
    open_again: { from: ['shut'], to: 'open', words: 'opened' },
  },
});

test('a verb leads to its state, and from another one it is refused with both in words', () => {
  expect(move(door, 'close', 'open')).toBe('shut');
  expect(() => move(door, 'close', 'shut')).toThrow('This door is shut, so it cannot be closed now.');
});

test('the diagram names every state and every move', () => {
  const drawn = diagramOf(door);
  for (const words of ['open: open', 'shut: shut', 'open --> shut: close', 'shut --> open: open again'])
    expect(drawn).toContain(words);
});
