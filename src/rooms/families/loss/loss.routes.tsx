import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { filesOf, namesOfAccounts } from '#rooms/people/door.ts';
import { mayCareFor, mayDecidePauses, mayOpenFamily } from '../families.policy.ts';
import { familyOf } from '../family.queries.ts';
import { type FamilyHead, loadHead } from '../file/file.queries.ts';
import { lookedAtFamily } from '../file/part.tsx';
import * as paths from '../paths.ts';
import { decidePause, recordLoss, restAsAsked, undoLoss } from './loss.commands.ts';
import { lossForm, pauseForm, restForm, SOMEBODY_ELSE, undoLossForm, whichFrom } from './loss.form.ts';
import { BeforeLossPage, RecordLossPage, RestPage, UndoLossPage } from './loss.pages.tsx';
import { PausePage, PausesPage } from './pauses.pages.tsx';
import { pauses } from './pauses.queries.ts';

const withFacts = async (scope: Scope, personId: string) => {
  const head = await loadHead(scope, personId);
  return head?.facts ? { ...head, facts: head.facts } : null;
};

const notAllLost = async (scope: Scope, personId: string) => {
  const head = await withFacts(scope, personId);
  return head && !head.facts.lossOfAll ? head : null;
};

const everyParent = (head: FamilyHead) => [head.file.id, ...head.otherParents.map((other) => other.file.id)];

export const lossRoutes: readonly Route[] = [
  page({
    path: paths.loss,
    load: async (scope, { params }) => notAllLost(scope, params.personId),
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    show: (head, view) => <BeforeLossPage view={view} head={head} />,
  }),
  page({
    path: paths.recordLoss,
    load: async (scope, { params }) => notAllLost(scope, params.personId),
    can: mayOpenFamily,
    audit: lookedAtFamily('families.file_looked_at'),
    form: (head) => lossForm(head.facts, everyParent(head)),
    submit: async (scope, value, { file, facts }) => {
      await recordLoss(scope, {
        pregnancyId: facts.pregnancyId,
        toldBy: value.toldBy === SOMEBODY_ELSE ? null : value.toldBy,
        kind: value.kind,
        which: whichFrom(value.which),
        happenedOn: value.happenedOn,
      });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'It is written down, and what was waiting to be sent has been stopped.',
          next: 'Where messages rest quietly, a practitioner decides what may be sent.',
        },
      };
    },
    show: (head, view) => <RecordLossPage view={view} head={head} />,
  }),
  page({
    path: paths.lossUndo,
    load: async (scope, { params }) => {
      const head = await withFacts(scope, params.personId);
      return head && head.facts.losses.length > 0 ? head : null;
    },
    can: mayCareFor,
    audit: lookedAtFamily('families.file_looked_at'),
    form: ({ facts }) => undoLossForm(facts.losses.map((loss) => loss.id)),
    prefill: ({ facts }) => (facts.losses.length === 1 ? { loss: facts.losses[0]?.id ?? '' } : {}),
    submit: async (scope, { loss, why }, { file }) => {
      await undoLoss(scope, { lossId: loss, why });
      return {
        to: paths.family({ personId: file.id }),
        notice: {
          happened: 'The entry is taken back. Messages go as before.',
          next: 'Look at the places of this family: those that ended do not come back by themselves.',
        },
      };
    },
    show: (head, view) => <UndoLossPage view={view} head={head} />,
  }),
  page({
    path: paths.rest,
    load: async (scope, { params }) => withFacts(scope, params.personId),
    can: mayCareFor,
    audit: lookedAtFamily('families.file_looked_at'),
    form: restForm,
    submit: async (scope, { words }, { file, facts }) => {
      await restAsAsked(scope, { personId: file.id, pregnancyId: facts.pregnancyId, words });
      return {
        to: paths.family({ personId: file.id }),
        notice: { happened: 'Messages to this parent rest from now on.' },
      };
    },
    show: (head, view) => <RestPage view={view} head={head} />,
  }),
  page({
    path: paths.pauses,
    load: async (scope) => {
      const all = await pauses(scope);
      const files = await filesOf(
        scope,
        all.map((pause) => pause.personId),
      );
      const names = await namesOfAccounts(
        scope,
        all.flatMap((pause) => pause.decidedBy ?? []),
      );
      const rows = all.flatMap((pause) => {
        const file = files.get(pause.personId);
        return file ? [{ pause, file }] : [];
      });
      return { rows, names };
    },
    can: mayDecidePauses,
    audit: looking('families.pauses_looked_at', () => ({ kind: 'organisation', id: null })),
    show: (facts, view) => <PausesPage view={view} {...facts} />,
  }),
  page({
    path: paths.pause,
    load: async (scope, { params }) => {
      const pause = (await pauses(scope)).find((each) => each.id === params.pauseId);
      const file = pause && (await filesOf(scope, [pause.personId])).get(pause.personId);
      if (!pause || !file) return null;
      const facts = await familyOf(scope, file.id);
      return {
        pause,
        file,
        centreId: pause.centreId,
        lossOfAll: facts?.pregnancyId === pause.pregnancyId && facts.lossOfAll,
      };
    },
    can: mayCareFor,
    audit: lookedAtFamily('families.pause_looked_at'),
    form: pauseForm,
    prefill: ({ pause }) => ({ decision: pause.decision ?? '', words: pause.words }),
    submit: async (scope, { decision, words }, { pause }) => {
      await decidePause(scope, pause.id, decision, words);
      return {
        to: paths.pauses(),
        notice: {
          happened: 'The decision is saved, with your name.',
          next:
            decision === 'all_again' ? 'Messages go again from now on.' : 'It can be changed at any time.',
        },
      };
    },
    show: ({ pause, file, lossOfAll }, view) => (
      <PausePage view={view} row={{ pause, file }} lossOfAll={lossOfAll} />
    ),
  }),
];
