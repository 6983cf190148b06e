import { newId } from '#kernel/ids.ts';
import { NotFound, Refusal } from '#kernel/refusal.ts';
import { accountOf, isSystem } from '#platform/db/actor.ts';
import type { Scope } from '#platform/db/as-actor.ts';
import { rulesOn } from '../rhythm/rules.queries.ts';
import { veryLateAt } from './debrief.rules.ts';
import type { LoadKind } from './load.rules.ts';

/** Something that adds to what somebody carries. */
export interface LoadNote {
  readonly accountId: string;
  readonly centreId: string;
  readonly kind: LoadKind;
  /** When it was. */
  readonly at: Temporal.Instant;
  /** The session it is about; the same kind of the same session counts once. */
  readonly ref: string | null;
}

/** The open talk of somebody, opened now where there is none: one at a time, and what comes after is added to it. */
export const openDebrief = async (
  scope: Scope,
  { accountId, centreId, ringNow }: { accountId: string; centreId: string; ringNow: boolean },
): Promise<string> => {
  const { tx, actor, now } = scope;
  const rules = await rulesOn(scope, now.toZonedDateTimeISO('UTC').toPlainDate());
  const offerBy = now.add({ hours: rules.debrief.offerWithinHours });
  const id = newId();
  const made = await tx
    .insertInto('supervision.debriefs')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: centreId,
      account_id: accountId,
      opened_at: now.toString(),
      offer_by: offerBy.toString(),
      ring_now_at: ringNow ? now.toString() : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) {
    await scope.audit('supervision.debrief_opened', { kind: 'debrief', id, centreId });
    await scope.enqueue('supervision.tell_debrief', { debriefId: id, ringNow }, { key: `debrief:${id}` });
    for (const [stage, at] of [
      ['late', offerBy],
      ['very_late', veryLateAt({ openedAt: now, offerBy })],
    ] as const)
      await scope.enqueue(
        'supervision.debrief_late',
        { debriefId: id, stage, due: at.toString() },
        { key: `debrief:${id}:${stage}`, at },
      );
    return id;
  }
  const there = await tx
    .selectFrom('supervision.debriefs')
    .select(['id', 'ring_now_at', 'version'])
    .where('organisation_id', '=', actor.organisationId)
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!there) throw new NotFound('talk');
  if (ringNow && there.ring_now_at === null) {
    await tx
      .updateTable('supervision.debriefs')
      .set({ ring_now_at: now.toString(), version: there.version + 1 })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', there.id)
      .execute();
    await scope.audit('supervision.debrief_asked', { kind: 'debrief', id: there.id, centreId });
    await scope.enqueue('supervision.tell_debrief', { debriefId: there.id, ringNow });
  }
  return there.id;
};

const write = async (
  scope: Scope,
  note: LoadNote,
  told: { readonly by: 'self' | 'run_sheet'; readonly words: string },
): Promise<void> => {
  const { tx, actor, now } = scope;
  if (note.ref !== null) {
    const known = await tx
      .selectFrom('supervision.load_entries')
      .select('id')
      .where('organisation_id', '=', actor.organisationId)
      .where('account_id', '=', note.accountId)
      .where('kind', '=', note.kind)
      .where('ref', '=', note.ref)
      .executeTakeFirst();
    // Said before, or said before and taken back: a run sheet that is sent twice opens nothing anew.
    if (known) return;
  }
  const id = newId();
  const debriefId = note.kind === 'session' ? null : await openDebrief(scope, { ...note, ringNow: false });
  const made = await tx
    .insertInto('supervision.load_entries')
    .values({
      organisation_id: actor.organisationId,
      id,
      centre_id: note.centreId,
      account_id: note.accountId,
      kind: note.kind,
      at: note.at.toString(),
      told_at: now.toString(),
      told_by: told.by,
      ref: note.ref,
      debrief_id: debriefId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  if (told.words !== '' && debriefId)
    await tx
      .insertInto('supervision.load_words')
      .values({
        organisation_id: actor.organisationId,
        entry_id: id,
        account_id: note.accountId,
        debrief_id: debriefId,
        words: told.words,
      })
      .execute();
  await scope.audit('supervision.load_told', {
    kind: 'account',
    id: note.accountId,
    centreId: note.centreId,
  });
};

/**
 * A register or a run sheet says that somebody ran a session, that it was heavy, or that somebody told them something
 * that stays. The same twice changes nothing. Hard sessions and disclosures open a talk. Whoever closes a register may
 * not read what a colleague carries, so about somebody else the house writes it down, after the transaction.
 */
export const noteLoad = async (scope: Scope, note: LoadNote): Promise<void> => {
  if (isSystem(scope.actor)) return write(scope, note, { by: 'run_sheet', words: '' });
  await scope.enqueue('supervision.note_load', { ...note, at: note.at.toString() });
};

/** What `noteLoad` left to the house. */
export const noteLoadFrom = (scope: Scope, payload: Readonly<Record<string, unknown>>): Promise<void> =>
  write(
    scope,
    {
      accountId: String(payload.accountId),
      centreId: String(payload.centreId),
      kind: payload.kind === 'hard' || payload.kind === 'disclosure' ? payload.kind : 'session',
      at: Temporal.Instant.from(String(payload.at)),
      ref: typeof payload.ref === 'string' ? payload.ref : null,
    },
    { by: 'run_sheet', words: '' },
  );

export interface HowItWas {
  readonly how: 'light' | 'all_right' | 'heavy';
  /** Somebody told them something that stays with them. */
  readonly told: boolean;
  readonly words: string;
  /** When it was; not after now. */
  readonly at: Temporal.Instant;
}

/**
 * A peer supporter says how it was. Only something heavy and something told are kept: a light day leaves nothing behind.
 * Answers whether a talk is open because of it. Raises Refusal for a day still to come, and for words that would go nowhere.
 */
export const tellHowItWas = async (scope: Scope, centreId: string, said: HowItWas): Promise<boolean> => {
  const accountId = accountOf(scope.actor);
  if (accountId === null) throw new NotFound('page');
  if (Temporal.Instant.compare(said.at, scope.now) > 0)
    throw new Refusal('This day is still to come. Enter the day on which it was.', 'on');
  const kinds = [
    ...(said.how === 'heavy' ? ['hard' as const] : []),
    ...(said.told ? ['disclosure' as const] : []),
  ];
  if (kinds.length === 0 && said.words !== '')
    throw new Refusal(
      'We keep words only beside something heavy, or something you were told. Choose one of these, or empty the box.',
      'words',
    );
  let { words } = said;
  for (const kind of kinds) {
    await write(scope, { accountId, centreId, kind, at: said.at, ref: null }, { by: 'self', words });
    // The words are there once, beside the first of the two.
    words = '';
  }
  return kinds.length > 0;
};

/**
 * It was not so, or they would rather not have it counted: an entry about oneself no longer counts, and its words are
 * erased. A talk that nobody has offered yet is dropped with its last reason. NotFound for somebody else's.
 */
export const takeBackTold = async (scope: Scope, entryId: string): Promise<void> => {
  const { tx, actor, now } = scope;
  const entry = await tx
    .selectFrom('supervision.load_entries')
    .select(['debrief_id', 'centre_id', 'account_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', entryId)
    .where('account_id', '=', accountOf(actor))
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  if (!entry) throw new NotFound('entry');
  await tx
    .updateTable('supervision.load_entries')
    .set({ taken_back_at: now.toString() })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', entryId)
    .execute();
  await tx
    .deleteFrom('supervision.load_words')
    .where('organisation_id', '=', actor.organisationId)
    .where('entry_id', '=', entryId)
    .execute();
  await scope.audit('supervision.load_taken_back', {
    kind: 'account',
    id: entry.account_id,
    centreId: entry.centre_id,
  });
  if (!entry.debrief_id) return;
  const debriefId = entry.debrief_id;
  await tx
    .updateTable('supervision.debriefs as d')
    .set((set) => ({
      closed_at: now.toString(),
      closed_why: 'taken_back',
      version: set('d.version', '+', 1),
    }))
    .where('d.organisation_id', '=', actor.organisationId)
    .where('d.id', '=', debriefId)
    .where('d.closed_at', 'is', null)
    .where('d.offered_at', 'is', null)
    .where('d.ring_now_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('supervision.load_entries as e')
            .select('e.id')
            .whereRef('e.organisation_id', '=', 'd.organisation_id')
            .whereRef('e.debrief_id', '=', 'd.id')
            .where('e.taken_back_at', 'is', null),
        ),
      ),
    )
    .execute();
};
