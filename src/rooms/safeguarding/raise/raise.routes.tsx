import { dateAt } from '#kernel/dates.ts';
import { NotFound } from '#kernel/refusal.ts';
import { type Actor, centresOf, isTeam, roleWords } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { type Ask, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres } from '#rooms/people/door.ts';
import { clockOn, teamAt } from '../owner/owner.queries.ts';
import { chainFor } from '../owner/owner.rules.ts';
import { raisePath, receiptPath } from '../paths.ts';
import { raiseConcern } from './raise.commands.ts';
import { concernForm, looksForSomebody, nameLookedFor } from './raise.form.ts';
import { ChooseCentrePage, type ChooseFacts, type RaiseFacts, RaisePage } from './raise.pages.tsx';
import { parentsAmong, parentsCalled } from './raise.queries.ts';
import { idsIn, pageFrom } from './raise.rules.ts';

type Facts = { readonly choose: ChooseFacts } | { readonly raise: RaiseFacts };

/** Everybody of a team, whatever their role; a parent finds the page of urgent help instead. */
export const ofATeam = (actor: Actor): boolean => isTeam(actor) && actor.roles.length > 0;

const load = async (scope: Scope, ask: Ask<'/concerns/new'>): Promise<Facts | null> => {
  const { actor } = scope;
  if (actor.kind !== 'account' || !ofATeam(actor)) return null;
  const from = pageFrom(ask.query.from);
  const mine = centresOf(actor);
  const open = (await centres(scope)).filter(({ id }) => mine.includes(id));
  const suggested = (await parentsAmong(scope, idsIn(from))).filter(({ centreId }) =>
    mine.includes(centreId),
  );
  const wanted = ask.query.centre ?? suggested[0]?.centreId ?? (open.length === 1 ? open[0]?.id : undefined);
  const place = open.find(({ id }) => id === wanted);
  if (!place) return { choose: { from, centres: open } };

  const name = nameLookedFor(ask.typed);
  const again = looksForSomebody(ask.typed) || ask.typed.about_person !== undefined;
  const found = again ? await parentsCalled(scope, place.id, name) : [];
  const people = [...new Map([...suggested, ...found].map((person) => [person.id, person])).values()];
  const team = await teamAt(scope, place.id);
  const owner = chainFor(team.possible, { named: [], raisedBy: actor.accountId })?.owner;
  const reader = team.members.find(({ accountId }) => accountId === owner);
  const clock = await clockOn(scope, dateAt(scope.now, place.zone));
  return {
    raise: {
      from,
      centre: place,
      // Somebody may raise a concern about what they did themselves: they are on the list too.
      team: team.members,
      reader: reader
        ? [reader.name, reader.roles[0] && roleWords[reader.roles[0]]].filter(Boolean).join(', ')
        : null,
      minutes: clock.acknowledgeWithinMinutes,
      people,
    },
  };
};

export const raiseRoutes: readonly Route[] = [
  page({
    path: raisePath,
    can: (actor, _facts: Facts) => ofATeam(actor),
    audit: notSensitive('an empty form, and names that whoever asks may see on other pages'),
    load,
    show: (facts, view) =>
      'choose' in facts ? (
        <ChooseCentrePage facts={facts.choose} view={view} />
      ) : (
        <RaisePage facts={facts.raise} view={view} />
      ),
    form: (facts: Facts) =>
      'choose' in facts
        ? concernForm([], 0)
        : concernForm(
            facts.raise.team.map(({ accountId }) => accountId),
            facts.raise.people.length,
          ),
    prefill: (facts) => {
      const only = 'raise' in facts && facts.raise.people.length === 1 ? facts.raise.people[0] : undefined;
      return only ? { about_person: only.id } : {};
    },
    submit: async (scope, value, facts, ask) => {
      if ('choose' in facts) throw new NotFound('centre');
      const { from, centre } = facts.raise;
      const { concernId } = await raiseConcern(scope, {
        centreId: centre.id,
        happened: value.happened,
        said: value.said,
        aboutWords: value.about_words,
        aboutPersonId: value.about_person || null,
        named: value.team === false ? [] : value.named,
        doneAlready: value.done,
        dangerNow: value.danger,
        called999: value.danger && value.called,
        page: from ?? '',
        origin: ask.origin,
      });
      return { to: receiptPath({ concernId }, { from: from ?? undefined }) };
    },
  }),
];
