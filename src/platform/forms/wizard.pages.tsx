import type { ComponentChildren, VNode } from 'preact';
import { Button, ButtonLink, ButtonRow, Form } from '#ui/form.tsx';
import { Card, Heading, Hush, Inset, Lede, Row, Rows, Said, SummaryList } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import { Frame } from '../http/frame.tsx';
import type { View } from '../http/view.ts';

interface Dressed {
  readonly view: View;
  readonly shell: 'parent' | 'staff' | 'public' | undefined;
}

interface StepPageProps extends Dressed {
  readonly title: string;
  readonly number: number;
  readonly of: number;
  /** A draft is kept already: it can be left and taken up again. */
  readonly begun?: boolean;
  readonly first?: boolean;
  readonly intro?: VNode;
  /** The words on the button that goes on, where it does more than that. */
  readonly button?: string | undefined;
  readonly unfinished?: readonly { readonly changedAt: Temporal.Instant; readonly href: string }[];
  readonly children?: ComponentChildren;
}

export const StepPage = ({
  view,
  shell,
  title,
  number,
  of,
  begun,
  first,
  intro,
  button,
  unfinished = [],
  children,
}: StepPageProps): VNode => (
  <Frame view={view} shell={shell} title={`${title} (step ${number} of ${of})`}>
    {intro}
    {unfinished.length > 0 ? (
      <Card tone="tint" title="Not sent yet">
        <Rows>
          {unfinished.map(({ changedAt, href }) => (
            <Row
              key={href}
              action={{
                href,
                label: 'Carry on',
                about: `with what you wrote ${momentInWords(changedAt, view.zone, view.now)}`,
              }}
            >
              You wrote this {momentInWords(changedAt, view.zone, view.now)}
            </Row>
          ))}
        </Rows>
      </Card>
    ) : null}
    <Heading level={intro ? 2 : 1} above={`Step ${number} of ${of}`}>
      {title}
    </Heading>
    <Form form={view.form}>
      {children}
      {/* Enter presses the first button of a form: it must be the one that goes on. */}
      <ButtonRow>
        <Button>{button ?? 'Continue'}</Button>
        {begun && !first ? (
          <Button kind="quiet" name="_go" value="back">
            Go back
          </Button>
        ) : null}
        {begun ? (
          <Button kind="quiet" name="_go" value="later">
            Save and come back later
          </Button>
        ) : null}
      </ButtonRow>
    </Form>
  </Frame>
);

interface CheckPageProps extends Dressed {
  readonly title: string;
  readonly button: string;
  readonly above: VNode | undefined;
  readonly missing: readonly { readonly title: string; readonly href: string }[];
  readonly parts: readonly {
    readonly title: string;
    readonly href: string;
    readonly answers: readonly { readonly label: string; readonly value: string }[];
  }[];
}

export const CheckPage = ({ view, shell, title, button, above, missing, parts }: CheckPageProps): VNode => (
  <Frame view={view} shell={shell} title={title}>
    <Heading above="Last step">{title}</Heading>
    {above}
    {missing.length > 0 ? (
      <Inset tone="clay">
        <p>Before you can send it, please answer:</p>
        <ul>
          {missing.map((step) => (
            <li key={step.href}>
              <a href={step.href}>{step.title}</a>
            </li>
          ))}
        </ul>
      </Inset>
    ) : null}
    {parts.map((part) => (
      <Card
        key={part.href}
        title={part.title}
        action={
          <a href={part.href}>
            Change<Hush> “{part.title}”</Hush>
          </a>
        }
      >
        <SummaryList
          rows={part.answers
            .filter(({ value }) => value !== '')
            .map(({ label, value }) => ({
              label,
              value: value.includes('\n') ? <Said>{value}</Said> : value,
            }))}
        />
      </Card>
    ))}
    <Form form={view.form}>
      <ButtonRow>
        {missing.length === 0 ? <Button>{button}</Button> : null}
        <Button kind="quiet" name="_go" value="later">
          Save and come back later
        </Button>
      </ButtonRow>
    </Form>
  </Frame>
);

interface LaterPageProps extends Dressed {
  readonly until: Temporal.Instant;
  readonly carryOn: string;
  /** The address to come back to; null when signing in is enough. */
  readonly link: string | null;
  readonly address: string | null;
}

export const LaterPage = ({ view, shell, until, carryOn, link, address }: LaterPageProps): VNode => (
  <Frame view={view} shell={shell} title="Saved for later">
    <Heading>Saved for later</Heading>
    <Lede>
      What you wrote is kept until {momentInWords(until, view.zone, view.now)}. Nothing has been sent yet.
    </Lede>
    {link ? (
      <Card tone="tint" title="Keep this link to come back">
        <p>
          Whoever has this link can open what you wrote, so keep it to yourself. Copy it, or add this page to
          your favourites.
        </p>
        <p class="k-break">
          <a href={link}>{link}</a>
        </p>
      </Card>
    ) : (
      <p>You will find it on the first page of this form when you are signed in.</p>
    )}
    <Form form={view.form}>
      <ButtonRow>
        <ButtonLink href={carryOn}>Carry on now</ButtonLink>
        {link && address ? (
          <Button kind="secondary" name="_go" value="link">
            Send the link to my e-mail address
          </Button>
        ) : null}
      </ButtonRow>
    </Form>
  </Frame>
);

export const BackPage = ({ view, shell, title }: Dressed & { readonly title: string }): VNode => (
  <Frame view={view} shell={shell} title={`${title}: carry on`}>
    <Heading>{title}</Heading>
    <Lede>What you wrote is still here.</Lede>
    <Form form={view.form}>
      <Button>Carry on where I stopped</Button>
    </Form>
  </Frame>
);

export const SentPage = ({
  view,
  shell,
  title,
  to,
}: Dressed & { readonly title: string; readonly to: string }): VNode => (
  <Frame view={view} shell={shell} title={`${title}: sent`}>
    <Heading>This has been sent</Heading>
    <Lede>It was sent once, and what you typed is no longer kept here.</Lede>
    <p>
      <a href={to}>See what happens next</a>
    </p>
  </Frame>
);
