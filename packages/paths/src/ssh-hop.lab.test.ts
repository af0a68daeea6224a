import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import ssh2 from 'ssh2';
import { createPathPool, type Hop, type HostPath, open, PathError, probeHostKey } from './index.ts';
import { makeSshKey } from './testing/make-ssh-key.ts';
import { sshdMissing, startSshd } from './testing/start-sshd.ts';

const skip = sshdMissing() ?? false;
const options = { skip, timeout: 60_000 };

const refusal = async (work: Promise<unknown>): Promise<PathError> => {
  const error: unknown = await work.then(
    () => assert.fail('it was opened'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof PathError, String(error));
  return error;
};

describe('an ssh hop', options, () => {
  test('refuses a host key nobody confirmed, and names it', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool();
    const error = await refusal(open([{ ...sshd.hop, hostKeys: [] }], { pool }));
    assert.equal(error.code, 'HOST_KEY_UNKNOWN');
    assert.equal(error.detail.fingerprint, sshd.fingerprint);
    assert.equal(error.detail.keyType, 'ssh-ed25519');
    assert.doesNotMatch(sshd.log(), /Accepted|Failed/, 'no login was tried');
    assert.equal(pool.size(), 0);
  });

  test('the key can be looked at without a login', async () => {
    await using jump = await startSshd();
    await using sshd = await startSshd({ address: '127.0.0.2' });
    await using pool = createPathPool();
    const key = { fingerprint: sshd.fingerprint, type: 'ssh-ed25519' };
    assert.deepEqual(await probeHostKey({ address: sshd.address, port: sshd.port }, { pool }), key);
    assert.deepEqual(await probeHostKey({ address: sshd.address, port: sshd.port, via: [jump.hop] }, { pool }), key);
    const error = await refusal(probeHostKey({ address: '127.0.0.1', port: 1 }, { pool }));
    assert.equal(error.code, 'HOP_UNREACHABLE');
  });

  test('refuses a changed host key, with nothing sent', async () => {
    const old = await startSshd();
    await old.close();
    await using sshd = await startSshd({ port: old.port });
    await using pool = createPathPool();
    const error = await refusal(open([{ ...sshd.hop, hostKeys: [old.fingerprint] }], { pool }));
    assert.equal(error.code, 'HOST_KEY_CHANGED');
    assert.deepEqual(error.detail.accepted, [old.fingerprint]);
    assert.equal(error.detail.fingerprint, sshd.fingerprint);
    assert.doesNotMatch(sshd.log(), /Accepted|Failed/);
  });

  test('a kept connection does not serve a hop with other accepted keys or another login', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool();
    await using session = await open([sshd.hop], { pool });
    assert.equal(session.kind, 'host');
    assert.equal((await refusal(open([{ ...sshd.hop, hostKeys: ['SHA256:x'] }], { pool }))).code, 'HOST_KEY_CHANGED');
    assert.equal((await refusal(open([{ ...sshd.hop, user: 'nobody-here' }], { pool }))).code, 'LOGIN_REFUSED');
  });

  test('a wrong key, an unreadable key and a key without its passphrase are LOGIN_REFUSED', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool();
    const other = makeSshKey().private;
    const locked = makeSshKey('open sesame').private;
    for (const privateKey of [other, 'no key at all', locked]) {
      const error = await refusal(open([{ ...sshd.hop, auth: { kind: 'key', privateKey } }], { pool }));
      assert.equal(error.code, 'LOGIN_REFUSED', error.message);
      assert.ok(!JSON.stringify(error).includes(privateKey.slice(0, 30)));
    }
  });

  test('an RSA key in PEM and a key with a passphrase open', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();
    const locked = makeSshKey('open sesame');
    const parsed = ssh2.utils.parseKey(pem);
    assert.ok(!(parsed instanceof Error));
    const rsaLine = `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
    await using sshd = await startSshd({ authorizedKeys: [rsaLine, locked.public] });
    await using pool = createPathPool();
    const auths = [
      { kind: 'key', privateKey: pem },
      { kind: 'key', privateKey: locked.private, passphrase: 'open sesame' },
    ] as const;
    for (const auth of auths) {
      await using session = await open([{ ...sshd.hop, auth }], { pool });
      assert.equal((await session.exec(['echo', 'in'])).stdout, 'in\n');
    }
  });

  test('an agent opens; one without the key is LOGIN_REFUSED', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool();
    await using agent = await startAgent();
    const auth = { kind: 'agent', socket: agent.socket } as const;
    const empty = await refusal(open([{ ...sshd.hop, auth }], { pool }));
    assert.equal(empty.code, 'LOGIN_REFUSED');
    assert.ok(sshd.hop.auth.kind === 'key');
    agent.add(sshd.hop.auth.privateKey);
    await using session = await open([{ ...sshd.hop, auth }], { pool });
    assert.equal((await session.exec(['echo', 'in'])).stdout, 'in\n');
  });

  test('passwords open, asked plainly or by keyboard-interactive; a wrong one is LOGIN_REFUSED', async () => {
    for (const method of ['password', 'keyboard-interactive'] as const) {
      await using server = await passwordServer(method, `it's "secret"`);
      await using pool = createPathPool();
      const hop = (password: string): Hop & { kind: 'ssh' } => ({
        kind: 'ssh',
        address: '127.0.0.1',
        port: server.port,
        user: 'dba',
        auth: { kind: 'password', password },
        hostKeys: [server.fingerprint],
      });
      await using session = await open([hop(`it's "secret"`)], { pool });
      assert.equal(session.hops.length, 1);
      const error = await refusal(open([hop('wrong')], { pool }));
      assert.equal(error.code, 'LOGIN_REFUSED');
      assert.ok(!error.message.includes('wrong'));
    }
  });

  test('names the hop that failed: a jump, or what lies behind it', async () => {
    await using near = await startSshd();
    await using far = await startSshd({ address: '127.0.0.2' });
    await using pool = createPathPool();
    const closed = { ...far.hop, port: 1 };
    const behind = await refusal(open([near.hop, closed], { pool }));
    assert.deepEqual([behind.code, behind.hop, behind.hopName], ['HOP_UNREACHABLE', 1, 'ssh 127.0.0.2:1']);
    const first = await refusal(open([{ ...near.hop, port: 1 }, far.hop], { pool }));
    assert.deepEqual([first.code, first.hop], ['HOP_UNREACHABLE', 0]);
    const key = await refusal(open([near.hop, { ...far.hop, hostKeys: [] }], { pool }));
    assert.deepEqual([key.code, key.hop], ['HOST_KEY_UNKNOWN', 1]);
    const shape = await refusal(open([near.hop, { kind: 'local' }] as HostPath, { pool }));
    assert.deepEqual([shape.code, shape.hop], ['NOT_POSSIBLE_HERE', 1]);
  });

  test('a gateway that forbids forwarding is NOT_POSSIBLE_HERE', async () => {
    await using near = await startSshd({ config: ['AllowTcpForwarding no', 'AllowStreamLocalForwarding no'] });
    await using pool = createPathPool();
    await using session = await open([near.hop], { pool });
    assert.equal((await refusal(session.tunnel({ host: '127.0.0.1', port: 22 }))).code, 'NOT_POSSIBLE_HERE');
  });

  test('an account that runs no commands is told from a command that failed', async () => {
    await using sshd = await startSshd({ config: ['ForceCommand echo This account is not available; exit 1'] });
    await using pool = createPathPool();
    await using session = await open([sshd.hop], { pool });
    assert.equal((await refusal(session.exec(['true']))).code, 'NOT_POSSIBLE_HERE');
  });

  test('opening is bounded: a port that never answers is TIMED_OUT, an abort is ABORTED', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    await using sshd = await startSshd();
    await using pool = createPathPool();
    const hop = { ...sshd.hop, port: (mute.address() as AddressInfo).port };
    assert.equal((await refusal(open([hop], { pool, timeoutSeconds: 0.3 }))).code, 'TIMED_OUT');
    const controller = new AbortController();
    const opening = refusal(open([hop], { pool, signal: controller.signal }));
    controller.abort();
    assert.equal((await opening).code, 'ABORTED');
    mute.close();
    await pool.close();
  });
});

describe('the pool', options, () => {
  test('shares connections, opens more for many sessions, and no more than its limit', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool({ connectionsPerTarget: 3 });
    const sessions = await Promise.all(Array.from({ length: 40 }, () => open([sshd.hop], { pool })));
    assert.equal(pool.size(), 3);
    const results = await Promise.all(sessions.map((session) => session.exec(['echo', 'x'])));
    assert.ok(results.every((result) => result.stdout === 'x\n'));
    for (const session of sessions) await session[Symbol.asyncDispose]();
    await using again = await open([sshd.hop], { pool });
    assert.deepEqual(again.hops, [{ name: `ssh 127.0.0.1:${sshd.port}`, milliseconds: 0 }]);
    assert.equal(sshd.log().match(/Accepted publickey/g)?.length, 3);
  });

  test('gets through an sshd that drops handshakes at random', async () => {
    await using sshd = await startSshd({ config: ['MaxStartups 2:60:10'] });
    await using pool = createPathPool({ connectionsPerTarget: 100 });
    const sessions = await Promise.all(Array.from({ length: 40 }, () => open([sshd.hop], { pool })));
    assert.equal(pool.size(), 5);
    assert.equal(sessions.length, 40);
  });

  test('closes a connection nobody uses, and its jump with it', async () => {
    await using near = await startSshd();
    await using far = await startSshd({ address: '127.0.0.2' });
    await using pool = createPathPool({ idleSeconds: 0.05 });
    const session = await open([near.hop, far.hop], { pool });
    assert.equal(pool.size(), 2);
    await session[Symbol.asyncDispose]();
    const end = Date.now() + 10_000;
    while (pool.size() > 0 && Date.now() < end) await delay(10);
    assert.equal(pool.size(), 0);
  });

  test('a lost connection fails its calls at once, and the next session gets a new one', async () => {
    await using sshd = await startSshd();
    await using pool = createPathPool();
    await using session = await open([sshd.hop], { pool });
    const parent = await session.exec(['/bin/sh', '-c', 'ps -o ppid= -p $$']);
    const waiting = refusal(session.exec(['sleep', '30']));
    process.kill(connectionProcess(parent.stdout.trim()), 'SIGKILL');
    assert.equal((await waiting).code, 'CONNECTION_LOST');
    assert.equal((await refusal(session.exec(['true']))).code, 'CONNECTION_LOST');
    await using next = await open([sshd.hop], { pool });
    assert.equal((await next.exec(['echo', 'back'])).stdout, 'back\n');
  });
});

/** As root the sshd that serves a command is the connection's own process; as a plain user too. */
const connectionProcess = (pid: string): number => {
  assert.match(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), /sshd/);
  return Number(pid);
};

async function startAgent() {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-agent-'));
  const socket = join(folder, 's');
  const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  const end = Date.now() + 10_000;
  while (!existsSync(socket) && Date.now() < end) await delay(10);
  return {
    socket,
    add: (key: string) => {
      const added = spawnSync('ssh-add', ['-'], { input: key, env: { ...process.env, SSH_AUTH_SOCK: socket } });
      assert.equal(added.status, 0, String(added.stderr));
    },
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** No account with a password can be made for a test, so passwords are tried against a server that knows one. */
async function passwordServer(method: 'password' | 'keyboard-interactive', password: string) {
  const { private: hostKey, public: publicKey } = makeSshKey();
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (context) => {
      if (context.method === 'password' && method === 'password' && context.password === password) {
        return context.accept();
      }
      if (context.method !== 'keyboard-interactive' || method === 'password') return context.reject([method]);
      context.prompt([{ prompt: 'Password: ', echo: false }], (answers) =>
        answers[0] === password ? context.accept() : context.reject([method]),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { createHash } = await import('node:crypto');
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
  return {
    port: (server.address() as AddressInfo).port,
    fingerprint,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
