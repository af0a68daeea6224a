import { randomBytes } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type Deadline, defaultMaxOutputBytes, startDeadline } from './limits.ts';
import type { HostTransport, Running } from './transport.ts';
import { type CallLimits, type ExecResult, PathError } from './types.ts';

/**
 * What to run: an argument array, or a shell program read by `sh -s` from its standard input. The program form keeps
 * secrets out of the process list and needs no quoting on the way.
 */
export type Command =
  | { readonly argv: readonly string[]; readonly stdin?: string | Readable }
  | { readonly program: string };

/** A started command whose process id is known, its output cleaned of what a login shell may have printed before. */
export interface Started {
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly ended: Running['ended'];
  readonly pid: Promise<number>;
  /** Resolves when the input could not be read to its end. */
  readonly unread: Promise<PathError>;
  close(): void;
}

/** Runs to the end within the limits, or ends the remote work and throws. */
export async function runCommand(
  transport: HostTransport,
  what: string,
  command: Command,
  limits: CallLimits = {},
): Promise<ExecResult> {
  using deadline = startDeadline(transport.where, what, limits);
  const started = await startCommand(transport, command, deadline);
  const most = limits.maxOutputBytes ?? defaultMaxOutputBytes;
  const tooMuch = (stream: string) =>
    new PathError('OUTPUT_TOO_LARGE', `${what} wrote more than ${most} bytes to ${stream}`, transport.where);
  const stdout = collect(started.stdout, most, () => tooMuch('stdout'));
  const stderr = collect(started.stderr, most, () => tooMuch('stderr'));
  const failure = await Promise.race([
    started.ended.then(() => undefined, asPathError),
    deadline.over,
    started.unread,
    stdout.over,
    stderr.over,
  ]);
  if (failure) {
    // On a lost connection nothing can be ended from here; the next session looks what is left.
    if (failure.code === 'CONNECTION_LOST') started.close();
    else await endRemote(transport, started);
    throw failure;
  }
  const end = await started.ended;
  await quiet(stdout, stderr);
  started.close();
  await started.pid; // never shown: nothing of ours ran, whatever the exit status says.
  return { ...end, stdout: stdout.text(), stderr: stderr.text() };
}

const asPathError = (error: unknown): PathError => {
  if (error instanceof PathError) return error;
  throw error;
};

/** Starts within the deadline; a command that starts after it is ended. */
export async function startCommand(transport: HostTransport, command: Command, deadline: Deadline): Promise<Started> {
  const token = `myriad-${randomBytes(9).toString('hex')}`;
  const argv =
    'argv' in command
      ? ['/bin/sh', '-c', `printf '\\n%s %s\\n' "$0" "$$"; exec "$@"`, token, ...command.argv]
      : ['/bin/sh', '-s'];
  const running = await deadline.guard(transport.start(argv, 'work'), (late) => {
    // Its program was never sent: at the end of its input the shell ends by itself.
    if ('program' in command) late.stdin.end();
    void endRemote(transport, begin(late, token, transport));
  });
  const started = begin(running, token, transport);
  const unread = feed(
    running,
    'program' in command ? `printf '\\n%s %s\\n' ${token} "$$"\n${command.program}` : command.stdin,
    transport,
  );
  return { ...started, unread };
}

function begin(running: Running, token: string, transport: HostTransport): Omit<Started, 'unread'> {
  const head = dropHead(
    token,
    () => new PathError('NOT_POSSIBLE_HERE', 'the login shell of this account runs no commands', transport.where),
  );
  running.stdout.on('error', () => {});
  running.stderr.on('error', () => {});
  running.stdout.pipe(head.stream);
  return {
    stdout: head.stream,
    stderr: running.stderr,
    ended: running.ended,
    pid: head.pid,
    close: () => running.close(),
  };
}

/** Resolves when the input itself broke: its end must not look like a whole input to the command. */
function feed(running: Running, input: string | Readable | undefined, transport: HostTransport): Promise<PathError> {
  running.stdin.on('error', () => {}); // a command may end without reading all of its input.
  if (input === undefined || typeof input === 'string') {
    running.stdin.end(input ?? '');
    return new Promise(() => {});
  }
  const broken = new Promise<PathError>((resolve) => {
    const fail = (why: string) =>
      resolve(new PathError('COPY_FAILED', `the input cannot be read: ${why}`, transport.where));
    // It may have broken before the channel was open.
    if (input.destroyed && !input.readableEnded) fail(input.errored?.message ?? 'it was closed before its end');
    input.once('error', (error: Error) => fail(error.message));
    input.once('close', () => input.readableEnded || fail('it was closed before its end'));
  });
  input.pipe(running.stdin);
  return broken;
}

/** Drops everything up to the line with the token, which also names the process. */
function dropHead(token: string, silent: () => PathError): { stream: Transform; pid: Promise<number> } {
  const { promise: pid, resolve: found, reject } = Promise.withResolvers<number>();
  pid.catch(() => {}); // whoever needs the process id still sees it.
  let head: Buffer | undefined = Buffer.alloc(0);
  const line = new RegExp(`(?:^|\\n)${token} (\\d+)\\n`);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!head) return done(null, chunk);
      head = Buffer.concat([head, chunk]).subarray(-64 * 1024);
      const match = line.exec(head.toString('latin1'));
      if (!match) return done();
      const rest = head.subarray(match.index + match[0].length);
      head = undefined;
      found(Number(match[1]));
      done(null, rest.length > 0 ? rest : undefined);
    },
    flush(done) {
      if (head) reject(silent());
      done();
    },
  });
  return { stream, pid };
}

interface Collected {
  readonly over: Promise<PathError>;
  readonly done: Promise<void>;
  lastAt(): number;
  text(): string;
}

function collect(stream: Readable, most: number, tooMuch: () => PathError): Collected {
  const chunks: Buffer[] = [];
  let size = 0;
  let at = performance.now();
  const over = new Promise<PathError>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      at = performance.now();
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else resolve(tooMuch());
    });
  });
  const done = new Promise<void>((resolve) => {
    stream.once('end', resolve);
    stream.once('close', resolve);
  });
  return { over, done, lastAt: () => at, text: () => Buffer.concat(chunks).toString('utf8') };
}

/**
 * Output may arrive after the exit status; but a daemon the command left behind can hold the streams open for ever.
 * So: until both end, or until nothing came for two seconds.
 */
async function quiet(...streams: Collected[]): Promise<void> {
  const all = Promise.all(streams.map((stream) => stream.done)).then(() => true);
  const last = () => Math.max(...streams.map((stream) => stream.lastAt()));
  const begun = performance.now();
  for (;;) {
    const waitMs = 2000 - (performance.now() - Math.max(begun, last()));
    if (waitMs <= 0) return;
    const timer = new AbortController();
    const ended = await Promise.race([all, delay(waitMs, false, { signal: timer.signal }).catch(() => false)]);
    timer.abort();
    if (ended) return;
  }
}

/**
 * Ends everything of the session a process leads: TERM, then KILL. By session, not by process group: `timeout` and job
 * control make groups of their own. Prints nothing; exit 1 = something is still there.
 */
export const endSession = `
members() {
  cat /proc/[0-9]*/stat 2>/dev/null |
    awk -v s="$1" '{ p = $1; sub(/^.*\\) /, ""); if ($4 == s && $1 != "Z") printf "%s ", p }'
}
end_session() {
  for signal in TERM KILL; do
    n=0
    while [ "$n" -lt 20 ]; do
      found=$(members "$1")
      [ -n "$found" ] || return 0
      # Once more after a second: for processes that appeared while the others were ended.
      [ $((n % 10)) -ne 0 ] || kill -s "$signal" $found 2>/dev/null
      sleep 0.1 2>/dev/null || sleep 1
      n=$((n + 1))
    done
  done
  return 1
}
`;

/** Closing a channel, even the connection, leaves the command running: so it is ended from another channel. At most ~8 s. */
export async function endRemote(transport: HostTransport, started: Omit<Started, 'unread'>): Promise<void> {
  try {
    const pid = await within(started.pid, 3000);
    const argv = ['/bin/sh', '-c', `${endSession}\nend_session "$1"`, 'sh', String(pid)];
    const killer = await within(transport.start(argv, 'control'), 3000);
    killer.stdout.resume();
    killer.stderr.resume();
    killer.stdin.end();
    await within(killer.ended, 6000);
    killer.close();
  } catch {
    // The way is broken or the process never showed itself: our side lets go, the call's own error says why.
  } finally {
    started.stdout.resume();
    started.stderr.resume();
    started.close();
  }
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const timer = new AbortController();
  const late = delay(milliseconds, undefined, { signal: timer.signal }).then((): T => {
    throw new Error('too late');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}
