import type { ComponentChildren, VNode } from 'preact';
import { ErrorSummary } from '#ui/form.tsx';
import { Page } from '#ui/layout.tsx';
import { Card } from '#ui/show.tsx';
import { isParent, isTeam } from '../db/actor.ts';
import type { View } from './view.ts';

export interface FrameProps {
  readonly view: View;
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[] | undefined;
  readonly wide?: boolean | undefined;
  readonly islands?: readonly string[] | undefined;
  /** Parents' and public pages look alike to everyone, whoever is signed in. */
  readonly shell?: 'parent' | 'staff' | 'public' | undefined;
  readonly children?: ComponentChildren;
}

/** The link of the part a page belongs to: the longest that leads to it, so that "/me/held" is not "/me" as well. */
const currentOf = (at: string, nav: readonly { readonly href: string }[]): string | undefined =>
  nav
    .map((link) => link.href)
    .filter((href) => at === href || at.startsWith(`${href}/`) || at.startsWith(`${href}?`))
    .toSorted((one, other) => other.length - one.length)[0];

/** A concern is raised from any page and leads back to it. */
const concernFrom = (href: string | undefined, at: string): string | undefined =>
  href === undefined || at.startsWith(href) ? href : `${href}?from=${encodeURIComponent(at)}`;

/** A page of ours: the look around it, the notice of what just happened, and what is wrong with the form. */
export const Frame = ({ view, title, back, crumbs, wide, islands, shell, children }: FrameProps): VNode => {
  const { chrome, actor } = view;
  const here = currentOf(view.at, chrome.nav);
  const dress = shell ?? (isParent(actor) ? 'parent' : isTeam(actor) ? 'staff' : 'public');
  return (
    <Page
      title={title}
      shell={dress}
      assets={view.assets}
      home={chrome.home}
      nav={chrome.nav.map((link) => ({ ...link, current: link.href === here }))}
      who={chrome.who}
      signOut={chrome.signOut ? { action: chrome.signOut, csrf: view.form.csrf } : undefined}
      urgent={chrome.urgent}
      quickExit={chrome.quickExit}
      concernHref={concernFrom(chrome.concernHref, view.at)}
      notice={view.notice}
      back={back}
      crumbs={crumbs}
      wide={wide}
      form={view.form}
      footer={chrome.footer}
      islands={islands?.map(view.assets.island)}
    >
      {view.form.errors.length > 0 ? <ErrorSummary form={view.form} /> : null}
      {view.theirs ? <Stale view={view} /> : null}
      {children}
    </Page>
  );
};

const Stale = ({ view }: { view: View }) => (
  <Card tone="soon" title="Somebody else saved this while you were writing">
    <p>
      Your words are still in the form below. Nothing of yours is saved yet, and nothing of theirs is lost.
      Put together what both of you mean, then save.
    </p>
    {Object.entries(view.theirs ?? {}).map(([field, words]) => (
      <div key={field}>
        <p>
          <strong>What they saved: {field.replaceAll(/[-_.]/g, ' ')}</strong>
        </p>
        <p class="k-theirs">{words === '' ? '(empty)' : words}</p>
      </div>
    ))}
  </Card>
);
