import { dateAt } from '../src/kernel/dates.ts';
import type { Scope } from '../src/platform/db/as-actor.ts';
import { decideEligibility } from '../src/rooms/recruiting/checks/eligibility.commands.ts';
import { setOpenings } from '../src/rooms/recruiting/openings/openings.commands.ts';
import { openingsAt } from '../src/rooms/recruiting/openings/openings.queries.ts';
import { addSource } from '../src/rooms/recruiting/sources/source.commands.ts';
import { castSources } from './applicants-cast.ts';
import type { CentreSlug } from './cast.ts';
import { type Ground, known } from './settle.ts';
import { type Telling, ZONE } from './telling.ts';

/** Who runs the volunteers' way in at a centre, who sits beside them in an interview, and who else knows the work. */
export const recruiters: Readonly<
  Record<CentreSlug, { readonly manager: string; readonly beside: string; readonly third: string }>
> = {
  hartley: { manager: 'ruth', beside: 'joanne', third: 'helen' },
  bramble: { manager: 'balwinder', beside: 'nasreen', third: 'wiktoria' },
  quayside: { manager: 'chloe', beside: 'gareth', third: 'helen' },
};

const SLUGS = ['hartley', 'bramble', 'quayside'] as const satisfies CentreSlug[];

/** A named person decides which check each role may be asked for; here in the words of somebody who took advice. */
const decide = async (scope: Scope): Promise<void> => {
  const today = dateAt(scope.now, ZONE);
  const dated = {
    ruleVersion: 'Eligibility guidance as read that day',
    decidedOn: today,
    effectiveFrom: today,
    reviewOn: today.add({ years: 2 }),
  };
  await decideEligibility(scope, {
    ...dated,
    roleCode: 'peer_supporter',
    part: 'peer_supporter',
    level: 'enhanced',
    workforce: 'child',
    childrenBarred: false,
    adultsBarred: false,
    reasoning:
      'Peer supporters are with parents whose babies stay in their parents’ care. They are with families often and are trusted, so an enhanced check is proportionate; they do not care for children themselves, so the barred list may not be asked for. We took advice and look at it again in two years.',
  });
  await decideEligibility(scope, {
    ...dated,
    roleCode: 'creche_volunteer',
    part: 'creche',
    level: 'enhanced',
    workforce: 'child',
    childrenBarred: false,
    adultsBarred: false,
    reasoning:
      'Crèche volunteers look after children beside a colleague, on few days a month. Up to three days in thirty no barred list may be asked for; who comes more often is decided one by one, before the day comes.',
  });
};

/** What recruiting stands on: what each role may be asked for, which roles are open, and where people hear of us. */
export const recruitingOpens = (telling: Telling, ground: Ground): ReadonlyMap<string, string> => {
  const sources = new Map<string, string>();
  telling.happens(telling.on(900, '10:00'), 'siobhan', decide);
  for (const slug of SLUGS) {
    const centreId = known(ground.centres, slug);
    const { manager } = recruiters[slug];
    telling.happens(telling.on(440, '09:20'), manager, async (scope) => {
      const before = await openingsAt(scope, centreId);
      await setOpenings(scope, {
        centreId,
        version: before?.version ?? 0,
        roles: [
          {
            code: 'peer_supporter',
            open: true,
            wanted: slug === 'bramble' ? 6 : 4,
            words:
              slug === 'quayside'
                ? 'We would love more dads, and anybody who speaks Cornish.'
                : slug === 'bramble'
                  ? 'Polish, Urdu and Bengali speakers are very welcome.'
                  : '',
          },
          {
            code: 'creche_volunteer',
            open: slug === 'bramble',
            wanted: slug === 'bramble' ? 2 : 0,
            words: '',
          },
        ],
      });
    });
  }
  for (const each of castSources)
    telling.happens(telling.on(each.daysAgo, '09:40'), recruiters[each.centre].manager, async (scope) => {
      sources.set(
        each.key,
        await addSource(scope, {
          centreId: known(ground.centres, each.centre),
          kind: each.kind,
          name: each.name,
          words: '',
          fromOn: dateAt(scope.now, ZONE),
          untilOn: null,
          cost: each.costPence,
          reach: each.reach,
        }),
      );
    });
  return sources;
};
