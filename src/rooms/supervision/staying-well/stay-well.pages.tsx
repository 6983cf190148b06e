import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Button, ButtonLink, ButtonRow, Form, TextArea } from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted, Said } from '#ui/show.tsx';
import { momentInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { PROMPTS } from './stay-well.form.ts';
import type { Plan, PlanWords, Sharing } from './stay-well.queries.ts';

const BACK = { href: paths.stayingWell(), label: 'Staying well' };

const PlanSheet = ({ words, level = 2 }: { words: PlanWords; level?: 2 | 3 }) => (
  <>
    {PROMPTS.filter(({ name }) => words[name] !== '').map(({ name, label }) => (
      <section key={name}>
        <Heading level={level}>{label}</Heading>
        <Said>{words[name]}</Said>
      </section>
    ))}
  </>
);

export interface OwnPlanFacts {
  readonly plan: Plan | null;
  readonly sharing: Sharing | null;
}

const SharingCard = ({ sharing, view }: { sharing: Sharing | null; view: View }) => {
  if (!sharing)
    return (
      <Card title="Who reads it">
        <p>You, and nobody else. When somebody supervises you, you can share it with them if you want to.</p>
      </Card>
    );
  return (
    <Card title="Who reads it" tone={sharing.sharedAt ? 'growth' : 'plain'}>
      {sharing.sharedAt ? (
        <>
          <p>
            You and {sharing.supervisor}, since {momentInWords(sharing.sharedAt, view.zone, view.now)}.
            Earlier versions are yours alone. If somebody else supervises you one day, they do not see it.
          </p>
          <Form form={view.form} action={paths.unshareStayingWell()}>
            <Button kind="secondary">Take it back</Button>
          </Form>
        </>
      ) : (
        <>
          <p>You, and nobody else: no manager, no colleague, not {sharing.supervisor} either.</p>
          <Form form={view.form} action={paths.shareStayingWell()}>
            <Button kind="secondary">Share it with {sharing.supervisor}</Button>
          </Form>
          <p>
            <Muted>You can take it back at any time, with one tap.</Muted>
          </p>
        </>
      )}
    </Card>
  );
};

/** The owner's plan. */
export const StayingWellPage = ({
  facts: { plan, sharing },
  view,
}: {
  facts: OwnPlanFacts;
  view: View;
}): VNode => (
  <Frame view={view} title="Staying well" back={{ href: paths.ownLoad(), label: 'What you carry' }}>
    <Heading>Staying well</Heading>
    <Lede>Your own plan: what keeps you well, and what helps when it gets too much. It belongs to you.</Lede>
    {plan ? (
      <>
        <Card>
          <PlanSheet words={plan.words} />
          <p>
            <Muted>Last changed {momentInWords(plan.changedAt, view.zone, view.now)}.</Muted>
          </p>
        </Card>
        <ButtonRow>
          <ButtonLink href={paths.changeStayingWell()}>Change it</ButtonLink>
          <ButtonLink href={paths.printStayingWell()} kind="secondary">
            To print
          </ButtonLink>
        </ButtonRow>
        <SharingCard sharing={sharing} view={view} />
        <p>
          <a href={paths.earlierStayingWell()}>How it read before</a>
        </p>
        <p>
          <a href={paths.eraseStayingWell()}>Erase the plan</a>
        </p>
      </>
    ) : (
      <Empty
        title="You have no plan yet"
        action={{ href: paths.changeStayingWell(), label: 'Begin', kind: 'button' }}
      >
        <p>
          Nobody asks you for one. If you like, write a few lines on a good day, for a day that is not so
          good. Only you can read them until you share them.
        </p>
      </Empty>
    )}
  </Frame>
);

export const ChangePlanPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="Your plan for staying well" back={BACK}>
    <Heading>Your plan for staying well</Heading>
    <Lede>Leave out whatever you like. One line is a plan.</Lede>
    <Form form={view.form}>
      {PROMPTS.map(({ name, label, hint }) => (
        <TextArea key={name} form={view.form} name={name} label={label} hint={hint} rows={3} />
      ))}
      <ButtonRow>
        <Button>Save</Button>
      </ButtonRow>
    </Form>
  </Frame>
);

/** One sheet for the wall or the bag. */
export const PrintPlanPage = ({ plan, view }: { plan: Plan; view: View }): VNode => (
  <Frame view={view} title="Staying well, on paper" back={BACK}>
    <Heading>Staying well</Heading>
    <PlanSheet words={plan.words} />
    <p class="k-no-print">
      <Muted>To print it, use your browser’s own print. The menus stay off the paper.</Muted>
    </p>
  </Frame>
);

export const EarlierPlansPage = ({
  earlier,
  view,
}: {
  earlier: readonly { readonly words: PlanWords; readonly writtenAt: Temporal.Instant }[];
  view: View;
}): VNode => (
  <Frame view={view} title="How it read before" back={BACK}>
    <Heading>How it read before</Heading>
    <Lede>Only you see these, whoever reads your plan.</Lede>
    {earlier.length === 0 ? <Empty title="Your plan has not changed yet" /> : null}
    {earlier.map(({ words, writtenAt }, index) => (
      <Details
        key={writtenAt.toString()}
        summary={`Written ${momentInWords(writtenAt, view.zone, view.now)}`}
        open={index === 0}
      >
        <PlanSheet words={words} level={3} />
      </Details>
    ))}
  </Frame>
);

export const ErasePlanPage = ({ view }: { view: View }): VNode => (
  <Frame view={view} title="Erase your plan" back={BACK}>
    <Heading>Erase your plan</Heading>
    <p>
      Your plan goes, with everything it said before. Nobody can read it any more, and we cannot bring it
      back.
    </p>
    <Form form={view.form}>
      <ButtonRow>
        <Button kind="warning">Erase it all</Button>
        <ButtonLink href={paths.stayingWell()} kind="quiet">
          Keep it
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Frame>
);

/** For the supervisor with whom it is shared. */
export const SharedPlanPage = ({
  plan,
  view,
}: {
  plan: Plan & { readonly name: string };
  view: View;
}): VNode => (
  <Frame
    view={view}
    title={`Staying well: ${plan.name}`}
    back={{ href: paths.supervision(), label: 'Supervision' }}
  >
    <Heading above={plan.name}>Staying well</Heading>
    <Inset tone="iris">
      <p>
        {plan.name} shares this with you, and with nobody else. It belongs to them, and they may take it back
        at any time. Do not copy it.
      </p>
    </Inset>
    <Card>
      <PlanSheet words={plan.words} />
      <p>
        <Muted>Last changed {momentInWords(plan.changedAt, view.zone, view.now)}.</Muted>
      </p>
    </Card>
  </Frame>
);
