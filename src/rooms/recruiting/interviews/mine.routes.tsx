import { anyone, notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import { mineInterview } from '../paths.ts';
import { applicationBySecret } from '../route/application.queries.ts';
import { askForAnotherTime, interviewOpen, openInterview } from './interview.commands.ts';
import { otherTimeForm } from './interview.form.ts';
import { interviewsFor, outcomeOf } from './interview.queries.ts';
import { type MineInterviewFacts, MineInterviewPage } from './mine.pages.tsx';
import { currentQuestionSet, questionSetOf } from './question-set.queries.ts';

/** An applicant's page about the interview: when, with whom, what to expect; another time. */
export const mineInterviewRoutes: readonly Route[] = [
  page({
    path: mineInterview,
    load: async (scope, { params }) => {
      const application = await applicationBySecret(scope, params.secret);
      if (!application) return null;
      const all = await interviewsFor(scope, application.id);
      const there = openInterview(all);
      const closed = all.find(({ closedAt }) => closedAt !== null);
      const outcome = closed ? await outcomeOf(scope, closed.id) : null;
      const set = there ? await questionSetOf(scope, there.questionSetId) : await currentQuestionSet(scope);
      const names = await namesOfAccounts(scope, there?.panel ?? []);
      const begun = application.steps.some(({ code }) => code === 'interview');
      const isOpen = interviewOpen(application);
      const held = there !== null && Temporal.Instant.compare(there.startsAt, scope.now) <= 0;
      const at = !begun
        ? 'before'
        : !isOpen || (!there && closed)
          ? 'over'
          : !there
            ? 'none'
            : held
              ? 'held'
              : 'arranged';
      const shown: MineInterviewFacts = {
        secret: params.secret,
        centrePhone: application.centrePhone,
        at,
        interview: there && {
          startsAt: there.startsAt,
          minutes: there.minutes,
          way: there.way,
          place: there.place,
          adjustments: there.adjustments,
          otherTime: there.otherTimeAt ? there.otherTimeWords : null,
          withWhom: there.panel.map((account) => names.get(account) ?? 'one of us').join(' and '),
        },
        kinds: set?.content.questions.map(({ about }) => about) ?? [],
        // After a no the words go with the letter that says so.
        feedback: outcome && outcome.decision !== 'no' ? outcome.feedback : '',
      };
      return { applicationId: application.id, shown };
    },
    errand: 'an applicant looks after their interview',
    can: anyone,
    audit: notSensitive('The applicant’s own page, by a link only they have; no score is on it.'),
    form: otherTimeForm,
    show: ({ shown }, view) => <MineInterviewPage view={view} facts={shown} />,
    submit: async (scope, { words }, { applicationId, shown }) => {
      await askForAnotherTime(scope, { applicationId, words });
      return {
        to: mineInterview({ secret: shown.secret }),
        notice: { happened: 'We have it.', next: 'We look for it and write to you.' },
      };
    },
  }),
];
