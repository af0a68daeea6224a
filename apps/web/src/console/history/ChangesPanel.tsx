import { listChanges } from '@myriad/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { RecordedName } from './RecordedName.tsx';
import { RecordedValue } from './RecordedValue.tsx';
import { SourceWord } from './SourceWord.tsx';

interface ChangesPanelProps {
  readonly entity: 'host' | 'instance' | 'cluster' | 'application';
  readonly entityId: string;
}

/** Every value that changed, newest first, and which task, ticket or person changed it. */
export function ChangesPanel({ entity, entityId }: ChangesPanelProps) {
  const { t } = useTranslation();
  const changes = usePages(listChanges, { query: { entity, entityId, limit: 20 } });
  return (
    <Panel title={t('cluster.changes')} flush>
      <Loaded query={changes.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('cluster.changesNone')} next={t('cluster.changesNoneNext')} />
          ) : (
            <Table
              rowKey={(row) => `${row.at}${row.name}${row.entityId}`}
              size="small"
              pagination={false}
              scroll={{ x: 520 }}
              dataSource={[...items]}
              columns={[
                {
                  title: t('cluster.history.what'),
                  key: 'what',
                  width: 170,
                  render: (_, { name }) => <RecordedName name={name} />,
                },
                {
                  title: t('cluster.history.after'),
                  key: 'after',
                  render: (_, { name, before, value, entity: of }) => (
                    <span className="change">
                      {before === null || before === undefined ? null : (
                        <>
                          <s className="faint">
                            <RecordedValue name={name} value={before} of={of} />
                          </s>
                          <span className="faint"> → </span>
                        </>
                      )}
                      <RecordedValue name={name} value={value} of={of} />
                    </span>
                  ),
                },
                {
                  title: t('cluster.history.by'),
                  key: 'by',
                  width: 90,
                  render: (_, { source, sourceId, sourceName }) => (
                    <SourceWord source={source} sourceId={sourceId} sourceName={sourceName} />
                  ),
                },
                {
                  title: t('cluster.history.when'),
                  key: 'when',
                  width: 100,
                  align: 'right',
                  render: (_, { at }) => <RelativeTime at={at} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton more={changes.more} busy={changes.isFetchingMore} />
    </Panel>
  );
}
