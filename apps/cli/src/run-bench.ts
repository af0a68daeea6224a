import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCodes } from './exit-codes.ts';
import { languageFrom } from './language.ts';

const folder = join(import.meta.dirname, '../../../bench');
/** Parts the benches share, not benches. */
const shared = new Set(['figure.ts', 'scratch-platform.ts', 'sweep-platform.ts']);

/** `myriad bench [NAME [ARGUMENT …]]`: runs one bench, with the same Node and flags the server runs with; none: lists them. */
export async function runBench([name, ...rest]: readonly string[]): Promise<number> {
  const benches = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !shared.has(file)).sort();
  const names = benches.map((file) => file.slice(0, -'.ts'.length));
  const asked = name === undefined || name === '--help';
  if (asked || !names.includes(name)) {
    const list = names.map((each) => `  myriad bench ${each}\n`).join('');
    const words =
      languageFrom(process.env) === 'zh' ? `用法：myriad bench NAME\n\n${list}` : `Usage: myriad bench NAME\n\n${list}`;
    process.stdout.write(words);
    return asked ? exitCodes.ok.code : exitCodes.usage.code;
  }
  const argv = [...process.execArgv, join(folder, `${name}.ts`), ...rest];
  const child = spawn(process.execPath, argv, { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code === 0 ? exitCodes.ok.code : exitCodes.failed.code;
}
