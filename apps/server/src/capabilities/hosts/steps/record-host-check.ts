import { defineRecordStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/schema.ts';
import { HostFacts } from '../check/facts.ts';
import { recordCheck } from '../record-check.ts';
import type { HostPorts } from './ports.ts';

/** Judges what `hosts.collect-facts` found, and writes facts, verdicts and the pool state. */
export const recordHostCheckStep = defineRecordStep<HostPorts, Tx>()({
  name: 'hosts.record-check',
  title: { en: 'Judge and record the check', zh: '判定并记录检查结果' },
  effect: 'record',
  input: z.object({ hostId: z.string(), factsFrom: z.string() }),
  limitSeconds: 30,
  record: async (tx, context, { hostId, factsFrom }) => {
    const facts = HostFacts.parse(context.resultOf(factsFrom));
    const host = await context.metadata.lockHost(tx, hostId);
    const { passed, verdicts } = await recordCheck(context, tx, host, facts, { kind: 'task', id: context.taskId });
    for (const { verdict, item, words } of verdicts)
      if (verdict !== 'pass')
        context.say(
          {
            en: `${host.name}: ${item}: ${verdict}: ${words.en}`,
            zh: `${host.name}：${item}：${verdictWords[verdict]}：${words.zh}`,
          },
          verdict === 'fail' ? 'error' : 'warning',
        );
    const count = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).length;
    return { passed, fail: count('fail'), warn: count('warn'), unknown: count('unknown') };
  },
});

const verdictWords = { warn: '警告', fail: '不通过', unknown: '未知' } as const;

/** For plans that must not go on with a host that fails: put it behind `hosts.record-check`. */
export const requireHostCheckStep = defineRecordStep<HostPorts, Tx>()({
  name: 'hosts.require-check',
  title: { en: 'Go on only if the check passed', zh: '检查通过才继续' },
  effect: 'record',
  input: z.object({ hostId: z.string(), checkFrom: z.string() }),
  limitSeconds: 10,
  record: async (tx, context, { hostId, checkFrom }) => {
    if (context.resultOf(checkFrom)?.passed === true) return { passed: true };
    const { name } = await context.metadata.lockHost(tx, hostId);
    throw new StepFailure({
      code: 'HOST_CHECK_FAILED',
      words: { en: `Host ${name} failed its check.`, zh: `主机 ${name} 未通过检查。` },
      next: {
        en: 'See the verdicts on the host’s page, correct what failed, check again; or choose another host.',
        zh: '请在主机页面查看各项结论，修正后重新检查；或换一台主机。',
      },
      retryable: false,
    });
  },
});
