import { type Actor, holds, type Role, roleWords } from '#platform/db/actor.ts';
import type { Chrome, Organisation } from '#platform/http/view.ts';
import { join } from '#rooms/recruiting/paths.ts';
import { dataPath } from '#rooms/rights/paths.ts';
import { concernsPath, onDutyPath, raisePath } from '#rooms/safeguarding/paths.ts';
import * as supervision from '#rooms/supervision/paths.ts';
import * as training from '#rooms/training/paths.ts';
import * as paths from './paths.ts';

type NavLink = Chrome['nav'][number];

const TODAY = { href: paths.today(), label: 'Today' };
const GROUPS = { href: '/groups', label: 'Groups' };
const FAMILIES = { href: '/families', label: 'Families' };
const REFERRALS = { href: '/referrals', label: 'Referrals' };
const APPLICANTS = { href: '/applicants', label: 'Applicants' };
const VOLUNTEERS = { href: '/volunteers', label: 'Volunteers' };
const MINE = { href: '/volunteering', label: 'My volunteering' };
/** What the service lead reads of the applicants: figures, and from there the roles and the sources. */
const FINDING = { href: '/applicants/figures', label: 'Finding volunteers' };
const TOOLBOX = { href: '/toolbox', label: 'Toolbox' };
const PROGRAMME = { href: '/programme', label: 'Programme' };
const SUPERVISION = { href: supervision.supervision(), label: 'Supervision' };
/** What somebody opens of a supervision note, with a reason, where safety asks for it. */
const SAFETY_NOTES = { href: supervision.notesForSafety(), label: 'Supervision notes' };
const COHORTS = { href: training.cohorts(), label: 'Training' };
const SYLLABUS = { href: training.syllabus(), label: 'Syllabus' };
const COURSE = { href: '/e-learning', label: 'Safeguarding course' };
const VENUES = { href: '/venues', label: 'Venues' };
const OUTBOX = { href: '/outbox', label: 'Outbox' };
const KEPT = { href: dataPath(), label: 'What we keep' };
const TEAM = { href: '/team', label: 'Team' };
const CONCERNS = { href: concernsPath(), label: 'Concerns' };
const ON_DUTY = { href: onDutyPath(), label: 'On duty' };

/** In the order in which somebody with several roles is greeted: the first one decides the order of the links. */
const NAV: readonly (readonly [Role, readonly NavLink[]])[] = [
  ['volunteer_manager', [APPLICANTS, VOLUNTEERS, SUPERVISION, FAMILIES, GROUPS, REFERRALS, COHORTS]],
  ['programme_coordinator', [FAMILIES, REFERRALS, GROUPS, APPLICANTS, VOLUNTEERS, PROGRAMME, COHORTS]],
  ['practitioner', [GROUPS, FAMILIES, REFERRALS, TOOLBOX, SYLLABUS]],
  ['administrator', [FAMILIES, REFERRALS, GROUPS, VENUES, OUTBOX]],
  ['service_lead', [ON_DUTY, PROGRAMME, FINDING, VOLUNTEERS, TEAM, KEPT]],
  ['peer_supporter', [GROUPS, MINE, TOOLBOX]],
  ['specialist', [TOOLBOX, COURSE, SYLLABUS, SAFETY_NOTES, TEAM]],
];

/** How many links the header holds in one line on a laptop. */
const IN_ONE_LINE = 7;
/** What is opened now and then. Where the line is full it stands at the foot of the page, the first of these first. */
const NOW_AND_THEN: readonly NavLink[] = [
  KEPT,
  TEAM,
  PROGRAMME,
  VENUES,
  OUTBOX,
  TOOLBOX,
  SYLLABUS,
  COHORTS,
  REFERRALS,
];

/** The links of the header, and those for which its line has no room. */
const navFor = (actor: Actor): { readonly nav: readonly NavLink[]; readonly below: readonly NavLink[] } => {
  const all = [TODAY, ...NAV.flatMap(([role, its]) => (holds(actor, [role]) ? its : [])), CONCERNS];
  const links = all.filter((link, at) => all.indexOf(link) === at);
  const below = NOW_AND_THEN.filter((link) => links.includes(link)).slice(
    0,
    Math.max(0, links.length - IN_ONE_LINE),
  );
  return { nav: links.filter((link) => !below.includes(link)), below };
};

const URGENT = { href: '/help', label: 'Need help now? Call or text someone' };
/** A site anyone may have open. It says nothing of who left ours. */
const NEUTRAL_SITE = 'https://www.bbc.co.uk/weather';

const FOOTER = [
  { href: '/help', label: 'Help now' },
  { href: join(), label: 'Volunteer' },
  { href: paths.privacy(), label: 'Privacy' },
  { href: paths.accessibility(), label: 'Accessibility' },
  { href: paths.about(), label: 'About' },
];

const helpWithin = { urgent: URGENT, quickExit: NEUTRAL_SITE, footer: FOOTER };

/** What surrounds every page: the links of a role, the way out, and for parents and the public help within one tap. */
export const chromeFor = (actor: Actor, _organisation: Organisation): Chrome => {
  if (actor.kind !== 'account')
    return {
      ...helpWithin,
      home: paths.frontDoor(),
      nav: [
        { href: '/self', label: 'For parents' },
        { href: '/refer', label: 'For professionals' },
        { href: join(), label: 'Volunteer' },
        { href: '/sign-in', label: 'Sign in' },
      ],
    };
  if (actor.side === 'family')
    return {
      ...helpWithin,
      home: paths.me(),
      nav: [
        { href: paths.me(), label: 'My page' },
        { href: '/me/toolbox', label: 'Toolbox at home' },
        { href: paths.held(), label: 'What we hold' },
      ],
      who: { name: actor.name, href: '/account' },
      signOut: '/sign-out',
    };
  // Without a role there is nothing to lead to but help.
  if (actor.roles.length === 0)
    return {
      ...helpWithin,
      home: paths.notNow(),
      nav: [],
      who: { name: actor.name, href: '/account' },
      signOut: '/sign-out',
    };
  const first = NAV.find(([role]) => holds(actor, [role]))?.[0];
  const { nav, below } = navFor(actor);
  return {
    home: paths.today(),
    nav,
    // Somebody of many links knows their roles; the header keeps to one line.
    who: { name: actor.name, ...(first && nav.length < 7 && { centre: roleWords[first] }), href: '/account' },
    signOut: '/sign-out',
    concernHref: raisePath(),
    footer: [...(nav.includes(TEAM) || below.includes(TEAM) ? [] : [TEAM]), ...below, ...FOOTER],
  };
};
