import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Checkbox, FilterForm, Form, TextArea, TextField } from '#ui/form.tsx';
import { Card, Empty, Heading, Inset, Lede, Muted, Row, Rows, Said, Tag, Timeline } from '#ui/show.tsx';
import { clockTime, counted, dayAndDate, momentInWords, timeRange } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { SessionFacts } from '../sessions/session.queries.ts';
import { registerDrawn } from './register.form.ts';
import type { Register, RegisterRow } from './register.queries.ts';
import { type Mark, type Marked, rowInWords, wasThere, whyNotInWords } from './register.rules.ts';
import { aboutWords, Happened, Mind, RegisterRows } from './register-rows.pages.tsx';

/** "Session 5: Thursday 26 November". */
export const sessionTitle = (session: SessionFacts, today: Temporal.PlainDate): string =>
  `Session ${session.number}: ${dayAndDate(session.on, { today })}`;

/** "10.30am to 12.30pm, Hartley Hub, Oak Room". */
export const sessionWhere = (session: SessionFacts): string => {
  const ends = session.endsAt.toZonedDateTimeISO(session.zone).toPlainTime();
  const where = session.online ? 'online' : [session.venue, session.room].filter(Boolean).join(', ');
  return [timeRange(session.from, ends), where].filter(Boolean).join(', ');
};

interface Found {
  readonly words: string;
  readonly people: readonly { readonly personId: string; readonly name: string }[];
}

export interface RegisterFacts {
  readonly register: Register;
  /** Set while somebody who came without a place is being looked for. */
  readonly find: Found | null;
  readonly mayPlan: boolean;
}

const count = (rows: readonly RegisterRow[]) => {
  const marked = rows.filter((row) => row.drawn.mark !== null).length;
  return `${marked} of ${counted(rows.length, 'parent')} marked`;
};

const withoutTheirs = ({ theirs: _theirs, ...view }: View): View => view;

const OpenRegister = ({ facts, view }: { facts: RegisterFacts; view: View }) => {
  const { register } = facts;
  const { session } = register;
  const { form, clashes } = registerDrawn(register, view.form);
  const saidToday =
    session.groundRulesSaidAt !== null &&
    Temporal.Instant.compare(session.groundRulesSaidAt, session.startsAt.subtract({ hours: 12 })) > 0;
  return (
    <>
      {clashes > 0 || view.theirs ? (
        <Inset tone="honey">
          <h2 class="k-heading k-heading--3">Somebody else marked this register while you did</h2>
          <p>
            Nothing of theirs is lost, and nothing of yours is saved yet.{' '}
            {clashes > 0
              ? `${counted(clashes, 'parent is', 'parents are')} marked in two ways: look for the red line, choose, and save again.`
              : 'What they saved is in the form below. Save again to add yours.'}
          </p>
        </Inset>
      ) : null}
      {register.someoneNew && !saidToday ? (
        <Inset>Somebody is new since the ground rules were last said. Say them again together today.</Inset>
      ) : null}
      <Form form={form}>
        {register.rows.length === 0 ? (
          <Empty title="Nobody has a place yet">
            <p>When somebody comes, add them below. You can also close the register without anyone.</p>
          </Empty>
        ) : (
          <RegisterRows register={register} form={form} />
        )}
        <ButtonRow>
          <Button name="next" value="save" kind="secondary">
            Save and come back
          </Button>
          <Button name="next" value="find" kind="quiet">
            Add somebody without a place
          </Button>
        </ButtonRow>
        <Heading level={2}>When everyone has gone</Heading>
        {saidToday ? (
          <p>The ground rules were said together today.</p>
        ) : (
          <Checkbox form={form} name="ground-rules" label="We said the ground rules together" />
        )}
        <Happened form={form} />
        <TextArea
          form={form}
          name="words"
          label="Anything to note about the day"
          hint="About the session, not about one person. A worry about somebody belongs in “Raise a concern”."
          rows={3}
        />
        <ButtonRow>
          <Button name="next" value="close">
            Close the register
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
};

const FindSomebody = ({ facts, view }: { facts: RegisterFacts; view: View }) => {
  const { session } = facts.register;
  const here = paths.register({ sessionId: session.id });
  const found = facts.find?.people ?? [];
  const words = facts.find?.words ?? '';
  return (
    <>
      <Heading level={2}>Who came without a place?</Heading>
      <p>
        {session.kind === 'drop_in'
          ? 'Any family of this centre can come to the drop-in. Look for them by name.'
          : 'Look among the parents of this centre who are already in a group or drop-in.'}
      </p>
      <FilterForm action={here} label="Find a parent by name">
        <TextField form={{ ...view.form, values: { find: words } }} name="find" label="Name" width={20} />
        <Button kind="secondary">Search</Button>
      </FilterForm>
      {words !== '' && found.length === 0 ? (
        <Empty title="Nobody of that name here">
          <p>
            Try a part of the name. A family who is new to us is referred first: they can do that themselves,
            or a colleague can write it down with them.
          </p>
        </Empty>
      ) : null}
      {found.length > 0 ? (
        <Rows>
          {found.map(({ personId, name }) => (
            <Row
              key={personId}
              action={{
                href: paths.register({ sessionId: session.id }, { add: personId }),
                label: 'Add',
                about: name,
                kind: 'button',
              }}
            >
              {name}
            </Row>
          ))}
        </Rows>
      ) : null}
      <p>
        <a href={here}>Back to the register</a>
      </p>
    </>
  );
};

const tone = (mark: Mark | null) => (wasThere(mark) ? 'pine' : mark === 'did_not_come' ? 'clay' : 'grey');

const isMarked = (value: unknown): value is Marked =>
  typeof value === 'object' && value !== null && 'mark' in value;

const changeInWords = (value: unknown, zone: string): string => {
  if (isMarked(value)) return rowInWords(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('endsAt' in value && typeof value.endsAt === 'string')
    return `Ended at ${clockTime(Temporal.Instant.from(value.endsAt).toZonedDateTimeISO(zone).toPlainTime())}`;
  if (!('happened' in value)) return '';
  const why = 'whyNot' in value && typeof value.whyNot === 'string' ? `: ${whyNotInWords(value.whyNot)}` : '';
  return value.happened ? 'The session happened' : `The session did not happen${why}`;
};

const ClosedRegister = ({ facts, view }: { facts: RegisterFacts; view: View }) => {
  const { register } = facts;
  const { session, closing } = register;
  const names = new Map(register.rows.map((row) => [row.personId, row.who.calledName]));
  const toAsk = register.rows.filter((row) => row.drawn.mark === 'did_not_come' && !row.followedUp).length;
  const was = register.rows.filter((row) => wasThere(row.drawn.mark)).length;
  return (
    <>
      <Card
        tone="tint"
        title={
          session.closed?.happened
            ? `${counted(was, 'parent')} came`
            : `The session did not happen: ${whyNotInWords(session.closed?.whyNot ?? '').toLowerCase()}`
        }
      >
        <p>
          {closing?.by ?? 'Somebody'} closed this register{' '}
          {session.closed ? momentInWords(session.closed.at, session.zone, view.now) : ''}.
        </p>
        {closing?.words ? <Said>{closing.words}</Said> : null}
        {toAsk > 0 ? (
          <p>
            <a href={paths.followUps()}>Ask kindly after those who did not come</a>
          </p>
        ) : null}
      </Card>
      {register.rows.length > 0 ? (
        <Rows>
          {register.rows
            .filter((row) => row.drawn.mark !== null)
            .map((row) => (
              <Row key={row.personId}>
                <Mind who={row.who} />
                <strong>{row.who.calledName}</strong>{' '}
                <Tag tone={tone(row.drawn.mark)}>{rowInWords(row.drawn)}</Tag>
                {row.followedUp ? (
                  <>
                    {' '}
                    <Muted>somebody asked after them</Muted>
                  </>
                ) : null}
              </Row>
            ))}
        </Rows>
      ) : null}
      <ButtonRow>
        {facts.mayPlan ? (
          <ButtonLink href={paths.runSheet({ sessionId: session.id })}>Write how it went</ButtonLink>
        ) : null}
        <ButtonLink href={paths.correctRegister({ sessionId: session.id })} kind="secondary">
          Correct this register
        </ButtonLink>
      </ButtonRow>
      {register.corrections.length > 0 ? (
        <>
          <Heading level={2}>What was corrected</Heading>
          <Timeline
            happenings={register.corrections.map((each) => ({
              when: `${momentInWords(each.at, session.zone, view.now)}, ${each.by}`,
              title: `${each.personId ? `${names.get(each.personId) ?? 'A parent'}: ` : ''}${changeInWords(each.was, session.zone)} → ${changeInWords(each.became, session.zone)}`,
              text: each.why,
            }))}
          />
        </>
      ) : null}
    </>
  );
};

const Ahead = ({ facts }: { facts: RegisterFacts }) => (
  <>
    <Inset>
      You can mark this register from the morning of the session. Until then, this is who we expect.
    </Inset>
    {facts.register.rows.length === 0 ? <Empty title="Nobody has a place yet" /> : null}
    <Rows>
      {facts.register.rows.map((row) => (
        <Row key={row.personId}>
          <Mind who={row.who} />
          <strong>{row.who.fullName}</strong>
          <br />
          <Muted>{aboutWords(row)}</Muted>
        </Row>
      ))}
    </Rows>
  </>
);

export const RegisterPage = ({ facts, view }: { facts: RegisterFacts; view: View }) => {
  const { register } = facts;
  const { session, stage } = register;
  const title = `Register: ${session.groupName}`;
  return (
    <Frame
      view={withoutTheirs(view)}
      title={`${title}, session ${session.number}`}
      back={{ href: paths.session({ sessionId: session.id }), label: 'The session' }}
    >
      <Heading above={`${session.groupName}, session ${session.number}`}>
        Register: {dayAndDate(session.on, { today: view.today })}
      </Heading>
      <Lede>
        {sessionWhere(session)}. {stage === 'open' ? `${count(register.rows)}.` : ''}
      </Lede>
      {facts.find ? (
        <FindSomebody facts={facts} view={view} />
      ) : stage === 'open' ? (
        <OpenRegister facts={facts} view={view} />
      ) : stage === 'closed' ? (
        <ClosedRegister facts={facts} view={view} />
      ) : stage === 'called_off' ? (
        <Empty title="This session is called off">
          <p>{session.calledOffWhy || 'There is no register to keep.'}</p>
        </Empty>
      ) : (
        <Ahead facts={facts} />
      )}
      {stage === 'open' || stage === 'ahead' ? (
        <p class="k-no-print">
          <a href={paths.printRegister({ sessionId: session.id })}>Print this register</a>
          {facts.mayPlan ? (
            <>
              {' · '}
              <a href={paths.runSheet({ sessionId: session.id })}>Run sheet</a>
            </>
          ) : null}
        </p>
      ) : null}
    </Frame>
  );
};
