import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';

/** `green`: as it should be. `amber`: somebody should look. `grey`: not known, or not there, and that is no fault. */
export const Health = z.enum(['green', 'amber', 'grey']);
export type Health = z.infer<typeof Health>;

/** One thing that was looked at: how it is, why, and what to do. */
export const SelfCheckLine = z
  .object({
    /** Which of its kind: a folder, a host, a certificate; '' where there is only one. */
    about: z.string(),
    health: Health,
    words: Words,
    next: Words.optional(),
  })
  .meta({ id: 'SelfCheckLine' });
export type SelfCheckLine = z.infer<typeof SelfCheckLine>;

export const SelfCheckView = z
  .object({
    /** When the last look ended; absent: none has. */
    at: Time.optional(),
    tookMilliseconds: z.number().optional(),
    /** A look is under way. */
    running: z.boolean(),
    everySeconds: z.number().int(),
    counts: z.object({ green: z.number().int(), amber: z.number().int(), grey: z.number().int() }),
    checks: z.array(
      z.object({
        name: z.string(),
        title: Words,
        /** The worst of its lines. */
        health: Health,
        tookMilliseconds: z.number(),
        lines: z.array(SelfCheckLine),
      }),
    ),
  })
  .meta({ id: 'SelfCheck' });
export type SelfCheckView = z.infer<typeof SelfCheckView>;

export const getSelfCheck = endpoint({
  id: 'self-check.get',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/self-check',
  summary:
    'How the platform itself is: the last look at its tools, paths, store, engine, disk, clock, keys and backups',
  response: SelfCheckView,
  problems: ['NOT_AN_OPERATOR'],
});
export const runSelfCheck = endpoint({
  id: 'self-check.run',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/self-check/runs',
  summary: 'Look now; answers with what was found. Nothing is changed',
  response: SelfCheckView,
  problems: ['NOT_AN_OPERATOR'],
});
