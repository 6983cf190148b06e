import type { ComponentChildren } from 'preact';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'warning';

const buttonClass = (kind: ButtonKind | undefined, small: boolean | undefined) =>
  `k-button k-button--${kind ?? 'primary'}${small ? ' k-button--small' : ''}`;

interface ButtonProps {
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  small?: boolean | undefined;
  /** Said by screen readers after the words on the button: "Book" + "supervision with Dan". */
  about?: string | undefined;
  /** The form it belongs to when it stands outside of it. */
  form?: string | undefined;
  /** Another address for the same form, such as "Save and come back later". */
  formaction?: string | undefined;
  children?: ComponentChildren;
}

const About = ({ about }: { about?: string | undefined }) =>
  about ? <span class="nhsuk-u-visually-hidden"> {about}</span> : null;

export function Button({ kind, name, value, small, about, form, formaction, children }: ButtonProps) {
  return (
    <button
      class={buttonClass(kind, small)}
      type="submit"
      name={name}
      value={value}
      form={form}
      formaction={formaction}
    >
      {children}
      <About about={about} />
    </button>
  );
}

export function ButtonLink({
  href,
  kind,
  small,
  about,
  children,
}: {
  href: string;
  kind?: ButtonKind | undefined;
  small?: boolean | undefined;
  about?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <a class={buttonClass(kind, small)} href={href}>
      {children}
      <About about={about} />
    </a>
  );
}

/** Buttons that belong together, side by side where there is room. */
export function ButtonRow({ children }: { children?: ComponentChildren }) {
  return <div class="k-buttons">{children}</div>;
}
