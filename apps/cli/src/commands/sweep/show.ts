import { getSweeps } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { detailsOf, tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: {
    en: 'Does the sweep keep its period, and whom can it not reach?',
    zh: '巡查是否按周期进行，哪些实例没有应答',
  },
  run: async (call) => {
    const status = await call.server().client.call(getSweeps, {});
    const { running, periodSeconds, instances, answering, failing, waiting, connections, unwritten, last } = status;
    return {
      value: status,
      text: (language) =>
        detailsOf(
          [
            [
              { en: 'RUNNING', zh: '运行' },
              running ? { en: 'yes', zh: '是' }[language] : { en: 'no', zh: '否' }[language],
            ],
            [{ en: 'PERIOD (s)', zh: '周期（秒）' }, periodSeconds],
            [columns.instances, instances],
            [{ en: 'ANSWERING', zh: '有应答' }, answering],
            [{ en: 'FAILING', zh: '失败' }, failing],
            [{ en: 'WAITING', zh: '待查看' }, waiting],
            [{ en: 'CONNECTIONS', zh: '连接数' }, connections],
            [{ en: 'UNWRITTEN', zh: '待写入' }, unwritten],
            [{ en: 'LEFT OUT LAST PERIOD', zh: '上一周期略过' }, last?.leftOut],
          ],
          language,
        ) +
        (status.faults.length === 0
          ? ''
          : `\n${tableOf(
              [
                { title: columns.kind, of: ({ code }) => code },
                { title: columns.instances, of: ({ count }) => count, number: true },
              ],
              status.faults,
              language,
            )}`),
    };
  },
});
