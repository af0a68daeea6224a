import { checkout, findFreshBundle } from './bundle-file.ts';

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
  if (!bundled && process.env.NODE_COMPILE_CACHE !== undefined) await tryToBundle();
  return code;
}

/** It only makes the next start faster, so whatever stands in its way is no fault of this one. */
async function tryToBundle(): Promise<void> {
  try {
    const [{ makeBundle }, { keepBundle }] = await Promise.all([
      import('./make-bundle.ts'),
      import('./bundle-file.ts'),
    ]);
    await keepBundle(checkout, await makeBundle());
  } catch {
    // Without a bundler, or without the right to write there.
  }
}
