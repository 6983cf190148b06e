/**
 * What to say when the letter with somebody's link did not leave, from the state of the message; null while it is on
 * its way or has gone. Says who moves.
 */
export const letterTrouble = (state: string | null, side: 'family' | 'team'): string | null => {
  if (state === 'shown')
    return 'The link could not leave: no way to send e-mail is set up here yet. Ask whoever looks after Kith to set it up, then send the link again.';
  if (state === 'failed')
    return side === 'team'
      ? 'The e-mail did not arrive. If the address is wrong, close this account and invite them again with the right one.'
      : 'The e-mail did not arrive. Check the address with them, then send the link again.';
  if (state === 'stopped')
    return 'The link was not sent, because e-mail was not safe when it was to leave. Ask them how to reach them.';
  return null;
};
