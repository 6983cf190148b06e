import { NotFound } from '#kernel/refusal.ts';
import { type Actor, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { type Ask, anyone, looking, page, type Route } from '#platform/http/page.ts';
import type { Path } from '#platform/http/path.ts';
import { OwnCertificatePage } from '../certificates/certificate.pages.tsx';
import { type OutsideTold, tellOutside } from '../outside/outside.commands.ts';
import { outsideForm } from '../outside/outside.form.ts';
import { TellOutsidePage } from '../outside/outside.pages.tsx';
import * as paths from '../paths.ts';
import { moduleState, nextModule, screenAllowed } from './course.rules.ts';
import { type CourseFacts, CourseHomePage, holding } from './home.pages.tsx';
import { beginCourse, questionsAnswered, screenRead } from './learn.commands.ts';
import { learnerBySecret, learnerSignedIn, openLearning, standingOf } from './learner.queries.ts';
import { type CourseLinks, goOn, linksBySecret, linksSignedIn } from './links.ts';
import { questionsForm } from './questions.form.ts';
import {
  type AnswersFacts,
  AnswersPage,
  type ModuleFacts,
  QuestionsPage,
  type ScreenFacts,
  ScreenPage,
} from './read.pages.tsx';

type Parts = Readonly<Record<string, string>>;
type Asked = Ask<string>;

/** One of the two ways in: by the link an applicant has, or signed in. The pages are the same. */
interface Way {
  readonly errand?: string;
  readonly can: (actor: Actor) => boolean;
  readonly facts: (scope: Scope, ask: Asked) => Promise<CourseFacts | null>;
  readonly paths: Readonly<
    Record<'home' | 'outside' | 'certificate' | 'screen' | 'check' | 'answers', Path<string>>
  >;
}

const partsOf = (ask: Asked): Parts => ask.params as Parts;
// The pages of both ways have the same parts in their addresses, save the secret.
const at = (path: unknown): Path<string> => path as Path<string>;

const factsFor = async (
  scope: Scope,
  learner: Awaited<ReturnType<typeof learnerBySecret>>,
  links: CourseLinks,
  { origin }: Asked,
): Promise<CourseFacts | null> => {
  if (!learner) return null;
  const standing = await standingOf(scope, learner);
  return { ...standing, links, origin, open: openLearning(standing) };
};

const bySecret: Way = {
  errand: 'an applicant goes through the safeguarding course',
  can: anyone,
  facts: async (scope, ask) => {
    const secret = partsOf(ask).secret ?? '';
    return factsFor(scope, await learnerBySecret(scope, secret), linksBySecret(secret), ask);
  },
  paths: {
    home: at(paths.mineCourse),
    outside: at(paths.mineOutside),
    certificate: at(paths.mineCertificate),
    screen: at(paths.mineScreen),
    check: at(paths.mineCheck),
    answers: at(paths.mineAnswers),
  },
};

const signedIn: Way = {
  can: isTeam,
  facts: async (scope, ask) =>
    factsFor(scope, await learnerSignedIn(scope, ask.organisation.zone), linksSignedIn, ask),
  paths: {
    home: at(paths.ownCourse),
    outside: at(paths.ownOutside),
    certificate: at(paths.ownCertificate),
    screen: at(paths.ownScreen),
    check: at(paths.ownCheck),
    answers: at(paths.ownAnswers),
  },
};

/** Either what the page shows, or where somebody is led who is not there yet. */
type Arrived<F> =
  | { readonly here: F; readonly facts: CourseFacts }
  | { readonly away: string; readonly facts: CourseFacts };

const there = <F,>(arrived: Arrived<F>): F => {
  if ('here' in arrived) return arrived.here;
  throw new NotFound('page');
};

const learnerAudit = (verb: string) =>
  looking(verb, ({ facts }: { facts: CourseFacts }) => ({
    kind: 'applicant',
    id: facts.learner.applicantId,
    centreId: facts.learner.centreId,
  }));

/** A part of the course for somebody who has begun it (or finished it, and reads again); leads home otherwise. */
const inModule = (
  facts: CourseFacts,
  code: string | undefined,
): ModuleFacts | { readonly away: string } | null => {
  const { course, learning, links, itsTime } = facts;
  const begun = facts.open ?? (learning?.courseId === course?.id ? learning : null);
  if (!course || !begun || !itsTime) return { away: links.home };
  const part = course.content.modules.findIndex((module) => module.code === code) + 1;
  const module = course.content.modules[part - 1];
  return module ? { ...facts, course, open: begun, module, part } : null;
};

const screenFacts = (facts: CourseFacts, parts: Parts): Arrived<ScreenFacts> | null => {
  const found = inModule(facts, parts.module);
  if (!found || 'away' in found) return found && { ...found, facts };
  const number = Number(parts.screen);
  const screen = found.module.screens[number - 1];
  if (!screen) return null;
  if (!screenAllowed(found.module, found.open.reached, number))
    return {
      away: found.links.screen(found.module.code, (found.open.reached[found.module.code] ?? 0) + 1),
      facts,
    };
  return { here: { ...found, screen, at: number }, facts };
};

const checkFacts = (facts: CourseFacts, parts: Parts): Arrived<ModuleFacts> | null => {
  const found = inModule(facts, parts.module);
  if (!found || 'away' in found) return found && { ...found, facts };
  if (!facts.open) return { away: facts.links.home, facts };
  const state = moduleState(found.module, found.open.reached, facts.tries);
  return state === 'new' || state === 'begun'
    ? {
        away: found.links.screen(found.module.code, (found.open.reached[found.module.code] ?? 0) + 1),
        facts,
      }
    : { here: found, facts };
};

const answersFacts = (facts: CourseFacts, parts: Parts): Arrived<AnswersFacts> | null => {
  const found = inModule(facts, parts.module);
  if (!found || 'away' in found) return found && { ...found, facts };
  const { module, course, open, links } = found;
  const attempt = facts.tries.findLast((each) => each.module === module.code);
  if (!attempt) return { away: links.check(module.code), facts };
  const next = nextModule(course.content, open.reached, facts.tries, module.code);
  return {
    here: {
      ...found,
      attempt,
      next: next && {
        title: next.title,
        href: goOn(
          links,
          { module: next.code, screen: (open.reached[next.code] ?? 0) + 1 },
          next.screens.length,
        ),
      },
    },
    facts,
  };
};

const begin = justAButton('course-begin');
const read = justAButton('course-read');

const routesOf = (way: Way): readonly Route[] => {
  const common = { can: way.can, ...(way.errand && { errand: way.errand }) };
  return [
    page<string, { facts: CourseFacts }>({
      path: way.paths.home,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && { facts };
      },
      ...common,
      audit: learnerAudit('training.course_seen'),
      form: begin,
      submit: async (scope, _, { facts }) => {
        await beginCourse(scope, facts);
        const first = facts.course?.content.modules[0]?.code ?? '';
        return { to: facts.open ? facts.links.home : facts.links.screen(first, 1) };
      },
      show: ({ facts }, view) => <CourseHomePage facts={facts} view={view} />,
    }),
    page<string, { facts: CourseFacts }, OutsideTold>({
      path: way.paths.outside,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && { facts };
      },
      ...common,
      audit: learnerAudit('training.course_seen'),
      elsewhere: (_, { facts }) =>
        facts.itsTime && facts.outside?.accepted !== null ? null : facts.links.home,
      form: outsideForm,
      submit: async (scope, told, { facts }) => {
        if (!facts.itsTime) throw new NotFound('page');
        await tellOutside(scope, facts.learner, told);
        return {
          to: facts.links.home,
          notice: {
            happened: 'Thank you. We have written it down.',
            next: 'Your volunteer manager asks to see the certificate, and then tells you.',
          },
        };
      },
      show: ({ facts }, view) => <TellOutsidePage facts={facts} view={view} />,
    }),
    page<string, { facts: CourseFacts }>({
      path: way.paths.certificate,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && facts.certificates.length > 0 ? { facts } : null;
      },
      ...common,
      audit: learnerAudit('training.certificate_seen'),
      show: ({ facts }, view) => (
        <OwnCertificatePage
          facts={facts}
          certificate={holding(facts.certificates, facts.today) ?? facts.certificates[0]}
          view={view}
        />
      ),
    }),
    page<string, Arrived<ScreenFacts>>({
      path: way.paths.screen,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && screenFacts(facts, partsOf(ask));
      },
      ...common,
      audit: learnerAudit('training.course_seen'),
      elsewhere: (_, arrived) => ('away' in arrived ? arrived.away : null),
      form: read,
      submit: async (scope, _, arrived) => {
        const { module, at: screen, links } = there(arrived);
        if (!arrived.facts.open)
          return {
            to: screen < module.screens.length ? links.screen(module.code, screen + 1) : links.home,
          };
        const { next } = await screenRead(scope, arrived.facts, { module: module.code, screen });
        return { to: next === 'questions' ? links.check(module.code) : links.screen(module.code, next) };
      },
      show: (arrived, view) => <ScreenPage facts={there(arrived)} view={view} />,
    }),
    page<string, Arrived<ModuleFacts>, Readonly<Record<string, readonly string[]>>>({
      path: way.paths.check,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && checkFacts(facts, partsOf(ask));
      },
      ...common,
      audit: learnerAudit('training.course_seen'),
      elsewhere: (_, arrived) => ('away' in arrived ? arrived.away : null),
      form: (arrived) => questionsForm(there(arrived).module),
      submit: async (scope, answers, arrived) => {
        const { module, links } = there(arrived);
        await questionsAnswered(scope, arrived.facts, { module: module.code, answers });
        return { to: links.answers(module.code) };
      },
      show: (arrived, view) => <QuestionsPage facts={there(arrived)} view={view} />,
    }),
    page<string, Arrived<AnswersFacts>>({
      path: way.paths.answers,
      load: async (scope, ask) => {
        const facts = await way.facts(scope, ask);
        return facts && answersFacts(facts, partsOf(ask));
      },
      ...common,
      audit: learnerAudit('training.course_seen'),
      elsewhere: (_, arrived) => ('away' in arrived ? arrived.away : null),
      show: (arrived, view) => <AnswersPage facts={there(arrived)} view={view} />,
    }),
  ];
};

export const courseRoutes: readonly Route[] = [...routesOf(bySecret), ...routesOf(signedIn)];
