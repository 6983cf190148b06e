import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { email } from '../forms/fields.ts';
import { type FieldError, form } from '../forms/form.ts';
import { countErrors } from '../http/form-errors.ts';
import { rememberNotice } from '../http/notice.ts';
import { sendPage, typedIn } from '../http/serve.tsx';
import { refusalCode } from './auth.ts';
import { newPasswordTrouble } from './common-passwords.ts';
import { type DemoPerson, demoPeople } from './demo.ts';
import { type Desk, field } from './desk.ts';
import * as at from './paths.ts';
import {
  AskForLinkPage,
  InvitationOverPage,
  LinkOverPage,
  LinkSentPage,
  OpenLinkPage,
  SignInPage,
  WelcomePage,
} from './sign-in.pages.tsx';
import { ownPath, PASSWORD_MOST, secondsToWait, waitInWords } from './sign-in.rules.ts';
import { acceptInvitation, addressOf, invitedBy } from './sign-ins.ts';

const signInForm = form('sign_in', {
  email: email('Enter your e-mail address.'),
  password: z.string().min(1, { error: 'Enter your password, or ask for a link instead.' }),
});
const linkForm = form('sign_in_link', { email: email('Enter the e-mail address that you sign in with.') });

const NO_MATCH =
  'That e-mail address and password do not go together. Check both, or ask for a link instead.';
const PEOPLE_KEPT_MS = 30_000;
// Looking an address up and leaving a message takes a moment that would tell who signs in here.
const SAME_MOMENT_MS = 250;

const nextIn = (request: FastifyRequest): string | null =>
  ownPath(field(request.method === 'POST' ? request.body : request.query, 'next'));
const tokenIn = (request: FastifyRequest): string => field(request.params, 'token');

/** The doors: password, link, invitation, and the way out. */
export const doorRoutes = (app: FastifyInstance, desk: Desk): void => {
  const guarded = { preHandler: app.csrfProtection };
  const { house, attempts } = desk;
  const kept = new Map<string, { readonly people: readonly DemoPerson[]; readonly until: number }>();

  const peopleOf = async (request: FastifyRequest): Promise<readonly DemoPerson[]> => {
    const { organisation } = request.visitor;
    if (!organisation.demo) return [];
    const known = kept.get(organisation.id);
    if (known && known.until > performance.now()) return known.people;
    const people = await demoPeople(house.gateway, desk.signInPool, organisation.id, desk.now());
    kept.set(organisation.id, { people, until: performance.now() + PEOPLE_KEPT_MS });
    return people;
  };

  const signInAgain = async (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    errors: readonly FieldError[],
  ) => {
    await countErrors(
      house,
      request.visitor.organisation,
      signInForm.name,
      errors.filter((each) => each.field !== ''),
    );
    const view = desk.view(request, reply, { values: { email: field(request.body, 'email') }, errors });
    return sendPage(
      reply,
      status,
      <SignInPage view={view} next={nextIn(request)} people={await peopleOf(request)} />,
    );
  };

  const paused = (request: FastifyRequest, reply: FastifyReply, until: Temporal.Instant) => {
    const now = desk.now();
    reply.header('retry-after', String(secondsToWait(until, now)));
    const wait = waitInWords(until, now, request.visitor.organisation.zone);
    return `There were several tries that did not match, so passwords are paused for ${wait}. Nobody has got in. You need not wait: ask for a link by e-mail instead.`;
  };

  app.get(at.signIn.pattern, async (request, reply) => {
    const here = await desk.atDesk(request);
    if (here) return reply.redirect(desk.onward(request, here.who, nextIn(request) ?? undefined), 303);
    return sendPage(
      reply,
      200,
      <SignInPage view={desk.view(request, reply)} next={nextIn(request)} people={await peopleOf(request)} />,
    );
  });

  app.post(at.signIn.pattern, guarded, async (request, reply) => {
    const parsed = signInForm.parse(typedIn(request.body));
    if (!parsed.ok) return signInAgain(request, reply, 422, parsed.errors);
    const now = desk.now();
    const address = addressOf(parsed.value.email);
    const network = await attempts.take('network', request.ip, now);
    if (network.pausedUntil)
      return signInAgain(request, reply, 429, [
        { field: '', message: paused(request, reply, network.pausedUntil) },
      ]);
    const tried = await attempts.take('password', address, now);
    if (tried.pausedUntil) {
      await attempts.giveBack('network', request.ip, network.thenPausedUntil !== null);
      return signInAgain(request, reply, 429, [
        { field: '', message: paused(request, reply, tried.pausedUntil) },
      ]);
    }
    const who = await withPassword(request, reply, address, parsed.value.password);
    if (who === null) {
      if (tried.thenPausedUntil)
        return signInAgain(request, reply, 429, [
          { field: '', message: paused(request, reply, tried.thenPausedUntil) },
        ]);
      return signInAgain(request, reply, 422, [{ field: 'password', message: NO_MATCH }]);
    }
    await attempts.forgive('password', address);
    await attempts.giveBack('network', request.ip, network.thenPausedUntil !== null);
    return reply.redirect(desk.onward(request, who, nextIn(request) ?? undefined), 303);
  });

  const withPassword = async (
    request: FastifyRequest,
    reply: FastifyReply,
    address: string,
    password: string,
  ) => {
    if (password.length > PASSWORD_MOST) return null;
    try {
      const answer = await desk.auth.api.signInEmail({
        body: { email: address, password },
        headers: desk.headers(request),
      });
      return await desk.letIn(request, reply, answer.token, 'password');
    } catch (error) {
      if (refusalCode(error) === null) throw error;
      return null;
    }
  };

  app.get(at.askForLink.pattern, async (request, reply) =>
    sendPage(reply, 200, <AskForLinkPage view={desk.view(request, reply)} next={nextIn(request)} />),
  );

  app.post(at.askForLink.pattern, guarded, async (request, reply) => {
    const again = async (status: number, errors: readonly FieldError[]) => {
      await countErrors(
        house,
        request.visitor.organisation,
        linkForm.name,
        errors.filter((each) => each.field !== ''),
      );
      const view = desk.view(request, reply, { values: { email: field(request.body, 'email') }, errors });
      return sendPage(reply, status, <AskForLinkPage view={view} next={nextIn(request)} />);
    };
    const parsed = linkForm.parse(typedIn(request.body));
    if (!parsed.ok) return again(422, parsed.errors);
    const now = desk.now();
    const network = await attempts.take('network', request.ip, now);
    if (network.pausedUntil) {
      reply.header('retry-after', String(secondsToWait(network.pausedUntil, now)));
      const wait = waitInWords(network.pausedUntil, now, request.visitor.organisation.zone);
      return again(429, [
        { field: '', message: `Many links were asked for from here. Wait ${wait}, then ask again.` },
      ]);
    }
    // Too many links to one address are not sent, and the page does not say so: it would tell that the address is known.
    const asked = await attempts.take('link', addressOf(parsed.value.email), now);
    const work = asked.pausedUntil
      ? Promise.resolve()
      : desk.sendLink(request, parsed.value.email, nextIn(request));
    await Promise.all([work, pause(SAME_MOMENT_MS)]);
    return reply.redirect(at.linkSent(), 303);
  });

  app.get(at.linkSent.pattern, async (request, reply) =>
    sendPage(reply, 200, <LinkSentPage view={desk.view(request, reply)} />),
  );

  app.get(at.openLink.pattern, async (request, reply) =>
    sendPage(reply, 200, <OpenLinkPage view={desk.view(request, reply)} next={nextIn(request)} />),
  );

  app.post(at.openLink.pattern, guarded, async (request, reply) => {
    const token = await desk.followLink(request, tokenIn(request));
    const who = token === null ? null : await desk.letIn(request, reply, token, 'link');
    if (who === null)
      return sendPage(reply, 410, <LinkOverPage view={desk.view(request, reply)} next={nextIn(request)} />);
    return reply.redirect(desk.onward(request, who, nextIn(request) ?? undefined), 303);
  });

  app.get(at.welcome.pattern, async (request, reply) => {
    const invited = await invitedBy(desk.signInPool, tokenIn(request), desk.now());
    const view = desk.view(request, reply);
    return invited
      ? sendPage(reply, 200, <WelcomePage view={view} name={invited.name} email={invited.email} />)
      : sendPage(reply, 410, <InvitationOverPage view={view} />);
  });

  app.post(at.welcome.pattern, guarded, async (request, reply) => {
    const now = desk.now();
    const invited = await invitedBy(desk.signInPool, tokenIn(request), now);
    if (!invited) return sendPage(reply, 410, <InvitationOverPage view={desk.view(request, reply)} />);
    const password = field(request.body, 'with') === 'links' ? null : field(request.body, 'password');
    const trouble =
      password === null
        ? null
        : password === ''
          ? 'Choose a password, or go in without one.'
          : await newPasswordTrouble(password, invited.email);
    if (trouble !== null) {
      const errors = [{ field: 'password', message: trouble }];
      await countErrors(house, request.visitor.organisation, 'welcome', errors);
      return sendPage(
        reply,
        422,
        <WelcomePage
          view={desk.view(request, reply, { errors })}
          name={invited.name}
          email={invited.email}
        />,
      );
    }
    const accepted = await acceptInvitation(desk.signInPool, tokenIn(request), password, now);
    const token = accepted
      ? await desk.followLink(request, await desk.openLinkFor(request, invited.email))
      : null;
    const who = token === null ? null : await desk.letIn(request, reply, token, 'invitation');
    if (who === null) return sendPage(reply, 410, <InvitationOverPage view={desk.view(request, reply)} />);
    return reply.redirect(desk.onward(request, who, undefined), 303);
  });

  app.post(at.signOut.pattern, guarded, async (request, reply) => {
    await desk.leave(request, reply);
    rememberNotice(reply, { happened: 'You are signed out on this device.' });
    return reply.redirect('/', 303);
  });
  // Somebody who kept the address, or whose form grew too old, should not meet a dead end.
  app.get(at.signOut.pattern, async (_, reply) => reply.redirect(at.account(), 303));
};
