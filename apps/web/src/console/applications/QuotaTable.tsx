import type { Answer, listQuotas } from '@myriad/contract';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatBytes } from '../../shared/format/format-size.ts';
import { RecordedValue } from '../history/RecordedValue.tsx';
import './quota.css';

export type Quota = Answer<typeof listQuotas>['items'][number];
const amounts = ['instances', 'memoryBytes', 'diskBytes'] as const;

interface QuotaTableProps {
  readonly quotas: readonly Quota[];
  readonly onEdit: (quota: Quota) => void;
  /** Where quotas of several applications stand together. */
  readonly withApplication?: true;
}

/** Used and allowed, as a bar; over the limit in red and in words. */
export function QuotaTable({ quotas, onEdit, withApplication }: QuotaTableProps) {
  const { t } = useTranslation();
  const columns: TableColumnsType<Quota> = [
    ...(withApplication
      ? [
          {
            title: t('explore.one.application'),
            key: 'application',
            width: 180,
            ellipsis: true,
            render: (_: unknown, { applicationId, application }: Quota) => (
              <Link to={`/applications/${applicationId}`}>{application}</Link>
            ),
          },
        ]
      : []),
    {
      title: t('cluster.environment'),
      key: 'environment',
      width: 120,
      render: (_, { environment }) => <RecordedValue name="environment" value={environment} />,
    },
    ...amounts.map((name) => ({
      title: t(`quota.${name}`),
      key: name,
      width: 190,
      render: (_: unknown, quota: Quota) => <Used quota={quota} name={name} />,
    })),
    {
      title: '',
      key: 'act',
      width: 90,
      align: 'right' as const,
      render: (_, quota) => (
        <Button type="link" size="small" onClick={() => onEdit(quota)}>
          {t('quota.edit')}
        </Button>
      ),
    },
  ];
  return (
    <Table
      rowKey={({ applicationId, environment }) => `${applicationId} ${environment}`}
      size="small"
      pagination={false}
      columns={columns}
      dataSource={[...quotas]}
      scroll={{ x: withApplication ? 960 : 780 }}
    />
  );
}

function Used({ quota, name }: { quota: Quota; name: (typeof amounts)[number] }) {
  const { t } = useTranslation();
  const show = (amount: number) => (name === 'instances' ? String(amount) : formatBytes(amount));
  const used = quota.used[name];
  const most = quota.allowed?.[name];
  const isOver = quota.exceeded.includes(name);
  const unknown = name !== 'instances' && quota.used.withoutSpecification > 0;
  return (
    <span
      className="quota"
      title={unknown ? t('quota.unknown', { count: quota.used.withoutSpecification }) : undefined}
    >
      <span className={isOver ? 'tone-bad' : undefined}>
        {unknown && used === 0 ? t('quota.notKnown') : `${unknown ? '≥ ' : ''}${show(used)}`} /{' '}
        {most === null || most === undefined ? t('quota.unlimited') : show(most)}
        {isOver ? ` · ${t('quota.over')}` : ''}
      </span>
      {most ? (
        <span className="quota-bar" data-over={isOver}>
          <span style={{ width: `${Math.min(100, (used / most) * 100)}%` }} />
        </span>
      ) : null}
    </span>
  );
}
