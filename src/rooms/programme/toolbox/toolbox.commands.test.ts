import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal, StaleEdit } from '#kernel/refusal.ts';
import type { AccountActor } from '#platform/db/actor.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { activities as shipped } from '../content/all.ts';
import type { ActivityContent } from '../content/shapes.ts';
import { activities, activitiesByIds, handoutsFor, loadProgramme } from '../door.ts';
import { addActivity, changeActivity, keepFavourite, review } from './toolbox.commands.ts';
import { reviewsOf, versionsOf } from './toolbox.queries.ts';

let here: Stand;
let nurse: AccountActor;
let coordinator: AccountActor;
const today = Temporal.PlainDate.from('2026-11-23');

beforeAll(async () => {
  here = await openStand();
  await here.system(loadProgramme);
  nurse = await here.staff('practitioner');
  coordinator = await here.staff('programme_coordinator');
});
afterAll(() => here.close());

const withHandout = (at: number): ActivityContent => {
  const found = shipped.filter(({ handout }) => handout)[at];
  if (!found) throw new Error('no such activity');
  return found;
};
const said = {
  name: 'Dr Ruth Adeyemi',
  role: 'Clinical psychologist',
  on: today,
  today,
  words: '',
  approved: true,
} as const;

describe('changing an activity', () => {
  it('makes a version and keeps the old one, for plans made with it', async () => {
    const old = withHandout(0);
    const [before] = await here.as(nurse, (scope) => versionsOf(scope, old.code));
    const changed = { ...old, title: `${old.title}, by the window` };
    expect(await here.as(nurse, (scope) => changeActivity(scope, old.code, 1, changed, 'Priya'))).toBe(true);
    const versions = await here.as(nurse, (scope) => versionsOf(scope, old.code));
    expect(versions.map(({ version, title, replacedAt }) => [version, title, replacedAt !== null])).toEqual([
      [2, changed.title, false],
      [1, old.title, true],
    ]);
    expect(versions[0]).toMatchObject({ credit: 'Priya', madeBy: nurse.accountId, review: 'sample' });
    const kept = await here.as(nurse, (scope) => activitiesByIds(scope, [before?.id ?? '']));
    expect(kept[0]?.content).toEqual(old);
    const listed = await here.as(nurse, (scope) => activities(scope));
    expect(listed.filter(({ code }) => code === old.code).map(({ version }) => version)).toEqual([2]);
  });

  it('makes none when nothing is different', async () => {
    const same = withHandout(1);
    expect(await here.as(nurse, (scope) => changeActivity(scope, same.code, 1, { ...same }, ''))).toBe(false);
    expect(await here.as(nurse, (scope) => versionsOf(scope, same.code))).toHaveLength(1);
  });

  it('lets one of two who change it at once save, and shows the other what changed', async () => {
    const old = withHandout(2);
    const saved = await Promise.allSettled(
      ['one', 'other'].map((who) =>
        here.as(nurse, (scope) => changeActivity(scope, old.code, 1, { ...old, summary: who }, '')),
      ),
    );
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = saved.find(({ status }) => status === 'rejected');
    expect(lost?.status === 'rejected' && lost.reason).toBeInstanceOf(StaleEdit);
    await expect(
      here.as(nurse, (scope) => changeActivity(scope, 'no-such-activity', 1, old, '')),
    ).rejects.toThrow(NotFound);
  });

  it('is not for peer supporters, whatever the page says', async () => {
    const volunteer = await here.staff('peer_supporter');
    const old = withHandout(3);
    await expect(
      here.as(volunteer, (scope) => changeActivity(scope, old.code, 1, { ...old, summary: 'Mine' }, '')),
    ).rejects.toThrow();
    expect(await here.as(volunteer, (scope) => versionsOf(scope, old.code))).toHaveLength(1);
  });
});

describe('adding an activity', () => {
  it('gives it a code from its title, and another when that is taken', async () => {
    const { code: _, ...content } = withHandout(4);
    const titled = { ...content, title: 'Tea & talk: Zoë’s idea' };
    const codes = [
      await here.as(nurse, (scope) => addActivity(scope, titled, 'Zoë')),
      await here.as(nurse, (scope) => addActivity(scope, titled, 'Zoë')),
      await here.as(nurse, (scope) => addActivity(scope, { ...titled, title: 'New' }, '')),
    ];
    expect(codes).toEqual(['tea-talk-zoes-idea', 'tea-talk-zoes-idea-2', 'new-2']);
  });
});

describe('a review', () => {
  const parentSees = async (code: string, demo: boolean) => {
    const parent = await here.parent();
    const shown = await here.as(parent, (scope) => handoutsFor(scope, { stage: null, loss: false, demo }));
    return shown.find((each) => each.code === code);
  };

  it('lets parents see the handout where nothing unreviewed is shown, and a new version takes it away again', async () => {
    const text = withHandout(5);
    expect(await parentSees(text.code, false)).toBeUndefined();
    await here.as(coordinator, (scope) => review(scope, text.code, { ...said, what: 'both', version: 1 }));
    expect(await parentSees(text.code, false)).toMatchObject({ title: text.handout?.title, sample: false });
    await here.as(nurse, (scope) =>
      changeActivity(scope, text.code, 1, { ...text, summary: 'Different now.' }, ''),
    );
    expect(await parentSees(text.code, false)).toBeUndefined();
    const [current] = await here.as(nurse, (scope) => versionsOf(scope, text.code));
    expect(current).toMatchObject({ version: 2, review: 'sample', handoutReview: 'sample' });
  });

  it('that says no hides the handout even in a demo, and the latest one counts', async () => {
    const text = withHandout(6);
    const no = { ...said, approved: false, words: 'The second step is too long.', version: 1 } as const;
    await here.as(coordinator, (scope) => review(scope, text.code, { ...no, what: 'handout' }));
    expect(await parentSees(text.code, true)).toBeUndefined();
    const [row] = await here.as(coordinator, (scope) => versionsOf(scope, text.code));
    expect(row).toMatchObject({ review: 'sample', handoutReview: 'not_approved' });
    await here.as(coordinator, (scope) => review(scope, text.code, { ...said, what: 'handout', version: 1 }));
    const [again] = await here.as(coordinator, (scope) => versionsOf(scope, text.code));
    const given = await here.as(coordinator, (scope) => reviewsOf(scope, [again?.id ?? '']));
    expect(given).toHaveLength(2);
    expect(given.find(({ approved }) => !approved)).toMatchObject({
      name: said.name,
      words: no.words,
      on: today,
    });
  });

  it('is of the words that were read: not of a version that came meanwhile, nor of a day to come', async () => {
    const text = withHandout(7);
    await here.as(nurse, (scope) =>
      changeActivity(scope, text.code, 1, { ...text, summary: 'Meanwhile.' }, ''),
    );
    await expect(
      here.as(coordinator, (scope) => review(scope, text.code, { ...said, what: 'both', version: 1 })),
    ).rejects.toThrow(StaleEdit);
    const tomorrow = { ...said, on: today.add({ days: 1 }), what: 'both', version: 2 } as const;
    await expect(here.as(coordinator, (scope) => review(scope, text.code, tomorrow))).rejects.toThrow(
      Refusal,
    );
    await expect(
      here.as(nurse, (scope) => review(scope, text.code, { ...said, what: 'both', version: 2 })),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('favourites', () => {
  it('are one’s own, and keep through versions', async () => {
    const liked = withHandout(8);
    await here.as(nurse, (scope) => keepFavourite(scope, liked.code, true));
    await here.as(nurse, (scope) => keepFavourite(scope, liked.code, true));
    await here.as(coordinator, (scope) =>
      changeActivity(scope, liked.code, 1, { ...liked, summary: 'Again.' }, ''),
    );
    const mine = await here.as(nurse, (scope) => activities(scope, { favourites: true }));
    expect(mine.map(({ code, version }) => [code, version])).toEqual([[liked.code, 2]]);
    expect(await here.as(coordinator, (scope) => activities(scope, { favourites: true }))).toEqual([]);
    await here.as(nurse, (scope) => keepFavourite(scope, liked.code, false));
    expect(await here.as(nurse, (scope) => activities(scope, { favourites: true }))).toEqual([]);
  });
});
