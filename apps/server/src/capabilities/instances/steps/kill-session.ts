import { findSession, killSession, parseVersion } from '@myriad/mysql';
import { PathError } from '@myriad/paths';
import { defineStep, type StepContext, StepFailure } from '@myriad/runbook';
import { KillInput } from '../kill-form.ts';
import { killerOf } from '../killer-of.ts';
import type { InstancePorts } from '../ports.ts';
import { until } from '../until.ts';
import { isWhoWasMeant } from '../whose-session.ts';
import { overWay } from './over-way.ts';

type Context = StepContext & InstancePorts;

const noSuchThread = 1094;

async function open(context: Context, { instanceId }: KillInput) {
  const instance = await context.metadata.getInstance(context.db, instanceId);
  const as = await killerOf(context, instance);
  const sql = await context.access.openInstance(instanceId, { as, signal: context.signal, onPath: context.via });
  return { sql, version: parseVersion(instance.version, instance.flavor) };
}

const over = (input: KillInput, how: 'ended' | 'gone' | 'moved-on') => ({ sessionId: input.sessionId, how });

/**
 * Ends one session or what it runs. Right before, it is looked at again: a number that came back belongs to somebody else. One
 * that is gone, or runs another statement by now, is what was wanted, so a repeated step ends nobody a second time.
 */
export const killSessionStep = defineStep<InstancePorts>()({
  name: 'instances.kill-session',
  title: { en: 'End the session', zh: '结束会话' },
  effect: 'irreversible',
  input: KillInput,
  limitSeconds: 90,
  retry: { times: 2, firstSeconds: 1, maxSeconds: 5 },
  run: (context, input) =>
    overWay(input.name, async () => {
      const { sql: session, version } = await open(context, input);
      await using sql = session;
      const seconds = () => Math.floor(context.clock.now() / 1000);
      const look = async () => {
        const now = seconds();
        const seen = await findSession(sql, version, input.sessionId, now);
        return { seen, meant: isWhoWasMeant(input, seen, now) };
      };
      const { seen, meant } = await look();
      if (meant === 'another')
        throw new StepFailure({
          code: 'SESSION_IS_ANOTHER',
          words: {
            en: `${input.name}: session ${input.sessionId} belongs to somebody else by now; nobody was ended.`,
            zh: `${input.name}：会话 ${input.sessionId} 现在属于他人，未结束任何会话。`,
          },
          next: {
            en: 'Look at the sessions again, and ask anew if it is still needed.',
            zh: '请重新查看会话，如仍需要再提交工单。',
          },
          retryable: false,
        });
      if (meant !== 'same') {
        context.say({ en: 'It is over already.', zh: '它已经结束。' });
        return over(input, meant);
      }
      const rows = seen?.transaction?.rowsModified ?? 0;
      if (input.end === 'connection' && rows > 0)
        context.say(
          {
            en: `${rows} changed rows are rolled back; that may take as long as they took.`,
            zh: `将回滚 ${rows} 行修改，耗时可能与执行时相当。`,
          },
          'warning',
        );
      try {
        await killSession(sql, version, input.sessionId, input.end);
      } catch (error) {
        if (!(error instanceof PathError) || error.detail.errno !== noSuchThread) throw error;
        return over(input, 'gone');
      }
      const ended = await until(async () => ((await look()).meant === 'same' ? undefined : true), {
        signal: context.signal,
        withinSeconds: 20,
      });
      if (ended) return over(input, 'ended');
      // It is marked as killed; only its rollback keeps it, and that must not be hurried.
      context.say({ en: 'It was told to end and still rolls back.', zh: '已通知其结束，仍在回滚。' }, 'warning');
      return over(input, 'ended');
    }),
});
