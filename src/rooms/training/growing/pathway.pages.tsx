import { Fragment, type VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  DateField,
  Form,
  RadioField,
  TextArea,
  TextField,
} from '#ui/form.tsx';
import { Card, Details, Empty, Heading, Inset, Lede, Muted, Row, Rows, Said, Tag } from '#ui/show.tsx';
import { dayAndDate, longDate } from '#ui/times.ts';
import * as paths from '../paths.ts';
import { mayAnswerInterests, mayShapePathways } from './growing.policy.ts';
import { OwnInterest } from './outcome.pages.tsx';
import { OPENINGS } from './pathway.form.ts';
import type { Interest, Pathway } from './pathway.queries.ts';
import { PATHWAY_KINDS, pathwayKindWords } from './pathway.rules.ts';

const openNow = (way: Pathway, today: Temporal.PlainDate) =>
  way.content.openings.filter(
    ({ until }) => Temporal.PlainDate.compare(Temporal.PlainDate.from(until), today) >= 0,
  );

export interface PathwaysFacts {
  readonly ways: readonly Pathway[];
  /** The reader's own interests; none for somebody who is no volunteer. */
  readonly own: readonly Interest[];
}

const openInterest = (own: readonly Interest[], code: string): Interest | undefined =>
  own.find((each) => each.code === code && each.state !== 'over');

const Way = ({ way, facts, view }: { way: Pathway; facts: PathwaysFacts; view: View }) => {
  const openings = openNow(way, view.today).length;
  const interested = openInterest(facts.own, way.code);
  return (
    <Row action={{ href: paths.pathway({ code: way.code }), label: 'Read', about: way.content.name }}>
      <strong>{way.content.name}</strong>
      {way.content.shown ? null : (
        <>
          {' '}
          <Tag tone="grey">Not shown to volunteers</Tag>
        </>
      )}
      {interested ? (
        <>
          {' '}
          <Tag tone="iris">You are interested</Tag>
        </>
      ) : null}
      {openings > 0 ? (
        <>
          {' '}
          <Tag tone="honey">{openings === 1 ? 'One opening now' : `${openings} openings now`}</Tag>
        </>
      ) : null}
      <br />
      <Muted>{way.content.dates}</Muted>
    </Row>
  );
};

/** The ways on from here, by kind. */
export const PathwaysPage = ({ facts, view }: { facts: PathwaysFacts; view: View }): VNode => {
  const shapes = mayShapePathways(view.actor);
  const ways = facts.ways.filter((way) => shapes || way.content.shown);
  return (
    <Frame view={view} title="Ways on from here">
      <Heading>Ways on from here</Heading>
      <Lede>
        Some people want to go further, and some want to do just what they do now. Both are right. If
        something here speaks to you, say so: it binds you to nothing.
      </Lede>
      <ButtonRow>
        {mayAnswerInterests(view.actor) ? (
          <ButtonLink href={paths.interests()} kind="secondary">
            Who is interested
          </ButtonLink>
        ) : null}
        {shapes ? (
          <ButtonLink href={paths.newPathway()} kind="quiet">
            Add a way on
          </ButtonLink>
        ) : null}
      </ButtonRow>
      {ways.length === 0 ? (
        <Empty title="Nothing is written here yet.">
          <p>Your volunteer manager can still tell you what there is. Ask whenever you like.</p>
        </Empty>
      ) : null}
      {PATHWAY_KINDS.map((kind) => {
        const here = ways.filter((way) => way.kind === kind);
        return here.length === 0 ? null : (
          <Fragment key={kind}>
            <Heading level={2}>{pathwayKindWords[kind].many}</Heading>
            <p>{pathwayKindWords[kind].about}</p>
            <Rows>
              {here.map((way) => (
                <Way key={way.code} way={way} facts={facts} view={view} />
              ))}
            </Rows>
          </Fragment>
        );
      })}
      {facts.own.length > 0 ? (
        <p>
          <a href={paths.ownRecord()}>
            What became of what you were interested in is in your learning record
          </a>
        </p>
      ) : null}
    </Frame>
  );
};

export interface PathwayFacts {
  readonly way: Pathway;
  /** The reader's own interests in it, the newest first. */
  readonly own: readonly Interest[];
  /** Whether the reader is a volunteer, who may say that they are interested. */
  readonly volunteer: boolean;
}

/** One way on: what it is, what helps, who to talk to, when; and the button of somebody who is interested. */
export const PathwayPage = ({ facts, view }: { facts: PathwayFacts; view: View }): VNode => {
  const { way, own, volunteer } = facts;
  const { content } = way;
  const openings = openNow(way, view.today);
  const [latest] = own;
  const open = own.find((each) => each.state !== 'over');
  return (
    <Frame view={view} title={content.name} back={{ href: paths.pathways(), label: 'Ways on from here' }}>
      <Heading above={pathwayKindWords[way.kind].one}>{content.name}</Heading>
      {content.shown ? null : (
        <Inset tone="honey">
          <p>Volunteers do not see this page.</p>
        </Inset>
      )}
      <Said>{content.about}</Said>
      {openings.length > 0 ? (
        <Card tone="soon" title="Open now">
          <ul>
            {openings.map((each) => (
              <li key={each.title}>
                <strong>{each.title}</strong>, until{' '}
                {dayAndDate(Temporal.PlainDate.from(each.until), { today: view.today })}.
                {each.words ? ` ${each.words}` : ''}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {content.helps.length > 0 ? (
        <>
          <Heading level={2}>What helps</Heading>
          <ul>
            {content.helps.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {content.talkTo ? (
        <>
          <Heading level={2}>Who to talk to</Heading>
          <Said>{content.talkTo}</Said>
        </>
      ) : null}
      {content.dates ? (
        <>
          <Heading level={2}>When</Heading>
          <Said>{content.dates}</Said>
        </>
      ) : null}
      {content.caution ? (
        <Inset tone="honey">
          <Said>{content.caution.words}</Said>
          <p>
            <Muted>
              We last looked whether this is still so on{' '}
              {longDate(Temporal.PlainDate.from(content.caution.lookedAtOn))}.
            </Muted>
          </p>
        </Inset>
      ) : null}
      {open ? <OwnInterest interest={open} view={view} /> : null}
      {volunteer && !open && content.shown ? (
        <Card tone="growth" title={latest ? 'Interested again?' : 'Is this something for you?'}>
          <p>
            Say so with one tap. Your volunteer manager comes back to you. Only those who look after
            volunteers at your centre see it.
          </p>
          <Form form={view.form}>
            <Details summary="Add a few words">
              <TextArea form={view.form} name="words" label="What would you like to know or say?" rows={3} />
            </Details>
            <ButtonRow>
              <Button>I am interested</Button>
            </ButtonRow>
          </Form>
        </Card>
      ) : null}
      {mayShapePathways(view.actor) ? (
        <ButtonRow>
          <ButtonLink href={paths.changePathway({ code: way.code })} kind="secondary">
            Change this page
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </Frame>
  );
};

/** Writing a way on, new or anew. */
export const PathwayFormPage = ({ way, view }: { way: Pathway | null; view: View }): VNode => {
  const title = way ? 'Change this way on' : 'Add a way on';
  return (
    <Frame
      view={view}
      title={title}
      back={
        way
          ? { href: paths.pathway({ code: way.code }), label: way.content.name }
          : { href: paths.pathways(), label: 'Ways on from here' }
      }
    >
      <Heading above={way?.content.name}>{title}</Heading>
      <Lede>
        All centres of the organisation read the same page. What people said about an older one stays theirs.
      </Lede>
      <Form form={view.form}>
        {way ? (
          <input type="hidden" name="kind" value={way.kind} />
        ) : (
          <RadioField
            form={view.form}
            name="kind"
            legend="What kind of way on is it?"
            options={PATHWAY_KINDS.map((kind) => ({ value: kind, label: pathwayKindWords[kind].one }))}
          />
        )}
        <TextField form={view.form} name="name" label="What is it called?" />
        <TextArea form={view.form} name="about" label="What is it?" rows={5} />
        <TextArea form={view.form} name="helps" label="What helps?" hint="One thing a line." rows={5} />
        <TextArea form={view.form} name="talkTo" label="Who to talk to?" rows={2} />
        <TextArea
          form={view.form}
          name="dates"
          label="When?"
          hint="In words, such as every September."
          rows={2}
        />
        {OPENINGS.map((at) => (
          <Details
            key={at}
            summary={`Opening ${at}`}
            open={
              Boolean(view.form.values[`opening${at}Title`]) ||
              view.form.errors.some(({ field }) => field.startsWith(`opening${at}`))
            }
          >
            <TextField form={view.form} name={`opening${at}Title`} label="What is open?" />
            <DateField
              form={view.form}
              name={`opening${at}Until`}
              legend="Last day to apply"
              hint="After that day it is no longer shown."
            />
            <TextField form={view.form} name={`opening${at}Words`} label="Where and how to apply" />
          </Details>
        ))}
        <TextArea
          form={view.form}
          name="caution"
          label="Anything to be careful about?"
          hint="Such as who pays for a check. It is shown with today’s date, as the day you last looked."
          rows={4}
        />
        <RadioField
          form={view.form}
          name="shown"
          legend="Do volunteers see it?"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'Not at the moment' },
          ]}
        />
        <ButtonRow>
          <Button>Save the page</Button>
        </ButtonRow>
      </Form>
    </Frame>
  );
};
