import { type Client, getClusterCompliance } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

const remedies = {
  now: { en: 'ticket, now', zh: '工单，立即生效' },
  restart: { en: 'ticket, then restart', zh: '工单，重启后生效' },
  pending: { en: 'waits for a restart', zh: '等待重启' },
  'by-hand': { en: 'by hand', zh: '人工处理' },
} as const;
const states = {
  ok: { en: 'ok', zh: '符合' },
  differs: { en: 'differs', zh: '不符' },
  excepted: { en: 'excepted', zh: '例外' },
  unknown: { en: 'unknown', zh: '未知' },
} as const;

const because = { en: 'WHY', zh: '说明' };

/** What differs on each instance of a cluster, what drifted, and the tickets that would bring it back. */
export async function showCompliance(client: Client, clusterId: string): Promise<Shown> {
  const seen = await client.call(getClusterCompliance, { params: { clusterId } });
  const items = seen.instances.flatMap(({ name, items }) => items.map((item) => ({ ...item, name })));
  const drift = seen.instances.flatMap(({ name, drift }) => drift.map((item) => ({ ...item, on: name })));
  const { total } = seen.cluster;
  const tickets = (language: Language) =>
    seen.back
      .map(({ clusterId: whole, instanceId, settings }) => {
        const where = whole ? `clusterId=${whole}` : `instanceId=${instanceId}`;
        const lead = language === 'zh' ? '改回' : 'Bring back';
        const list = JSON.stringify(settings).replaceAll("'", "'\\''");
        return `${lead}: myriad ticket submit service.change-parameters --set ${where} --set 'settings=${list}'\n`;
      })
      .join('');
  return {
    value: seen,
    exit: total.differs > 0 || drift.length > 0 ? 'failed' : 'ok',
    text: (language) =>
      [
        tableOf(
          [
            { title: columns.instances, of: ({ name }) => name },
            { title: { en: 'RULE', zh: '规则' }, of: ({ rule }) => rule },
            { title: columns.state, of: ({ state }) => states[state][language] },
            { title: { en: 'FOUND', zh: '实际' }, of: ({ found }) => found },
            { title: { en: 'WANTED', zh: '应为' }, of: ({ wanted }) => wanted[language] },
            { title: { en: 'WAY BACK', zh: '处理方式' }, of: ({ remedy }) => remedy && remedies[remedy][language] },
            { title: because, of: (item) => item.because?.[language] },
          ],
          items,
          language,
        ),
        drift.length > 0
          ? tableOf(
              [
                { title: columns.instances, of: ({ on }) => on },
                { title: { en: 'DRIFTED', zh: '漂移参数' }, of: ({ name }) => name },
                { title: { en: 'RUNS AS', zh: '当前' }, of: ({ running }) => running },
                { title: { en: 'STARTS AS', zh: '重启后' }, of: ({ kept }) => kept },
                { title: { en: 'WAY BACK', zh: '处理方式' }, of: ({ remedy }) => remedy && remedies[remedy][language] },
              ],
              drift,
              language,
            )
          : '',
        tickets(language),
      ]
        .filter((part) => part !== '')
        .join('\n'),
  };
}
