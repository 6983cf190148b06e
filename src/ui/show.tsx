import type { ComponentChildren, VNode } from 'preact';
import { ButtonLink } from './button.tsx';

export { Progress, type Share, ThemeBar } from './pictures.tsx';
export { type Column, Pagination, Table } from './table.tsx';

export type Tone = 'pine' | 'honey' | 'clay' | 'red' | 'iris' | 'grey';
type Text = { children?: ComponentChildren };

/** An action on something: a link, or a link that looks like a button. */
export interface Action {
  readonly href: string;
  readonly label: string;
  /** Said by screen readers after the label: "Change" + "date of birth". */
  readonly about?: string | undefined;
  readonly kind?: 'link' | 'button' | undefined;
}

export function ActionLink({ action }: { action: Action }) {
  const { href, label, about, kind } = action;
  if (kind === 'button') {
    return (
      <ButtonLink href={href} kind="secondary" small about={about}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <a class="k-action" href={href}>
      {label}
      {about ? <span class="nhsuk-u-visually-hidden"> {about}</span> : null}
    </a>
  );
}

/** The heading of a page (level 1) or of a part of it. `above` is the small line over it. */
export function Heading(
  props: { level?: 1 | 2 | 3 | undefined; above?: ComponentChildren; id?: string | undefined } & Text,
) {
  const { level = 1, above, id, children } = props;
  const words = (
    <>
      {above ? <span class="k-above">{above}</span> : null}
      {children}
    </>
  );
  if (level === 1)
    return (
      <h1 class="k-heading k-heading--1" id={id}>
        {words}
      </h1>
    );
  if (level === 2)
    return (
      <h2 class="k-heading k-heading--2" id={id}>
        {words}
      </h2>
    );
  return (
    <h3 class="k-heading k-heading--3" id={id}>
      {words}
    </h3>
  );
}

export const Lede = ({ children }: Text) => <p class="k-lede">{children}</p>;
export const Muted = ({ children }: Text) => <span class="k-muted">{children}</span>;
export const Hush = ({ children }: Text) => <span class="nhsuk-u-visually-hidden">{children}</span>;

interface CardProps extends Text {
  tone?: 'plain' | 'tint' | 'urgent' | 'soon' | 'growth' | undefined;
  title?: ComponentChildren;
  /** The small line over the title. */
  above?: ComponentChildren;
  /** The one thing to do about it, at the end of the card. */
  action?: ComponentChildren;
  level?: 2 | 3 | undefined;
  id?: string | undefined;
}

export function Card({ tone = 'plain', title, above, action, level = 2, id, children }: CardProps) {
  return (
    <section class={`k-card k-card--${tone}`} id={id}>
      <div class="k-card__body">
        {title ? (
          <Heading level={level} above={above}>
            {title}
          </Heading>
        ) : null}
        {children}
      </div>
      {action ? <div class="k-card__action">{action}</div> : null}
    </section>
  );
}

export const Tag = ({ tone = 'pine', children }: { tone?: Tone | undefined } & Text) => (
  <strong class={`k-tag k-tag--${tone}`}>{children}</strong>
);

export const Rows = ({ children }: Text) => <ul class="k-rows">{children}</ul>;

interface RowProps extends Text {
  /** Why it is here: "6 days", "10.30am". */
  marker?: ComponentChildren;
  tone?: Tone | undefined;
  action?: Action | VNode | undefined;
}

/** One thing on a list: why it is here, what it is, the one action. */
export function Row({ marker, tone, action, children }: RowProps) {
  return (
    <li class={marker === undefined ? 'k-row k-row--plain' : 'k-row'}>
      {marker === undefined ? null : (
        <div class="k-row__marker">
          {typeof marker === 'string' ? <Tag tone={tone}>{marker}</Tag> : marker}
        </div>
      )}
      <div class="k-row__text">{children}</div>
      {action ? (
        <div class="k-row__action">{'href' in action ? <ActionLink action={action} /> : action}</div>
      ) : null}
    </li>
  );
}

export interface SummaryRow {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
  readonly action?: Action | undefined;
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="k-summary">
      {rows.map(({ label, value, action }, index) => (
        <div class="k-summary__row" key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {action ? (
            <dd class="k-summary__action">
              <ActionLink action={action} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

export interface Happening {
  readonly when: ComponentChildren;
  readonly title: ComponentChildren;
  readonly tone?: Tone | undefined;
  readonly text?: ComponentChildren;
}

/** What happened, newest or oldest first as the caller gives it. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol class="k-timeline">
      {happenings.map(({ when, title, tone = 'pine', text }, index) => (
        <li class={`k-timeline__point k-timeline__point--${tone}`} key={index}>
          <p class="k-timeline__when">{when}</p>
          <p class="k-timeline__title">{title}</p>
          {text ? <div class="k-timeline__text">{text}</div> : null}
        </li>
      ))}
    </ol>
  );
}

export function Details({
  summary,
  open,
  children,
}: { summary: ComponentChildren; open?: boolean | undefined } & Text) {
  return (
    <details class="nhsuk-details" open={open}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  );
}

export const Inset = ({ tone = 'pine', children }: { tone?: Tone | undefined } & Text) => (
  <div class={`k-inset k-inset--${tone}`}>{children}</div>
);

/** Words someone wrote, with the line breaks they made. */
export const Said = ({ children }: Text) => <p class="k-said">{children}</p>;

/** The main part and what stands beside it; one under the other on a phone. On paper the aside stays behind. */
export const Columns = ({
  aside,
  asidePrints,
  children,
}: { aside: ComponentChildren; asidePrints?: boolean | undefined } & Text) => (
  <div class="k-columns">
    <div>{children}</div>
    <div class={asidePrints ? undefined : 'k-no-print'}>{aside}</div>
  </div>
);

export interface Tile {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly text?: ComponentChildren;
}

export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul class="k-tiles">
      {tiles.map(({ href, title, text }) => (
        <li class="k-tile" key={href}>
          <a class="k-tile__link" href={href}>
            {title}
          </a>
          {text ? <span class="k-tile__text">{text}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** A figure that stands alone: "21 of 26". */
export const Figure = ({ figure, of }: { figure: ComponentChildren; of?: ComponentChildren }) => (
  <p class="k-figure">
    <strong class="k-figure__number">{figure}</strong>
    {of ? <span class="k-figure__of"> {of}</span> : null}
  </p>
);

/** Nothing here yet: what will be, and what to do. */
export function Empty({
  title,
  action,
  children,
}: { title: ComponentChildren; action?: Action | undefined } & Text) {
  return (
    <div class="k-empty">
      <p class="k-empty__title">{title}</p>
      {children ? <div class="k-empty__text">{children}</div> : null}
      {action ? <ActionLink action={action} /> : null}
    </div>
  );
}
