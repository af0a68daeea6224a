import { listDrift } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { bringBackAddress } from './bring-back-address.ts';
import { useDriftColumns } from './drift-columns.tsx';

/** Of all clusters. */
export function DriftPanel() {
  const { t } = useTranslation();
  const drift = useAnswer(listDrift, {}, { everyMs: 30_000 });
  const own = useDriftColumns<(typeof rows)[number]>();
  const rows = (drift.data?.items ?? []).map((item) => ({ ...item, id: `${item.instanceId} ${item.name}` }));
  return (
    <Panel title={t('standard.driftTitle')} flush beside={<span className="soft">{t('standard.driftLead')}</span>}>
      <Loaded query={drift}>
        {({ more }) =>
          rows.length === 0 ? (
            <Message
              title={t('standard.driftNone')}
              act={<Link to="/standards">{t('standard.parts.compliance')}</Link>}
            />
          ) : (
            <>
              <LongTable
                rowKey="id"
                minWidth={900}
                rows={rows}
                columns={[
                  {
                    title: t('standard.instance'),
                    key: 'instance',
                    ellipsis: true,
                    render: (_, { instance, clusterId, cluster }) => (
                      <>
                        <LongName>{instance}</LongName>{' '}
                        <Link to={`/standards/clusters/${clusterId}`} className="faint">
                          {cluster}
                        </Link>
                      </>
                    ),
                  },
                  ...own,
                  {
                    title: '',
                    key: 'back',
                    width: 150,
                    align: 'right',
                    render: (_, { instanceId, set }) =>
                      set ? (
                        <Link to={bringBackAddress({ instanceId }, [`${set.name} = ${set.value}`])}>
                          {t('standard.bringBack')}
                        </Link>
                      ) : null,
                  },
                ]}
              />
              {more ? <p className="faint">…</p> : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
