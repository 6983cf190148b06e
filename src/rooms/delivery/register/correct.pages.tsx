import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, Form, TextArea, TimeField } from '#ui/form.tsx';
import { type Column, Heading, Inset, Lede, Muted, Table } from '#ui/show.tsx';
import * as paths from '../paths.ts';
import { registerDrawn } from './register.form.ts';
import { sessionTitle, sessionWhere } from './register.pages.tsx';
import type { Register, RegisterRow } from './register.queries.ts';
import { Happened, RegisterRows } from './register-rows.pages.tsx';

export interface CorrectionFacts {
  readonly register: Register;
  readonly mayChangeSession: boolean;
}

export const CorrectionPage = ({ facts, view }: { facts: CorrectionFacts; view: View }) => {
  const { register, mayChangeSession } = facts;
  const { form, clashes } = registerDrawn(register, view.form);
  const { theirs, ...rest } = view;
  return (
    <Frame
      view={rest}
      title="Correct a register"
      back={{ href: paths.register({ sessionId: register.session.id }), label: 'The register' }}
    >
      <Heading above={register.session.groupName}>Correct the register</Heading>
      <Lede>
        {sessionTitle(register.session, view.today)}. Change what is not right and say why. What it said
        before stays readable below the register.
      </Lede>
      {clashes > 0 || theirs ? (
        <Inset tone="honey">
          Somebody else corrected this register while you did. Theirs is kept and yours is still in the form:
          look for the red line, choose, and save again.
        </Inset>
      ) : null}
      <Form form={form}>
        <RegisterRows register={register} form={form} />
        {mayChangeSession ? (
          <>
            <Happened form={form} />
            <TimeField
              form={form}
              name="ended"
              label="When did it end?"
              hint="Earlier than planned can be corrected. A past session cannot be made longer."
            />
          </>
        ) : null}
        <TextArea form={form} name="why" label="Why is it changed?" rows={3} />
        <Button>Save the correction</Button>
      </Form>
    </Frame>
  );
};

const Box = () => (
  <svg width="18" height="18" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="16" height="16" rx="3" fill="none" stroke="currentColor" stroke-width="1.5" />
  </svg>
);

const boxes: readonly Column<RegisterRow>[] = [
  'Came',
  'Late',
  'Sent word',
  'Did not come',
  'Partner',
  'Baby',
].map((header) => ({ header, cell: () => <Box /> }));

/** For a clipboard: names, what to know to greet somebody, boxes. No contacts and no safety words: paper is left lying about. */
export const PrintRegisterPage = ({ facts, view }: { facts: CorrectionFacts; view: View }) => {
  const { session, rows } = facts.register;
  return (
    <Frame
      view={view}
      wide
      title={`Register to print: ${session.groupName}`}
      back={{ href: paths.register({ sessionId: session.id }), label: 'The register' }}
    >
      <Heading above={session.groupName}>{sessionTitle(session, view.today)}</Heading>
      <Lede>{sessionWhere(session)}</Lede>
      <p class="k-no-print">
        <Muted>
          Use your browser’s print. Safety instructions and contacts are not on paper: look at the register on
          a screen first, and shred this afterwards.
        </Muted>
      </p>
      <Table
        class="k-register"
        caption="Who we expect"
        captionHidden
        columns={[
          {
            header: 'Name',
            cell: (row) => (
              <>
                {row.who.fullName}
                {row.who.language ? (
                  <>
                    <br />
                    <Muted>{row.who.language}</Muted>
                  </>
                ) : null}
              </>
            ),
          },
          ...boxes,
        ]}
        rows={rows}
      />
      <p>Ground rules said together: yes / no. Session happened: yes / no.</p>
    </Frame>
  );
};
