import { Refusal } from './refusal.ts';

/** A lifecycle: its states in order, in words, and the verbs that lead from some of them to another. */
export interface Lifecycle<State extends string, Verb extends string> {
  readonly name: string;
  readonly states: Readonly<Record<State, string>>;
  readonly moves: Readonly<
    Record<Verb, { readonly from: readonly State[]; readonly to: State; readonly words: string }>
  >;
}

/** Declares a lifecycle; exists for the types only. */
export const lifecycle = <State extends string, Verb extends string>(
  of: Lifecycle<State, Verb>,
): Lifecycle<State, Verb> => of;

/** Whether the verb is possible from the state. */
export const can = <S extends string, V extends string>(life: Lifecycle<S, V>, verb: V, from: S): boolean =>
  life.moves[verb].from.includes(from);

/** The state a verb leads to. Raises a Refusal that names both states when it is not possible from here. */
export const move = <S extends string, V extends string>(life: Lifecycle<S, V>, verb: V, from: S): S => {
  const step = life.moves[verb];
  if (!step.from.includes(from))
    throw new Refusal(`This ${life.name} is ${life.states[from]}, so it cannot be ${step.words} now.`);
  return step.to;
};

/** The diagram of a lifecycle, in Mermaid's notation, for docs/states.md. */
export const diagramOf = <S extends string, V extends string>(life: Lifecycle<S, V>): string => {
  const lines = ['stateDiagram-v2'];
  const names = Object.entries<string>(life.states);
  for (const [state, words] of names) lines.push(`  ${state}: ${words}`);
  const first = names[0]?.[0];
  if (first) lines.push(`  [*] --> ${first}`);
  for (const [verb, step] of Object.entries<{ from: readonly S[]; to: S; words: string }>(life.moves))
    for (const from of step.from) lines.push(`  ${from} --> ${step.to}: ${verb.replaceAll('_', ' ')}`);
  return lines.join('\n');
};
