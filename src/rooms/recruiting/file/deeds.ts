import type { Scope } from '#platform/db/as-actor.ts';
import { dateBoxes } from '#platform/forms/fields.ts';
import type { FormOf, Typed } from '#platform/forms/form.ts';
import type { Notice } from '#platform/http/view.ts';
import { takeTime } from '../mine/talk.commands.ts';
import * as paths from '../paths.ts';
import {
  declineApplication,
  goOnWithApplication,
  pauseApplication,
  withdrawApplication,
  writeDecline,
} from '../route/ends.commands.ts';
import { passMove, waiveStep } from '../route/steps.commands.ts';
import { tellApplicant } from '../route/tell.ts';
import { acceptOffer, makeOffer } from '../welcome/offer.commands.ts';
import { askWelcome, tickInduction } from '../welcome/welcome.commands.ts';
import * as forms from './do.form.ts';
import type { DoFacts } from './do.pages.tsx';
import type { Verb } from './do.rules.ts';
import * as file from './file.commands.ts';
import { suggestedAgain, suggestedLetter } from './letters.rules.ts';

interface Done {
  /** Where to go; the application's own page unless told. */
  readonly to?: string;
  readonly notice?: Notice;
}

/** What one verb asks, and what it does. */
interface Deed<V = never> {
  readonly form: FormOf<V>;
  readonly prefill?: (facts: DoFacts) => Typed;
  readonly act: (
    scope: Scope,
    value: V,
    facts: DoFacts,
    ask: { readonly origin: string; readonly version: number },
  ) => Promise<Done>;
}

const deed = <V>(of: Deed<V>): Deed => of as unknown as Deed;

const said = (happened: string, next?: string): Done => ({ notice: { happened, ...(next && { next }) } });
const bySelf = (told: boolean): string =>
  told
    ? 'A letter is on its way.'
    : 'No letter could leave: there is no e-mail address and no phone for texts. Ring them.';

/** Every verb of an application's page. */
export const deeds: Readonly<Record<Verb, Deed>> = {
  book: deed({
    form: forms.bookForm,
    act: async (scope, { time }, facts) => {
      await takeTime(scope, { applicationId: facts.file.id, timeId: time });
      return said('The time is theirs.', 'It stands on their page.');
    },
  }),
  talked: deed({
    form: forms.talkedForm,
    act: async (scope, { words }, facts) => {
      await file.conversationHeld(scope, facts.file, words);
      return said('The conversation is written down.', 'The next step is open.');
    },
  }),
  missed: deed({
    form: forms.missedForm,
    act: async (scope, { words }, facts) => {
      await file.conversationMissed(scope, facts.file, words);
      return said('That is written down.', 'They can choose another time on their page.');
    },
  }),
  note: deed({
    form: forms.noteForm,
    act: async (scope, value, facts) => {
      await file.addNote(scope, facts.file, value);
      return said('The note is added.');
    },
  }),
  answer: deed({
    form: forms.answerForm,
    act: async (scope, { words }, facts) => {
      await file.answerAsk(scope, facts.file, { askId: facts.ask ?? '', words });
      return said('Written down that you answered.');
    },
  }),
  pause: deed({
    form: forms.pauseForm,
    act: async (scope, value, facts) => {
      await pauseApplication(scope, { applicationId: facts.file.id, ...value });
      return said('The application rests.', 'No letters leave until it is taken up again.');
    },
  }),
  go_on: deed({
    form: forms.goOnForm,
    act: async (scope, _value, facts) => {
      await goOnWithApplication(scope, facts.file.id);
      return said('It goes on where it was.');
    },
  }),
  withdraw: deed({
    form: forms.withdrawForm,
    prefill: () => ({ tell: 'yes' }),
    act: async (scope, { why, words, tell }, facts) => {
      await withdrawApplication(scope, { applicationId: facts.file.id, why, words });
      const told =
        tell &&
        (await tellApplicant(scope, facts.file, {
          template: 'recruiting_withdrawn',
          once: `recruiting_withdrawn:${facts.file.id}`,
        }));
      return said('The application has ended.', tell ? bySelf(told) : undefined);
    },
  }),
  decline: deed({
    form: forms.declineForm,
    prefill: ({ file: { decline, today, mayReapplyOn }, reason }) => {
      if (!reason) return {};
      const written = decline?.why === reason ? decline : null;
      return {
        words: written?.words ?? decline?.words ?? '',
        letter: written?.letter ?? suggestedLetter(reason),
        ...dateBoxes('again', written ? mayReapplyOn : suggestedAgain(reason, today)),
      };
    },
    act: async (scope, { words, letter, again }, facts) => {
      const applicationId = facts.file.id;
      if (!facts.reason) return { to: paths.applicationMove({ applicationId, verb: 'decline' }) };
      await writeDecline(scope, { applicationId, why: facts.reason, words, letter, mayReapplyOn: again });
      return { to: paths.applicationMove({ applicationId, verb: 'send' }) };
    },
  }),
  send: deed({
    form: forms.sendDeclineForm,
    act: async (scope, _value, facts) => {
      await declineApplication(scope, facts.file.id);
      const told = await tellApplicant(scope, facts.file, {
        template: 'recruiting_declined',
        details: { words: facts.file.decline?.letter ?? '' },
        once: `recruiting_declined:${facts.file.id}`,
      });
      return said('The application has ended.', bySelf(told));
    },
  }),
  waive: deed({
    form: forms.waiveForm,
    act: async (scope, { why }, { file: { id }, step }) => {
      if (step) await waiveStep(scope, { applicationId: id, code: step, why });
      return said('It is not needed for them.', 'What comes after it is open.');
    },
  }),
  pass: deed({
    form: forms.passForm,
    prefill: ({ file: { steps }, step }) => ({
      mover: steps.find((each) => each.code === step)?.mover ?? '',
    }),
    act: async (scope, { mover }, { file: { id }, step }) => {
      if (step) await passMove(scope, { applicationId: id, code: step, mover });
      return said('Written down whose move it is.');
    },
  }),
  link: deed({
    form: forms.linkForm,
    act: async (scope, { endOlder }, facts) => {
      const told = await file.sendLink(scope, facts.file, { endOlder });
      return said(
        endOlder ? 'The older links no longer open the page.' : 'The link is sent again.',
        bySelf(told),
      );
    },
  }),
  contact: deed({
    form: forms.contactForm,
    prefill: ({ file: who }) => ({
      givenName: who.givenName,
      familyName: who.familyName,
      knownAs: who.knownAs ?? '',
      email: who.email ?? '',
      phone: who.phone ?? '',
      mayText: who.mayText ? 'yes' : '',
      accessNeeds: who.accessNeeds,
    }),
    act: async (scope, value, facts, { version }) => {
      const told = await file.changeApplicant(
        scope,
        facts.file,
        { ...value, knownAs: value.knownAs || null },
        version,
      );
      return told === null
        ? said('That is saved.')
        : said('That is saved. Links that went to the old address no longer open the page.', bySelf(told));
    },
  }),
  offer: deed({
    form: forms.offerForm,
    act: async (scope, { words }, facts) => {
      const told = await makeOffer(scope, { applicationId: facts.file.id, words });
      return said('The role is offered.', bySelf(told));
    },
  }),
  accept: deed({
    form: forms.acceptForm,
    act: async (scope, _value, facts) => {
      await acceptOffer(scope, facts.file.id);
      return said('The yes is written down.', 'The induction is open.');
    },
  }),
  induction: deed({
    form: forms.inductionForm,
    prefill: ({ file: { induction, today } }) => ({
      points: induction.map((point) => point.code),
      ...dateBoxes('on', today),
    }),
    act: async (scope, { points, on }, facts) => {
      await tickInduction(scope, { applicationId: facts.file.id, codes: points, on });
      return said('The induction is saved.');
    },
  }),
  welcome: deed({
    form: forms.welcomeForm,
    act: async (scope, _value, facts, { origin }) => {
      await askWelcome(scope, { applicationId: facts.file.id, origin });
      return said(
        'The welcome is under way.',
        'They get an e-mail with the link to their sign-in in a minute.',
      );
    },
  }),
};
