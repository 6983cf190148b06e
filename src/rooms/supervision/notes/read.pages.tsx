import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Muted, Row, Rows, Said, Timeline } from '#ui/show.tsx';
import { dayAndDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Action } from './action.queries.ts';
import type { MeetingOfNotes, Note, NoteThere } from './note.queries.ts';
import { ownRightWords, rightWords, SECTIONS, sectionWords } from './note.rules.ts';
import { ActionRows, BetweenUs, unnamed, whenMet } from './parts.pages.tsx';

export interface ReadFacts {
  readonly note: Note;
  readonly actions: readonly Action[];
  readonly names: ReadonlyMap<string, string>;
  readonly me: string;
  readonly zone: string;
}

const nameOf = (names: ReadonlyMap<string, string>, accountId: string): string =>
  names.get(accountId) ?? 'Somebody who has left';

const backFor = ({ note }: Pick<ReadFacts, 'note'>) =>
  note.right === 'supporter'
    ? { href: paths.ownNotes(), label: 'Your notes' }
    : note.right === 'opened'
      ? { href: paths.notesForSafety(), label: 'Notes' }
      : { href: paths.meeting({ meetingId: note.meetingId }), label: 'The meeting' };

const Opened = ({ facts, view }: { facts: ReadFacts; view: View }): VNode | null => {
  const { note, names, zone } = facts;
  if (note.openings.length === 0) return null;
  return (
    <Card tone="soon" title="This note was opened for safety">
      {note.openings.map((each) => (
        <div key={`${each.by} ${each.at.toString()}`}>
          <p>
            {nameOf(names, each.by)} opened it {momentInWords(each.at, zone, view.now)}. It{' '}
            {Temporal.Instant.compare(each.until, view.now) > 0 ? 'is' : 'was'} open to them until{' '}
            {whenMet(each.until, zone, view)}. The reason they gave:
          </p>
          <Said>{each.reason}</Said>
        </div>
      ))}
    </Card>
  );
};

const Looks = ({ facts, view }: { facts: ReadFacts; view: View }): VNode | null => {
  const { note, names, me, zone } = facts;
  if (note.right !== 'supporter' && note.right !== 'holder') return null;
  return (
    <Details summary="Who has read this note">
      <p>Each time is listed, yours as well.</p>
      <ul>
        {note.looks.map((each, at) => (
          <li key={at}>
            {each.by === me ? 'You' : nameOf(names, each.by)}, {momentInWords(each.at, zone, view.now)}
            {each.by === me ? '' : ` (${rightWords[each.right]})`}
          </li>
        ))}
      </ul>
    </Details>
  );
};

export const ReadPage = ({ view, facts }: { view: View; facts: ReadFacts }): VNode => {
  const { note, actions, names, me, zone } = facts;
  const key = { meetingId: note.meetingId, accountId: note.accountId };
  const supporter = me === note.accountId ? 'you' : nameOf(names, note.accountId);
  const holder = me === note.heldBy ? 'you' : nameOf(names, note.heldBy);
  const ofTheTwo = note.right === 'supporter' || note.right === 'holder';
  return (
    <Frame
      view={unnamed(view, note.right === 'supporter' ? paths.ownNotes() : paths.noteDrafts())}
      shell="staff"
      title={`The note of ${dayAndDate(note.metOn, { today: view.today })}`}
      back={backFor(facts)}
    >
      <Heading above="Supervision">The note of {dayAndDate(note.metOn, { today: view.today })}</Heading>
      <Lede>
        Between {supporter} and {holder}. Kept {momentInWords(note.keptAt, zone, view.now)}. It does not
        change any more; words can be added.
      </Lede>
      {ofTheTwo ? null : (
        <Inset tone="honey">
          <p>You read this because {ownRightWords[note.right]}. The two see that you did.</p>
        </Inset>
      )}
      <Opened facts={facts} view={view} />
      {SECTIONS.filter((section) => note.sections[section] !== '').map((section) => (
        <section key={section}>
          <Heading level={2}>{sectionWords[section].title}</Heading>
          <Said>{note.sections[section]}</Said>
        </section>
      ))}
      <Heading level={2}>What was agreed that day</Heading>
      {actions.length > 0 ? (
        <ActionRows actions={actions} names={names} me={me} view={view} />
      ) : (
        <p>
          <Muted>Nothing, or it has gone on with the present supervisor.</Muted>
        </p>
      )}
      {note.additions.length > 0 ? (
        <>
          <Heading level={2}>Added later</Heading>
          <Timeline
            happenings={note.additions.map((each) => ({
              when: momentInWords(each.at, zone, view.now),
              title: each.by === me ? 'You' : nameOf(names, each.by),
              text: <Said>{each.words}</Said>,
            }))}
          />
        </>
      ) : null}
      {ofTheTwo ? (
        <ButtonRow>
          <ButtonLink href={paths.addToNote(key)} kind="secondary">
            Add words
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <Looks facts={facts} view={view} />
      <BetweenUs />
    </Frame>
  );
};

export const AddPage = ({ view, note }: { view: View; note: Note }): VNode => {
  const key = { meetingId: note.meetingId, accountId: note.accountId };
  const own = note.right === 'supporter';
  return (
    <Frame
      view={unnamed(view, own ? paths.ownNotes() : paths.noteDrafts())}
      shell="staff"
      title="Add words to a note"
      back={{ href: paths.note(key), label: 'The note' }}
    >
      <Heading>Add words to the note of {dayAndDate(note.metOn, { today: view.today })}</Heading>
      <Lede>
        {own
          ? 'Your own side of it, or something that was not so. What is written stays, and yours stands beside it.'
          : 'Something that was left out, or was wrong. What is written stays, and this stands beside it.'}
      </Lede>
      <Form form={view.form}>
        <TextArea form={view.form} name="words" label="Your words" rows={8} />
        <p>Both of you read it. Once it is added it does not change.</p>
        <ButtonRow>
          <Button>Add them</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

export interface OpenFacts {
  readonly there: NoteThere;
  readonly names: ReadonlyMap<string, string>;
}

export const OpenPage = ({ view, facts }: { view: View; facts: OpenFacts }): VNode => {
  const { there, names } = facts;
  return (
    <Frame
      view={unnamed(view, paths.notesForSafety())}
      shell="staff"
      title="Open a note for safety"
      back={{ href: paths.notesForSafety(), label: 'Notes' }}
    >
      <Heading>Open a note for safety</Heading>
      <Lede>
        The note of {dayAndDate(there.metOn, { today: view.today })} is between{' '}
        {nameOf(names, there.accountId)} and {nameOf(names, there.heldBy)}.
      </Lede>
      <Inset tone="honey">
        <p>
          Open it only to keep somebody safe, and only if asking the two does not do. They are told at once
          that it was you, and they read your reason. It stays open to you for 24 hours.
        </p>
      </Inset>
      <Form form={view.form}>
        <TextArea
          form={view.form}
          name="reason"
          label="Why do you need to read it?"
          hint="For example: a concern was raised today and the date matters. Leave out names of families."
          rows={4}
        />
        <ButtonRow>
          <Button>Open it for 24 hours</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};

export interface MeetingNotesFacts {
  readonly meeting: MeetingOfNotes;
  readonly names: ReadonlyMap<string, string>;
  readonly me: string;
  readonly mayOpen: boolean;
}

/** Which notes of one meeting there are: for a group, and for those who see dates and not words. */
export const MeetingNotesPage = ({ view, facts }: { view: View; facts: MeetingNotesFacts }): VNode => {
  const { meeting, names, me, mayOpen } = facts;
  const writes = meeting.heldBy === me;
  return (
    <Frame
      view={unnamed(view, paths.noteDrafts())}
      shell="staff"
      title="Notes of this meeting"
      back={{ href: paths.meeting({ meetingId: meeting.id }), label: 'The meeting' }}
    >
      <Heading above={whenMet(meeting.startsAt, meeting.zone, view)}>Notes of this meeting</Heading>
      <Lede>
        {writes
          ? 'Each person has a note of their own. Nobody reads what you write about another.'
          : 'You see that there is a note, not what it says. It is between the two who met.'}
      </Lede>
      <Rows>
        {meeting.people
          .filter((person) => writes || mayOpen || person === me || !meeting.people.includes(me))
          .map((person) => {
            const there = meeting.notes.find(({ accountId }) => accountId === person);
            const key = { meetingId: meeting.id, accountId: person };
            const action = there
              ? writes || person === me
                ? { href: paths.note(key), label: 'Read', about: `the note with ${nameOf(names, person)}` }
                : mayOpen
                  ? {
                      href: paths.openNote(key),
                      label: 'Open with a reason',
                      about: `the note with ${nameOf(names, person)}`,
                    }
                  : undefined
              : writes
                ? {
                    href: paths.writeNote(key),
                    label: 'Write',
                    about: `the note with ${nameOf(names, person)}`,
                  }
                : undefined;
            return (
              <Row key={person} action={action}>
                <strong>{nameOf(names, person)}</strong>
                <br />
                <Muted>
                  {there
                    ? `Kept ${momentInWords(there.keptAt, meeting.zone, view.now)}`
                    : 'No note is kept yet.'}
                </Muted>
              </Row>
            );
          })}
      </Rows>
      <BetweenUs />
    </Frame>
  );
};
