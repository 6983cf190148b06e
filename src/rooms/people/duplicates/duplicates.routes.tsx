import { isId } from '#kernel/ids.ts';
import { CARE_OF_FAMILIES, holds, WITH_FAMILIES } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { oneOfThese, text } from '#platform/forms/fields.ts';
import { form, justAButton } from '#platform/forms/form.ts';
import { action, looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { family } from '#rooms/families/paths.ts';
import * as paths from '../paths.ts';
import { mayJoinFiles, mayOpenFile } from '../people.policy.ts';
import { namesOfAccounts } from '../team/team.queries.ts';
import { ComparePage, DuplicatesPage } from './duplicates.pages.tsx';
import { type FileInFull, likelyPairs, recentMerges, sideBySide } from './duplicates.queries.ts';
import { mergeFiles, sayTwoPeople, undoMerge } from './merge.commands.ts';

interface Both {
  readonly one: FileInFull;
  readonly other: FileInFull;
}

// The second file is named in the query when it is looked at, and in the form when something is done.
const bothFiles = async (scope: Scope, personId: string, other: unknown): Promise<Both | null> => {
  if (typeof other !== 'string' || !isId(other)) return null;
  const sides = await sideBySide(scope, personId, other);
  return sides?.every(({ file }) => file.side === 'family') ? { one: sides[0], other: sides[1] } : null;
};

const compareAgain = ({ one, other }: Both) =>
  paths.compare({ personId: one.file.id }, { other: other.file.id });

export const duplicatesRoutes: readonly Route[] = [
  page({
    path: paths.duplicates,
    load: async (scope) => {
      const pairs = await likelyPairs(scope);
      const merges = await recentMerges(scope);
      const names = await namesOfAccounts(
        scope,
        merges.flatMap((merge) => merge.mergedBy ?? []),
      );
      return { pairs, merges, names, mayUndo: holds(scope.actor, CARE_OF_FAMILIES) };
    },
    can: (actor) => holds(actor, WITH_FAMILIES),
    audit: looking('people.duplicates_looked_at', () => ({ kind: 'organisation', id: null })),
    show: (facts, view) => <DuplicatesPage view={view} {...facts} />,
  }),
  page({
    path: paths.compare,
    load: async (scope, { params, query }) => bothFiles(scope, params.personId, query.other),
    can: (actor, { one, other }) => mayOpenFile(actor, one.file) && mayOpenFile(actor, other.file),
    audit: looking('people.files_compared', ({ one }: Both) => ({
      kind: 'person',
      id: one.file.id,
      centreId: one.file.centreId,
    })),
    show: ({ one, other }, view) => (
      <ComparePage
        view={view}
        one={one}
        other={other}
        mayDecide={mayJoinFiles(view.actor, one.file) && mayJoinFiles(view.actor, other.file)}
      />
    ),
  }),
  action({
    path: paths.twoPeople,
    load: async (scope, { params, typed }) => bothFiles(scope, params.personId, typed.other),
    can: (actor, { one, other }) => mayJoinFiles(actor, one.file) && mayJoinFiles(actor, other.file),
    audit: notSensitive('the change is written down'),
    form: justAButton('people.two_people'),
    back: compareAgain,
    submit: async (scope, _value, { one, other }) => {
      await sayTwoPeople(scope, one.file.id, other.file.id);
      return {
        to: paths.duplicates(),
        notice: { happened: 'They are two people.', next: 'You will not be asked about these two again.' },
      };
    },
  }),
  action({
    path: paths.merge,
    load: async (scope, { params, typed }) => bothFiles(scope, params.personId, typed.other),
    can: (actor, { one, other }) => mayJoinFiles(actor, one.file) && mayJoinFiles(actor, other.file),
    audit: notSensitive('the change is written down'),
    form: ({ one, other }) =>
      form('people.merge', {
        keep: oneOfThese([one.file.id, other.file.id], 'Choose which file you keep.'),
        why: text('Say how you know that they are one person.'),
      }),
    back: compareAgain,
    submit: async (scope, { keep, why }, { one, other }) => {
      const mergedId = keep === one.file.id ? other.file.id : one.file.id;
      await mergeFiles(scope, { keptId: keep, mergedId, why });
      return {
        to: family({ personId: keep }),
        notice: {
          happened: 'The two files are one now.',
          next: 'If it was a mistake, make them two again under “Files that look alike”.',
        },
      };
    },
  }),
  action({
    path: paths.undoMerge,
    load: async (_scope, { params }) => (isId(params.mergeId) ? { mergeId: params.mergeId } : null),
    can: (actor) => holds(actor, CARE_OF_FAMILIES),
    audit: notSensitive('the change is written down'),
    form: justAButton('people.undo_merge'),
    back: () => paths.duplicates(),
    submit: async (scope, _value, { mergeId }) => {
      const { keptId, mergedId } = await undoMerge(scope, mergeId);
      return {
        to: paths.compare({ personId: keptId }, { other: mergedId }),
        notice: {
          happened: 'They are two files again.',
          next: 'What was added since stays in the file that was kept. Look through both.',
        },
      };
    },
  }),
];
