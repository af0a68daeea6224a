import { listPortraitChanges, PortraitChange } from '@myriad/contract';
import { Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ServerText } from './ServerText.tsx';

type Kind = PortraitChange['part'];

/** What differed from one deep look to the next, newest first; of one kind where it is given. */
export function LookChanges({ instanceId, only }: { instanceId: string; only?: Kind }) {
  const { t } = useTranslation();
  const { values, change } = useFilters(['kind']);
  const part = only ?? PortraitChange.shape.part.safeParse(values.kind).data;
  const changes = usePages(listPortraitChanges, {
    params: { instanceId },
    query: { limit: 50, ...(part ? { part } : {}) },
  });
  return (
    <Panel
      title={only ? t('instance.parameters.history') : t('instance.history.looks')}
      flush
      beside={
        only ? null : (
          <Select
            value={part ?? ''}
            style={{ width: 130 }}
            aria-label={t('instance.history.what')}
            onChange={(next) => change('kind', next)}
            options={[
              { value: '', label: t('instance.history.all') },
              ...PortraitChange.shape.part.options.map((value) => ({
                value,
                label: t(`instance.history.parts.${value}`),
              })),
            ]}
          />
        )
      }
    >
      <Loaded query={changes.query}>
        {(items) =>
          items.length === 0 ? (
            <Message
              title={only ? t('instance.parameters.historyNone') : t('instance.history.looksNone')}
              next={t('instance.history.looksNoneNext')}
            />
          ) : (
            <Table
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 620 }}
              dataSource={[...items]}
              columns={[
                ...(only
                  ? []
                  : [
                      {
                        title: t('instance.history.what'),
                        key: 'part',
                        width: 90,
                        render: (_: unknown, row: PortraitChange) => t(`instance.history.parts.${row.part}`),
                      },
                    ]),
                {
                  title: t('instance.parameters.name'),
                  key: 'name',
                  width: 230,
                  ellipsis: true,
                  render: (_, { name }) => <ServerText>{name}</ServerText>,
                },
                {
                  title: t('cluster.history.after'),
                  key: 'after',
                  render: (_, { before, after }) => <Change before={before} after={after} />,
                },
                {
                  title: t('cluster.history.when'),
                  key: 'at',
                  width: 110,
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

function Change({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation();
  return (
    <span className="change">
      {before === null ? (
        <span className="badge good">{t('instance.history.added')}</span>
      ) : (
        <s className="faint">
          <bdi className="mono">{before}</bdi>
        </s>
      )}{' '}
      {after === null ? (
        <span className="badge bad">{t('instance.history.gone')}</span>
      ) : (
        <bdi className="mono">{after}</bdi>
      )}
    </span>
  );
}
