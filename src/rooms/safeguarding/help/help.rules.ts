import type { HelpLine } from '#rooms/people/door.ts';

/** Under which heading a line stands, in the order of the page. */
export interface HelpSections {
  /** For anybody, now: beside 999 and 111, which stand on the page itself. */
  readonly now: readonly HelpLine[];
  readonly abuse: readonly HelpLine[];
  readonly childSafety: readonly HelpLine[];
  readonly loss: readonly HelpLine[];
  readonly father: readonly HelpLine[];
  readonly talk: readonly HelpLine[];
}

/** Sorts the lines into the parts of the page, each in the order it came. 999 has its own place above them all. */
export const sectionsOf = (lines: readonly HelpLine[]): HelpSections => {
  const others = lines.filter((line) => line.phone?.replace(/\s/g, '') !== '999');
  const whom = (forWhom: HelpLine['forWhom']) => others.filter((line) => line.forWhom === forWhom);
  return {
    now: whom('anyone').filter((line) => line.urgent),
    abuse: whom('abuse'),
    childSafety: whom('child_safety'),
    loss: whom('loss'),
    father: whom('father'),
    talk: whom('anyone').filter((line) => !line.urgent),
  };
};

/** Where a phone number leads on a phone; null when there is none in it. */
export const telOf = (phone: string | null): string | null => {
  const figures = phone?.replace(/[^\d+]/g, '') ?? '';
  return figures === '' ? null : `tel:${figures}`;
};

export interface TextWay {
  readonly href: string;
  /** "Text SHOUT to 85258" or "Text 85258". */
  readonly words: string;
}

/** How to text a line, from "SHOUT to 85258" or a bare number; null when there is no number in it. */
export const textWayOf = (textTo: string | null): TextWay | null => {
  const found = /^(?:text\s+)?(?:(\S+)\s+to\s+)?(\+?[\d\s]{3,})$/i.exec(textTo?.trim() ?? '');
  const figures = found?.[2]?.replace(/\s/g, '');
  if (!figures) return null;
  const word = found?.[1];
  return {
    href: `sms:${figures}${word ? `?body=${encodeURIComponent(word)}` : ''}`,
    words: word ? `Text ${word} to ${figures}` : `Text ${figures}`,
  };
};

/** A number that nobody here has confirmed, or not within a year, is shown and says so. */
export const confirmedLately = (confirmedOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  confirmedOn !== null && Temporal.PlainDate.compare(confirmedOn.add({ years: 1 }), today) >= 0;
