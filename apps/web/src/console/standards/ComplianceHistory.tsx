import type { Answer, getClusterCompliance } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';

type Mark = Answer<typeof getClusterCompliance>['history'][number];

/** Newest first: when the numbers changed, and to what. */
export function ComplianceHistory({ history }: { history: readonly Mark[] }) {
  const { t } = useTranslation();
  const number = (key: 'ok' | 'differs' | 'excepted' | 'unknown', title: string) => ({
    title,
    key,
    width: 90,
    align: 'right' as const,
    render: (_: unknown, mark: Mark) => mark[key],
  });
  return (
    <Panel title={t('standard.history')} flush beside={<span className="soft">{t('standard.historyLead')}</span>}>
      {history.length === 0 ? (
        <Message title={t('standard.historyNone')} next={t('standard.historyNoneNext')} />
      ) : (
        <LongTable
          rowKey="at"
          rows={[...history].reverse()}
          minWidth={620}
          columns={[
            { title: t('standard.lookedAt'), key: 'at', render: (_, { at }) => <RelativeTime at={at} /> },
            number('ok', t('standard.itemStates.ok')),
            number('differs', t('standard.itemStates.differs')),
            number('excepted', t('standard.itemStates.excepted')),
            number('unknown', t('standard.itemStates.unknown')),
            {
              title: t('standard.driftCount'),
              key: 'drift',
              width: 90,
              align: 'right',
              render: (_, { drift }) => drift,
            },
            {
              title: t('standard.whichVersion'),
              key: 'version',
              width: 90,
              align: 'right',
              render: (_, { version }) => version,
            },
          ]}
        />
      )}
    </Panel>
  );
}
