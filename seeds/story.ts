import type { App } from '../src/app.ts';
import { newId } from '../src/kernel/ids.ts';
import { DEMO_PASSWORD } from '../src/platform/sign-in/demo.ts';
import { applicantsCome } from './applicants.ts';
import { type Files, familiesArrive } from './arriving.ts';
import { castGroups } from './cast-groups.ts';
import { cohortsRun } from './cohorts.ts';
import { referralsAreDecided } from './decisions.ts';
import { diaryFills, type Groups, groupsFill } from './groups.ts';
import { peopleGrow } from './growing.ts';
import { livesGoOn } from './lives.ts';
import { colleaguesLook } from './looking.ts';
import { oddsAndEnds } from './odds-and-ends.ts';
import { plansAreMade } from './plans.ts';
import { recruitingOpens } from './recruiting-ground.ts';
import { registersClose } from './registers.ts';
import { settle } from './settle.ts';
import { parentsSignIn, signIns } from './sign-ins.ts';
import { supervisionGoesOn } from './supervising.ts';
import { supportersAreHere } from './supporters.ts';
import { supportersGoOn } from './supporters-lives.ts';
import { openTelling } from './telling.ts';
import { worriesAreRaised } from './worries.ts';

/** The first words while the house is being set up, before anything is told. */
const SETTLING = 'Setting up the centres and the team';
const TELLING = 'Living through the year';

/**
 * Fills an empty database with the demonstration: one organisation, a programme year around the app's own clock,
 * written through the rooms' own commands at the moments when they would have happened. Raises an Error when there
 * is an organisation already: a demonstration is never mixed with anything, nor filled twice.
 */
export const fillDemo = async (
  app: App,
  progress: (words: string, done: number, of: number) => void,
): Promise<{
  readonly signIns: readonly { readonly role: string; readonly email: string }[];
  readonly password: string;
}> => {
  const there = await app.pool.query('select organisation_id from people.all_organisations() limit 1');
  if (there.rowCount !== 0)
    throw new Error(
      'There is an organisation in this database already. The demonstration fills only an empty one.',
    );
  const telling = openTelling(app, newId());
  progress(SETTLING, 0, 100);
  const ground = await settle(app, telling);
  const files: Files = new Map();
  const groups: Groups = { cast: castGroups(telling.today), ids: new Map(), sessions: new Map() };
  const sources = recruitingOpens(telling, ground);
  const supporters = supportersAreHere(telling, ground);
  groupsFill(telling, ground, files, groups);
  familiesArrive(telling, ground, files);
  referralsAreDecided(telling, ground, files);
  livesGoOn(telling, ground, files);
  diaryFills(telling, ground, files, groups);
  plansAreMade(telling, groups);
  registersClose(telling, files, groups);
  worriesAreRaised(telling, ground, files);
  const applications = applicantsCome(telling, ground, sources);
  supportersGoOn(telling, ground, supporters, files, groups, applications);
  cohortsRun(telling, ground);
  peopleGrow(telling, ground, supporters);
  supervisionGoesOn(telling, ground, supporters);
  colleaguesLook(telling, ground, files);
  oddsAndEnds(app, telling, ground, files, groups);
  parentsSignIn(app, telling, files);
  await telling.tell((done, of) => progress(TELLING, 5 + Math.floor((done / of) * 95), 100));
  return { signIns, password: DEMO_PASSWORD };
};
