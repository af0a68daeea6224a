import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { createPathPool, type HostSession, open, type PathError, type PathPool } from '@myriad/paths';
import { listLogFiles, readLogPart } from './log-actions.ts';
import { logFileWords } from './log-file-words.ts';

const serverAccount = 64_321;
const isRoot = process.getuid?.() === 0;

/** Listens as another account would; who made a socket is who the kernel says listens there. */
async function listenAs(account: number): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  process.seteuid?.(account);
  try {
    server.listen(0);
  } finally {
    process.seteuid?.(0);
  }
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve)));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return { server, port: address.port };
}

describe('a log of a server is only what belongs to it', {
  skip: isRoot ? false : 'needs root for other accounts',
}, () => {
  let folder = '';
  let pool: PathPool;
  let host: HostSession;
  let port = 0;
  const servers: Server[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'myriad-logs-'));
    await chmod(folder, 0o755);
    for (const name of ['home', 'log', 'elsewhere']) await mkdir(join(folder, name));
    pool = createPathPool({ localEnvironment: { ...process.env, HOME: join(folder, 'home') } });
    host = await open([{ kind: 'local' }], { pool });
    const listening = await listenAs(serverAccount);
    servers.push(listening.server);
    port = listening.port;
  });
  after(async () => {
    for (const server of servers) server.close();
    await host[Symbol.asyncDispose]();
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  const put = async (name: string, owner: number, text = `of ${owner}`): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    await chown(file, owner, owner);
    return file;
  };
  const link = async (to: string, name: string): Promise<string> => {
    const file = join(folder, name);
    await rm(file, { force: true });
    await symlink(to, file);
    return file;
  };
  const at = (file: string, more: object = {}) => ({ file, within: '', port, ...more });
  const read = async (file: string, more: object = {}) => {
    const { data } = await host.action(readLogPart, { ...at(file, more), offset: 0, length: 1000 });
    return Buffer.from(data, 'base64').toString();
  };
  const refusesBoth = async (file: string, code: string, more: object = {}) => {
    const refused = (error: PathError) => {
      assert.equal(error.detail?.code, code, String(error));
      assert.ok(logFileWords(error)?.zh.includes(file));
      return true;
    };
    await assert.rejects(host.action(listLogFiles, at(file, more)), refused);
    await assert.rejects(read(file, more), refused);
  };

  test('its own is listed and read, also by a link to another folder of its own', async () => {
    const file = await put('log/error.log', serverAccount, 'line one\n');
    const { files } = await host.action(listLogFiles, at(file));
    assert.deepEqual(
      files.map(({ path, sizeBytes }) => [path, sizeBytes]),
      [[file, 9]],
    );
    assert.equal(await read(file), 'line one\n');
    const moved = await put('elsewhere/moved.log', serverAccount, 'moved');
    assert.equal(await read(await link(moved, 'log/linked.log')), 'moved');
  });

  test('a log of somebody else is refused, plainly named or behind a link', async () => {
    const theirs = await put('elsewhere/auth.log', 0);
    await refusesBoth(theirs, 'LOG_ELSEWHERE');
    await refusesBoth(await link(theirs, 'log/slow.log'), 'LOG_ELSEWHERE');
    await refusesBoth(await put('elsewhere/other.log', serverAccount + 1), 'LOG_ELSEWHERE');
    await refusesBoth(join(folder, 'log/none.log'), 'LOG_NOT_THERE');
  });

  test('its own files that are no logs are refused behind a name like a log’s', async () => {
    const key = await put('elsewhere/server-key.pem', serverAccount);
    await refusesBoth(await link(key, 'log/key.log'), 'LOG_ELSEWHERE');
    await promisify(execFile)('mkfifo', [join(folder, 'log/pipe.log')]);
    await refusesBoth(join(folder, 'log/pipe.log'), 'LOG_ELSEWHERE');
    await refusesBoth(join(folder, 'log'), 'LOG_ELSEWHERE');
  });

  test('what is put in its place after it was listed is refused when it is read', async () => {
    const file = await put('log/swapped.log', serverAccount);
    await host.action(listLogFiles, at(file));
    await rename(await link(await put('elsewhere/secure.log', 0), 'log/new.log'), file);
    await assert.rejects(read(file), (error: PathError) => error.detail?.code === 'LOG_ELSEWHERE');
  });

  test('of what lies rotated beside it, only its own is listed', async () => {
    const file = await put('log/rotated.log', serverAccount);
    const own = await put('log/rotated.log.1', serverAccount);
    await put('log/rotated.log.2', 0);
    const { files } = await host.action(listLogFiles, at(file));
    assert.deepEqual(
      files.map(({ path }) => path),
      [file, own],
    );
  });

  test('where nobody listens on its port, or root does, nothing is read', async () => {
    const file = await put('log/unknown.log', serverAccount);
    const ofRoot = await listenAs(0);
    servers.push(ofRoot.server);
    await refusesBoth(file, 'LOG_OWNER_UNKNOWN', { port: ofRoot.port });
    await refusesBoth(await put('log/root.log', 0), 'LOG_OWNER_UNKNOWN', { port: ofRoot.port });
    await refusesBoth(file, 'LOG_OWNER_UNKNOWN', { port: 1 });
  });

  test('of an instance of ours, what lies in its folder is read, and a link out of it is not', async () => {
    const within = join(folder, 'log');
    const file = await put('log/ours.log', 1234);
    assert.equal(await read(file, { within, port: 1 }), 'of 1234');
    const reached = await link(folder, 'by-link');
    assert.equal(await read(join(reached, 'log/ours.log'), { within: join(reached, 'log'), port: 1 }), 'of 1234');
    await refusesBoth(await link(await put('elsewhere/out.log', 1234), 'log/out.log'), 'LOG_ELSEWHERE', { within });
    await refusesBoth(await put('log-beside.log', 1234), 'LOG_ELSEWHERE', { within });
  });
});
