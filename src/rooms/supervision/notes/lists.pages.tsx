import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonRow,
  CheckboxField,
  FilterForm,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Empty, Heading, Lede, Muted, Row, Rows } from '#ui/show.tsx';
import { counted, dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Action } from './action.queries.ts';
import type { OwnDraft } from './draft.queries.ts';
import type { NoteThere, NoteToWrite } from './note.queries.ts';
import { SECTIONS } from './note.rules.ts';
import { ActionRows, BetweenUs, whenMet } from './parts.pages.tsx';

type Names = ReadonlyMap<string, string>;
const nameOf = (names: Names, accountId: string): string => names.get(accountId) ?? 'Somebody who has left';

export interface DraftsFacts {
  readonly drafts: readonly OwnDraft[];
  readonly toWrite: readonly NoteToWrite[];
  readonly names: Names;
}

const wordsIn = ({ typed }: OwnDraft): number =>
  SECTIONS.reduce(
    (sum, section) =>
      sum +
      String(typed[section] ?? '')
        .split(/\s+/)
        .filter(Boolean).length,
    0,
  );

export const DraftsPage = ({ view, facts }: { view: View; facts: DraftsFacts }): VNode => {
  const { drafts, toWrite, names } = facts;
  const begun = new Set(drafts.map((each) => `${each.meetingId} ${each.accountId}`));
  const none = toWrite.filter((each) => !begun.has(`${each.meetingId} ${each.accountId}`));
  const old = drafts.filter((each) => each.old).length;
  return (
    <Frame
      view={view}
      shell="staff"
      title="Notes you are writing"
      back={{ href: paths.supervision(), label: 'Supervision' }}
    >
      <Heading>Notes you are writing</Heading>
      <Lede>Only you see your drafts. They stay until you keep them or throw them away.</Lede>
      {old > 0 ? (
        <Card tone="soon" title={`${counted(old, 'draft')} waiting for three days or longer`}>
          <p>Finish while you still remember. Until a note is kept, the other person cannot read it.</p>
        </Card>
      ) : null}
      {drafts.length === 0 ? (
        <Empty title="You have no drafts.">
          <p>When you begin a note and do not finish it, you find it here.</p>
        </Empty>
      ) : (
        <Rows>
          {drafts.map((each) => {
            const key = { meetingId: each.meetingId, accountId: each.accountId };
            return (
              <Row
                key={`${each.meetingId} ${each.accountId}`}
                marker={each.old ? 'waiting' : 'draft'}
                tone={each.old ? 'clay' : 'honey'}
                action={{
                  href: paths.writeNote(key),
                  label: 'Go on writing',
                  about: `your note with ${nameOf(names, each.accountId)}`,
                }}
              >
                <strong>{nameOf(names, each.accountId)}</strong>
                <br />
                <Muted>
                  {counted(wordsIn(each), 'word')}, last saved{' '}
                  {momentInWords(each.changedAt, view.zone, view.now)}
                </Muted>
              </Row>
            );
          })}
        </Rows>
      )}
      {none.length > 0 ? (
        <>
          <Heading level={2}>Met, and no note yet</Heading>
          <Rows>
            {none.map((each) => (
              <Row
                key={`${each.meetingId} ${each.accountId}`}
                action={{
                  href: paths.writeNote({ meetingId: each.meetingId, accountId: each.accountId }),
                  label: 'Write the note',
                  about: `with ${nameOf(names, each.accountId)}`,
                }}
              >
                <strong>{nameOf(names, each.accountId)}</strong>
                <br />
                <Muted>{whenMet(each.startsAt, view.zone, view)}</Muted>
              </Row>
            ))}
          </Rows>
        </>
      ) : null}
    </Frame>
  );
};

export interface OwnFacts {
  readonly notes: readonly (NoteThere & { readonly earlier: boolean })[];
  readonly open: readonly Action[];
  readonly names: Names;
  readonly me: string;
  /** Null: they are in no rhythm, or nobody is named. */
  readonly supervisorId: string | null;
  readonly shared: boolean;
}

const ShareEarlier = ({ view, facts }: { view: View; facts: OwnFacts }): VNode | null => {
  if (facts.supervisorId === null || !(facts.shared || facts.notes.some(({ earlier }) => earlier)))
    return null;
  const supervisor = nameOf(facts.names, facts.supervisorId);
  return (
    <Card title="Notes from before" level={2}>
      <p>
        Some notes were written while somebody else was your supervisor. {supervisor} cannot read those unless
        you want it. What is still to be done goes on with {supervisor} either way.
      </p>
      <Form form={view.form}>
        <CheckboxField
          form={view.form}
          name="shared"
          legend="Who may read them"
          options={[{ value: 'yes', label: `${supervisor} may read my earlier notes` }]}
          hint="You can take this back any time. A new supervisor has to be let anew."
        />
        <ButtonRow>
          <Button kind="secondary">Save</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
};

export const OwnNotesPage = ({ view, facts }: { view: View; facts: OwnFacts }): VNode => {
  const { notes, open, names, me } = facts;
  return (
    <Frame
      view={view}
      shell="staff"
      title="Your notes from supervision"
      back={{ href: paths.ownSupervision(), label: 'Your supervision' }}
    >
      <Heading>Your notes from supervision</Heading>
      <Lede>They belong to you and whoever you met. You can read them and add your own words any time.</Lede>
      <Heading level={2}>What you agreed</Heading>
      {open.length === 0 ? (
        <p>
          <Muted>Nothing is open.</Muted>
        </p>
      ) : (
        <ActionRows actions={open} names={names} me={me} view={view} />
      )}
      <Heading level={2}>Notes</Heading>
      {notes.length === 0 ? (
        <Empty title="There is no note yet.">
          <p>After you have met, your supervisor writes one. You hear when it is there.</p>
        </Empty>
      ) : (
        <Rows>
          {notes.map((each) => (
            <Row
              key={each.id}
              action={{
                href: paths.note({ meetingId: each.meetingId, accountId: each.accountId }),
                label: 'Read',
                about: `the note of ${dayAndDate(each.metOn)}`,
              }}
            >
              <strong>{dayAndDate(each.metOn, { today: view.today })}</strong>
              <br />
              <Muted>
                With {nameOf(names, each.heldBy)}
                {each.earlier ? ', under an earlier supervisor' : ''}
              </Muted>
            </Row>
          ))}
        </Rows>
      )}
      <ShareEarlier view={view} facts={facts} />
      <BetweenUs />
    </Frame>
  );
};

export interface SafetyFacts {
  readonly notes: readonly NoteThere[];
  readonly names: Names;
  readonly who: string;
}

export const SafetyPage = ({ view, facts }: { view: View; facts: SafetyFacts }): VNode => (
  <Frame view={view} shell="staff" title="Notes of supervision">
    <Heading>Notes of supervision</Heading>
    <Lede>
      You see that a note is there. To read one you say why first, and the two are told at once. Do it only to
      keep somebody safe.
    </Lede>
    <FilterForm label="Find notes of somebody">
      <TextField
        form={{ ...view.form, values: { who: facts.who }, errors: [] }}
        name="who"
        label="Name of the peer supporter or supervisor"
        width={20}
      />
      <Button kind="secondary">Find</Button>
    </FilterForm>
    {facts.notes.length === 0 ? (
      <Empty title={facts.who ? 'No note of anybody with this name.' : 'There is no note yet.'}>
        <p>
          {facts.who ? 'Try a part of the name.' : 'When people have met and kept one, it is listed here.'}
        </p>
      </Empty>
    ) : (
      <Rows>
        {facts.notes.map((each) => (
          <Row
            key={each.id}
            action={{
              href: paths.openNote({ meetingId: each.meetingId, accountId: each.accountId }),
              label: 'Open with a reason',
              about: `the note of ${nameOf(facts.names, each.accountId)}, ${longDate(each.metOn)}`,
            }}
          >
            <strong>{nameOf(facts.names, each.accountId)}</strong> with {nameOf(facts.names, each.heldBy)}
            <br />
            <Muted>{dayAndDate(each.metOn, { today: view.today })}</Muted>
          </Row>
        ))}
      </Rows>
    )}
  </Frame>
);

export const ActionPage = ({ view, action, own }: { view: View; action: Action; own: boolean }): VNode => (
  <Frame
    view={view}
    shell="staff"
    title="What you agreed"
    back={
      own
        ? { href: paths.ownNotes(), label: 'Your notes' }
        : { href: paths.meeting({ meetingId: action.meetingId }), label: 'The meeting' }
    }
  >
    <Heading above="What you agreed">{action.words}</Heading>
    {action.closedAs ? (
      <p>
        This is over: {action.closedAs === 'done' ? 'done' : 'let go'}. {action.closedWords}
      </p>
    ) : (
      <>
        <p>
          {action.byOn ? `By ${dayAndDate(action.byOn, { today: view.today })}. ` : ''}
          Both of you see what became of it.
        </p>
        <Form form={view.form}>
          <RadioField
            form={view.form}
            name="as"
            legend="What became of it?"
            options={[
              { value: 'done', label: 'Done' },
              { value: 'let_go', label: 'Let go', hint: 'It no longer fits, or does not matter now.' },
            ]}
          />
          <TextArea
            form={view.form}
            name="words"
            label="A few words about it"
            hint="If you let it go, say why."
            rows={3}
          />
          <ButtonRow>
            <Button>Save</Button>
          </ButtonRow>
        </Form>
      </>
    )}
  </Frame>
);
