import { choiceFlag } from '../../choice-flag.ts';
import { type CommandCall, type Flag, wholeFlag } from '../../command.ts';

export const mannerFlags: readonly Flag[] = [
  {
    name: 'overlap',
    value: 'skip|queue|parallel',
    words: {
      en: 'While the last task still runs: leave the time out (default), wait, or run beside it',
      zh: '上一次任务仍在运行时：跳过本次（默认）、排队等待或并行执行',
    },
  },
  {
    name: 'misfire',
    value: 'skip|once',
    words: {
      en: 'Times missed while the server was away: leave them out (default), or make up for them with one run',
      zh: '服务未运行而错过的时间：跳过（默认），或补做一次',
    },
  },
  {
    name: 'jitter',
    value: 'SECONDS',
    words: { en: 'Spread over so many seconds after its time', zh: '在触发时间后的若干秒内分散开始' },
  },
];

/** How runs meet one another, as the flags say it; what is not said is left out. */
export function readManner(call: Pick<CommandCall, 'flags'>) {
  const overlap = choiceFlag(call, 'overlap', ['skip', 'queue', 'parallel']);
  const misfire = choiceFlag(call, 'misfire', ['skip', 'once']);
  const jitterSeconds = wholeFlag(call, 'jitter');
  return {
    ...(overlap ? { overlap } : {}),
    ...(misfire ? { misfire } : {}),
    ...(jitterSeconds === undefined ? {} : { jitterSeconds }),
  };
}
