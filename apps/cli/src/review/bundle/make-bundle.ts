import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { type Bundle, checkout, keepBundle } from './bundle-file.ts';

/** Our own packages that a review without a server consists of; everything else is loaded as ever, when it is needed. */
const inside = /^(\.|\/|@myriad\/sql(-review)?$)/;

/** One file of all that a review is made of. @throws where that cannot be made */
export async function makeBundle(): Promise<Bundle> {
  const begunAt = Date.now();
  const bundle = await rolldown({
    input: join(checkout, 'apps/cli/src/review/run-review.ts'),
    platform: 'node',
    logLevel: 'silent',
    external: (id) => !inside.test(id),
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const [{ code, moduleIds }] = output;
  const paths = moduleIds.filter((id) => id.startsWith(checkout)).map((id) => relative(checkout, id));
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return { name: `review-${hash}.mjs`, code, paths, begunAt };
}

if (import.meta.main) await keepBundle(checkout, await makeBundle());
