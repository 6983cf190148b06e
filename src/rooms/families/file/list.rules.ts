/** How many families a page of the list shows. */
export const PAGE = 50;

export const STAGES = ['pregnant', 'born', 'loss', 'unknown'] as const;
export type ListStage = (typeof STAGES)[number];

export interface ListAsked {
  readonly name: string;
  readonly stage: ListStage | null;
  readonly centreId: string | null;
  /** Only at these centres; null for all that the actor may open. */
  readonly among: readonly string[] | null;
  /** From 1. */
  readonly page: number;
}
