import { createHash } from 'node:crypto';

/** One event of the audit, each part as the database writes it; `at` in UTC to the microsecond. */
export interface SealedEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor_kind: string;
  readonly account_id: string | null;
  readonly verb: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly centre_id: string | null;
}

export interface Seal {
  readonly number: number;
  readonly first_seq: number;
  readonly last_seq: number;
  readonly events: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly digests: Buffer;
}

/** What is wrong first: an event, by its seq, or a seal, by its number. */
export type Broken =
  | { readonly kind: 'event'; readonly seq: number; readonly what: 'changed' | 'removed' | 'inserted' }
  | { readonly kind: 'seal'; readonly number: number; readonly what: 'changed' | 'missing' };

const SEQ_BYTES = 8;
const DIGEST_BYTES = 16;
const LINE = SEQ_BYTES + DIGEST_BYTES;

/** What stands before the first seal of an organisation. */
export const FIRST = '0'.repeat(64);

const canonical = (event: SealedEvent): string =>
  JSON.stringify([
    event.seq,
    event.at,
    event.actor_kind,
    event.account_id,
    event.verb,
    event.subject_kind,
    event.subject_id,
    event.centre_id,
  ]);

/** The seq of each event (8 bytes) with the first 16 bytes of the SHA-256 of the event, in the order given. */
export const digestsOf = (events: readonly SealedEvent[]): Buffer => {
  const lines = Buffer.alloc(events.length * LINE);
  events.forEach((event, index) => {
    lines.writeBigInt64BE(BigInt(event.seq), index * LINE);
    createHash('sha256')
      .update(canonical(event))
      .digest()
      .copy(lines, index * LINE + SEQ_BYTES, 0, DIGEST_BYTES);
  });
  return lines;
};

/** The link of the chain: SHA-256, in hex, over the link before it, the run it covers and every digest in it. */
export const hashOf = (
  run: Pick<Seal, 'number' | 'first_seq' | 'last_seq' | 'previous_hash' | 'digests'>,
): string =>
  createHash('sha256')
    .update(`${run.previous_hash}\n${run.number}\n${run.first_seq}\n${run.last_seq}\n`)
    .update(run.digests)
    .digest('hex');

/**
 * Whether a seal continues the chain after `before` (null for the first one) and says of itself what it
 * said when it was made. Null when all is well.
 */
export const brokenLink = (before: Seal | null, seal: Seal): Broken | null => {
  const number = (before?.number ?? 0) + 1;
  if (seal.number !== number) return { kind: 'seal', number, what: 'missing' };
  const continues =
    seal.previous_hash === (before?.hash ?? FIRST) &&
    seal.first_seq === (before?.last_seq ?? 0) + 1 &&
    seal.events * LINE === seal.digests.length &&
    seal.hash === hashOf(seal);
  return continues ? null : { kind: 'seal', number, what: 'changed' };
};

/**
 * Holds the events found between a seal's first and last seq (in order) against its digests, and names
 * the first one that was changed, removed or inserted. Null when they are the same.
 */
export const firstDifference = (seal: Seal, found: readonly SealedEvent[]): Broken | null => {
  const now = digestsOf(found);
  const sealed = seal.digests;
  for (let at = 0; at < Math.max(now.length, sealed.length); at += LINE) {
    const then = at < sealed.length ? Number(sealed.readBigInt64BE(at)) : Number.POSITIVE_INFINITY;
    const here = at < now.length ? Number(now.readBigInt64BE(at)) : Number.POSITIVE_INFINITY;
    if (here > then) return { kind: 'event', seq: then, what: 'removed' };
    if (here < then) return { kind: 'event', seq: here, what: 'inserted' };
    if (now.compare(sealed, at, at + LINE, at, at + LINE) !== 0)
      return { kind: 'event', seq: here, what: 'changed' };
  }
  return null;
};

const WHAT = {
  changed: 'was changed',
  removed: 'was removed',
  inserted: 'was put in',
  missing: 'is missing',
};

/** What is wrong first, as whoever looks after the installation reads it: "event 1207 was changed". */
export const brokenInWords = (broken: Broken): string =>
  broken.kind === 'event'
    ? `event ${broken.seq} ${WHAT[broken.what]}`
    : `seal ${broken.number} ${WHAT[broken.what]}`;
