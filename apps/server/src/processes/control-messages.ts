import { z } from 'zod';

/** What may be asked of a running server over its control socket. A drain is held by its conversation: it ends with it. */
export const ControlAsk = z.object({ ask: z.enum(['status', 'drain', 'stop']) });
export type ControlAsk = z.infer<typeof ControlAsk>;

const Words = z.object({ en: z.string(), zh: z.string() });

const OpenStep = z.object({
  id: z.string(),
  title: Words,
  target: z.string().optional(),
  since: z.number().optional(),
  detached: z.boolean(),
  progress: z.object({ done: z.number(), total: z.number().optional(), unit: z.string() }).optional(),
});

/**
 * `working`: as always. `draining`: no step starts, some still run here. `quiet`: no step runs here; detached work goes on by
 * itself. `stopping`: the process ends.
 */
export const ServerStatus = z.object({
  pid: z.number().int(),
  version: z.string(),
  state: z.enum(['working', 'draining', 'quiet', 'stopping']),
  work: z.array(
    z.object({
      taskId: z.string(),
      title: Words,
      state: z.string(),
      driven: z.boolean(),
      steps: z.array(OpenStep),
    }),
  ),
});
export type ServerStatus = z.infer<typeof ServerStatus>;
