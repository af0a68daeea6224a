import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256Of } from './actions/run-action.ts';
import { startDeadline } from './limits.ts';
import { endRemote, runCommand, startCommand } from './run-command.ts';
import type { HostTransport } from './transport.ts';
import { type CallLimits, type ExecResult, type HostSession, PathError } from './types.ts';

type CopyTo = HostSession['copyTo'];
type Source = Parameters<CopyTo>[0];
type CopyOptions = NonNullable<Parameters<CopyTo>[2]>;

/** Copies run longer than other calls; a caller who knows the size says better. */
const copySeconds = 600;

/** Writes `path.partial`; prints its SHA-256. With an expected one ($3) it also checks, sets the mode ($2) and renames. */
const receive = `
umask 077
${sha256Of}
partial=$1.partial
cat >"$partial" || exit 1
sum=$(sha256_of "$partial")
if [ -n "$3" ] && [ "$sum" != "$3" ]; then rm -f "$partial"; else
  [ -z "$3" ] || { chmod "$2" "$partial" && sync "$partial" && mv -f "$partial" "$1"; } || exit 1
fi
echo "$sum"`;

const finish = `{ chmod "$2" "$1.partial" && sync "$1.partial" && mv -f "$1.partial" "$1"; } || exit 1`;
const discard = `rm -f "$1.partial"`;

export async function copyTo(transport: HostTransport, source: Source, path: string, options: CopyOptions = {}) {
  if (!path.startsWith('/')) throw new TypeError('copyTo wants an absolute path');
  const limits = { timeoutSeconds: copySeconds, ...options };
  const mode = (options.mode ?? 0o644).toString(8);
  const run = (script: string, expected: string, stdin?: Readable) =>
    runCommand(
      transport,
      `copying to ${path}`,
      { argv: ['/bin/sh', '-c', script, 'sh', path, mode, expected], ...(stdin ? { stdin } : {}) },
      limits,
    );

  const meter = measure(options.onProgress);
  // A text is at hand, so its sum is known beforehand; a file or stream is read once and compared at the end.
  const expected = options.sha256 ?? ('text' in source ? createHash('sha256').update(source.text).digest('hex') : '');
  pipeline(open(source), meter.stream).catch(() => {}); // seen by the command that reads from the meter.
  const received = await run(receive, expected, meter.stream).catch(async (error: unknown) => {
    meter.stream.destroy();
    // The remote side was ended half way: what it left is of no use.
    if (error instanceof PathError && error.code === 'COPY_FAILED') await run(discard, '');
    throw error;
  });
  const sent = meter.end();
  const failure = copyFailure(transport, path, received, options.sha256 ?? sent.sha256, sent.sha256);
  if (failure) {
    if (received.code === 0) await run(discard, '');
    throw failure;
  }
  if (expected === '') {
    const finished = await run(finish, '');
    if (finished.code !== 0) throw failed(transport, path, finished.stderr);
  }
  return sent;
}

const open = (source: Source): Readable => {
  if ('text' in source) return Readable.from([Buffer.from(source.text)], { objectMode: false });
  return 'file' in source ? createReadStream(source.file, { highWaterMark: 256 * 1024 }) : source.stream;
};

function measure(onProgress?: (doneBytes: number) => void) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const stream = new Transform({
    highWaterMark: 256 * 1024,
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      onProgress?.(sizeBytes);
      done(null, chunk);
    },
  });
  return { stream, end: () => ({ sizeBytes, sha256: hash.digest('hex') }) };
}

function copyFailure(
  transport: HostTransport,
  path: string,
  received: ExecResult,
  expected: string,
  sent: string,
): PathError | undefined {
  if (received.code !== 0) return failed(transport, path, received.stderr);
  const got = received.stdout.trim();
  if (got === expected && sent === expected) return undefined;
  const detail = { expected, sent, got };
  return new PathError('CHECKSUM_MISMATCH', `${path} was not written: SHA-256 differs`, transport.where, detail);
}

const failed = (transport: HostTransport, path: string, stderr: string): PathError =>
  new PathError('COPY_FAILED', `${path} was not written: ${stderr.trim().slice(-500)}`, transport.where);

/** The file's bytes; the stream fails with COPY_FAILED where the file cannot be read. Destroying it ends the remote side. */
export async function copyFrom(transport: HostTransport, path: string, limits: CallLimits = {}): Promise<Readable> {
  if (!path.startsWith('/')) throw new TypeError('copyFrom wants an absolute path');
  const deadline = startDeadline(transport.where, `copying ${path}`, { timeoutSeconds: copySeconds, ...limits });
  const started = await startCommand(transport, { argv: ['cat', path] }, deadline).catch((error: unknown) => {
    deadline[Symbol.dispose]();
    throw error;
  });
  const most = limits.maxOutputBytes ?? Number.POSITIVE_INFINITY;
  let size = 0;
  let stderr = '';
  started.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-500);
  });
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= most) return done(null, chunk);
      done(new PathError('OUTPUT_TOO_LARGE', `${path} has more than ${most} bytes`, transport.where));
    },
    flush(done) {
      started.ended.then(
        ({ code }) =>
          done(code === 0 ? null : new PathError('COPY_FAILED', `${path}: ${stderr.trim()}`, transport.where)),
        done,
      );
    },
  });
  let ended = false;
  started.ended.then(
    () => {
      ended = true;
    },
    (error: Error) => bounded.destroy(error),
  );
  void deadline.over.then((error) => bounded.destroy(error));
  pipeline(started.stdout, bounded).catch(() => {});
  bounded.once('close', () => {
    deadline[Symbol.dispose]();
    if (ended) started.close();
    else void endRemote(transport, started);
  });
  return bounded;
}
