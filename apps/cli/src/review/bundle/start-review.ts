import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout, findFreshBundle } from './bundle-file.ts';
import { claimBundling } from './claim-bundling.ts';

interface Review {
  readonly runReview: (argv: readonly string[]) => Promise<number>;
}

/**
 * `myriad review`. Its 750 modules take a quarter of a second to load, as one file they take a twentieth: it is started
 * from such a file where none of them has changed since. Where compiled code is kept, so is a new one of these, once the
 * review is done.
 */
export async function startReview(argv: readonly string[]): Promise<number> {
  const bundle = await findFreshBundle(checkout);
  const bundled = bundle && (await import(bundle).catch(() => undefined));
  const { runReview } = (bundled ?? (await import('../run-review.ts'))) as Review;
  const code = await runReview(argv);
  const keepsCode = process.env.NODE_COMPILE_CACHE !== undefined;
  if (!bundled && keepsCode && (await claimBundling(checkout, Date.now()))) bundleForNextTime();
  return code;
}

/** In a process of its own: neither the time nor the memory is this one's, and whatever stands in its way no fault. */
function bundleForNextTime(): void {
  const maker = spawn(process.execPath, [join(import.meta.dirname, 'make-bundle.ts')], {
    stdio: 'ignore',
    detached: true,
  });
  maker.on('error', () => undefined);
  maker.unref();
}
