import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { defineHostAction, type HostSession, type JobLook, PathError } from '../index.ts';

/** What the contract suite is told about a way to a host. `home` is that host's home folder, readable from here. */
export interface HostUnderTest {
  readonly open: () => Promise<HostSession>;
  readonly home: () => string;
}

const nasty = `'"$(touch pwned) \`touch pwned\` \\ %s $HOME ; & | * ~ \t\r é 中文 🐬 \u0001\u007f\nsecond line\n\n`;

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

/** Counts its starts, waits for a file `go` in its folder (or for ever), and starts a child that would outlive it. */
const work = defineHostAction({
  name: 'test.work',
  version: 1,
  input: z.object({ folder: z.string(), secret: z.string() }),
  output: z.object({ secret: z.string() }),
  script: `
echo started >>"$in_folder/starts"
say 'begun'
progress 3 10
timeout 600 sleep 300 &
echo $! >"$in_folder/child"
until [ -e "$in_folder/go" ]; do sleep 0.05; done
kill $!
[ ! -e "$in_folder/break" ] || fail WORK_BROKE 'told to break'
json_object secret "$in_secret"`,
});

async function until<T>(look: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, 'waited too long');
    await delay(20);
  }
}

const isAlive = async (pid: string): Promise<boolean> => {
  const line = await readFile(`/proc/${pid.trim()}/stat`, 'utf8').catch(() => '');
  return line !== '' && !/\) Z /.test(line);
};

const rejectsWith = (work: Promise<unknown>, code: string) =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof PathError, String(error));
    assert.equal(error.code, code, error.message);
    assert.notEqual(error.hopName, '');
    return true;
  });

/** The promises every way to a host keeps. Call inside a `describe`. */
export function hostContract(host: HostUnderTest): void {
  const folder = async (session: HostSession) => {
    const made = await session.exec(['mktemp', '-d', join(host.home(), 'work.XXXXXX')]);
    return made.stdout.trim();
  };

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
      const place = await folder(session);
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
    const place = await folder(session);
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
    const place = await folder(session);
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

  test('a job outlives its session, shows log and progress, and is found again by its id', async () => {
    const session = await host.open();
    const place = await folder(session);
    const id = `job/${place}`;
    await session.startJob(work, { folder: place, secret: nasty }, id);
    await session.startJob(work, { folder: place, secret: nasty }, id);
    await session[Symbol.asyncDispose]();
    await using later = await host.open();
    const look = await until(async () => {
      const seen = await later.lookJob(work, id);
      return seen.state === 'running' && seen.progress ? seen : undefined;
    });
    assert.deepEqual(look, { state: 'running', log: 'begun\n', progress: { done: 3, total: 10 } });
    await writeFile(join(place, 'go'), '');
    const done = await until(async () => ended(await later.lookJob(work, id)));
    assert.deepEqual(done, { state: 'done', result: { secret: nasty }, log: 'begun\n' });
    await later.startJob(work, { folder: place, secret: nasty }, id);
    assert.equal((await later.lookJob(work, id)).state, 'done');
    assert.equal(await readFile(join(place, 'starts'), 'utf8'), 'started\n');
  });

  test('two starts of one job at the same time start it once', async () => {
    await using session = await host.open();
    const place = await folder(session);
    const starts = Array.from({ length: 4 }, () => session.startJob(work, { folder: place, secret: '' }, place));
    await Promise.all(starts);
    await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    assert.equal(await readFile(join(place, 'starts'), 'utf8'), 'started\n');
    await session.stopJob(place);
  });

  test('a failed job keeps its error, and starts anew when started again', async () => {
    await using session = await host.open();
    const place = await folder(session);
    await writeFile(join(place, 'go'), '');
    await writeFile(join(place, 'break'), '');
    await session.startJob(work, { folder: place, secret: 'x' }, place);
    const failed = await until(async () => ended(await session.lookJob(work, place)));
    const error = { code: 'WORK_BROKE', message: 'told to break' };
    assert.deepEqual(failed, { state: 'failed', code: 1, log: 'begun\n', error });
    await session.exec(['rm', join(place, 'break')]);
    await session.startJob(work, { folder: place, secret: 'x' }, place);
    const done = await until(async () => ended(await session.lookJob(work, place)));
    assert.equal(done.state, 'done');
  });

  test('stopping a job ends all it started and says so', async () => {
    await using session = await host.open();
    const place = await folder(session);
    await session.startJob(work, { folder: place, secret: '' }, place);
    const child = await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    await session.stopJob(place);
    assert.equal(await isAlive(child), false);
    const look = await session.lookJob(work, place);
    assert.deepEqual(look, { state: 'failed', code: null, log: 'begun\n' });
    await session.stopJob(place);
    await session.stopJob('never started');
  });

  test('a job whose process was killed is gone; started again, what was left of it is ended first', async () => {
    await using session = await host.open();
    const place = await folder(session);
    await session.startJob(work, { folder: place, secret: '' }, 'killed.job');
    const child = await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    const [pid = ''] = (await readFile(join(host.home(), '.myriad/jobs/killed.job/pid'), 'utf8')).split(' ');
    const script = 'for p in $(pgrep -s "$1" sh); do kill -KILL $p; done';
    await session.exec(['/bin/sh', '-c', script, 'sh', pid]);
    assert.deepEqual(await session.lookJob(work, 'killed.job'), { state: 'gone' });
    assert.equal(await isAlive(child), true);
    await writeFile(join(place, 'go'), '');
    await session.startJob(work, { folder: place, secret: '' }, 'killed.job');
    assert.equal(await isAlive(child), false);
    assert.equal((await until(async () => ended(await session.lookJob(work, 'killed.job')))).state, 'done');
    assert.deepEqual(await session.lookJob(work, 'no such job'), { state: 'gone' });
  });

  test('copies are whole, checked and have their mode', async () => {
    await using session = await host.open();
    const place = await folder(session);
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
    const place = await folder(session);
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
    const place = await folder(session);
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
    const place = await folder(session);
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

const ended = <O>(look: JobLook<O>): JobLook<O> | undefined =>
  look.state === 'done' || look.state === 'failed' ? look : undefined;
