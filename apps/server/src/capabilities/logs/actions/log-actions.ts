import { readFileSync } from 'node:fs';
import { defineHostAction } from '@myriad/paths';
import { z } from 'zod';

const script = (name: string): string => readFileSync(new URL(`./${name}.sh`, import.meta.url), 'utf8');

export const listLogFiles = defineHostAction({
  name: 'logs.list-files',
  version: 1,
  script: script('list-log-files'),
  input: z.object({ file: z.string() }),
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
  version: 1,
  script: script('read-log-part'),
  input: z.object({ file: z.string(), offset: z.number().int(), length: z.number().int() }),
  output: z.object({ data: z.string() }),
});
