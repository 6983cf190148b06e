import { isId } from '#kernel/ids.ts';
import { centresOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { accountsAt, centres, namesOfAccounts } from '#rooms/people/door.ts';
import { RECRUITS } from '#rooms/recruiting/door.ts';
import * as paths from '../paths.ts';
import { mayKeep, mayLookAfter, SUPERVISES } from '../supervision.policy.ts';
import { changeArrangement } from './arrangement.commands.ts';
import { changeForm } from './arrangement.form.ts';
import { ChangePage } from './arrangement.pages.tsx';
import { type Arrangement, arrangementById, arrangementsAt } from './arrangement.queries.ts';
import { proposeByHand, proposeTogether, recordHeld } from './by-hand.commands.ts';
import { byHandForm, momentOf, togetherForm } from './meeting.form.ts';
import { ByHandPage, TogetherPage } from './meeting-forms.pages.tsx';
import { rulesOn } from './rules.queries.ts';

interface Kept {
  readonly arrangement: Arrangement;
  readonly name: string;
}

const kept = async (scope: Scope, id: string): Promise<Kept | null> => {
  if (!isId(id)) return null;
  const arrangement = await arrangementById(scope, id);
  if (!arrangement || arrangement.endedAt || !mayKeep(scope.actor, arrangement)) return null;
  const names = await namesOfAccounts(scope, [arrangement.accountId]);
  return { arrangement, name: names.get(arrangement.accountId) ?? 'Somebody' };
};

const seen = looking('supervision.year_seen', ({ arrangement }: Kept) => ({
  kind: 'arrangement',
  id: arrangement.id,
  centreId: arrangement.centreId,
}));
const minutes = async (scope: Scope, { arrangement }: Kept) =>
  (await rulesOn(scope, arrangement.beginsOn)).oneToOne;

const byHand = (path: typeof paths.proposeMeeting | typeof paths.recordMeeting, held: boolean): Route =>
  page({
    path,
    load: async (scope, { params }): Promise<(Kept & { usual: string }) | null> => {
      const found = await kept(scope, params.arrangementId);
      return found && { ...found, usual: String((await minutes(scope, found)).minutes) };
    },
    can: (actor, { arrangement }) => mayKeep(actor, arrangement),
    audit: seen,
    form: byHandForm,
    prefill: ({ usual }) => ({ kind: 'one_to_one', minutes: usual, how: 'face_to_face' }),
    submit: async (scope, value, { arrangement }) => {
      const ask = { ...value, startsAt: momentOf(value, arrangement.zone) };
      const meetingId = held
        ? await recordHeld(scope, arrangement.id, ask)
        : await proposeByHand(scope, arrangement.id, ask);
      return held
        ? {
            to: paths.arrangement({ arrangementId: arrangement.id }),
            notice: { happened: 'It is written down that you met.', next: 'The rhythm is counted with it.' },
          }
        : {
            to: paths.meeting({ meetingId }),
            notice: {
              happened: 'The time is proposed.',
              next: 'They have a letter and say whether it suits them.',
            },
          };
    },
    show: ({ arrangement, name }, view) => (
      <ByHandPage view={view} name={name} arrangementId={arrangement.id} held={held} />
    ),
  });

interface Together {
  readonly centreId: string;
  readonly zone: string;
  readonly people: readonly { readonly accountId: string; readonly name: string }[];
  readonly supervisors: readonly { readonly accountId: string; readonly name: string }[];
  readonly usual: string;
}

const team = async (scope: Scope, centreId: string) => [
  ...new Map(
    (await accountsAt(scope, centreId, SUPERVISES)).map((each) => [
      each.accountId,
      { accountId: each.accountId, name: each.name },
    ]),
  ).values(),
];

export const byHandRoutes: readonly Route[] = [
  byHand(paths.proposeMeeting, false),
  byHand(paths.recordMeeting, true),
  page({
    path: paths.newGroup,
    load: async (scope, { query }): Promise<Together | null> => {
      const own = centresOf(scope.actor, RECRUITS);
      const here = (await centres(scope)).filter(({ id }) => own.includes(id));
      const at = here.find(({ id }) => id === query.centre) ?? here[0];
      if (!at) return null;
      const all = await arrangementsAt(scope, [at.id]);
      const names = await namesOfAccounts(
        scope,
        all.map((each) => each.accountId),
      );
      const rules = await rulesOn(scope, scope.now.toZonedDateTimeISO(at.zone).toPlainDate());
      return {
        centreId: at.id,
        zone: at.zone,
        people: all.map(({ accountId }) => ({ accountId, name: names.get(accountId) ?? 'Somebody' })),
        supervisors: await team(scope, at.id),
        usual: String(rules.group.minutes),
      };
    },
    can: (actor, { centreId }) => mayLookAfter(actor, centreId),
    audit: looking('supervision.list_seen', ({ centreId }: Together) => ({
      kind: 'arrangement',
      id: null,
      centreId,
    })),
    form: ({ people, supervisors }) =>
      togetherForm(
        people.map((each) => each.accountId),
        supervisors.map((each) => each.accountId),
      ),
    prefill: ({ usual }) => ({ minutes: usual, how: 'face_to_face' }),
    submit: async (scope, value, { centreId, zone }) => {
      const meetingId = await proposeTogether(scope, {
        ...value,
        accountIds: value.people,
        startsAt: momentOf(value, zone),
        centreId,
        zone,
      });
      return {
        to: paths.meeting({ meetingId }),
        notice: { happened: 'The meeting is proposed.', next: 'Everybody it is for has a letter.' },
      };
    },
    show: (facts, view) => <TogetherPage view={view} {...facts} />,
  }),
  page({
    path: paths.changeArrangement,
    load: async (scope, { params }) => {
      const found = await kept(scope, params.arrangementId);
      if (!found) return null;
      const supervisors = (await team(scope, found.arrangement.centreId)).filter(
        (each) => each.accountId !== found.arrangement.accountId,
      );
      const rules = await rulesOn(scope, found.arrangement.beginsOn);
      return { ...found, supervisors, forms: rules.forms };
    },
    can: (actor, { arrangement }) => mayKeep(actor, arrangement),
    audit: seen,
    form: ({ supervisors, arrangement }) =>
      changeForm([
        ...supervisors.map((each) => each.accountId),
        ...[arrangement.supervisorId, arrangement.coverId].filter((each) => each !== null),
      ]),
    prefill: ({ arrangement }) => ({
      supervisorId: arrangement.supervisorId ?? '',
      coverId: arrangement.coverId ?? '',
      form: arrangement.form,
    }),
    version: ({ arrangement }) => arrangement.version,
    submit: async (scope, value, { arrangement }, { version }) => {
      await changeArrangement(scope, arrangement.id, { ...value, version });
      return {
        to: paths.arrangement({ arrangementId: arrangement.id }),
        notice: {
          happened: 'The change is kept.',
          next: 'Times that nobody had answered yet are looked at again. Agreed ones stay.',
        },
      };
    },
    show: (facts, view) => <ChangePage view={view} {...facts} />,
  }),
];
