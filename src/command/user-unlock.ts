import type { Config } from '#platform/config.ts';
import { Attempts } from '#platform/sign-in/attempts.ts';
import { welcome } from '#platform/sign-in/paths.ts';
import {
  accountWithAddress,
  addressOf,
  forgetSecondStep,
  makeInvitation,
} from '#platform/sign-in/sign-ins.ts';
import { openKith } from './open.ts';
import { CommandError } from './sentence.ts';

/**
 * For somebody who lost their phone or their password: forgets their second step, ends their sessions and any
 * pause, and prints a link with which they choose a password and set a second step up anew.
 */
export const unlock = async (config: Config, words: readonly string[]): Promise<number> => {
  const [, email] = words;
  if (!email?.includes('@')) throw new CommandError('Say who: kith user unlock EMAIL');
  const { app, secret, close } = await openKith(config, { mustOwn: false });
  try {
    const now = app.clock();
    const accountId = await accountWithAddress(app.signInPool, email);
    if (accountId === null) throw new CommandError(`Nobody signs in with ${addressOf(email)}.`);
    const attempts = new Attempts(app.signInPool, secret);
    await forgetSecondStep(app.signInPool, accountId);
    await attempts.forgive('password', addressOf(email));
    await attempts.forgive('code', accountId);
    const token = await makeInvitation(app.signInPool, accountId, now);
    const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
    console.log(
      `Their second step is forgotten and they are signed out everywhere. Give them this link yourself, once you are sure who they are:\n\n  ${origin}${welcome({ token })}\n`,
    );
    return 0;
  } finally {
    await close();
  }
};
