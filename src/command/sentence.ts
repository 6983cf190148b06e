/** A sentence for the person at the command line; anything else is a fault of ours and shows its place. */
export class CommandError extends Error {}
