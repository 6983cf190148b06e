import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A way on for volunteers, as the template data holds it. Dates are `2026-11-26`. */
export const pathwayContent = z.strictObject({
  name: z.string().min(1).max(120),
  about: z.string().min(1).max(4000),
  /** What helps on the way, one line each. */
  helps: z.array(z.string().min(1).max(300)).max(12),
  talkTo: z.string().max(1000),
  /** When it runs, in words: "Every September". */
  dates: z.string().max(1000),
  /** What can be applied for now; shown until the day is over. */
  openings: z
    .array(z.strictObject({ title: z.string().min(1).max(200), until: day, words: z.string().max(500) }))
    .max(12),
  /** A word of care, and the day on which somebody last looked whether it is still true. */
  caution: z.strictObject({ words: z.string().max(2000), lookedAtOn: day }).nullable(),
  /** False: not shown to volunteers any more; what people were interested in stays. */
  shown: z.boolean(),
});
export type PathwayContent = z.infer<typeof pathwayContent>;
