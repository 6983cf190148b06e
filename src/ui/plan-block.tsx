import type { ComponentChildren } from 'preact';
import { type Action, ActionLink, Tag, type Tone } from './show.tsx';

export interface PlanTag {
  readonly label: string;
  readonly tone?: Tone | undefined;
}

export interface PlanBlockProps {
  readonly minutes: number;
  /** When it starts, as people read it: "10.30am". */
  readonly start: string;
  readonly title: ComponentChildren;
  readonly activity?: ComponentChildren;
  readonly tags?: readonly PlanTag[] | undefined;
  /** Pine for most blocks, iris where people talk, honey for the break. */
  readonly tone?: 'pine' | 'iris' | 'honey' | undefined;
  readonly change?: Action | undefined;
  /** 3 where the plan stands under a heading of its own. */
  readonly level?: 2 | 3 | undefined;
  /** More beside the words: notes, a gentle warning, buttons. */
  readonly children?: ComponentChildren;
}

export const Plan = ({ children }: { children?: ComponentChildren }) => <ol class="k-plan">{children}</ol>;

/** One block of a session: how long, when, what, and the way to change it. */
export function PlanBlock(props: PlanBlockProps) {
  const { minutes, start, title, activity, tags = [], tone = 'pine', change, level = 2, children } = props;
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <li class="k-block">
      <p class={`k-block__time k-block__time--${tone}`}>
        <strong class="k-block__minutes">
          {minutes}
          <span class="nhsuk-u-visually-hidden"> minutes, from </span>
        </strong>
        <span class="k-block__start">{start}</span>
      </p>
      <div class="k-block__text">
        <Title class="k-block__title">{title}</Title>
        {activity || tags.length > 0 ? (
          <p class="k-block__activity">
            {activity}
            {tags.map(({ label, tone: tagTone }) => (
              <>
                {' '}
                <Tag tone={tagTone}>{label}</Tag>
              </>
            ))}
          </p>
        ) : null}
        {children}
      </div>
      {change ? (
        <div class="k-block__change">
          <ActionLink action={change} />
        </div>
      ) : null}
    </li>
  );
}
