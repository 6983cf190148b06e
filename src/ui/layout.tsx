import type { ComponentChildren } from 'preact';
import type { FormState } from './form-state.ts';
import { Mark } from './mark.tsx';

export interface Link {
  readonly href: string;
  readonly label: string;
}

export interface NavLink extends Link {
  readonly current?: boolean | undefined;
}

/** What happened, and what happens next. */
export interface Notice {
  readonly happened: ComponentChildren;
  readonly next?: ComponentChildren;
  /** `pause` when the thing asked for was not done, and why. */
  readonly tone?: 'done' | 'pause' | undefined;
}

export interface PageProps {
  /** The page's own title; "Error: " goes before it when `form` has errors, "Kith" after it. */
  title: string;
  shell: 'parent' | 'staff' | 'public';
  /** Addresses of the built style sheet, the typeface and the small picture in the tab. */
  assets: { readonly look: string; readonly font: string; readonly icon?: string | undefined };
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** Where the mark leads; the front door unless said. */
  home?: string | undefined;
  nav?: readonly NavLink[] | undefined;
  who?: { readonly name: string; readonly centre?: string | undefined; readonly href: string } | undefined;
  signOut?: { readonly action: string; readonly csrf: string } | undefined;
  /** The red strip: the first link of a page for parents and the public. */
  urgent?: Link | undefined;
  /** A neutral site to leave for, at once. */
  quickExit?: string | undefined;
  /** Where "Raise a concern" leads, for staff and volunteers. */
  concernHref?: string | undefined;
  notice?: Notice | string | undefined;
  back?: Link | undefined;
  crumbs?: readonly Link[] | undefined;
  /** Lists and the planner use the whole width; pages to read and forms do not. */
  wide?: boolean | undefined;
  form?: FormState | undefined;
  footer?: readonly Link[] | undefined;
  /** Module scripts of the page's islands. */
  islands?: readonly string[] | undefined;
  children?: ComponentChildren;
}

function NavLinks({ links }: { links: readonly NavLink[] }) {
  return (
    <ul class="k-nav">
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a class="k-nav__link" href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Account({ who, signOut }: Pick<PageProps, 'who' | 'signOut'>) {
  return (
    <>
      {who ? (
        <a class="k-nav__link k-who" href={who.href}>
          {who.centre ? `${who.name} · ${who.centre}` : who.name}
        </a>
      ) : null}
      {signOut ? (
        <form method="post" action={signOut.action} class="k-sign-out">
          <input type="hidden" name="_csrf" value={signOut.csrf} />
          <button type="submit" class="k-nav__link k-sign-out__button">
            Sign out
          </button>
        </form>
      ) : null}
    </>
  );
}

function Header({ nav = [], who, signOut, concernHref, home }: PageProps) {
  const menu = nav.length > 0 || who !== undefined || signOut !== undefined;
  return (
    <header class="k-header">
      <a class="k-skip" href="#main">
        Skip to the main part
      </a>
      <div class="k-width k-header__row">
        <a class="k-header__home" href={home ?? '/'}>
          <Mark />
          <span class="k-header__name">Kith</span>
        </a>
        {nav.length > 0 ? (
          <nav class="k-header__wide k-header__nav" aria-label="Main">
            <NavLinks links={nav} />
          </nav>
        ) : null}
        <div class="k-header__end">
          {concernHref ? (
            <a class="k-concern" href={concernHref}>
              Raise a concern
            </a>
          ) : null}
          <div class="k-header__wide k-header__account">
            <Account who={who} signOut={signOut} />
          </div>
        </div>
        {/* The same links again, folded away for phones. Only one of the two is ever shown or read out. */}
        {menu ? (
          <details class="k-menu">
            <summary class="k-nav__link k-menu__summary">Menu</summary>
            <div class="k-menu__body">
              {nav.length > 0 ? (
                <nav aria-label="Main">
                  <NavLinks links={nav} />
                </nav>
              ) : null}
              <Account who={who} signOut={signOut} />
            </div>
          </details>
        ) : null}
      </div>
    </header>
  );
}

function NoticeBanner({ notice }: { notice: Notice | string }) {
  const { happened, next, tone } = typeof notice === 'string' ? ({ happened: notice } as Notice) : notice;
  return (
    <div class={tone === 'pause' ? 'k-notice k-notice--pause' : 'k-notice'} role="status">
      <p class="k-notice__happened">{happened}</p>
      {next ? <p class="k-notice__next">{next}</p> : null}
    </div>
  );
}

function WhereYouAre({ crumbs, back }: { crumbs: readonly Link[]; back: Link | undefined }) {
  if (crumbs.length === 0 && back === undefined) return null;
  return (
    <nav class="k-crumbs" aria-label="Where you are">
      {crumbs.length > 0 ? (
        <ol>
          {crumbs.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ol>
      ) : null}
      {back ? (
        <a class="k-back" href={back.href}>
          {back.label}
        </a>
      ) : null}
    </nav>
  );
}

function Strip({ urgent, quickExit }: Pick<PageProps, 'urgent' | 'quickExit'>) {
  return (
    <aside class="k-strip" aria-label="Help now">
      <div class="k-width k-strip__row">
        {urgent ? (
          <a class="k-strip__help" href={urgent.href}>
            {urgent.label}
          </a>
        ) : null}
        {quickExit ? (
          <a class="k-strip__leave" href={quickExit} rel="noreferrer nofollow">
            Leave<span class="k-strip__long"> this page</span>
          </a>
        ) : null}
      </div>
    </aside>
  );
}

function Head({ title, assets, islands = [], form }: PageProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${form && form.errors.length > 0 ? 'Error: ' : ''}${title} – Kith`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0d4f4a" />
      <meta name="robots" content="noindex" />
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.look} />
      {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
      {islands.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  );
}

/** A whole page. Whoever sends it writes `<!doctype html>` before it. */
export function Page(props: PageProps) {
  const {
    shell,
    lang,
    dir,
    urgent,
    quickExit,
    notice,
    back,
    crumbs = [],
    wide,
    footer = [],
    children,
  } = props;
  return (
    <html lang={lang ?? 'en-GB'} dir={dir} class={`k-shell-${shell}`}>
      <Head {...props} />
      <body>
        {urgent || quickExit ? <Strip urgent={urgent} quickExit={quickExit} /> : null}
        <Header {...props} />
        <div class={wide ? 'k-width k-body' : 'k-width k-body k-body--read'}>
          <WhereYouAre crumbs={crumbs} back={back} />
          <main id="main" tabindex={-1}>
            {notice ? <NoticeBanner notice={notice} /> : null}
            {children}
          </main>
        </div>
        <footer class="k-footer">
          <div class="k-width">
            {footer.length > 0 ? (
              <ul class="k-footer__links">
                {footer.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        </footer>
      </body>
    </html>
  );
}
