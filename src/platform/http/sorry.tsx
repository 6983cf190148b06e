import type { VNode } from 'preact';
import { Heading } from '#ui/show.tsx';
import type { FieldError } from '../forms/form.ts';
import { Frame } from './frame.tsx';
import type { View } from './view.ts';

const WORDS = {
  'not-found': {
    title: 'We cannot find that page',
    says: 'The page may have moved, or it may not be for you to see. Nothing you did was lost. If a link in a letter brought you here, try the whole of it once more, or ring the centre that wrote to you.',
  },
  broken: {
    title: 'Something went wrong on our side',
    says: 'This is our fault, not yours. What you saved before is safe. Go back and try again; if it happens again, tell us what you were doing.',
  },
  busy: {
    title: 'Too many people at once',
    says: 'Kith is very busy just now. Wait half a minute, then load this page again. If you sent a form, press the button again: it will only count once.',
  },
  forged: {
    title: 'This form was open for too long',
    says: 'For safety the form could not be taken. Go back, and your browser will usually still have what you typed. Load the page again and send it.',
  },
  'too-often': {
    title: 'Please wait a little',
    says: 'That was tried many times in a short while. Wait a few minutes, then try again.',
  },
  'too-large': {
    title: 'That was too much to send at once',
    says: 'Send less text, or a smaller file, and try again. Your browser will usually still have what you typed if you go back.',
  },
} as const;

export type SorryFor = keyof typeof WORDS;

/** A page for when there is nothing else to show: what happened and what to do. */
export const Sorry = ({ view, what }: { view: View; what: SorryFor }): VNode => (
  <Frame view={view} title={WORDS[what].title}>
    <Heading>{WORDS[what].title}</Heading>
    <p>{WORDS[what].says}</p>
    <p>
      <a href={view.chrome.home}>Go to the first page</a>
    </p>
  </Frame>
);

/** A button on another page could not do its work: why, and the way back. */
export const Refused = ({
  view,
  errors,
  back,
}: {
  view: View;
  errors: readonly FieldError[];
  back: string;
}): VNode => (
  <Frame
    view={{ ...view, form: { ...view.form, errors: errors.map((error) => ({ ...error, field: '' })) } }}
    title="That could not be done"
    back={{ href: back, label: 'Go back' }}
  >
    <Heading>
      {errors.length === 0 ? 'Somebody else changed this a moment ago' : 'That could not be done'}
    </Heading>
    {errors.length === 0 ? (
      <p>Nothing of yours was saved over theirs. Go back to see how it is now, then decide again.</p>
    ) : (
      <p>Nothing was changed. Go back and try another way.</p>
    )}
  </Frame>
);
