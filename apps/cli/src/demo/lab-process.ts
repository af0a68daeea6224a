import { startLabHosts } from '@myriad/lab';
import { z } from 'zod';
import { stayOrFollow } from './stay-or-follow.ts';

/** What the lab process says once its hosts answer. Holds the lab's own throw-away SSH key. */
export const LabReady = z.object({
  hosts: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      sshPort: z.number().int(),
      user: z.string(),
      privateKey: z.string(),
      hostKeyFingerprint: z.string(),
      root: z.string(),
    }),
  ),
});
export type LabReady = z.infer<typeof LabReady>;

/** Entry point of a process that keeps lab hosts alive until it is told to stop: `lab-process.ts FOLDER COUNT`. */
async function main([folder, count]: readonly string[]): Promise<void> {
  if (folder === undefined || count === undefined) throw new Error('usage: lab-process.ts FOLDER COUNT');
  const lab = await startLabHosts({ folder, count: Number(count) });
  const stop = () => void lab.stop(20_000).finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  stayOrFollow(stop);
  process.send?.({ hosts: [...lab.hosts] } satisfies LabReady);
}

if (import.meta.main) await main(process.argv.slice(2));
