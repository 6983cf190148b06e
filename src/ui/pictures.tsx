import type { ComponentChildren } from 'preact';
import type { Tone } from './show.tsx';

// Bars are drawn with SVG attributes: widths in a style attribute are forbidden by our content policy.

interface ProgressProps {
  readonly label: ComponentChildren;
  readonly value: number;
  readonly max: number;
  readonly tone?: Tone | undefined;
  /** The figure as words, when the number alone is not how people say it: "5 of 8". */
  readonly figure?: ComponentChildren;
}

/** A bar with its words and its figure; the figure is the truth, the bar is for the eye. */
export function Progress({ label, value, max, tone = 'iris', figure }: ProgressProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <div class="k-progress">
      <span class="k-progress__label">{label}</span>
      <strong class="k-progress__figure">{figure ?? value}</strong>
      <svg class="k-bar" width="100%" height="10" aria-hidden="true" focusable="false">
        <rect class="k-fill-line" width="100%" height="10" rx="5" />
        {share > 0 ? (
          <rect class={`k-fill-${tone}`} width={`${round(share * 100)}%`} height="10" rx="5" />
        ) : null}
      </svg>
    </div>
  );
}

export interface Share {
  readonly label: string;
  /** Any unit: minutes, sessions. The shares are worked out from the sum. */
  readonly amount: number;
  readonly tone?: Tone | undefined;
}

const tones: readonly Tone[] = ['pine', 'iris', 'honey', 'clay', 'grey', 'red'];
const round = (value: number) => Math.round(value * 100) / 100;

/** What share each theme has had, as one bar with its key and its figures. */
export function ThemeBar({ shares, unit }: { shares: readonly Share[]; unit?: string | undefined }) {
  const sum = shares.reduce((total, { amount }) => total + amount, 0);
  let from = 0;
  const pieces = shares.map(({ label, amount, tone }, index) => {
    const width = sum > 0 ? (amount / sum) * 100 : 0;
    const piece = { label, amount, width, from, tone: tone ?? tones[index % tones.length] ?? 'grey' };
    from += width;
    return piece;
  });
  return (
    <div class="k-themes">
      <svg class="k-bar k-bar--tall" width="100%" height="16" aria-hidden="true" focusable="false">
        {sum === 0 ? <rect class="k-fill-line" width="100%" height="16" /> : null}
        {pieces.map((piece) =>
          piece.width > 0 ? (
            <rect
              key={piece.label}
              class={`k-fill-${piece.tone} k-bar__piece`}
              x={`${round(piece.from)}%`}
              width={`${round(piece.width)}%`}
              height="16"
            />
          ) : null,
        )}
      </svg>
      <ul class="k-key">
        {pieces.map((piece) => (
          <li key={piece.label}>
            <svg class="k-key__swatch" width="14" height="14" aria-hidden="true" focusable="false">
              <rect class={`k-fill-${piece.tone}`} width="14" height="14" rx="4" />
            </svg>
            <span>{piece.label}</span>
            <strong class="k-key__figure">
              {unit ? `${piece.amount} ${unit}` : `${Math.round(piece.width)}%`}
            </strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
