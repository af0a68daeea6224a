import { readFileSync } from 'node:fs';
import { defineHostAction } from '@myriad/paths';
import { z } from 'zod';

const text = (name: string): string => readFileSync(new URL(`./${name}.sh`, import.meta.url), 'utf8');
const script = (name: string): string => `${text('open-log')}\n${text(name)}`;

/**
 * Where a log lies, and what confines it. Both actions fail with LOG_NOT_THERE, LOG_UNREADABLE, LOG_ELSEWHERE (a link out of it,
 * no regular file, not named like a log, or somebody else's) or LOG_OWNER_UNKNOWN: see `logFileWords`.
 */
export const LogPlace = z.object({
  file: z.string(),
  /** A folder of ours it must lie in, links followed; '': its owner must be the account that listens on the port. */
  within: z.string(),
  port: z.number().int(),
});
export type LogPlace = z.infer<typeof LogPlace>;

export const listLogFiles = defineHostAction({
  name: 'logs.list-files',
  version: 2,
  script: script('list-log-files'),
  input: LogPlace,
  output: z.object({
    /** `+0800`: of the host. */
    zone: z.string(),
    /** Compressed ones, which are not read. */
    packed: z.number(),
    /** `changedAt`: epoch seconds, 0 where it is not known. */
    files: z.array(z.object({ path: z.string(), sizeBytes: z.number(), changedAt: z.number() })),
  }),
});

export const readLogPart = defineHostAction({
  name: 'logs.read-part',
  version: 2,
  script: script('read-log-part'),
  input: LogPlace.extend({ offset: z.number().int(), length: z.number().int() }),
  output: z.object({ data: z.string() }),
});
