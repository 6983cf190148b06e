import type { Browser } from 'playwright';
import type { AccountActor } from '#platform/db/actor.ts';
import { type CohortGround, openCohorts } from '../../../src/rooms/training/cohorts/cohort.fixture.ts';
import { openBrowser } from '../../support/chromium.ts';
import { openHouse, type TestHouse } from '../../support/house.ts';
import { build } from '../../support/kith-server.ts';
import { openLetterbox, pathIn } from '../../support/letterbox.ts';
import { makeReady } from '../../support/ready.ts';
import { type Equipment, newVisitor, type Visitor } from '../../support/visit.ts';

/** Monday 9 March 2026. The worker of jobs goes by the machine's own clock, so all of it lies in the past. */
const BEGAN = Temporal.Instant.from('2026-03-09T10:00:00Z');

/** The test house at an address of its own, with a syllabus in use, so that browsers come to it while days pass. */
export interface Training extends CohortGround {
  readonly house: TestHouse;
  /** Somebody at a browser of their own; null: nobody who signs in. */
  readonly visitor: (who: AccountActor | null, equipment?: Equipment) => Promise<Visitor>;
  /** Moves the clock to a time of day at the centre, and does everything that is due. */
  readonly at: (day: string, time: string) => Promise<void>;
  /** Where the letter to an address leads that says this. */
  readonly linkTo: (email: string, holding: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const openTrainingHouse = async (): Promise<Training> => {
  // The look and the scripts come from what is built.
  await build();
  const letterbox = await openLetterbox();
  const house = await openHouse(BEGAN, { SMTP_URL: letterbox.url, MAIL_FROM: 'hello@kith.example' });
  const ground = await openCohorts(house);
  const chromium: Browser = await openBrowser();
  const origin = await house.app.server.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...ground,
    house,
    visitor: async (who, equipment) => {
      const visitor = await newVisitor(chromium, { origin }, equipment);
      if (who) {
        house.browser(who);
        await visitor.context.setExtraHTTPHeaders({ 'x-test-as': who.accountId });
      }
      return visitor;
    },
    at: async (day, time) => {
      house.now = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London').toInstant();
      await house.drain();
    },
    linkTo: async (email, holding) => {
      await house.drain();
      return pathIn((await letterbox.letterTo(email, holding)).text);
    },
    close: async () => {
      await chromium.close();
      await house.close();
      await letterbox.close();
    },
  };
};

/** Somebody who is welcomed already, with an account, and has not been trained yet. */
export const welcomedVolunteer = async (house: TestHouse, name: string): Promise<AccountActor> => {
  const volunteer = await house.member(name, ['peer_supporter']);
  await makeReady(house, volunteer.accountId, { without: ['course', 'unit', 'sign_off'] });
  return volunteer;
};
