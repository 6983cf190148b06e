import type { MessageTemplate } from '#platform/messages/message.ts';
import { end, letter, type MessageDetails, spoken, text } from '#platform/messages/templates/words.ts';
import { INVITES, type Invite } from './pipeline.rules.ts';

/** What an invitation knows besides what every message knows. */
type InviteDetails = MessageDetails & { readonly name?: string; readonly centre?: string };

export const inviteCode = (invite: Invite): string => `recruiting_invite_${invite}`;

const subjects: Readonly<Record<Invite, string>> = {
  conversation: 'Shall we find a time to talk?',
  application: 'Your application is waiting for you',
  course: 'Your short course is ready',
  again: 'We are looking for volunteers again',
};

const paragraphs: Readonly<Record<Invite, (centre: string) => readonly string[]>> = {
  conversation: (centre) => [
    `Thank you for asking about volunteering at ${centre}. The next thing is a conversation, about twenty minutes, by phone or over a cup of tea. You ask, we ask, and nothing is decided.`,
    'On your page you can choose a time that suits you. If none of them does, ask us there to ring you.',
  ],
  application: () => [
    'You can carry on with your application whenever it suits you. What you wrote so far is kept, and you can stop and come back.',
    'If you would rather tell us than write, say so on your page: we ring you and write it down together.',
  ],
  course: () => [
    'The short course on keeping people safe is ready for you. It takes about forty minutes, in five parts, and you can stop wherever you like and come back.',
    'You will find it on your page.',
  ],
  again: (centre) => [
    `You asked about volunteering at ${centre} a while ago. We are looking for people again, and we thought of you.`,
    'If you would like to, carry on from your page. If life is full just now, there is nothing you need to do.',
  ],
};

const shorts: Readonly<Record<Invite, (centre: string) => string>> = {
  conversation: (centre) => `${centre}: shall we find a time to talk about volunteering? Choose one here:`,
  application: (centre) => `${centre}: your volunteer application is kept for you. Carry on here:`,
  course: (centre) => `${centre}: your short course on keeping people safe is ready. It is here:`,
  again: (centre) =>
    `${centre}: we are looking for volunteers again. If you would still like to, carry on here:`,
};

/** The letters that go to several applicants at once; each has its own link, and a line from whoever sends it. */
export const inviteMessages: readonly MessageTemplate[] = INVITES.flatMap((invite) =>
  spoken({
    code: inviteCode(invite),
    subject: subjects[invite],
    letter: (details: InviteDetails) =>
      letter(
        details.name ? `Hello ${details.name},` : 'Hello,',
        ...paragraphs[invite](details.centre ?? 'our centre'),
        details.words,
        details.link,
        end(details),
      ),
    text: (details: InviteDetails) => text(shorts[invite](details.centre ?? 'Our centre'), details.link),
  }),
);

/** The letter as it will read, for looking at before it goes; the link and the name are each person's own. */
export const previewOf = (invite: Invite, details: Readonly<Record<string, string>>): string =>
  inviteMessages
    .find(({ code }) => code === inviteCode(invite))
    ?.body({ ...details, link: '(a link to their own page)' }) ?? '';

export const subjectOf = (invite: Invite): string => subjects[invite];
