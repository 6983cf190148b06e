import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError } from '../forms/form.ts';
import { countErrors } from '../http/form-errors.ts';
import { sendPage } from '../http/serve.tsx';
import { refusalCode } from './auth.ts';
import { type AtDesk, type Desk, field } from './desk.ts';
import * as at from './paths.ts';
import { backToSignIn, RecoveryCodesPage, SecondStepPage, SetUpPage } from './second-step.pages.tsx';
import {
  appAddress,
  appSecret,
  isSetUp,
  keepQuestionOurs,
  recoveryCodesOf,
  secondStepsOf,
} from './second-step.ts';
import { endSessionWith, sessionWith } from './sessions.ts';
import { mustTakeSecondStep, ownPath, secondsToWait, waitInWords } from './sign-in.rules.ts';
import { addressesOf } from './sign-ins.ts';

const CODES_SHOWN_MINUTES = 10;
const nextIn = (request: FastifyRequest): string | null =>
  ownPath(field(request.method === 'POST' ? request.body : request.query, 'next'));

/**
 * Whether somebody may set up another second step now: whoever is signed in all the way, and staff who have none yet.
 * With one set up it must be taken first, or a stolen password could simply add its own.
 */
export const maySetUp = async (desk: Desk, here: AtDesk): Promise<boolean> =>
  !mustTakeSecondStep(here.who) || !isSetUp(await secondStepsOf(desk.signInPool, here.who.accountId));

/** Checks a code, counting what does not match. What is the matter with it, or null when it was right; `fresh` is the session to go on with. */
export const checkCode = async (
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  here: AtDesk,
): Promise<{ readonly status: number; readonly message: string } | { readonly fresh: string }> => {
  const now = desk.now();
  const { zone } = request.visitor.organisation;
  const code = field(request.body, 'code').replace(/\s/g, '').toLowerCase();
  if (code === '') return { status: 422, message: 'Enter the code that your app shows.' };
  const wait = (until: Temporal.Instant) => {
    reply.header('retry-after', String(secondsToWait(until, now)));
    return {
      status: 429,
      message: `Several codes did not match, so codes are paused for ${waitInWords(until, now, zone)}. Then try with the code that your app shows at that moment.`,
    };
  };
  const tried = await desk.attempts.take('code', here.who.accountId, now);
  if (tried.pausedUntil) return wait(tried.pausedUntil);
  const fresh = /^\d{6}$/.test(code)
    ? await withApp(desk, request, here, code)
    : await withRecoveryCode(desk, request, here, code);
  if (fresh !== null) {
    await desk.attempts.forgive('code', here.who.accountId);
    return { fresh };
  }
  if (tried.thenPausedUntil) return wait(tried.thenPausedUntil);
  return {
    status: 422,
    message:
      'That code does not match. Codes change every half minute: type the one that your app shows now.',
  };
};

const withApp = async (
  desk: Desk,
  request: FastifyRequest,
  here: AtDesk,
  code: string,
): Promise<string | null> => {
  try {
    const { headers } = await desk.auth.api.verifyTOTP({
      body: { code },
      headers: desk.headers(request),
      returnHeaders: true,
    });
    await keepQuestionOurs(desk.signInPool, here.who.accountId);
    const fresh = desk.newToken(headers) ?? here.token;
    if (await desk.attempts.firstUse(code, here.who.accountId, desk.now())) return fresh;
    return null;
  } catch (error) {
    if (refusalCode(error) === null) throw error;
    return null;
  }
};

const withRecoveryCode = async (
  desk: Desk,
  request: FastifyRequest,
  here: AtDesk,
  code: string,
): Promise<string | null> => {
  try {
    await desk.auth.api.verifyBackupCode({
      body: { code, disableSession: true },
      headers: desk.headers(request),
    });
    return here.token;
  } catch (error) {
    if (refusalCode(error) === null) throw error;
    return null;
  }
};

/** The second step, setting it up, and the recovery codes. */
export const secondStepRoutes = (app: FastifyInstance, desk: Desk): void => {
  const guarded = { preHandler: app.csrfProtection };
  const count = (request: FastifyRequest, name: string, errors: readonly FieldError[]) =>
    countErrors(desk.house, request.visitor.organisation, name, errors);

  app.get(at.secondStep.pattern, async (request, reply) => {
    const here = await desk.atDesk(request);
    const next = nextIn(request);
    if (!here) return reply.redirect(backToSignIn(next), 303);
    if (!mustTakeSecondStep(here.who))
      return reply.redirect(desk.onward(request, here.who, next ?? undefined), 303);
    const steps = await secondStepsOf(desk.signInPool, here.who.accountId);
    if (!isSetUp(steps)) return reply.redirect(at.setUpSecondStep({}, next ? { next } : {}), 303);
    return sendPage(
      reply,
      200,
      <SecondStepPage view={desk.view(request, reply)} next={next} steps={steps} />,
    );
  });

  app.post(at.secondStep.pattern, guarded, async (request, reply) => {
    const here = await desk.atDesk(request);
    const next = nextIn(request);
    if (!here) return reply.redirect(backToSignIn(next), 303);
    const steps = await secondStepsOf(desk.signInPool, here.who.accountId);
    // Without a verified app the library would take a first code as setting one up.
    if (!steps.app) return reply.redirect(at.secondStep({}, next ? { next } : {}), 303);
    const checked = await checkCode(desk, request, reply, here);
    if ('message' in checked) {
      const errors = [{ field: 'code', message: checked.message }];
      await count(request, 'second_step', checked.status === 422 ? errors : []);
      return sendPage(
        reply,
        checked.status,
        <SecondStepPage view={desk.view(request, reply, { errors })} next={next} steps={steps} />,
      );
    }
    await desk.secondStepTaken(reply, checked.fresh, here.who);
    return reply.redirect(
      desk.onward(request, { ...here.who, secondFactorDone: true }, next ?? undefined),
      303,
    );
  });

  const setUp = async (
    request: FastifyRequest,
    reply: FastifyReply,
    here: AtDesk,
    status: number,
    errors: readonly FieldError[],
  ) => {
    const secret = await appSecret(desk.auth, desk.signInPool, here.who.accountId);
    if (secret === null) return reply.redirect(at.account(), 303);
    const email = (await addressesOf(desk.signInPool, [here.who.accountId])).get(here.who.accountId) ?? '';
    return sendPage(
      reply,
      status,
      <SetUpPage
        view={desk.view(request, reply, { errors })}
        next={nextIn(request)}
        secret={secret}
        address={appAddress(secret, email)}
        needed={mustTakeSecondStep(here.who)}
      />,
    );
  };

  app.get(at.setUpSecondStep.pattern, async (request, reply) => {
    const here = await desk.atDesk(request);
    if (!here) return reply.redirect(backToSignIn(nextIn(request)), 303);
    if (!here.who.staff) return reply.redirect(at.account(), 303);
    if (!(await maySetUp(desk, here))) return reply.redirect(at.secondStep(), 303);
    return setUp(request, reply, here, 200, []);
  });

  app.post(at.setUpSecondStep.pattern, guarded, async (request, reply) => {
    const here = await desk.atDesk(request);
    const next = nextIn(request);
    if (!here) return reply.redirect(backToSignIn(next), 303);
    if (!here.who.staff) return reply.redirect(at.account(), 303);
    if (!(await maySetUp(desk, here))) return reply.redirect(at.secondStep(), 303);
    const before = await sessionWith(desk.signInPool, here.token);
    const checked = await checkCode(desk, request, reply, here);
    if ('message' in checked) {
      const errors = [{ field: 'code', message: checked.message }];
      await count(request, 'second_step_set_up', checked.status === 422 ? errors : []);
      return setUp(request, reply, here, checked.status, errors);
    }
    if (checked.fresh !== here.token) await endSessionWith(desk.signInPool, here.token);
    await desk.secondStepTaken(reply, checked.fresh, here.who, before?.way ?? null);
    await desk.note(here.who, 'account.second_step_set_up');
    return reply.redirect(at.recoveryCodes({}, next ? { next } : {}), 303);
  });

  app.get(at.recoveryCodes.pattern, async (request, reply) => {
    const here = await desk.signedIn(request);
    if (!here) return reply.redirect(backToSignIn(null), 303);
    const session = await sessionWith(desk.signInPool, here.token);
    const taken = session?.secondStepAt;
    const codes =
      taken && desk.now().since(taken).total('minutes') <= CODES_SHOWN_MINUTES
        ? await recoveryCodesOf(desk.auth, desk.signInPool, here.who.accountId)
        : [];
    if (codes.length === 0) return reply.redirect(at.account(), 303);
    return sendPage(
      reply,
      200,
      <RecoveryCodesPage
        view={desk.view(request, reply)}
        codes={codes}
        onward={desk.onward(request, here.who, nextIn(request) ?? undefined)}
      />,
    );
  });
};
