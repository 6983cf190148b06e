import { isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Ask, anyone, looking, page, type Route } from '#platform/http/page.ts';
import type { Path } from '#platform/http/path.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { mine } from '#rooms/recruiting/paths.ts';
import { type Learner, learnerBySecret, learnerSignedIn } from '../course/learner.queries.ts';
import * as paths from '../paths.ts';
import { sayOfCatchUp, sayOfMeeting } from './answer.commands.ts';
import { catchUpAnswerForm, meetingAnswerForm } from './cohort.form.ts';
import { trainingOf } from './learner.queries.ts';
import {
  type OwnCatchUpFacts,
  OwnCatchUpPage,
  type OwnFacts,
  type OwnMeetingFacts,
  OwnMeetingPage,
  OwnTrainingPage,
  type TrainingLinks,
} from './own.pages.tsx';

type Parts = Readonly<Record<string, string>>;
type Asked = Pick<Ask<string>, 'params' | 'organisation'>;

interface Way {
  readonly errand?: string;
  readonly can: typeof anyone | typeof isTeam;
  readonly learner: (scope: Scope, ask: Asked) => Promise<Learner | null>;
  readonly links: (ask: Asked) => TrainingLinks;
  readonly home: Path<string>;
  readonly meeting: Path<string>;
  readonly catchUp: Path<string>;
}

const partsOf = (ask: Asked): Parts => ask.params as Parts;
// The pages of both ways have the same parts in their addresses, save the secret.
const at = (path: unknown): Path<string> => path as Path<string>;

const bySecret: Way = {
  errand: 'a trainee looks at their own training',
  can: anyone,
  learner: (scope, ask) => learnerBySecret(scope, partsOf(ask).secret ?? ''),
  links: (ask) => {
    const secret = partsOf(ask).secret ?? '';
    return {
      back: { href: mine({ secret }), label: 'Where you are' },
      home: paths.mineTraining({ secret }),
      certificates: paths.mineCertificates({ secret }),
      meeting: (meetingId) => paths.mineTrainingMeeting({ secret, meetingId }),
      catchUp: (catchUpId) => paths.mineCatchUp({ secret, catchUpId }),
    };
  },
  home: at(paths.mineTraining),
  meeting: at(paths.mineTrainingMeeting),
  catchUp: at(paths.mineCatchUp),
};

const signedIn: Way = {
  can: isTeam,
  learner: (scope, ask) => learnerSignedIn(scope, ask.organisation.zone),
  links: () => ({
    back: { href: '/volunteering', label: 'Volunteering' },
    home: paths.ownTraining(),
    certificates: paths.ownCertificates(),
    meeting: (meetingId) => paths.ownTrainingMeeting({ meetingId }),
    catchUp: (catchUpId) => paths.ownCatchUp({ catchUpId }),
  }),
  home: at(paths.ownTraining),
  meeting: at(paths.ownTrainingMeeting),
  catchUp: at(paths.ownCatchUp),
};

const ownFacts = async (way: Way, scope: Scope, ask: Asked): Promise<OwnFacts | null> => {
  const learner = await way.learner(scope, ask);
  if (!learner) return null;
  const training = await trainingOf(scope, learner.applicantId, learner.zone);
  const met = training.picture.catchUps.flatMap(({ withAccount }) => withAccount ?? []);
  return {
    learner,
    training,
    names: await namesOfAccounts(scope, [...(training.cohort?.trainers ?? []), ...met]),
    links: way.links(ask),
  };
};

const seen = looking('training.own_training_seen', ({ learner }: OwnFacts) => ({
  kind: 'applicant',
  id: learner.applicantId,
  centreId: learner.centreId,
}));

const routesOf = (way: Way): readonly Route[] => {
  const common = { can: way.can, ...(way.errand && { errand: way.errand }), audit: seen };
  return [
    page<string, OwnFacts>({
      path: way.home,
      load: (scope, ask) => ownFacts(way, scope, ask),
      ...common,
      show: (facts, view) => <OwnTrainingPage facts={facts} view={view} />,
    }),
    page<string, OwnMeetingFacts, { readonly canCome: 'no' | 'yes'; readonly words: string }>({
      path: way.meeting,
      load: async (scope, ask) => {
        const facts = await ownFacts(way, scope, ask);
        const meeting = facts?.training.meetings.find(({ id }) => id === partsOf(ask).meetingId);
        return facts && meeting ? { ...facts, meeting } : null;
      },
      ...common,
      form: meetingAnswerForm,
      submit: async (scope, { canCome, words }, { learner, meeting, links }) => {
        await sayOfMeeting(scope, learner, {
          meetingId: meeting.id,
          canCome: canCome === 'yes',
          words,
        });
        return {
          to: links.home,
          notice:
            canCome === 'yes'
              ? { happened: 'Good. See you there.' }
              : {
                  happened: 'Thank you for telling us.',
                  next: 'We find another time for what you miss. You hear from us.',
                },
        };
      },
      show: (facts, view) => <OwnMeetingPage facts={facts} view={view} />,
    }),
    page<string, OwnCatchUpFacts, { readonly said: 'yes' | 'other_time'; readonly words: string }>({
      path: way.catchUp,
      load: async (scope, ask) => {
        const facts = await ownFacts(way, scope, ask);
        const catchUp = facts?.training.picture.catchUps.find(({ id }) => id === partsOf(ask).catchUpId);
        return facts && catchUp ? { ...facts, catchUp } : null;
      },
      ...common,
      form: catchUpAnswerForm,
      submit: async (scope, { said, words }, { learner, catchUp, links }) => {
        await sayOfCatchUp(scope, learner, { catchUpId: catchUp.id, said, words });
        return {
          to: links.home,
          notice:
            said === 'yes'
              ? { happened: 'Good. See you there.' }
              : { happened: 'Thank you for telling us.', next: 'We look for another time and tell you.' },
        };
      },
      show: (facts, view) => <OwnCatchUpPage facts={facts} view={view} />,
    }),
  ];
};

export const ownTrainingRoutes: readonly Route[] = [...routesOf(bySecret), ...routesOf(signedIn)];
