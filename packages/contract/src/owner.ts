import { z } from 'zod';

/** Whom a name stands for: one who signs in, or a group. */
export const OwnerView = z
  .object({
    kind: z.enum(['person', 'group']),
    id: z.string(),
    /** As it is written here; the text people gave may differ in case. */
    name: z.string(),
    /** How many of them may sign in: 0 = disabled, or a group of nobody. */
    people: z.number().int(),
  })
  .meta({ id: 'Owner' });
export type OwnerView = z.infer<typeof OwnerView>;
