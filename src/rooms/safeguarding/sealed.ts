import type { Scope } from '#platform/db/as-actor.ts';
import { openText as opened, sealText as sealed } from '#platform/db/vault.ts';

/** A text of a concern as the database keeps it; nothing stays nothing. */
export const sealText = ({ vault }: Scope, text: string): string => sealed(vault, 'safeguarding', text);

/** A text of a concern as it was written, also one from before there was a seal. */
export const openText = ({ vault }: Scope, text: string): string => opened(vault, 'safeguarding', text);
