import { type Actor, centresOf, holds, isTeam } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { justAButton } from '#platform/forms/form.ts';
import { action, notSensitive, page } from '#platform/http/page.ts';
import { declareSetting, endSetting, settingsOf } from '#rooms/recruiting/door.ts';
import * as paths from '../paths.ts';
import { aheadOfThem } from '../rota/rota.queries.ts';
import { type Volunteer, volunteerOf } from '../volunteers/volunteers.queries.ts';
import { settingForm } from './volunteering.form.ts';
import { OwnPage, SettingPage } from './volunteering.pages.tsx';

const isVolunteer = (actor: Actor): boolean => holds(actor, ['peer_supporter']);

/** The volunteer who looks at their own pages; null for anybody else. */
const oneself = async (scope: Scope): Promise<Volunteer | null> =>
  isTeam(scope.actor)
    ? volunteerOf(scope, centresOf(scope.actor, ['peer_supporter']), scope.actor.personId)
    : null;

const own = notSensitive('somebody looks at their own volunteering');

const ownPage = page({
  path: paths.volunteering,
  load: async (scope) => {
    const volunteer = await oneself(scope);
    if (!volunteer) return null;
    return {
      volunteer,
      sessions: await aheadOfThem(scope, [volunteer.accountId]),
      settings: volunteer.applicantId ? await settingsOf(scope, [volunteer.applicantId]) : [],
    };
  },
  can: isVolunteer,
  audit: own,
  show: (facts, view) => <OwnPage view={view} {...facts} />,
});

const settingPage = page({
  path: paths.settings,
  load: async (scope) => {
    const volunteer = await oneself(scope);
    return volunteer?.applicantId ? { volunteer, applicantId: volunteer.applicantId } : null;
  },
  can: isVolunteer,
  audit: own,
  form: settingForm,
  submit: async (scope, value, { volunteer, applicantId }) => {
    await declareSetting(scope, {
      ...value,
      applicantId,
      centreId: volunteer.centreId,
      daysOfWeek: value.daysOfWeek.map(Number),
      dates: [],
    });
    return {
      to: paths.volunteering(),
      notice: {
        happened: 'Thank you. Its days count from now on.',
        next: 'If a day becomes one too many, your volunteer manager looks at it with you in good time.',
      },
    };
  },
  show: (_, view) => <SettingPage view={view} />,
});

const endSettingAction = action({
  path: paths.endSetting,
  load: async (scope, { params }) => {
    const volunteer = await oneself(scope);
    const mine = volunteer?.applicantId ? await settingsOf(scope, [volunteer.applicantId]) : [];
    return volunteer && mine.some((each) => each.id === params.settingId) ? { volunteer } : null;
  },
  can: isVolunteer,
  audit: own,
  form: justAButton('volunteering_other_place_end'),
  back: () => paths.volunteering(),
  submit: async (scope, _, { volunteer }, { params }) => {
    await endSetting(scope, { settingId: params.settingId, lastOn: volunteer.today });
    return { to: paths.volunteering(), notice: { happened: 'Today is the last day that counts there.' } };
  },
});

export const volunteeringRoutes = [ownPage, settingPage, endSettingAction];
