import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { test } from 'node:test';
import { z } from 'zod';
import { defineHostAction, type PathError } from '../index.ts';
import { folderOn, type HostUnderTest, isAlive, nasty, rejectsWith, until, work } from './contract-parts.ts';
import { jobContract } from './job-contract.ts';

const echo = defineHostAction({
  name: 'test.echo',
  version: 1,
  input: z.object({
    text: z.string(),
    number: z.number(),
    flag: z.boolean(),
    list: z.array(z.string()),
    server: z.object({ port: z.number() }),
    absent: z.string().optional(),
  }),
  output: z.object({
    text: z.string(),
    number: z.number(),
    flag: z.boolean(),
    items: z.array(z.string()),
    port: z.number(),
    absent: z.null(),
    input: z.unknown(),
  }),
  script: `
set -f
IFS='
'
json_object text "$in_text" number:n "$in_number" flag:b "$in_flag" items:j "$(json_array $in_list)" \\
  port:n "$in_server_port" absent:j "\${in_absent:-}" input:j "$in_json"`,
});

const refuse = defineHostAction({
  name: 'test.refuse',
  version: 1,
  input: z.object({}),
  output: z.object({}),
  script: `say 'looking'; json_object a 1; fail DISK_FULL 'no "room" left' '{"path":"/data"}'`,
});

const babble = defineHostAction({
  name: 'test.babble',
  version: 1,
  input: z.object({}),
  output: z.object({ port: z.number() }),
  script: `json_object port nonsense`,
});

/** The promises every way to a host keeps. Call inside a `describe`. */
export function hostContract(host: HostUnderTest): void {
  jobContract(host);

  test('exec hands over arguments unread, both streams and the exit status', async () => {
    await using session = await host.open();
    const result = await session.exec(['/bin/sh', '-c', 'printf %s "$1"; printf oops >&2; exit 7', 'sh', nasty]);
    assert.deepEqual(result, { code: 7, signal: null, stdout: nasty, stderr: 'oops' });
  });

  test('exec feeds standard input from text and from a stream', async () => {
    await using session = await host.open();
    assert.equal((await session.exec(['cat'], { stdin: nasty })).stdout, nasty);
    const parts = Readable.from([Buffer.from('one '), Buffer.from('two')]);
    assert.equal((await session.exec(['cat'], { stdin: parts })).stdout, 'one two');
    assert.equal((await session.exec(['cat'])).stdout, '');
  });

  test('a command that is not there is exit 127, one ended by a signal says so', async () => {
    await using session = await host.open();
    assert.equal((await session.exec(['no-such-command'])).code, 127);
    const killed = await session.exec(['/bin/sh', '-c', 'kill -KILL $$']);
    assert.deepEqual([killed.code, killed.signal], [null, 'SIGKILL']);
  });

  test('a daemon that keeps the output open does not hold the call', async () => {
    await using session = await host.open();
    const begun = performance.now();
    const result = await session.exec(['/bin/sh', '-c', 'sleep 30 & echo $!']);
    assert.equal(result.code, 0);
    assert.ok(performance.now() - begun < 10_000);
    await session.exec(['kill', result.stdout.trim()]);
  });

  for (const [how, code] of [
    ['its time limit', 'TIMED_OUT'],
    ['an abort', 'ABORTED'],
    ['too much output', 'OUTPUT_TOO_LARGE'],
  ] as const) {
    test(`${how} ends the remote command with all its children`, async () => {
      await using session = await host.open();
      const place = await folderOn(host, session);
      const controller = new AbortController();
      const noise = code === 'OUTPUT_TOO_LARGE' ? 'yes' : ':';
      const script = `trap '' TERM; timeout 600 sleep 300 & echo $! >"$1/child"; echo $$ >"$1/parent"; ${noise}; wait; sleep 300`;
      const call = session.exec(['/bin/sh', '-c', script, 'sh', place], {
        timeoutSeconds: code === 'TIMED_OUT' ? 1 : 60,
        maxOutputBytes: 100_000,
        signal: controller.signal,
      });
      call.catch(() => {});
      const pids = await until(async () => {
        const read = (name: string) => readFile(join(place, name), 'utf8').catch(() => '');
        const found = [await read('child'), await read('parent')];
        return found.every((pid) => pid.endsWith('\n')) ? found : undefined;
      });
      if (code === 'ABORTED') controller.abort();
      await rejectsWith(call, code);
      for (const pid of pids) assert.equal(await isAlive(pid), false, `${pid} lives`);
      assert.equal((await session.exec(['echo', 'still here'])).stdout, 'still here\n');
    });
  }

  test('a call that is aborted before it begins runs nothing', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    await rejectsWith(session.exec(['touch', `${place}/ran`], { signal: AbortSignal.abort() }), 'ABORTED');
    await rejectsWith(session.exec(['touch', `${place}/ran`], { signal: AbortSignal.abort() }), 'ABORTED');
  });

  test('an action takes and gives typed values, whatever is in them', async () => {
    await using session = await host.open();
    const input = { text: nasty, number: -1.5e3, flag: true, list: ['a b', '$(id) *', "c'd"], server: { port: 3306 } };
    const expected = { text: nasty, number: -1500, flag: true, items: input.list, port: 3306, absent: null, input };
    assert.deepEqual(await session.action(echo, input), expected);
    assert.deepEqual(await session.action(echo, input), expected);
    await assert.rejects(access(join(host.home(), 'pwned')));
  });

  test('an action is pushed once, by its hash, readable by its owner alone', async () => {
    await using session = await host.open();
    await session.action(echo, { text: '', number: 0, flag: false, list: [], server: { port: 1 } });
    const listing = await session.exec(['/bin/sh', '-c', 'cd ~/.myriad/actions && sha256sum * && stat -c %a . *']);
    assert.equal(listing.code, 0, listing.stderr);
    for (const line of listing.stdout.split('\n').filter((row) => row.includes('  '))) {
      const [sum, name] = line.split('  ');
      assert.equal(sum, name);
    }
    assert.match(listing.stdout, /^700\n(600\n)+$/m);
  });

  test('an action that fails says what its script said', async () => {
    await using session = await host.open();
    await assert.rejects(session.action(refuse, {}), (error: PathError) => {
      assert.equal(error.code, 'ACTION_FAILED');
      const { code, message, detail, exitCode, stderr } = error.detail;
      assert.deepEqual(
        { code, message, detail, exitCode, stderr },
        { code: 'DISK_FULL', message: 'no "room" left', detail: { path: '/data' }, exitCode: 1, stderr: 'looking' },
      );
      return true;
    });
    await rejectsWith(session.action(babble, {}), 'ACTION_OUTPUT_INVALID');
  });

  test('an input is on no command line while its action runs', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    const secret = `plant-${Math.random()}`;
    const call = session.action(work, { folder: place, secret });
    await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    const seen = await session.exec(['/bin/sh', '-c', 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null; :'], {
      maxOutputBytes: 64 * 1024 * 1024,
    });
    await session.copyTo({ text: '' }, join(place, 'go'));
    assert.deepEqual(await call, { secret });
    assert.ok(!seen.stdout.includes(secret));
  });

  test('copies are whole, checked and have their mode', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7 + (at >> 9)) % 256));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = join(place, 'source');
    await writeFile(file, bytes);
    const seen: number[] = [];
    const whole = { sizeBytes: bytes.length, sha256 };
    const target = join(place, "it's a $(copy) 中");
    assert.deepEqual(await session.copyTo({ file }, target, { mode: 0o750, onProgress: (n) => seen.push(n) }), whole);
    assert.equal(seen.at(-1), bytes.length);
    assert.equal((await stat(target)).mode & 0o777, 0o750);
    assert.deepEqual(await readFile(target), bytes);
    assert.deepEqual(await session.copyTo({ stream: Readable.from([bytes]) }, join(place, 'b'), { sha256 }), whole);
    assert.deepEqual(await buffer(await session.copyFrom(target)), bytes);
    await session.copyTo({ text: nasty }, join(place, 'c'));
    assert.equal(await text(await session.copyFrom(join(place, 'c'))), nasty);
  });

  test('a copy that goes wrong leaves the old file and no partial one', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    const target = join(place, 'kept');
    await session.copyTo({ text: 'old' }, target);
    await rejectsWith(session.copyTo({ text: 'new' }, target, { sha256: 'f'.repeat(64) }), 'CHECKSUM_MISMATCH');
    await rejectsWith(session.copyTo({ file: join(place, 'none') }, target), 'COPY_FAILED');
    await rejectsWith(session.copyTo({ text: 'x' }, join(place, 'no/such/folder')), 'COPY_FAILED');
    assert.equal(await readFile(target, 'utf8'), 'old');
    await assert.rejects(access(`${target}.partial`));
    const absent = await session.copyFrom(join(place, 'none'));
    await rejectsWith(text(absent), 'COPY_FAILED');
  });

  test('a file read in part lets go of the host', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    const fifo = join(place, 'fifo');
    await session.exec(['mkfifo', fifo]);
    const writer = session.exec(['/bin/sh', '-c', 'yes >"$1"', 'sh', fifo]);
    const stream = await session.copyFrom(fifo);
    await new Promise((resolve) => stream.once('data', resolve));
    stream.destroy();
    const result = await writer;
    assert.notEqual(result.signal ?? result.code, 0);
  });

  test('a tunnel reaches TCP ports and sockets of the host; a closed port is HOP_UNREACHABLE', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    for (const at of ['tcp', 'socket'] as const) {
      const server = createServer((socket) => socket.end('hello'));
      const listening = new Promise<void>((resolve) => server.once('listening', resolve));
      if (at === 'tcp') server.listen(0, '127.0.0.1');
      else server.listen(join(place, 's'));
      await listening;
      const address = server.address();
      const to =
        address !== null && typeof address === 'object'
          ? { host: '127.0.0.1', port: address.port }
          : { socket: join(place, 's') };
      assert.equal(await text(await session.tunnel(to)), 'hello');
      server.close();
    }
    await rejectsWith(session.tunnel({ host: '127.0.0.1', port: 1 }), 'HOP_UNREACHABLE');
  });
}
