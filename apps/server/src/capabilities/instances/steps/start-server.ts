import { answersAtAll, send } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { readServer, startServer, stopServer } from '../actions/server-actions.ts';
import { openRoot } from '../open-root.ts';
import type { InstancePorts } from '../ports.ts';
import { oneServer, ServerInput, startInput } from '../server-input.ts';
import { versionOf } from '../server-package.ts';
import { until } from '../until.ts';
import { failureOf, overWay } from './over-way.ts';
import { refuseWaitingCommits } from './refuse-waiting-commits.ts';

/** A look of ours that the server answered, be it with a refusal. */
async function answers(context: StepContext & InstancePorts, server: ServerInput): Promise<boolean> {
  try {
    await using root = await openRoot(context, server, { signal: context.signal });
    await send(root, versionOf(server), answersAtAll);
    return true;
  } catch (error) {
    if (error instanceof PathError) return error.code === 'LOGIN_REFUSED';
    throw error;
  }
}

/** Starts it where it does not run, and waits until it answers. */
export async function bringUp(
  context: StepContext & InstancePorts,
  server: ServerInput,
): Promise<{ manager: string; pid: number | null }> {
  await using session = await context.access.openHost(server.hostId, { signal: context.signal, onPath: context.via });
  const started = await session.action(startServer, startInput(server, context.taskId), { signal: context.signal });
  context.say({
    en: `${server.name}: process ${started.pid}, run by ${started.manager}; waiting until it answers`,
    zh: `${server.name}：进程 ${started.pid}，由 ${started.manager} 管理；等待其应答`,
  });
  let waited = 0;
  const ready = await until(
    async () => {
      if (await answers(context, server)) return { ended: false };
      waited += 1;
      if (waited % 5 === 0) {
        const { running } = await session.action(readServer, oneServer(server), { signal: context.signal });
        if (!running) return { ended: true };
      }
      return undefined;
    },
    { signal: context.signal, withinSeconds: 840 },
  );
  if (ready && !ready.ended) return { manager: started.manager, pid: started.pid };
  const log = await session.exec(['tail', '-n', '5', `${server.directory}/log/error.log`], { signal: context.signal });
  throw new StepFailure({
    code: ready ? 'SERVER_ENDED' : 'SERVER_SILENT',
    words: {
      en: `${server.name} ${ready ? 'ended' : 'does not answer'}; its error log says: ${log.stdout.trim()}`,
      zh: `${server.name} ${ready ? '已退出' : '没有应答'}；错误日志：${log.stdout.trim()}`,
    },
    next: { en: 'Correct what the log names, then retry.', zh: '请按日志修正后重试。' },
    retryable: true,
  });
}

/** Starts the server under the supervisor and waits until it answers. Found running, it is adopted, never started twice. */
export const startServerStep = defineStep<InstancePorts>()({
  name: 'instances.start-server',
  title: { en: 'Start the server', zh: '启动数据库' },
  effect: 'reversible',
  input: z.object({ server: ServerInput }),
  limitSeconds: 900,
  retry: { times: 1, firstSeconds: 2, maxSeconds: 10 },
  run: (context, { server }) => overWay(server.name, () => bringUp(context, server)),
  undo: (context, { server }) => stopQuietly(context, server),
});

/** For undo: only what this task itself started, and never while commits wait: the stop would acknowledge them unsaved. */
async function stopQuietly(context: StepContext & InstancePorts, server: ServerInput): Promise<void> {
  await overWay(server.name, async () => {
    const { signal } = context;
    await using session = await context.access.openHost(server.hostId, { signal });
    const present = await session.exec(['test', '-f', `${server.directory}/.myriad-instance`], { signal });
    if (present.code === 1) return;
    // Only 1 says that it is not there; anything else says nothing.
    if (present.code !== 0) throw failureOf(server.name, 'HOST_NOT_READ', present.stderr.trim() || 'test -f failed');
    const startedBy = await session.exec(['cat', `${server.directory}/run/started-by`], { signal });
    if (startedBy.stdout.trim() === context.taskId) await refuseWaitingCommits(context, server);
    const given = { ...oneServer(server), limitSeconds: 600, onlyStartedBy: context.taskId };
    await session.action(stopServer, given, { signal, timeoutSeconds: 620 });
  });
}
