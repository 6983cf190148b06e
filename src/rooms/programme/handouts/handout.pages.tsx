import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import { Empty, Heading, Inset, Lede, Tiles } from '#ui/show.tsx';
import { minutesInWords } from '#ui/times.ts';
import * as paths from '../paths.ts';
import type { Handout } from '../toolbox/toolbox.queries.ts';

const lengthOf = ({ minutes }: Handout) => (minutes === null ? 'To read' : minutesInWords(minutes));

const titleFor = ({ minutes }: Handout) =>
  minutes === null
    ? 'To read'
    : minutes <= 3
      ? 'Three minutes or less'
      : minutes <= 10
        ? 'Ten minutes or less'
        : 'When there is a little more time';

const byLength = (handouts: readonly Handout[]) => [...Map.groupBy(handouts, titleFor)];

const Sample = ({ children }: { children: string }) => (
  <Inset tone="honey">
    <p>{children}</p>
  </Inset>
);

export const MyToolboxPage = ({ handouts, view }: { handouts: readonly Handout[]; view: View }): VNode => (
  <Frame view={view} title="Toolbox at home" shell="parent">
    <Heading>Toolbox at home</Heading>
    <Lede>Small things to try. Take what helps today and leave the rest.</Lede>
    {handouts.some(({ sample }) => sample) ? (
      <Sample>Some of these are samples for showing Kith. No professional has read them yet.</Sample>
    ) : null}
    {handouts.length === 0 ? (
      <Empty title="There is nothing here yet">
        We only put things here that a professional has read. Until then, ask at your group or drop-in.
      </Empty>
    ) : (
      byLength(handouts).map(([title, some]) => (
        <section key={title}>
          <Heading level={2}>{title}</Heading>
          <Tiles
            tiles={some.map((each) => ({
              href: paths.myHandout({ code: each.code }),
              title: each.title,
              text: lengthOf(each),
            }))}
          />
        </section>
      ))
    )}
  </Frame>
);

export const MyHandoutPage = ({ handout, view }: { handout: Handout; view: View }): VNode => (
  <Frame
    view={view}
    title={handout.title}
    shell="parent"
    back={{ href: paths.myToolbox(), label: 'Toolbox at home' }}
  >
    <Heading above={handout.minutes === null ? undefined : minutesInWords(handout.minutes)}>
      {handout.title}
    </Heading>
    {handout.sample ? (
      <Sample>This is a sample for showing Kith. No professional has read it yet.</Sample>
    ) : null}
    {handout.paragraphs.map((words) => (
      <p key={words}>{words}</p>
    ))}
    {handout.steps.length > 0 ? (
      <ol>
        {handout.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    ) : null}
    <p>Stop whenever you like. Nobody checks whether you did it.</p>
  </Frame>
);
