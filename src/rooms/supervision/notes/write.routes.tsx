import { accountOf, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, download, looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { clockTime } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { openActionsOf } from './action.queries.ts';
import { saveDraft, throwDraftAway, versionOnPage } from './draft.commands.ts';
import { draftsOf, writingOf } from './draft.queries.ts';
import { type DraftsFacts, DraftsPage } from './lists.pages.tsx';
import { keepNote } from './note.commands.ts';
import { noteForm } from './note.form.ts';
import { notesToWrite, readableNotes } from './note.queries.ts';
import { ThrowAwayPage, type WriteFacts, WritePage } from './write.pages.tsx';

const loadWriting = async (
  scope: Scope,
  key: { readonly meetingId: string; readonly accountId: string },
): Promise<WriteFacts | null> => {
  const writing = await writingOf(scope, key);
  if (!writing) return null;
  return {
    writing,
    open: await openActionsOf(scope, key.accountId),
    before: await readableNotes(scope, key.accountId, { most: 4, without: key.meetingId }),
    name: (await namesOfAccounts(scope, [key.accountId])).get(key.accountId) ?? 'the peer supporter',
  };
};

const written = looking('supervision.note_drafted', ({ writing }: WriteFacts) => ({
  kind: 'supervision_meeting',
  id: writing.meetingId,
  centreId: writing.centreId,
}));

const openIds = ({ open }: WriteFacts): readonly string[] => open.map(({ id }) => id);

/** Writing a note: drafts for its author alone, kept here so that no closed window and no lost session loses them. */
export const writeRoutes: readonly Route[] = [
  page({
    path: paths.writeNote,
    load: (scope, { params }) => loadWriting(scope, params),
    can: isTeam,
    audit: written,
    elsewhere: (_actor, { writing }) =>
      writing.kept ? paths.note({ meetingId: writing.meetingId, accountId: writing.accountId }) : null,
    form: (facts) => noteForm(openIds(facts)),
    prefill: ({ writing }) => writing.draft?.typed ?? {},
    version: ({ writing }) => versionOnPage(writing),
    show: (facts, view) => <WritePage view={view} facts={facts} />,
    submit: async (scope, value, { writing, name }, { version }) => {
      const key = { meetingId: writing.meetingId, accountId: writing.accountId };
      if (value.do === 'draft') {
        await saveDraft(scope, { ...key, typed: value.typed, version });
        return {
          to: paths.writeNote(key),
          notice: { happened: 'Your draft is saved.', next: 'Only you see it. Go on whenever you like.' },
        };
      }
      await keepNote(scope, { ...key, ...value.keeping, version });
      return {
        to: paths.note(key),
        notice: {
          happened: 'The note is kept.',
          next: `${name} can read it from now on, and hears that it is there.`,
        },
      };
    },
  }),
  action({
    path: paths.saveNoteDraft,
    load: (scope, { params }) => loadWriting(scope, params),
    can: isTeam,
    audit: written,
    form: (facts) => noteForm(openIds(facts)),
    back: ({ writing }) => paths.writeNote({ meetingId: writing.meetingId, accountId: writing.accountId }),
    submit: async (scope, value, { writing }, { version }) => {
      const key = { meetingId: writing.meetingId, accountId: writing.accountId };
      // This address only ever saves: keeping for good is a press of a button on the page.
      if (value.do === 'draft') await saveDraft(scope, { ...key, typed: value.typed, version });
      return { to: paths.savedNoteDraft(key) };
    },
  }),
  download({
    path: paths.savedNoteDraft,
    load: (scope, { params }) => writingOf(scope, params),
    can: isTeam,
    audit: looking('supervision.note_drafted', () => null),
    file: (writing, view) => {
      const { draft, zone } = writing;
      const at = draft && clockTime(draft.changedAt.toZonedDateTimeISO(zone).toPlainTime());
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify({
          version: versionOnPage(writing),
          said: at ? `Saved as a draft at ${at}.` : 'Nothing is saved yet.',
          now: view.now.toString(),
        }),
      };
    },
  }),
  page({
    path: paths.throwNoteDraftAway,
    load: async (scope, { params }) => {
      const facts = await loadWriting(scope, params);
      return facts?.writing.draft ? facts : null;
    },
    can: isTeam,
    audit: written,
    form: justAButton('supervision.note_draft_thrown_away'),
    show: (facts, view) => <ThrowAwayPage view={view} facts={facts} />,
    submit: async (scope, _value, { writing }) => {
      await throwDraftAway(scope, writing);
      return { to: paths.noteDrafts(), notice: { happened: 'The draft is gone.' } };
    },
  }),
  page({
    path: paths.noteDrafts,
    load: async (scope): Promise<DraftsFacts | null> => {
      const me = accountOf(scope.actor);
      if (me === null) return null;
      const drafts = await draftsOf(scope, me);
      const toWrite = await notesToWrite(scope, me);
      return {
        drafts,
        toWrite,
        names: await namesOfAccounts(
          scope,
          [...drafts, ...toWrite].map(({ accountId }) => accountId),
        ),
      };
    },
    can: isTeam,
    audit: looking('supervision.note_drafts_listed', () => ({ kind: 'supervision_note', id: null })),
    show: (facts, view) => <DraftsPage view={view} facts={facts} />,
  }),
];
