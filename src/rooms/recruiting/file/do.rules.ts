import { can } from '#kernel/lifecycle.ts';
import type { StepCode } from '../profiles/profile.shape.ts';
import { applicationLife, isLive, isOver } from '../route/application.rules.ts';
import type { ApplicationFile } from './file.queries.ts';

/** What those who recruit can do with one application. */
export const VERBS = [
  'book',
  'talked',
  'missed',
  'note',
  'answer',
  'pause',
  'go_on',
  'withdraw',
  'decline',
  'send',
  'waive',
  'pass',
  'link',
  'contact',
  'offer',
  'accept',
  'induction',
  'welcome',
] as const;
export type Verb = (typeof VERBS)[number];

const openStep = (file: ApplicationFile, code: StepCode | null): boolean =>
  isLive(file.state) && file.steps.some((step) => step.code === code && !isOver(step));

/** The step that a page is about, where its address names one that is open; else null. */
export const stepNamed = (file: ApplicationFile, asked: string | undefined): StepCode | null =>
  file.steps.find((step) => step.code === asked && !isOver(step))?.code ?? null;

/** Whether a verb makes sense from where the application stands; `step` and `ask` are what its page is about. */
export const isPossible = (
  verb: Verb,
  file: ApplicationFile,
  about: { readonly step: StepCode | null; readonly ask: string | undefined },
): boolean => {
  const may = (move: keyof typeof applicationLife.moves) => can(applicationLife, move, file.state);
  const checks: Readonly<Record<Verb, () => boolean>> = {
    book: () => may('talk') && openStep(file, 'conversation'),
    talked: () => may('talk') && openStep(file, 'conversation'),
    missed: () => openStep(file, 'conversation'),
    note: () => true,
    answer: () => file.helpAsks.some((ask) => ask.id === about.ask && ask.answeredAt === null),
    pause: () => may('pause'),
    go_on: () => may('go_on'),
    withdraw: () => may('withdraw'),
    decline: () => may('decline'),
    send: () => may('decline') && file.decline !== null,
    waive: () =>
      openStep(file, about.step) && (about.step === 'conversation' || about.step === 'application'),
    pass: () => openStep(file, about.step),
    link: () => true,
    contact: () => file.state !== 'welcomed',
    offer: () => may('offer') && openStep(file, 'offer'),
    accept: () => may('accept') && openStep(file, 'offer'),
    induction: () => file.state === 'accepted',
    welcome: () => may('welcome') && openStep(file, 'induction'),
  };
  return checks[verb]();
};
