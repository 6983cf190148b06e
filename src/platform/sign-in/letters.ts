import type { Scope } from '../db/as-actor.ts';
import { type MessageTemplate, queueMessage } from '../messages/message.ts';
import { LINK_MINUTES } from './auth.ts';
import { INVITATION_DAYS } from './sign-ins.ts';

const link: MessageTemplate = {
  code: 'sign_in_link',
  subject: () => 'The link you asked for',
  body: ({ url }) =>
    `Hello,\n\nHere is the link you asked for. Open it and press the button:\n\n${url}\n\nIt works once, for ${LINK_MINUTES} minutes.\n\nIf you did not ask for it, you can ignore this message. Nobody can do anything without the link.\n`,
  neutralSubject: () => 'The link you asked for',
  neutralBody: ({ url }) =>
    `Hello,\n\nHere is the link you asked for:\n\n${url}\n\nIt works once, for ${LINK_MINUTES} minutes. If you did not ask for it, you can ignore this message.\n`,
};

const invitation: MessageTemplate = {
  code: 'invitation',
  subject: ({ organisation }) => `${organisation} has opened a sign-in for you`,
  body: ({ name, organisation, url }) =>
    `Hello ${name},\n\n${organisation} uses Kith to run its peer support groups, and has opened a sign-in for you.\n\nOpen this link to choose a password, or to carry on without one:\n\n${url}\n\nIt works once, for ${INVITATION_DAYS} days. If you did not expect this, tell whoever you know at ${organisation}.\n`,
  neutralSubject: () => 'A link for you',
  neutralBody: ({ url }) =>
    `Hello,\n\nHere is the link you were promised:\n\n${url}\n\nIt works once, for ${INVITATION_DAYS} days.\n`,
};

const ownPage: MessageTemplate = {
  code: 'own_page',
  subject: () => 'A page of your own',
  body: ({ greeting, organisation, phone, url }) =>
    `Hello${greeting ? ` ${greeting}` : ''},\n\nThere is a page for you${organisation ? ` at ${organisation}` : ''}. On it you see what comes next, you can say that you cannot come, and you decide how we may reach you.\n\nOpen this link to begin. You can choose a password, or carry on without one:\n\n${url}\n\nIt works once, for ${INVITATION_DAYS} days. You do not have to do this: everything also works by talking with us.${organisation ? `\n\n${organisation}` : ''}${phone ? `\nPhone: ${phone}` : ''}\n`,
  neutralSubject: () => 'A link for you',
  neutralBody: ({ url }) =>
    `Hello,\n\nHere is the link you were promised:\n\n${url}\n\nIt works once, for ${INVITATION_DAYS} days.\n`,
};

const newDevice: MessageTemplate = {
  code: 'new_device',
  subject: () => 'A sign-in from a new device',
  body: ({ device, at, url }) =>
    `Hello,\n\nSomebody signed in as you with ${device ?? 'a browser'}${at ? `, ${at}` : ''}. You have not used it here before.\n\nIf that was you, there is nothing to do.\n\nIf it was not, open this page, press “Sign out everywhere” and choose a new password:\n\n${url}\n\nThen tell us, so that we can look at it together.\n`,
  neutralSubject: () => 'A new device',
  neutralBody: ({ device, at, url }) =>
    `Hello,\n\n${device ?? 'A browser'} was used for the first time${at ? `, ${at}` : ''}.\n\nIf that was you, there is nothing to do. If not:\n\n${url}\n`,
};

/** The letters of signing in, for whoever words and sends messages. */
export const signInMessages: readonly MessageTemplate[] = [link, invitation, ownPage, newDevice];

/** Leaves the e-mail with a sign-in link; as the house. */
export const queueLink = (
  scope: Scope,
  to: { readonly address: string; readonly url: string; readonly once: string },
): Promise<void> =>
  queueMessage(scope, {
    template: 'sign_in_link',
    about: 'account',
    channel: 'email',
    to: { address: to.address },
    details: { url: to.url },
    once: `sign_in_link:${to.once}`,
  });

/** Leaves the e-mail that invites somebody to choose a password; as the house. */
export const queueInvitation = (
  scope: Scope,
  to: {
    readonly address: string;
    readonly url: string;
    readonly name: string;
    readonly organisation: string;
    readonly once: string;
  },
): Promise<void> =>
  queueMessage(scope, {
    template: 'invitation',
    about: 'account',
    channel: 'email',
    to: { address: to.address },
    details: { url: to.url, name: to.name, organisation: to.organisation },
    once: `invitation:${to.once}`,
  });

/** Leaves the e-mail that gives a parent the link to their own page, where and how it is safe to write; as the house. */
export const queueOwnPage = (
  scope: Scope,
  to: {
    readonly personId: string;
    readonly centreId: string;
    readonly url: string;
    readonly once: string;
  },
): Promise<void> =>
  queueMessage(scope, {
    template: 'own_page',
    about: 'account',
    channel: 'email',
    to: { personId: to.personId },
    centreId: to.centreId,
    details: { url: to.url },
    once: `invitation:${to.once}`,
  });

/** Leaves the e-mail about a browser that somebody never came in with before; to a parent only where it is safe to write; as the house. */
export const queueNewDevice = (
  scope: Scope,
  told: {
    readonly to: { readonly address: string } | { readonly personId: string };
    readonly device: string;
    readonly at: string;
    readonly url: string;
    readonly once: string;
  },
): Promise<void> =>
  queueMessage(scope, {
    template: 'new_device',
    about: 'account',
    channel: 'email',
    to: told.to,
    details: { device: told.device, at: told.at, url: told.url },
    once: `new_device:${told.once}`,
  });
