import type { InstanceGlance } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';

/** What looks that were asked for saw; exit 1 where one was in vain. */
export const shownLooks = (looks: readonly InstanceGlance[], names: ReadonlyMap<string, string>): Shown => ({
  value: looks,
  exit: looks.every(({ state }) => state === 'answers') ? 'ok' : 'failed',
  text: (language) =>
    tableOf(
      [
        { title: columns.name, of: ({ instanceId }) => names.get(instanceId) ?? instanceId },
        { title: columns.at, of: ({ lookedAt }) => lookedAt && timeOf(lookedAt) },
        { title: columns.version, of: ({ glance }) => glance?.versionText },
        {
          title: columns.readOnly,
          of: ({ glance }) => glance && (glance.superReadOnly ? 'super' : glance.readOnly ? 'ON' : 'OFF'),
        },
        {
          title: { en: 'SOURCE', zh: '复制源' },
          of: ({ glance }) => glance?.channels.map(({ source }) => `${source.host}:${source.port}`).join(', '),
        },
        { title: { en: 'FAULT', zh: '故障' }, of: ({ fault }) => fault?.words[language] },
      ],
      looks,
      language,
    ),
});
