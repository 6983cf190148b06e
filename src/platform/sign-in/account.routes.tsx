import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '#kernel/ids.ts';
import type { FieldError } from '../forms/form.ts';
import { countErrors } from '../http/form-errors.ts';
import { rememberNotice } from '../http/notice.ts';
import { sendPage } from '../http/serve.tsx';
import { type AccountFacts, AccountPage } from './account.pages.tsx';
import { refusalCode } from './auth.ts';
import { newPasswordTrouble } from './common-passwords.ts';
import { type AtDesk, type Desk, field } from './desk.ts';
import * as at from './paths.ts';
import { backToSignIn } from './second-step.pages.tsx';
import { checkCode } from './second-step.routes.tsx';
import {
  forgetApp,
  forgetPasskey,
  recoveryCodesOf,
  renewRecoveryCodes,
  secondStepsOf,
} from './second-step.ts';
import { endSessionOf, endSessionsOf, sessionsOf, sessionWith } from './sessions.ts';
import { secondsToWait, waitInWords } from './sign-in.rules.ts';
import { addressesOf, addressOf, hasPassword, setPassword } from './sign-ins.ts';

const FRESH_MINUTES = 30;

type Work = (request: FastifyRequest, reply: FastifyReply, here: AtDesk) => Promise<FastifyReply>;

/** Pages about somebody's own sign-in. */
export const accountRoutes = (app: FastifyInstance, desk: Desk): void => {
  const guarded = { preHandler: app.csrfProtection };
  const { signInPool } = desk;

  const emailOf = async ({ who }: AtDesk) =>
    (await addressesOf(signInPool, [who.accountId])).get(who.accountId) ?? '';

  const askOld = async (here: AtDesk): Promise<boolean> => {
    const session = await sessionWith(signInPool, here.token);
    const fresh =
      session !== null &&
      session.way !== 'password' &&
      session.way !== null &&
      desk.now().since(session.startedAt).total('minutes') <= FRESH_MINUTES;
    return !fresh && (await hasPassword(signInPool, here.who.accountId));
  };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    here: AtDesk,
    status: number,
    errors: readonly FieldError[],
  ) => {
    const { who } = here;
    const kind = who.staff ? 'staff' : who.side === 'team' ? 'volunteer' : 'parent';
    const facts: AccountFacts = {
      name: who.name,
      email: await emailOf(here),
      staff: who.staff,
      demo: who.demo,
      hasPassword: await hasPassword(signInPool, who.accountId),
      askOldPassword: await askOld(here),
      sessions: await sessionsOf(signInPool, who.accountId, kind, desk.now()),
      sessionId: who.sessionId,
      steps: await secondStepsOf(signInPool, who.accountId),
      codesLeft: (await recoveryCodesOf(desk.auth, signInPool, who.accountId)).length,
    };
    return sendPage(
      reply,
      status,
      <AccountPage view={desk.view(request, reply, { errors })} facts={facts} />,
    );
  };

  const mine = (work: Work) => async (request: FastifyRequest, reply: FastifyReply) => {
    const here = await desk.signedIn(request);
    return here ? work(request, reply, here) : reply.redirect(backToSignIn(at.account()), 303);
  };

  const refuse = async (
    request: FastifyRequest,
    reply: FastifyReply,
    here: AtDesk,
    form: string,
    status: number,
    error: FieldError,
  ) => {
    await countErrors(desk.house, request.visitor.organisation, form, status === 422 ? [error] : []);
    return show(request, reply, here, status, [error]);
  };

  const done = (reply: FastifyReply, happened: string, next?: string) => {
    rememberNotice(reply, { happened, ...(next !== undefined && { next }) });
    return reply.redirect(at.account(), 303);
  };

  app.get(
    at.account.pattern,
    mine((request, reply, here) => show(request, reply, here, 200, [])),
  );

  app.post(
    at.endSession.pattern,
    guarded,
    mine(async (request, reply, here) => {
      const sessionId = field(request.body, 'session');
      if (isId(sessionId)) await endSessionOf(signInPool, here.who.accountId, sessionId);
      await desk.note(here.who, 'account.session_ended');
      return done(reply, 'You are signed out there.');
    }),
  );

  app.post(
    at.signOutEverywhere.pattern,
    guarded,
    mine(async (request, reply, here) => {
      await endSessionsOf(signInPool, here.who.accountId);
      await desk.leave(request, reply);
      await desk.note(here.who, 'account.signed_out_everywhere');
      rememberNotice(reply, {
        happened: 'You are signed out everywhere.',
        next: 'Sign in again when you are ready.',
      });
      return reply.redirect(at.signIn(), 303);
    }),
  );

  app.post(
    at.changePassword.pattern,
    guarded,
    mine(async (request, reply, here) => {
      const { who } = here;
      const no = (name: string, message: string, status = 422) =>
        refuse(request, reply, here, 'change_password', status, { field: name, message });
      if (who.demo) return done(reply, 'The password of a demonstration sign-in cannot be changed.');
      const now = desk.now();
      const email = await emailOf(here);
      if (await askOld(here)) {
        const tried = await desk.attempts.take('password', addressOf(email), now);
        const until =
          tried.pausedUntil ??
          ((await isPassword(request, field(request.body, 'old')))
            ? null
            : (tried.thenPausedUntil ?? 'wrong'));
        if (until === 'wrong')
          return no('old', 'That is not the password you have now. Check it and try again.');
        if (until !== null) {
          reply.header('retry-after', String(secondsToWait(until, now)));
          return no(
            'old',
            `There were several tries that did not match. Wait ${waitInWords(until, now, request.visitor.organisation.zone)}, then try again.`,
            429,
          );
        }
        await desk.attempts.forgive('password', addressOf(email));
      }
      const password = field(request.body, 'password');
      const trouble = password === '' ? 'Choose a new password.' : await newPasswordTrouble(password, email);
      if (trouble !== null) return no('password', trouble);
      await setPassword(signInPool, who.accountId, password, now);
      await endSessionsOf(signInPool, who.accountId, who.sessionId);
      await desk.renew(reply, here.token);
      await desk.note(who, 'account.password_changed');
      return done(reply, 'Your new password is kept.', 'Everywhere else you are signed out.');
    }),
  );

  const isPassword = async (request: FastifyRequest, password: string): Promise<boolean> => {
    if (password === '') return false;
    try {
      await desk.auth.api.verifyPassword({ body: { password }, headers: desk.headers(request) });
      return true;
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      return false;
    }
  };

  const withCode = (work: Work) =>
    mine(async (request, reply, here) => {
      const steps = await secondStepsOf(signInPool, here.who.accountId);
      if (!steps.app) return reply.redirect(at.account(), 303);
      const checked = await checkCode(desk, request, reply, here);
      if ('message' in checked)
        return refuse(request, reply, here, 'second_step', checked.status, {
          field: 'code',
          message: checked.message,
        });
      await desk.secondStepTaken(reply, checked.fresh, here.who);
      return work(request, reply, here);
    });

  app.post(
    at.newRecoveryCodes.pattern,
    guarded,
    withCode(async (_, reply, here) => {
      await renewRecoveryCodes(desk.auth, signInPool, here.who.accountId);
      await desk.note(here.who, 'account.recovery_codes_made');
      return reply.redirect(at.recoveryCodes({}, { next: at.account() }), 303);
    }),
  );

  app.post(
    at.removeApp.pattern,
    guarded,
    withCode(async (_, reply, here) => {
      await forgetApp(signInPool, here.who.accountId);
      await desk.note(here.who, 'account.app_removed');
      return reply.redirect(at.setUpSecondStep({}, { next: at.account() }), 303);
    }),
  );

  app.post(
    at.removePasskey.pattern,
    guarded,
    mine(async (request, reply, here) => {
      const steps = await secondStepsOf(signInPool, here.who.accountId);
      if (here.who.staff && !here.who.demo && !steps.app && steps.passkeys.length < 2)
        return refuse(request, reply, here, 'remove_passkey', 422, {
          field: '',
          message:
            'This passkey is your only second step. Set up an authenticator app or another passkey first.',
        });
      const passkeyId = field(request.body, 'passkey');
      if (isId(passkeyId)) await forgetPasskey(signInPool, here.who.accountId, passkeyId);
      await desk.note(here.who, 'account.passkey_removed');
      return done(
        reply,
        'The passkey no longer opens anything here.',
        'You can also delete it on your device.',
      );
    }),
  );
};
