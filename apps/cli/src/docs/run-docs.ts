import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `myriad docs`: writes docs/reference anew. Only in a checkout, where the house is. */
export async function runDocs(_argv: readonly string[]): Promise<number> {
  const generator = join(import.meta.dirname, '../../../../house/generate-reference.ts');
  if (!existsSync(generator)) {
    process.stderr.write('docs/reference is written in a checkout of the repository only.\n');
    return 1;
  }
  const { writeReference } = await import(pathToFileURL(generator).href);
  await writeReference();
  return 0;
}
