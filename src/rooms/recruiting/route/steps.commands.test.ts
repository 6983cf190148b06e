import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { openStand, type Stand } from '../../../../tests/support/stand.ts';
import { enquire, openRecruiting, walkTo } from '../application.fixture.ts';
import { applicationBySecret, applicationOf } from './application.queries.ts';
import { openSteps } from './application.rules.ts';
import { passMove, stepDone, waiveStep } from './steps.commands.ts';

let stand: Stand;
let id: string;
let secret: string;

beforeAll(async () => {
  stand = await openStand();
  await openRecruiting(stand);
}, 60_000);
afterAll(() => stand.close());
beforeEach(async () => {
  ({ applicationId: id, secret } = await enquire(stand));
});

const now = () => stand.system((scope) => applicationOf(scope, id));
const open = async () => {
  const application = await now();
  return application
    ? openSteps(application.profile.content.route, application.steps).map((each) => each.code)
    : [];
};

describe('the route of an application', () => {
  it('opens the conversation with the enquiry, and four steps side by side with the application', async () => {
    expect(await open()).toEqual(['conversation']);
    await walkTo(stand, id, ['conversation']);
    expect(await open()).toEqual(['application']);
    await walkTo(stand, id, ['application']);
    expect(await open()).toEqual(['references', 'check', 'interview', 'course']);
    expect((await now())?.state).toBe('applied');
  });

  it('opens the offer only when the last of the four is done, in whatever order they end', async () => {
    await walkTo(stand, id, ['conversation', 'application', 'course', 'interview', 'check']);
    expect(await open()).toEqual(['references']);
    await walkTo(stand, id, ['references']);
    expect(await open()).toEqual(['offer']);
  });

  it('does not end a step twice, nor one that has not begun', async () => {
    await walkTo(stand, id, ['conversation']);
    const first = (await now())?.talkedAt;
    await walkTo(stand, id, ['conversation']);
    expect((await now())?.talkedAt?.toString()).toBe(first?.toString());
    await expect(
      stand.system((scope) => stepDone(scope, { applicationId: id, code: 'offer' })),
    ).rejects.toThrow(Refusal);
  });

  it('begins the waiting again only where the move passes to somebody else', async () => {
    const before = (await now())?.steps[0]?.moverSince.toString();
    await stand.system((scope) =>
      passMove(scope, { applicationId: id, code: 'conversation', mover: 'applicant' }),
    );
    expect((await now())?.steps[0]?.moverSince.toString()).toBe(before);
    await stand.system((scope) => passMove(scope, { applicationId: id, code: 'conversation', mover: 'us' }));
    expect((await now())?.steps[0]?.mover).toBe('us');
  });

  it('lets a conversation go with a reason, and never what keeps families safe', async () => {
    await stand.as('volunteer_manager', (scope) =>
      waiveStep(scope, { applicationId: id, code: 'conversation', why: 'We talked at the summer fair.' }),
    );
    expect(await open()).toEqual(['application']);
    await walkTo(stand, id, ['application']);
    await expect(
      stand.as('volunteer_manager', (scope) =>
        waiveStep(scope, { applicationId: id, code: 'check', why: 'In a hurry' }),
      ),
    ).rejects.toThrow(Refusal);
  });

  it('is found by the link, and by nobody of another centre or role', async () => {
    expect((await stand.system((scope) => applicationBySecret(scope, secret)))?.id).toBe(id);
    expect(await stand.system((scope) => applicationBySecret(scope, 'nobody'))).toBeNull();
    expect(
      await stand.as('volunteer_manager', (scope) => applicationOf(scope, id), stand.otherCentreId),
    ).toBeNull();
    for (const role of ['practitioner', 'administrator', 'service_lead', 'peer_supporter'] as const)
      expect(await stand.as(role, (scope) => applicationOf(scope, id))).toBeNull();
    await expect(
      stand.as('practitioner', (scope) => stepDone(scope, { applicationId: id, code: 'conversation' })),
    ).rejects.toThrow(NotFound);
  });

  it('is out of reach for the volunteer manager whose own application it was', async () => {
    const manager = await stand.member('Ines', ['volunteer_manager']);
    await stand.system((scope) =>
      scope.tx
        .updateTable('recruiting.applicants')
        .set({ person_id: manager.personId })
        .where('organisation_id', '=', stand.organisationId)
        .where(
          'id',
          'in',
          scope.tx.selectFrom('recruiting.applications').select('applicant_id').where('id', '=', id),
        )
        .execute(),
    );
    expect(await stand.as(manager, (scope) => applicationOf(scope, id))).toBeNull();
  });
});
