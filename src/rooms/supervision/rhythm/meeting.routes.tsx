import { isId } from '#kernel/ids.ts';
import { NotFound } from '#kernel/refusal.ts';
import { accountOf } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { looking, page, type Route } from '#platform/http/page.ts';
import { namesOfAccounts } from '#rooms/people/door.ts';
import * as paths from '../paths.ts';
import { mayKeep } from '../supervision.policy.ts';
import { arrangementsOf } from './arrangement.queries.ts';
import {
  agree,
  askOtherTime,
  callOffMeeting,
  maySettle,
  meetingDidNotHappen,
  meetingHeld,
  moveMeeting,
} from './meeting.commands.ts';
import {
  answerForm,
  callOffForm,
  heldForm,
  meetingPrefill,
  missedForm,
  momentOf,
  moveForm,
} from './meeting.form.ts';
import { type MeetingFacts, MeetingPage } from './meeting.pages.tsx';
import { meetingById, movesOf } from './meeting.queries.ts';
import { isOpen } from './meeting.rules.ts';
import { CallOffPage, DidNotHappenPage, HeldPage, MovePage } from './meeting-forms.pages.tsx';
import { rulesOn } from './rules.queries.ts';

const factsOf = async (scope: Scope, id: string): Promise<MeetingFacts | null> => {
  if (!isId(id)) return null;
  const meeting = await meetingById(scope, id);
  if (!meeting || meeting.kind === 'coffee') return null;
  const me = accountOf(scope.actor);
  const accounts = meeting.people.map((each) => each.accountId);
  const theirs = await arrangementsOf(scope, accounts);
  const own = meeting.people.find((each) => each.accountId === me) ?? null;
  const settles = maySettle(scope, meeting, theirs);
  if (!own && !settles) return null;
  const moves = (await movesOf(scope, [id])).get(id) ?? [];
  const early =
    meeting.earlyCode === null
      ? null
      : (await rulesOn(scope, meeting.on)).early.find(({ code }) => code === meeting.earlyCode);
  const names = await namesOfAccounts(scope, [
    ...accounts,
    ...(meeting.supervisorId ? [meeting.supervisorId] : []),
    ...moves.flatMap((each) => (each.by ? [each.by] : [])),
  ]);
  const [first] = theirs;
  return {
    meeting,
    names,
    moves,
    maySettle: settles,
    own,
    arrangementId: first && accounts.length === 1 && mayKeep(scope.actor, first) ? first.id : null,
    withNotes: meeting.state === 'held' && (own !== null || meeting.supervisorId === me),
    about: early?.words ?? '',
  };
};

const settling = async (scope: Scope, id: string): Promise<MeetingFacts | null> => {
  const facts = await factsOf(scope, id);
  return facts?.maySettle && isOpen(facts.meeting.state) ? facts : null;
};

const seen = looking('supervision.meeting_seen', ({ meeting }: MeetingFacts) => ({
  kind: 'meeting',
  id: meeting.id,
  centreId: meeting.centreId,
}));
const mine = (facts: MeetingFacts): boolean => facts.maySettle;
const to = ({ meeting }: MeetingFacts) => paths.meeting({ meetingId: meeting.id });

export const meetingRoutes: readonly Route[] = [
  page({
    path: paths.meeting,
    load: (scope, { params }) => factsOf(scope, params.meetingId),
    can: (_actor, facts) => facts.maySettle || facts.own !== null,
    audit: seen,
    form: answerForm,
    submit: async (scope, { answer, words }, facts) => {
      if (!facts.own) throw new NotFound('meeting');
      if (answer === 'yes') await agree(scope, facts.meeting.id);
      else await askOtherTime(scope, facts.meeting.id, words);
      return {
        to: to(facts),
        notice:
          answer === 'yes'
            ? { happened: 'You said yes to this time.', next: 'You are reminded two days before.' }
            : {
                happened: 'You asked for another time.',
                next: 'Whoever holds it looks for one with you and moves it.',
              },
      };
    },
    show: (facts, view) => <MeetingPage view={view} facts={facts} />,
  }),
  page({
    path: paths.moveMeeting,
    load: (scope, { params }) => settling(scope, params.meetingId),
    can: (_actor, facts) => mine(facts),
    audit: seen,
    form: moveForm,
    prefill: ({ meeting }) => meetingPrefill(meeting),
    version: ({ meeting }) => meeting.version,
    submit: async (scope, value, facts, { version }) => {
      await moveMeeting(scope, facts.meeting.id, {
        ...value,
        startsAt: momentOf(value, facts.meeting.zone),
        version,
      });
      return {
        to: to(facts),
        notice: {
          happened: 'The meeting has moved.',
          next: 'Everybody it is for has a letter. The days of the rhythm stay where they were.',
        },
      };
    },
    show: (facts, view) => <MovePage view={view} facts={facts} />,
  }),
  page({
    path: paths.heldMeeting,
    load: (scope, { params }) => settling(scope, params.meetingId),
    can: (_actor, facts) => mine(facts),
    audit: seen,
    form: ({ meeting }) => heldForm(meeting),
    prefill: ({ meeting }) => ({
      ...meetingPrefill(meeting),
      came: meeting.people.length === 1 ? meeting.people.map((each) => each.accountId) : [],
    }),
    version: ({ meeting }) => meeting.version,
    submit: async (scope, value, facts, { version }) => {
      await meetingHeld(scope, facts.meeting.id, {
        came: value.came,
        startsAt: momentOf(value, facts.meeting.zone),
        minutes: value.minutes,
        version,
      });
      return {
        to: to(facts),
        notice: { happened: 'It is written down that you met.', next: 'The next times are kept as before.' },
      };
    },
    show: (facts, view) => <HeldPage view={view} facts={facts} />,
  }),
  page({
    path: paths.didNotHappen,
    load: (scope, { params }) => settling(scope, params.meetingId),
    can: (_actor, facts) => mine(facts),
    audit: seen,
    form: missedForm,
    version: ({ meeting }) => meeting.version,
    submit: async (scope, value, facts, { version }) => {
      await meetingDidNotHappen(scope, facts.meeting.id, { ...value, version });
      return {
        to: to(facts),
        notice: { happened: 'It is written down.', next: 'Another time is looked for, and both hear of it.' },
      };
    },
    show: (facts, view) => <DidNotHappenPage view={view} facts={facts} />,
  }),
  page({
    path: paths.callOffMeeting,
    load: (scope, { params }) => settling(scope, params.meetingId),
    can: (_actor, facts) => mine(facts),
    audit: seen,
    form: callOffForm,
    version: ({ meeting }) => meeting.version,
    submit: async (scope, value, facts, { version }) => {
      await callOffMeeting(scope, facts.meeting.id, { ...value, version });
      return {
        to: to(facts),
        notice: {
          happened: 'The meeting is called off.',
          next: 'Everybody it was for has a letter. Where one is still due, another time is looked for.',
        },
      };
    },
    show: (facts, view) => <CallOffPage view={view} facts={facts} />,
  }),
];
