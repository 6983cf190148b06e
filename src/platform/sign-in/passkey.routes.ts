import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusalCode } from './auth.ts';
import { type Desk, field } from './desk.ts';
import * as at from './paths.ts';
import { maySetUp } from './second-step.routes.tsx';
import { deviceInWords, mustTakeSecondStep, ownPath } from './sign-in.rules.ts';

const common = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).transform(() => ({})),
};

// What a device says, in the browser's own JSON; whether it is true is for the library to check.
const signInAnswer = z.object({
  ...common,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});
const setUpAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).optional(),
  }),
});

const answerIn = <A>(request: FastifyRequest, shape: z.ZodType<A>): A | null => {
  const body = request.body;
  return (
    shape.safeParse(typeof body === 'object' && body !== null && 'answer' in body ? body.answer : null)
      .data ?? null
  );
};

const nextIn = (request: FastifyRequest): string | undefined =>
  ownPath(field(request.body, 'next')) ?? undefined;

const NOT_KNOWN =
  'That passkey is not known here. Sign in another way; you can add it on the page of your sign-in.';
const NOT_TAKEN = 'The passkey could not be read. Try again, or use another way.';
const PAUSED = 'Many tries came from here. Wait a few minutes, or use another way.';

/** What the small script for passkeys asks and answers, in JSON: the one part of signing in that a browser cannot do with a form. */
export const passkeyRoutes = (app: FastifyInstance, desk: Desk): void => {
  const guarded = { preHandler: app.csrfProtection };
  const say = (reply: FastifyReply, status: number, message: string) =>
    reply.code(status).header('cache-control', 'no-store').send({ message });

  app.post(at.passkeyForSignIn.pattern, guarded, async (request, reply) => {
    const { headers, response } = await desk.auth.api.generatePasskeyAuthenticationOptions({
      headers: desk.headers(request),
      returnHeaders: true,
    });
    desk.passOn(reply, headers);
    return reply.header('cache-control', 'no-store').send({ ...response, userVerification: 'required' });
  });

  app.post(at.passkeySignIn.pattern, guarded, async (request, reply) => {
    const answer = answerIn(request, signInAnswer);
    if (!answer) return say(reply, 422, NOT_TAKEN);
    const network = await desk.attempts.take('network', request.ip, desk.now());
    if (network.pausedUntil) return say(reply, 429, PAUSED);
    try {
      const verified = await desk.auth.api.verifyPasskeyAuthentication({
        body: { response: answer },
        headers: desk.headers(request),
      });
      const who = await desk.letIn(request, reply, verified.session.token, 'passkey');
      if (!who) return say(reply, 422, NOT_KNOWN);
      await desk.attempts.giveBack('network', request.ip, network.thenPausedUntil !== null);
      return reply
        .header('cache-control', 'no-store')
        .send({ to: desk.onward(request, who, nextIn(request)) });
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      return say(reply, 422, NOT_KNOWN);
    }
  });

  app.post(at.passkeyForSetUp.pattern, guarded, async (request, reply) => {
    const here = await desk.atDesk(request);
    if (!here || !(await maySetUp(desk, here))) return say(reply, 403, NOT_TAKEN);
    const { headers, response } = await desk.auth.api.generatePasskeyRegistrationOptions({
      headers: desk.headers(request),
      returnHeaders: true,
    });
    desk.passOn(reply, headers);
    return reply.header('cache-control', 'no-store').send(response);
  });

  app.post(at.passkeySetUp.pattern, guarded, async (request, reply) => {
    const here = await desk.atDesk(request);
    const answer = answerIn(request, setUpAnswer);
    if (!here || !answer || !(await maySetUp(desk, here))) return say(reply, 403, NOT_TAKEN);
    try {
      await desk.auth.api.verifyPasskeyRegistration({
        body: { response: answer, name: deviceInWords(request.headers['user-agent'] ?? null) },
        headers: desk.headers(request),
      });
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      return say(reply, 422, NOT_TAKEN);
    }
    await desk.note(here.who, 'account.passkey_added');
    const needed = mustTakeSecondStep(here.who);
    if (needed) await desk.secondStepTaken(reply, here.token, here.who);
    const to = needed
      ? desk.onward(request, { ...here.who, secondFactorDone: true }, nextIn(request))
      : (nextIn(request) ?? at.account());
    return reply.header('cache-control', 'no-store').send({ to });
  });
};
