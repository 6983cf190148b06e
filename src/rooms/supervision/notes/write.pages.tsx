import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Fieldset,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Details, Heading, Inset, Lede, Muted } from '#ui/show.tsx';
import { dayAndDate, longDate, momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Action } from './action.queries.ts';
import type { Writing } from './draft.queries.ts';
import { ACTION_PLACES, becameField, becameWords } from './note.form.ts';
import type { NoteThere } from './note.queries.ts';
import { SECTIONS, sectionWords } from './note.rules.ts';
import { BetweenUs, unnamed, whenMet } from './parts.pages.tsx';

export interface WriteFacts {
  readonly writing: Writing;
  readonly name: string;
  readonly open: readonly Action[];
  readonly before: readonly NoteThere[];
}

const LastTime = ({ facts, view }: { facts: WriteFacts; view: View }): VNode => (
  <>
    <Heading level={2}>What you agreed before</Heading>
    {facts.open.length === 0 ? (
      <p>
        <Muted>Nothing is open from last time.</Muted>
      </p>
    ) : (
      <>
        <p>Look at these together first. What you leave open goes on to the next time.</p>
        {facts.open.map((action) => (
          <Card key={action.id} level={3} title={action.words}>
            <RadioField
              form={view.form}
              name={becameField(action.id)}
              legend={
                <>
                  {action.whose === 'supporter' ? facts.name : 'Your own'}
                  {action.byOn ? `, by ${longDate(action.byOn, { today: view.today })}` : ''}: what became of
                  it?
                </>
              }
              options={[
                { value: '', label: 'It goes on' },
                { value: 'done', label: 'Done' },
                { value: 'let_go', label: 'Let go' },
              ]}
            />
            <TextField
              form={view.form}
              name={becameWords(action.id)}
              label="A few words about it"
              hint="If you let it go, say why."
            />
          </Card>
        ))}
      </>
    )}
  </>
);

const NewActions = ({ facts, view }: { facts: WriteFacts; view: View }): VNode => (
  <>
    <Heading level={2}>What you agree now</Heading>
    <p>Small and clear is best. Leave these empty if there is nothing.</p>
    {ACTION_PLACES.map((at) => (
      <Fieldset key={at} legend={`Agreed ${at}`}>
        <TextField form={view.form} name={`action${at}`} label="What is to be done" />
        <RadioField
          form={view.form}
          name={`whose${at}`}
          legend="Who does it"
          options={[
            { value: 'supporter', label: facts.name },
            { value: 'supervisor', label: 'You, the supervisor' },
          ]}
        />
        <DateField form={view.form} name={`by${at}`} legend="By when, if you agreed a day" />
      </Fieldset>
    ))}
  </>
);

const OtherWindow = ({ view }: { view: View }): VNode => (
  <Card tone="soon" title="You saved this in another window too">
    <p>
      Nothing is lost. What you wrote here is still in the boxes below. What the other window saved is here.
      Put the two together, then save.
    </p>
    {Object.entries(view.theirs ?? {}).map(([field, words]) => (
      <div key={field}>
        <p>
          <strong>
            Saved in the other window:{' '}
            {SECTIONS.find((section) => section === field)
              ? sectionWords[field as keyof typeof sectionWords].title
              : 'what you agreed'}
          </strong>
        </p>
        <p class="k-theirs">{words === '' ? '(empty)' : words}</p>
      </div>
    ))}
  </Card>
);

const savedWords = (writing: Writing, view: View): string =>
  writing.draft
    ? `This is your draft. It was last saved ${momentInWords(writing.draft.changedAt, writing.zone, view.now)}.`
    : 'Nothing is saved yet. Press “Keep as a draft” before you leave the page.';

export const WritePage = ({ view, facts }: { view: View; facts: WriteFacts }): VNode => {
  const { writing, name, before } = facts;
  const key = { meetingId: writing.meetingId, accountId: writing.accountId };
  const { theirs: _, ...whole } = view;
  return (
    <Frame
      view={unnamed(whole, paths.noteDrafts())}
      shell="staff"
      title={`Your note with ${name}`}
      back={{ href: paths.meeting({ meetingId: writing.meetingId }), label: 'The meeting' }}
      islands={['note-draft']}
    >
      {view.theirs ? <OtherWindow view={view} /> : null}
      <Heading above={whenMet(writing.startsAt, writing.zone, view)}>Your note with {name}</Heading>
      <Lede>
        While it is a draft, only you see it. When you keep it, {name} reads it too, and it no longer changes.
      </Lede>
      {writing.heldAt === null ? (
        <Inset tone="honey">
          <p>
            Nobody has said yet that you met. Until then this stays a draft.{' '}
            <a href={paths.heldMeeting({ meetingId: writing.meetingId })}>Say that you met</a>
          </p>
        </Inset>
      ) : null}
      <BetweenUs />
      {before.length > 0 ? (
        <Details summary="Earlier notes you may read">
          <ul>
            {before.map((each) => (
              <li key={each.id}>
                <a href={paths.note({ meetingId: each.meetingId, accountId: each.accountId })}>
                  {dayAndDate(each.metOn, { today: view.today })}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <Form form={view.form}>
        <LastTime facts={facts} view={view} />
        <Heading level={2}>What you talked about</Heading>
        <p>Write what both of you would want to read again. Every box may stay empty but one.</p>
        {SECTIONS.map((section) => (
          <TextArea
            key={section}
            form={view.form}
            name={section}
            label={sectionWords[section].title}
            hint={sectionWords[section].prompt}
            rows={6}
          />
        ))}
        <NewActions facts={facts} view={view} />
        <p
          role="status"
          data-draft-save={paths.saveNoteDraft(key)}
          data-draft-saved={paths.savedNoteDraft(key)}
        >
          {savedWords(writing, view)}
        </p>
        <ButtonRow>
          <Button name="do" value="keep">
            Keep the note and share it
          </Button>
          <Button name="do" value="draft" kind="secondary">
            Keep as a draft
          </Button>
        </ButtonRow>
      </Form>
      {writing.draft ? (
        <ButtonRow>
          <ButtonLink href={paths.throwNoteDraftAway(key)} kind="quiet">
            Throw this draft away
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Frame>
  );
};

export const ThrowAwayPage = ({ view, facts }: { view: View; facts: WriteFacts }): VNode => {
  const { writing, name } = facts;
  const key = { meetingId: writing.meetingId, accountId: writing.accountId };
  return (
    <Frame
      view={unnamed(view, paths.noteDrafts())}
      shell="staff"
      title="Throw a draft away"
      back={{ href: paths.writeNote(key), label: 'Back to the draft' }}
    >
      <Heading>Throw away your draft with {name}?</Heading>
      <p>
        It is about {whenMet(writing.startsAt, writing.zone, view)}. What you wrote is then gone, and nobody
        can bring it back.
      </p>
      <Form form={view.form}>
        <ButtonRow>
          <Button kind="warning">Throw it away</Button>
          <ButtonLink href={paths.writeNote(key)} kind="secondary">
            Keep it
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
