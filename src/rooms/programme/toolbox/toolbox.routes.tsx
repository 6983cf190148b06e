import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import { action, notSensitive, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { mayEnterReviews, mayReadProgramme, mayWriteActivities } from '../programme.policy.ts';
import { BLOCK_KINDS, FACILITATORS, STAGES, THEME_CODES, TOOLBOXES } from '../words.ts';
import { activityForm, activityPrefill, contentOf } from './activity.form.ts';
import { ActivityPage } from './activity.pages.tsx';
import { EditActivityPage, NewActivityPage } from './activity-form.pages.tsx';
import { favouriteForm, reviewForm } from './review.form.ts';
import { ReviewPage } from './review.pages.tsx';
import { addActivity, changeActivity, keepFavourite, review } from './toolbox.commands.ts';
import { ToolboxPage } from './toolbox.pages.tsx';
import { type Activity, activities, reviewsOf, versionsOf } from './toolbox.queries.ts';

const open = notSensitive('the toolbox holds texts, nothing of a person');

const among = <Code extends string>(codes: readonly Code[], asked: string | undefined) =>
  codes.find((code) => code === asked);

const latestOf = async (scope: Scope, code: string): Promise<{ activity: Activity } | null> => {
  const [latest] = await versionsOf(scope, code);
  return latest ? { activity: latest } : null;
};

const list = page({
  path: paths.toolbox,
  can: mayReadProgramme,
  audit: open,
  load: async (scope, { query }) => {
    const minutes = /^\d{1,3}$/.test(query.minutes ?? '') ? Number(query.minutes) : undefined;
    const found = await activities(scope, {
      words: query.words,
      theme: among(THEME_CODES, query.theme),
      block: among(BLOCK_KINDS, query.block),
      stage: among(STAGES, query.stage),
      facilitator: among(FACILITATORS, query.who),
      toolbox: among(TOOLBOXES, query.toolbox),
      minutesAtMost: minutes,
      favourites: query.mine === 'yes',
    });
    const names = ['words', 'theme', 'block', 'stage', 'who', 'toolbox', 'minutes', 'mine'];
    const asked = Object.fromEntries(
      names.flatMap((name) => {
        const value = query[name]?.trim() ?? '';
        return value === '' ? [] : [[name, value]];
      }),
    );
    return { found, asked };
  },
  show: (facts, view) => <ToolboxPage facts={facts} view={view} />,
});

const one = page({
  path: paths.activity,
  can: mayReadProgramme,
  audit: open,
  load: async (scope, { params, query }) => {
    const versions = await versionsOf(scope, params.code);
    const asked = query.version;
    const activity =
      asked === undefined ? versions[0] : versions.find(({ version }) => String(version) === asked);
    if (!activity) return null;
    const makers = versions.flatMap(({ madeBy }) => (madeBy === null ? [] : [madeBy]));
    const reviews = await reviewsOf(scope, [activity.id]);
    return { activity, versions, reviews, names: await namesOfAccounts(scope, makers) };
  },
  show: (facts, view) => <ActivityPage facts={facts} view={view} />,
});

const edit = page({
  path: paths.editActivity,
  can: mayWriteActivities,
  audit: open,
  load: (scope, { params }) => latestOf(scope, params.code),
  form: activityForm,
  prefill: ({ activity }) => activityPrefill(activity.content, activity.credit),
  version: ({ activity }) => activity.version,
  submit: async (scope, value, { activity }, ask) => {
    const changed = await changeActivity(
      scope,
      activity.code,
      ask.version,
      contentOf(activity.code, value),
      value.credit,
    );
    return {
      to: paths.activity({ code: activity.code }),
      notice: changed
        ? {
            happened: `Version ${activity.version + 1} is saved. The one before is kept.`,
            next: 'It needs a review by a professional before its handout is shown to parents.',
          }
        : { happened: 'Nothing was different, so no new version was made.' },
    };
  },
  show: ({ activity }, view) => <EditActivityPage activity={activity} view={view} />,
});

const add = page({
  path: paths.newActivity,
  can: mayWriteActivities,
  audit: open,
  load: async () => ({}),
  form: activityForm,
  submit: async (scope, value) => {
    const { code: _, ...content } = contentOf('new', value);
    const code = await addActivity(scope, content, value.credit);
    return {
      to: paths.activity({ code }),
      notice: {
        happened: 'The activity is in the toolbox.',
        next: 'It is marked as not reviewed until a professional has read it.',
      },
    };
  },
  show: (_, view) => <NewActivityPage view={view} />,
});

const reviewing = page({
  path: paths.reviewActivity,
  can: mayEnterReviews,
  audit: open,
  load: (scope, { params }) => latestOf(scope, params.code),
  form: reviewForm,
  prefill: () => dateBoxes('on', null),
  version: ({ activity }) => activity.version,
  submit: async (scope, value, { activity }, ask) => {
    const today = scope.now.toZonedDateTimeISO(ask.organisation.zone).toPlainDate();
    await review(scope, activity.code, { ...value, version: ask.version, today });
    return {
      to: paths.activity({ code: activity.code }),
      notice: {
        happened: 'The review is entered.',
        next: value.approved
          ? 'What was read may be used from now on.'
          : 'What was read is marked as not to be used. Change the activity to make a version that can be.',
      },
    };
  },
  show: ({ activity }, view) => <ReviewPage activity={activity} view={view} />,
});

const favourite = action({
  path: paths.favouriteActivity,
  can: mayReadProgramme,
  audit: open,
  load: (scope, { params }) => latestOf(scope, params.code),
  form: favouriteForm,
  back: ({ activity }) => paths.activity({ code: activity.code }),
  submit: async (scope, { keep }, { activity }) => {
    await keepFavourite(scope, activity.code, keep);
    return {
      to: paths.activity({ code: activity.code }),
      notice: { happened: keep ? 'Kept among your favourites.' : 'Taken off your favourites.' },
    };
  },
});

export const toolboxRoutes: readonly Route[] = [list, add, one, edit, reviewing, favourite];
