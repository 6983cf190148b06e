/** Something in somebody's diary, as any room that puts it there says it. */
export interface DiaryEntry {
  /** Never changes, whatever else does: the table and the id. */
  readonly uid: string;
  /** How often it was moved or changed; a calendar takes the higher one. */
  readonly sequence: number;
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
  readonly zone: string;
  /** Neutral: whoever looks over a shoulder learns nothing of anybody. */
  readonly title: string;
  readonly place: string | null;
  readonly cancelled: boolean;
  readonly changedAt: Temporal.Instant;
}
