import type { VNode } from 'preact';
import { Card, Details, Heading, Inset, Muted } from '#ui/show.tsx';
import { longDate } from '#ui/times.ts';
import type { CourseBlock, CourseScreen } from './course.shape.ts';

const Paragraphs = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((words) => (
      <p key={words}>{words}</p>
    ))}
  </>
);

const Law = ({ block, level }: { block: Extract<CourseBlock, { kind: 'law' }>; level: 2 | 3 }) => (
  <>
    <Heading level={level}>{block.lead}</Heading>
    {block.facts.map((fact) => (
      <div key={fact.words}>
        <p>
          <strong>{fact.nation}.</strong> {fact.words}
          <br />
          <Muted>
            {fact.source}. As we read it on {longDate(Temporal.PlainDate.from(fact.asOf))}.
          </Muted>
        </p>
      </div>
    ))}
  </>
);

const Block = ({ block, level }: { block: CourseBlock; level: 2 | 3 }): VNode => {
  switch (block.kind) {
    case 'words':
      return (
        <>
          {block.heading ? <Heading level={level}>{block.heading}</Heading> : null}
          <Paragraphs of={block.paragraphs} />
        </>
      );
    case 'points':
      return (
        <>
          {block.heading ? <Heading level={level}>{block.heading}</Heading> : null}
          {block.lead ? <p>{block.lead}</p> : null}
          <ul>
            {block.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </>
      );
    case 'steps':
      return (
        <>
          {block.heading ? <Heading level={level}>{block.heading}</Heading> : null}
          <ol>
            {block.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      );
    case 'story':
      return (
        <Card tone="tint" above="A story" title={block.title} level={level}>
          <Paragraphs of={block.paragraphs} />
        </Card>
      );
    case 'think':
      return (
        <Card tone="growth" above="Something to think about" title={block.ask} level={level}>
          <Details summary="What we think">
            <Paragraphs of={block.reveal} />
          </Details>
        </Card>
      );
    case 'remember':
      return (
        <Inset tone="honey">
          <p>
            <strong>{block.words}</strong>
          </p>
        </Inset>
      );
    case 'care':
      return (
        <Inset tone="clay">
          <p>{block.words}</p>
        </Inset>
      );
    case 'law':
      return <Law block={block} level={level} />;
  }
};

/** What a screen says, without its title; headings in it begin at the level given. */
export const ScreenWords = ({ screen, level = 2 }: { screen: CourseScreen; level?: 2 | 3 }): VNode => (
  <>
    {screen.blocks.map((block, at) => (
      <Block key={at} block={block} level={level} />
    ))}
  </>
);
