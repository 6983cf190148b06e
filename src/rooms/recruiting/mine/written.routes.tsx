import { looking, page, type Route } from '#platform/http/page.ts';
import * as paths from '../paths.ts';
import { mayRecruit } from '../recruiting.policy.ts';
import { type ApplicationFacts, applicationOf } from '../route/application.queries.ts';
import { isOver } from '../route/application.rules.ts';
import { sendForm } from './form.commands.ts';
import { answersOf, writtenForm } from './form.form.ts';
import { writtenFormOf } from './form.queries.ts';
import { attributeQuestions } from './form.rules.ts';
import { goesOn } from './mine.rules.ts';
import { type WrittenFacts, WrittenPage } from './written.pages.tsx';

const writingOf = (application: ApplicationFacts): WrittenFacts['writing'] => {
  const step = application.steps.find(({ code }) => code === 'application');
  if (!step) return goesOn(application.state) ? 'not_yet' : 'over';
  return goesOn(application.state) && !isOver(step) ? 'open' : 'over';
};

/** The application as those who recruit read it, or write it down by phone or side by side. */
export const writtenRoutes: readonly Route[] = [
  page({
    path: paths.applicationForm,
    load: async (scope, { params }): Promise<WrittenFacts | null> => {
      const application = await applicationOf(scope, params.applicationId);
      return (
        application && {
          application,
          form: await writtenFormOf(scope, application.id),
          asked: attributeQuestions(application.profile.content.attributes),
          writing: writingOf(application),
        }
      );
    },
    can: (actor, { application }) => mayRecruit(actor, application.centreId),
    audit: looking('recruiting.form_read', ({ application }: { application: ApplicationFacts }) => ({
      kind: 'application',
      id: application.id,
      centreId: application.centreId,
    })),
    form: ({ asked }) => writtenForm(asked),
    prefill: ({ application }) => ({
      familyName: application.familyName,
      accessNeeds: application.accessNeeds,
    }),
    show: (facts, view) => <WrittenPage view={view} facts={facts} />,
    submit: async (scope, value, { application, asked }) => {
      await sendForm(scope, {
        applicationId: application.id,
        answers: answersOf(value, asked, value as unknown as Readonly<Record<string, unknown>>),
        written: value.written,
        minutes: null,
      });
      return {
        to: paths.application({ applicationId: application.id }),
        notice: {
          happened: 'The application is kept.',
          next: `${application.calledName} sees on their page what begins now, and has a letter about it.`,
        },
      };
    },
  }),
];
