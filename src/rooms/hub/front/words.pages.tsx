import type { VNode } from 'preact';
import { Frame } from '#platform/http/frame.tsx';
import type { View } from '#platform/http/view.ts';
import type { Centre } from '#rooms/people/door.ts';
import type { ProgrammeTemplateContent } from '#rooms/programme/door.ts';
import { Heading, Inset, Lede, SummaryList } from '#ui/show.tsx';

/** How to reach people who can answer: every centre that has a number or an address. */
const Reach = ({ centres }: { centres: readonly Centre[] }) => {
  const reachable = centres.filter((centre) => centre.phone || centre.email);
  if (reachable.length === 0) return <p>Ask anyone of the team at your group or drop-in.</p>;
  return (
    <SummaryList
      rows={reachable.map((centre) => ({
        label: centre.name,
        value: (
          <>
            {centre.phone ? <a href={`tel:${centre.phone.replaceAll(' ', '')}`}>{centre.phone}</a> : null}
            {centre.phone && centre.email ? ' or ' : null}
            {centre.email ? <a href={`mailto:${centre.email}`}>{centre.email}</a> : null}
          </>
        ),
      }))}
    />
  );
};

export const PrivacyPage = ({ view, centres }: { view: View; centres: readonly Centre[] }): VNode => (
  <Frame view={view} title="Privacy: what we hold and who sees it" shell="public">
    <Heading above={view.organisation.name}>What we hold, why, and who sees it</Heading>
    <Lede>We ask for little, and show each thing only to those who need it.</Lede>

    <Heading level={2}>What we hold about a parent</Heading>
    <ul>
      <li>Your name, what you like to be called, your language, and anything that helps you take part.</li>
      <li>How to reach you, and what is safe: text, call, e-mail, and at what times.</li>
      <li>
        When your baby is due or was born. If you lose a baby, that too, so that nothing hurtful is sent.
      </li>
      <li>How you came to us, why, and what was decided about it.</li>
      <li>The groups and drop-ins you have a place in, and which sessions you came to.</li>
      <li>The messages we sent you.</li>
    </ul>
    <p>
      We hold it to run the groups, to keep people safe, and to know whether what we do helps. We do not sell
      it, and we do not use it for adverts.
    </p>

    <Heading level={2}>Who sees it</Heading>
    <SummaryList
      rows={[
        { label: 'You', value: 'All of it about you, except what is about somebody else.' },
        {
          label: 'Practitioners, volunteer managers and programme coordinators of your centre',
          value: 'Your file, so that they can help you.',
        },
        {
          label: 'The office of your centre',
          value: 'Your name, how to reach you, and your places. Not why you came to us.',
        },
        {
          label: 'Peer supporters of your centre',
          value:
            'Your name once you have a place, and the register. Not your phone number, and not why you came.',
        },
        {
          label: 'Whoever referred you',
          value: 'What became of the referral, only when you agreed that we tell them.',
        },
        {
          label: 'Your partner, or another parent of your baby',
          value: 'Nothing from your file. Each has their own.',
        },
      ]}
    />
    <p>Each time somebody opens a file it is written down, so that we can say who looked.</p>

    <Heading level={2} id="volunteers">
      If you volunteer, or ask about it
    </Heading>
    <p>
      We hold your name, how to reach you, what you wrote or told us, when you are free, who spoke for you,
      and what was decided. Those who look after volunteers at your centre see it, and nobody else of the team
      until you are one of it. What referees write is not shown on your page.
    </p>
    <p>
      Of a check we keep its number, its dates and its level, never a copy. If it says something that has to
      be talked about, only those named for it see what that is, each look is written down, and it deletes
      itself six months after the decision. What you tick about who you are is counted, and read by nobody.
    </p>
    <p>
      When you train and volunteer with us, we also hold what you learned and earned, when you meet your
      supervisor, and what the two of you keep of it. You read every note about you, and see who else did.
      Your plan for staying well is yours alone until you share it. A credential is signed when you ask for
      it, and you choose who sees it.
    </p>

    <Heading level={2}>When we must tell somebody</Heading>
    <p>
      If we think that you, a child or somebody else may come to serious harm, we may have to tell people who
      can protect them. We talk with you first wherever that is safe.
    </p>

    <Heading level={2}>Cookies</Heading>
    <p>
      Only those the site needs: one that knows you are signed in, one that keeps forms from being forged, one
      that keeps a form you have begun, one that carries a short note from one page to the next, and for the
      team one that keeps a new link to their calendar for a few minutes. Nothing follows you around.
    </p>

    <Heading level={2}>Your say</Heading>
    <p>
      You can see what we hold, put it right, ask for a copy, or leave, whenever you like. When you have a
      page of your own, all of that is under “What we hold”. Otherwise ask us:
    </p>
    <Reach centres={centres} />
    <p>
      If you are not happy with how we look after what we know of you, you can also tell the{' '}
      <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
    </p>
  </Frame>
);

export const AccessibilityPage = ({ view, centres }: { view: View; centres: readonly Centre[] }): VNode => (
  <Frame view={view} title="Accessibility" shell="public">
    <Heading>Accessibility</Heading>
    <Lede>
      Everyone should be able to use these pages: on an old phone, with a keyboard, with words read aloud.
    </Lede>

    <Heading level={2}>How the pages are made</Heading>
    <ul>
      <li>They work without JavaScript, and on a screen as narrow as a small phone.</li>
      <li>Text can be made four times as big, and the page still reads in one column.</li>
      <li>Everything can be reached with a keyboard, and you can see where you are.</li>
      <li>Nothing is said by colour alone. There is a dark look for those whose device asks for one.</li>
      <li>Nothing moves by itself, and no page times out while you read it.</li>
    </ul>

    <Heading level={2}>What is tested, and what is not</Heading>
    <p>
      The building blocks of the pages are checked by a program that looks for common faults, and the forms
      are built on parts that were tested with people who use assistive technology.
    </p>
    <Inset tone="honey">
      <p>
        These pages have not yet been looked at as a whole by an independent tester, nor by people who use
        screen readers, switches or voice control every day. We do not claim a standard that nobody has
        checked.
      </p>
    </Inset>

    <Heading level={2}>What we know is not good enough yet</Heading>
    <ul>
      <li>The pages are in English only. Ask us for an interpreter, on the phone or at a session.</li>
      <li>There are no easy-read or British Sign Language versions yet.</li>
    </ul>

    <Heading level={2}>Tell us what gets in your way</Heading>
    <p>We want to know. You can also do anything that is done on these pages by phone or face to face.</p>
    <Reach centres={centres} />
  </Frame>
);

export const AboutPage = ({
  view,
  programme,
}: {
  view: View;
  programme: ProgrammeTemplateContent | null;
}): VNode => (
  <Frame view={view} title="About" shell="public">
    <Heading above={view.organisation.name}>About us</Heading>
    {programme ? (
      <>
        <Lede>{programme.vision}</Lede>
        <p>{programme.purpose}</p>
        <p>{programme.ethosWords}</p>
        <Heading level={2}>What we do together</Heading>
        <SummaryList rows={programme.themes.map((theme) => ({ label: theme.name, value: theme.words }))} />
      </>
    ) : (
      <p>We bring parents together in pregnancy and in the first year, with people who have been there.</p>
    )}
    <Heading level={2}>What we are not</Heading>
    <p>
      We are not a clinic and we do not diagnose. When something else would help you more, we say so, and help
      you get there. When it cannot wait, <a href="/help">these people can help now</a>.
    </p>
    <Heading level={2}>Kith</Heading>
    <p>
      These pages are made with Kith, as in kith and kin: the friends and neighbours around a family. It is
      open software that any peer support programme may use.
    </p>
  </Frame>
);
