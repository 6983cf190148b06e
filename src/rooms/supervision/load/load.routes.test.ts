import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountActor } from '#platform/db/actor.ts';
import { openHouse, type TestHouse } from '../../../../tests/support/house.ts';
import { MONDAY } from '../../../../tests/support/stand.ts';
import * as paths from '../paths.ts';
import { beginArrangement } from '../rhythm/arrangement.commands.ts';
import { arrangementsOf } from '../rhythm/arrangement.queries.ts';
import { ownDebrief } from './debrief.queries.ts';

let house: TestHouse;
let manager: AccountActor;
let priya: AccountActor;
let dan: AccountActor;

beforeAll(async () => {
  house = await openHouse();
  manager = await house.member('Ruth Bell', ['volunteer_manager']);
  priya = await house.member('Priya Shah', ['peer_supporter']);
  dan = await house.member('Dan Frost', ['peer_supporter']);
  for (const { accountId } of [priya, dan])
    await house.system((scope) =>
      beginArrangement(scope, { accountId, centreId: house.centreId, supervisorId: manager.accountId }),
    );
}, 60_000);
afterAll(() => house.close());
beforeEach(() => {
  house.now = MONDAY;
});

/** What is read on a page, without its tags. */
const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');

describe('how it was', () => {
  it('takes two taps, and says at once who rings by when', async () => {
    const browser = house.browser(priya);
    const form = words((await browser.get(paths.howItWas())).body);
    expect(form).toContain('Somebody told me something that stays with me');
    expect(form).toContain('Raise a concern');
    const sent = await browser.post(paths.howItWas(), { how: 'heavy', words: 'A hard hour' });
    expect(sent.headers.location).toBe(paths.ownLoad());
    const own = words((await browser.get(paths.ownLoad())).body);
    expect(own).toContain('Ruth Bell rings you, tomorrow at 10am at the latest.');
    expect(own).toContain('A session felt heavy: once in the last 4 weeks.');
    expect(own).toContain('A hard hour');
    expect(own).toContain('It counts only what was told.');
  });

  it('asks again where nothing was chosen, and keeps what was typed', async () => {
    const browser = house.browser(dan);
    const again = await browser.post(paths.howItWas(), { words: 'My words' });
    expect(again.statusCode).toBe(422);
    expect(words(again.body)).toContain('Choose how it was: light, all right or heavy.');
    expect(again.body).toContain('My words');
    const ahead = await browser.post(paths.howItWas(), {
      how: 'heavy',
      'on-day': '1',
      'on-month': '12',
      'on-year': '2026',
    });
    expect(ahead.statusCode).toBe(422);
    expect(words(ahead.body)).toContain('This day is still to come.');
    const light = await browser.post(paths.howItWas(), { how: 'light' });
    expect(light.statusCode).toBe(303);
    expect(words((await browser.get(paths.ownLoad())).body)).toContain('Nothing yet');
  });

  it('is the volunteer’s own page: parents and visitors find nothing', async () => {
    const parent = await house.parent();
    for (const path of [paths.howItWas(), paths.ownLoad(), paths.stayingWell()]) {
      expect((await house.browser(parent).get(path)).statusCode).toBe(404);
      expect((await house.browser(null).get(path)).statusCode).not.toBe(200);
    }
  });
});

describe('the talk', () => {
  it('is taken on, offered and held by the manager, and is not found by a colleague or by oneself', async () => {
    const debrief = await house.as(priya, (scope) => ownDebrief(scope, priya.accountId));
    const debriefId = debrief?.id ?? '';
    const here = paths.debrief({ debriefId });
    const browser = house.browser(manager);
    const before = words((await browser.get(here)).body);
    expect(before).toContain('To be offered by tomorrow at 10am.');
    expect(before).not.toContain('A hard hour');
    await browser.post(paths.takeDebrief({ debriefId }), {}, here);
    expect(words((await browser.get(here)).body)).toContain('A hard hour');
    const missing = await browser.post(here, { what: 'offered', how: '', words: '' });
    expect(missing.statusCode).toBe(422);
    expect(words(missing.body)).toContain('Say how you offered it.');
    expect((await browser.post(here, { what: 'offered', how: 'phone', words: 'At 6pm?' })).statusCode).toBe(
      303,
    );
    const own = words((await house.browser(priya).get(paths.ownLoad())).body);
    expect(own).toContain('Ruth Bell has offered you a talk. “At 6pm?”');
    expect(own).toContain('Yes please');
    expect((await browser.post(here, { what: 'held', how: '', words: 'Rest next week' })).statusCode).toBe(
      303,
    );
    expect(words((await browser.get(here)).body)).toContain('You talked');
    const other = await house.member('Col League', ['practitioner']);
    for (const who of [dan, priya, other]) expect((await house.browser(who).get(here)).statusCode).toBe(404);
    expect((await browser.get(paths.debrief({ debriefId: 'nothing' }))).statusCode).toBe(404);
  });

  it('is asked for with one tap, and the help lines stand beside it', async () => {
    const browser = house.browser(dan);
    await browser.post(paths.answerDebrief(), { say: 'ring_now' }, paths.ownLoad());
    const own = words((await browser.get(paths.ownLoad())).body);
    expect(own).toContain('We have told Ruth Bell that you would like a call now.');
    await browser.post(paths.answerDebrief(), { say: 'no_thanks' }, paths.ownLoad());
    expect(words((await browser.get(paths.ownLoad())).body)).toContain('Would you like to talk?');
  });
});

describe('staying well', () => {
  it('is written, shared by name, read by the supervisor alone, printed and erased', async () => {
    const browser = house.browser(priya);
    expect(words((await browser.get(paths.stayingWell())).body)).toContain('You have no plan yet');
    const empty = await browser.post(paths.changeStayingWell(), {});
    expect(empty.statusCode).toBe(422);
    expect(words(empty.body)).toContain('One line is a plan.');
    await browser.post(paths.changeStayingWell(), { keeps: 'Swimming in the lake' });
    const shared = paths.sharedStayingWell({ accountId: priya.accountId });
    expect((await house.browser(manager).get(shared)).statusCode).toBe(404);
    expect(words((await browser.get(paths.stayingWell())).body)).toContain('Share it with Ruth Bell');
    await browser.post(paths.shareStayingWell(), {}, paths.stayingWell());
    expect(words((await house.browser(manager).get(shared)).body)).toContain('Swimming in the lake');
    expect((await house.browser(dan).get(shared)).statusCode).toBe(404);
    const [arrangement] = await house.system((scope) => arrangementsOf(scope, [priya.accountId]));
    const year = paths.arrangement({ arrangementId: arrangement?.id ?? '' });
    expect((await house.browser(manager).get(year)).body).toContain(shared);
    expect((await house.browser(dan).get(year)).body).not.toContain(shared);
    await browser.post(paths.unshareStayingWell(), {}, paths.stayingWell());
    expect((await house.browser(manager).get(shared)).statusCode).toBe(404);
    expect((await house.browser(manager).get(year)).body).not.toContain(shared);
    await browser.post(paths.changeStayingWell(), { keeps: 'Swimming, and my sister' });
    expect(words((await browser.get(paths.earlierStayingWell())).body)).toContain('Swimming in the lake');
    expect(words((await browser.get(paths.printStayingWell())).body)).toContain('my sister');
    expect((await browser.post(paths.eraseStayingWell(), {})).statusCode).toBe(303);
    expect((await browser.get(paths.printStayingWell())).statusCode).toBe(404);
  });
});
