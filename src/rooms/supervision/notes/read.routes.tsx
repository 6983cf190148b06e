import { accountOf, isTeam } from '#platform/db/actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { centre, namesOfAccounts } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { arrangementsOf } from '../rhythm/arrangement.queries.ts';
import { closeAction } from './action.commands.ts';
import { actionById, openActionsOf } from './action.queries.ts';
import { ActionPage, type OwnFacts, OwnNotesPage, type SafetyFacts, SafetyPage } from './lists.pages.tsx';
import { addToNote, openNote, shareEarlierNotes } from './note.commands.ts';
import { addForm, closeForm, openForm, sharePastForm } from './note.form.ts';
import { mayOpenNotes, opensNotesAt } from './note.policy.ts';
import {
  actionsAgreedAt,
  lookAt,
  meetingOfNotes,
  noteOf,
  notesAt,
  notesOf,
  readableNotes,
} from './note.queries.ts';
import {
  AddPage,
  type MeetingNotesFacts,
  MeetingNotesPage,
  type OpenFacts,
  OpenPage,
  type ReadFacts,
  ReadPage,
} from './read.pages.tsx';

/** Reading notes: by right, by written rule, and never without a trace. */
export const readRoutes: readonly Route[] = [
  page({
    path: paths.notesOfMeeting,
    load: async (scope, { params }): Promise<MeetingNotesFacts | null> => {
      const me = accountOf(scope.actor);
      const meeting = await meetingOfNotes(scope, params.meetingId);
      if (!meeting || me === null) return null;
      return {
        meeting,
        me,
        names: await namesOfAccounts(scope, meeting.people),
        mayOpen: mayOpenNotes(scope.actor, meeting.centreId),
      };
    },
    can: isTeam,
    audit: looking('supervision.notes_listed', ({ meeting }: MeetingNotesFacts) => ({
      kind: 'supervision_meeting',
      id: meeting.id,
      centreId: meeting.centreId,
    })),
    // Where there is one note for this reader, it is the page.
    elsewhere: (_actor, { meeting, me }) => {
      const own = meeting.people.includes(me) ? me : null;
      const [only] = meeting.people;
      const of = own ?? (meeting.heldBy === me && meeting.people.length === 1 ? only : undefined);
      if (!of) return null;
      const key = { meetingId: meeting.id, accountId: of };
      if (meeting.notes.some(({ accountId }) => accountId === of)) return paths.note(key);
      return of === me ? null : paths.writeNote(key);
    },
    show: (facts, view) => <MeetingNotesPage view={view} facts={facts} />,
  }),
  page({
    path: paths.note,
    load: async (scope, { params }): Promise<ReadFacts | null> => {
      const me = accountOf(scope.actor);
      const note = await noteOf(scope, params);
      if (!note || me === null) return null;
      await lookAt(scope, note);
      const people = [
        note.accountId,
        note.heldBy,
        ...note.additions.map(({ by }) => by),
        ...note.openings.map(({ by }) => by),
        ...note.looks.map(({ by }) => by),
      ];
      return {
        note,
        me,
        actions: await actionsAgreedAt(scope, params),
        names: await namesOfAccounts(scope, people),
        zone: (await centre(scope, note.centreId))?.zone ?? 'Europe/London',
      };
    },
    can: isTeam,
    audit: looking('supervision.note_read', ({ note }: ReadFacts) => ({
      kind: 'supervision_note',
      id: note.id,
      centreId: note.centreId,
    })),
    show: (facts, view) => <ReadPage view={view} facts={facts} />,
  }),
  page({
    path: paths.addToNote,
    load: async (scope, { params }) => {
      const note = await noteOf(scope, params);
      return note && (note.right === 'supporter' || note.right === 'holder') ? { note } : null;
    },
    can: isTeam,
    audit: looking('supervision.note_added_to', () => null),
    form: addForm,
    show: ({ note }, view) => <AddPage view={view} note={note} />,
    submit: async (scope, { words }, { note }) => {
      const key = { meetingId: note.meetingId, accountId: note.accountId };
      await addToNote(scope, { ...key, words });
      return { to: paths.note(key), notice: { happened: 'Your words stand on the note now.' } };
    },
  }),
  page({
    path: paths.openNote,
    load: async (scope, { params }): Promise<OpenFacts | null> => {
      const there = (await notesOf(scope, [params.meetingId])).find(
        ({ accountId }) => accountId === params.accountId,
      );
      const me = accountOf(scope.actor);
      if (!there || me === there.accountId || me === there.heldBy) return null;
      return { there, names: await namesOfAccounts(scope, [there.accountId, there.heldBy]) };
    },
    can: (actor, { there }) => mayOpenNotes(actor, there.centreId),
    audit: looking('supervision.note_opening_asked', ({ there }: OpenFacts) => ({
      kind: 'supervision_note',
      id: there.id,
      centreId: there.centreId,
    })),
    form: openForm,
    show: (facts, view) => <OpenPage view={view} facts={facts} />,
    submit: async (scope, { reason }, { there }) => {
      const key = { meetingId: there.meetingId, accountId: there.accountId };
      await openNote(scope, { ...key, reason });
      return {
        to: paths.note(key),
        notice: { happened: 'The note is open to you for 24 hours.', next: 'The two are told now.' },
      };
    },
  }),
  page({
    path: paths.notesForSafety,
    load: async (scope, { query }): Promise<SafetyFacts> => {
      const who = (query.who ?? '').trim().slice(0, 100);
      const notes = await notesAt(scope, opensNotesAt(scope.actor));
      const names = await namesOfAccounts(
        scope,
        notes.flatMap(({ accountId, heldBy }) => [accountId, heldBy]),
      );
      const named = (accountId: string) =>
        (names.get(accountId) ?? '').toLowerCase().includes(who.toLowerCase());
      return {
        who,
        names,
        notes: notes.filter((each) => who === '' || named(each.accountId) || named(each.heldBy)).slice(0, 60),
      };
    },
    can: (actor) => mayOpenNotes(actor),
    audit: looking('supervision.notes_listed', () => ({ kind: 'supervision_note', id: null })),
    show: (facts, view) => <SafetyPage view={view} facts={facts} />,
  }),
  page({
    path: paths.agreedAction,
    load: async (scope, { params }) => {
      const action = await actionById(scope, params.actionId);
      return action?.mine ? { action } : null;
    },
    can: isTeam,
    audit: looking('supervision.action_seen', () => null),
    form: closeForm,
    show: ({ action }, view) => (
      <ActionPage view={view} action={action} own={accountOf(view.actor) === action.accountId} />
    ),
    submit: async (scope, { as, words }, { action }) => {
      await closeAction(scope, { actionId: action.id, as, words });
      return {
        to:
          accountOf(scope.actor) === action.accountId
            ? paths.ownNotes()
            : paths.meeting({ meetingId: action.meetingId }),
        notice: { happened: as === 'done' ? 'That is done.' : 'You let it go.', next: 'Both of you see it.' },
      };
    },
  }),
  page({
    path: paths.ownNotes,
    load: async (scope): Promise<OwnFacts | null> => {
      const me = accountOf(scope.actor);
      if (me === null) return null;
      const [arrangement] = await arrangementsOf(scope, [me]);
      const open = await openActionsOf(scope, me);
      const notes = await readableNotes(scope, me, { most: 200 });
      return {
        me,
        open,
        notes,
        supervisorId: arrangement?.supervisorId ?? null,
        shared: (arrangement?.pastSharedAt ?? null) !== null,
        names: await namesOfAccounts(scope, [
          me,
          ...(arrangement?.supervisorId ? [arrangement.supervisorId] : []),
          ...notes.map(({ heldBy }) => heldBy),
        ]),
      };
    },
    can: isTeam,
    audit: looking('supervision.own_notes_listed', ({ me }: OwnFacts) => ({ kind: 'account', id: me })),
    form: sharePastForm,
    prefill: ({ shared }) => ({ shared: shared ? 'yes' : '' }),
    show: (facts, view) => <OwnNotesPage view={view} facts={facts} />,
    submit: async (scope, { shared }) => {
      await shareEarlierNotes(scope, shared);
      return {
        to: paths.ownNotes(),
        notice: {
          happened: shared
            ? 'Your supervisor may read your earlier notes.'
            : 'Your supervisor no longer reads your earlier notes.',
        },
      };
    },
  }),
];
