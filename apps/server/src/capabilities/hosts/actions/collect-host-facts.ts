import { readFileSync } from 'node:fs';
import type { HostAction } from '@myriad/paths';
import { z } from 'zod';
import { CollectedFacts } from '../check/facts.ts';

const Input = z.object({
  baseDirectory: z.string().regex(/^\/[\w.+@=/-]{1,200}$/),
  /** Write 64 MiB and 100 × 4 KiB to measure the disk; removed afterwards. */
  diskSample: z.boolean(),
});

/** Everything the host check wants to know, in one round trip. Takes under a second, plus the disk sample (at most 40 s). */
export const collectHostFacts: HostAction<z.infer<typeof Input>, CollectedFacts> = {
  name: 'collect-host-facts',
  version: 1,
  script: readFileSync(new URL('./collect-host-facts.sh', import.meta.url), 'utf8'),
  input: Input,
  output: CollectedFacts,
};
