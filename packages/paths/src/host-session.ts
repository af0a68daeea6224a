import type { Duplex } from 'node:stream';
import { lookJob, startJob, stopJob } from './actions/jobs.ts';
import { runAction } from './actions/run-action.ts';
import { copyFrom, copyTo } from './copy-files.ts';
import { startDeadline } from './limits.ts';
import { runCommand } from './run-command.ts';
import type { HostTransport } from './transport.ts';
import type { HopTiming, HostSession } from './types.ts';

/** Everything a host can do, over any way to it. `release` gives the connection back. */
export function hostSession(
  transport: HostTransport,
  path: string,
  hops: readonly HopTiming[],
  release: () => void,
): HostSession {
  return {
    kind: 'host',
    path,
    hops,
    exec: (argv, options = {}) =>
      runCommand(
        transport,
        argv[0] ?? '',
        { argv, ...(options.stdin === undefined ? {} : { stdin: options.stdin }) },
        options,
      ),
    action: (action, input, limits) => runAction(transport, action, input, limits),
    startJob: (action, input, jobId, limits) => startJob(transport, action, input, jobId, limits),
    lookJob: (action, jobId, limits) => lookJob(transport, action, jobId, limits),
    stopJob: (jobId, limits) => stopJob(transport, jobId, limits),
    copyTo: (source, to, options) => copyTo(transport, source, to, options),
    copyFrom: (from, limits) => copyFrom(transport, from, limits),
    tunnel: async (to, limits) => {
      using deadline = startDeadline(transport.where, 'opening a tunnel', limits);
      return deadline.guard<Duplex>(transport.tunnel(to), (late) => late.destroy());
    },
    [Symbol.asyncDispose]: () => Promise.resolve(release()),
  };
}
