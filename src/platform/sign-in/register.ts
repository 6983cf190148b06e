import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './account.routes.tsx';
import { Desk, type DeskParts } from './desk.ts';
import { passkeyRoutes } from './passkey.routes.ts';
import { secondStepRoutes } from './second-step.routes.tsx';
import { doorRoutes } from './sign-in.routes.tsx';

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/**
 * Mounts the pages of signing in: `/sign-in…`, `/sign-out` and `/account…`. Needs the cookie, form and forgery
 * plugins on the server and `request.visitor` set. Once an hour it forgets sessions, links and counts that are over.
 */
export const registerSignIn = async (app: FastifyInstance, parts: DeskParts): Promise<void> => {
  const desk = new Desk(parts);
  doorRoutes(app, desk);
  secondStepRoutes(app, desk);
  accountRoutes(app, desk);
  passkeyRoutes(app, desk);
  const sweeping = setInterval(() => {
    desk.attempts
      .sweep(desk.now())
      .catch((error: unknown) =>
        app.log.error({ code: (error as { code?: unknown }).code }, 'the sign-in sweep failed'),
      );
  }, SWEEP_EVERY_MS);
  sweeping.unref();
  app.addHook('onClose', async () => clearInterval(sweeping));
};
