/** Two interlocked rings, honey and white; the white one takes the colour of the words beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg
      class="k-mark"
      viewBox="0 0 34 24"
      width={size}
      height={(size * 24) / 34}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="12" cy="12" r="9" fill="none" stroke="#f6c65b" stroke-width="3.4" />
      <circle cx="22" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="3.4" />
      {/* The honey ring comes over the white one at the top crossing, so the two hold each other. */}
      <path d="M14.3 3.3A9 9 0 0 1 20.2 8.3" fill="none" stroke="#f6c65b" stroke-width="3.4" />
    </svg>
  );
}
