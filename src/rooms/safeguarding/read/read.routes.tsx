import { isId } from '#kernel/ids.ts';
import { holds } from '#platform/db/actor.ts';
import { looking, notSensitive, page, type Route } from '#platform/http/page.ts';
import { centres, fileOf, namesOfAccounts } from '#rooms/people/door.ts';
import { clockOn } from '../owner/owner.queries.ts';
import { concernPath, concernsPath, receiptPath } from '../paths.ts';
import { ofATeam } from '../raise/raise.routes.tsx';
import { pageFrom } from '../raise/raise.rules.ts';
import { namedSuspended } from '../suspend/suspend.commands.ts';
import { type ConcernFacts, ConcernPage } from './concern.pages.tsx';
import { ConcernsPage, ReceiptPage } from './list.pages.tsx';
import { acknowledge, openConcern } from './read.commands.ts';
import { FIRST_WORDS, takeOnForm } from './read.form.ts';
import { concernsGiven, escalatedTo, openedBy, ownReceipt, ownReceipts } from './read.queries.ts';

const list = page({
  path: concernsPath,
  can: ofATeam,
  audit: notSensitive('references and times of one’s own; each opening of a concern is written down'),
  load: async (scope) => ({
    given: await concernsGiven(scope),
    receipts: await ownReceipts(scope),
    centreNames: new Map((await centres(scope)).map(({ id, name }) => [id, name])),
    mayChangeDuty: holds(scope.actor, ['service_lead']),
  }),
  show: (facts, view) => <ConcernsPage facts={facts} view={view} />,
});

const receipt = page({
  path: receiptPath,
  can: ofATeam,
  audit: notSensitive('one’s own receipt, without what was written'),
  load: async (scope, ask) => {
    const found = isId(ask.params.concernId) ? await ownReceipt(scope, ask.params.concernId) : null;
    if (!found) return null;
    const raisedOn = found.raisedAt.toZonedDateTimeISO(ask.organisation.zone).toPlainDate();
    const { acknowledgeWithinMinutes } = await clockOn(scope, raisedOn);
    return {
      receipt: found,
      from: pageFrom(ask.query.from),
      acknowledgeBy: found.raisedAt.add({ minutes: acknowledgeWithinMinutes }),
    };
  },
  show: (facts, view) => <ReceiptPage facts={facts} view={view} />,
});

const concern = page({
  path: concernPath,
  can: ofATeam,
  audit: looking('safeguarding.concern_opened', ({ concern: found }: ConcernFacts) => ({
    kind: 'concern',
    id: found.id,
    centreId: found.centreId,
  })),
  load: async (scope, ask): Promise<ConcernFacts | null> => {
    const found = isId(ask.params.concernId) ? await openConcern(scope, ask.params.concernId) : null;
    if (!found) return null;
    const opened = await openedBy(scope, found.id);
    const escalated = await escalatedTo(scope, found.id);
    const accounts = [
      found.ownerId,
      ...found.named,
      ...[...opened, ...escalated].map((each) => each.accountId),
    ];
    const names = await namesOfAccounts(scope, found.raisedBy ? [found.raisedBy, ...accounts] : accounts);
    const file = found.aboutPersonId ? await fileOf(scope, found.aboutPersonId) : null;
    const place = (await centres(scope)).find(({ id }) => id === found.centreId);
    return {
      concern: found,
      centreName: place?.name ?? '',
      names,
      about: file?.side === 'family' ? { personId: file.id, name: file.fullName } : null,
      opened,
      escalated,
      suspended: found.named.length > 0 ? await namedSuspended(scope, found.id) : new Map(),
    };
  },
  show: (facts, view) => <ConcernPage facts={facts} view={view} />,
  form: takeOnForm,
  prefill: () => ({ words: FIRST_WORDS }),
  submit: async (scope, { words }, facts, ask) => {
    await acknowledge(scope, { concernId: facts.concern.id, words, origin: ask.origin });
    return {
      to: concernPath({ concernId: facts.concern.id }),
      notice: {
        happened: 'You have taken this concern on. The clock has stopped.',
        next: 'Whoever raised it is told that you have it.',
      },
    };
  },
});

export const readRoutes: readonly Route[] = [list, receipt, concern];
