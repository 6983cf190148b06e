/** How long what it says may be believed; RFC 9116 asks for less than a year. Counted from each asking. */
const GOOD_FOR = { hours: 180 * 24 } as const;

/**
 * The text behind /.well-known/security.txt (RFC 9116): where somebody tells us of a hole they found.
 * `contact` is a mailto: or https: address, `origin` the address people use or null where it is not known.
 */
export const securityText = (
  { contact, origin }: { readonly contact: string; readonly origin: string | null },
  now: Temporal.Instant,
): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${now.round('second').add(GOOD_FOR).toString()}`,
    'Preferred-Languages: en',
    ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
    '',
  ].join('\n');
