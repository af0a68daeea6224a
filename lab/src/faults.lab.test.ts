import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { createConnection } from 'mysql2/promise';
import { mountFreezableDisk, mountSmallDisk } from './faults.ts';
import { startNetwork } from './network.ts';
import { waitUntil } from './processes.ts';
import { mustRun } from './run-command.ts';
import { rootOnly } from './scratch.ts';
import { startServer } from './server.ts';

const testAsRoot = rootOnly(test);

testAsRoot('a cut machine neither answers nor refuses, and answers again when healed', async ({ folder, use }) => {
  const network = use(await startNetwork(2));
  const [first, second] = network.hosts;
  assert.ok(first && second);
  const server = use(
    await startServer({ flavor: 'mariadb', folder, address: first.address, port: 3306, wrap: first.wrap }),
  );
  await server.rows("create user lab@'%' identified by 'lab'");
  const login = { host: first.address, port: 3306, user: 'lab', password: 'lab' };
  await (await createConnection(login)).end();
  await first.cut();
  await assert.rejects(createConnection({ ...login, connectTimeout: 300 }), { code: 'ETIMEDOUT' });
  await first.heal();
  await (await createConnection(login)).end();
  // Cut off from one peer only: we still get through.
  await first.cut(second);
  await (await createConnection(login)).end();
  const [ping = '', ...args] = second.wrap(['bash', '-c', `timeout 0.5 bash -c '</dev/tcp/${first.address}/3306'`]);
  await assert.rejects(mustRun(ping, args), /ended with 124/);
});

testAsRoot(
  'a full disk refuses the write that no longer fits, and takes it once there is room',
  async ({ folder, use }) => {
    const mounted = path.join(folder, 'disk');
    await mkdir(mounted);
    const disk = use(await mountSmallDisk(mounted, 8));
    const write = () => mustRun('dd', ['if=/dev/zero', `of=${disk.folder}/file`, 'bs=1M', 'count=1']);
    await disk.fill();
    await assert.rejects(write(), /No space left/);
    await disk.free();
    await write();
  },
);

testAsRoot('a write to a frozen disk hangs uninterruptibly, and is done after the thaw', async ({ folder, use }) => {
  const mounted = path.join(folder, 'disk');
  await mkdir(mounted);
  const disk = use(await mountFreezableDisk(mounted, path.join(folder, 'image'), 16));
  await disk.freeze();
  let done = false;
  const write = mustRun('sh', ['-c', `echo x >${disk.folder}/file; echo done`]).then(() => {
    done = true;
  });
  const hangs = () =>
    mustRun('sh', ['-c', `ps -eo stat=,args= | grep -c '^D.*${disk.folder}/file' || :`]).then((n) => Number(n) > 0);
  assert.ok(await waitUntil(hangs, 5_000));
  assert.equal(done, false);
  await disk.thaw();
  await write;
});
