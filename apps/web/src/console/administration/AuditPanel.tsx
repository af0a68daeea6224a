import { listAudit } from '@myriad/contract';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import type { en } from '../../shared/words/en.ts';
import { useThingName } from '../frame/use-thing-name.ts';
import { AuditResource } from './AuditResource.tsx';

/** Who did what, newest first. */
export function AuditPanel() {
  const { t } = useTranslation();
  const nameOf = useThingName();
  const viaWord = (via: string) =>
    t(`administration.log.vias.${via as keyof typeof en.administration.log.vias}`, { defaultValue: via });
  const { values, change } = useFilters(['action']);
  const rows = usePages(listAudit, { query: { limit: longPage, ...(values.action ? { action: values.action } : {}) } });
  return (
    <Panel
      title={t('administration.audit')}
      flush
      acts={
        <Input.Search
          allowClear
          defaultValue={values.action ?? ''}
          placeholder={t('administration.log.filterAction')}
          aria-label={t('administration.log.filterAction')}
          onSearch={(text) => change('action', text.trim())}
          style={{ width: 240 }}
        />
      }
    >
      <Loaded query={rows.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('administration.log.empty')} next={t('administration.log.emptyNext')} />
          ) : (
            <LongTable
              rowKey="id"
              minWidth={980}
              rows={items}
              columns={[
                {
                  title: t('administration.log.at'),
                  key: 'at',
                  width: 110,
                  render: (_, { at }) => <RelativeTime at={at} />,
                },
                {
                  title: t('administration.log.actor'),
                  key: 'actor',
                  width: 150,
                  ellipsis: true,
                  render: (_, { actorName }) => <LongName>{actorName}</LongName>,
                },
                { title: t('administration.log.via'), key: 'via', width: 90, render: (_, { via }) => viaWord(via) },
                {
                  title: t('administration.log.action'),
                  key: 'action',
                  width: 190,
                  ellipsis: true,
                  render: (_, { action }) => <LongName mono>{action}</LongName>,
                },
                {
                  title: t('administration.log.resource'),
                  key: 'resource',
                  ellipsis: true,
                  render: (_, { resource }) => <AuditResource resource={resource} thing={nameOf(resource)} />,
                },
                {
                  title: t('administration.log.outcome'),
                  key: 'outcome',
                  width: 110,
                  render: (_, { outcome }) => <StateMark of="outcome" value={outcome} />,
                },
                {
                  title: t('administration.log.request'),
                  key: 'request',
                  width: 150,
                  ellipsis: true,
                  render: (_, { requestId }) => <Copyable text={requestId} shown={`…${requestId.slice(-8)}`} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton more={rows.more} busy={rows.isFetchingMore} />
    </Panel>
  );
}
