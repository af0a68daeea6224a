import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { openDatabase } from './open-database.ts';
import { StoreInUseError } from './store-lock.ts';
import { freshFile } from './testing.ts';

/** A process of its own that opens the store, says so, and sits on it. */
const sitter = `
const [module, file] = process.argv.slice(1);
const { openDatabase } = await import(module);
await openDatabase({ store: { file }, migrations: [] });
process.stdout.write('open');
process.stdin.resume();
`;

test('another process is refused by name while the holder lives, and let in once it was killed', async () => {
  const { store, remove } = await freshFile();
  assert('file' in store);
  const module = new URL('./open-database.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', sitter, module, store.file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    await assert.rejects(openDatabase({ store, migrations: [] }), (error) => {
      assert(error instanceof StoreInUseError);
      assert.match(error.holder, new RegExp(`^process ${child.pid} \\(start time \\d+\\)$`));
      return true;
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openDatabase({ store, migrations: [] })).close();
  } finally {
    child.kill('SIGKILL');
    await remove();
  }
});
