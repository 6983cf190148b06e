import { z } from 'zod';

/** The steps a route into a role may have; an enquiry is where every route begins. */
export const STEP_CODES = [
  'conversation',
  'application',
  'references',
  'check',
  'interview',
  'course',
  'offer',
  'induction',
] as const;
export type StepCode = (typeof STEP_CODES)[number];

/** Whose move it is: the applicant's, the centre's, the referees' or the interview panel's. */
export const MOVERS = ['applicant', 'us', 'referees', 'panel'] as const;
export type Mover = (typeof MOVERS)[number];

/** Whether an attribute must be there at the start, or may grow in training. */
export const WHEN_NEEDED = ['now', 'grows'] as const;
export type WhenNeeded = (typeof WHEN_NEEDED)[number];

const words = z.string();

const attribute = z.strictObject({ code: words, name: words, words, when: z.enum(WHEN_NEEDED) });

const routeStep = z.strictObject({
  code: z.enum(STEP_CODES),
  name: words,
  /** What happens in it, for the applicant. */
  words,
  /** Who moves first when it opens. */
  owner: z.enum(MOVERS),
  /** How many days it usually takes. */
  days: z.number().int().min(0),
  /** Steps that must be done before; several steps after the same one run side by side. */
  after: z.array(z.enum(STEP_CODES)),
});

/** What a role profile says. */
export const profileContent = z.strictObject({
  name: words,
  about: words,
  whatYouDo: z.array(words),
  time: words,
  whatYouGet: z.array(words),
  attributes: z.array(attribute),
  route: z.array(routeStep),
});

export type ProfileContent = z.output<typeof profileContent>;
export type RouteStep = ProfileContent['route'][number];
export type Attribute = ProfileContent['attributes'][number];
/** What somebody in the role does in a session. */
export type Part = 'peer_supporter' | 'creche';
