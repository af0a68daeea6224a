import { type Answer, listServerPackages } from '@myriad/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { formatBytes } from '../../shared/format/format-size.ts';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { MatrixPanel } from './MatrixPanel.tsx';

export type Library = Answer<typeof listServerPackages>;
type ServerPackage = Library['items'][number];

export function PackagesPage() {
  const { t } = useTranslation();
  const library = useAnswer(listServerPackages, {}, { everyMs: 30_000 });
  return (
    <div className="page">
      <PageHead title={t('packages.title')} />
      <Loaded query={library}>
        {({ items, matrix }) => (
          <>
            <Panel title={t('packages.title')} flush>
              {items.length === 0 ? (
                <Message title={t('packages.empty')} next={t('packages.emptyNext')} />
              ) : (
                <PackageTable packages={items} />
              )}
            </Panel>
            <MatrixPanel matrix={matrix} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function PackageTable({ packages }: { packages: readonly ServerPackage[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<ServerPackage> = [
    {
      title: t('packages.version'),
      key: 'version',
      width: 180,
      render: (_, { flavor, version }) => (
        <b>
          {t(`packages.flavor.${flavor}`)} {version}
        </b>
      ),
    },
    {
      title: t('packages.architecture'),
      key: 'architecture',
      width: 110,
      render: (_, { architecture }) => architecture,
    },
    {
      title: t('packages.support'),
      key: 'support',
      width: 140,
      render: (_, { support }) => <StateMark of="support" value={support} />,
    },
    {
      title: t('packages.source'),
      key: 'source',
      render: (_, { source }) =>
        source === 'distribution' ? (
          <span className="badge warn">{t('packages.sources.distribution')}</span>
        ) : (
          t('packages.sources.vendor')
        ),
    },
    {
      title: t('packages.signature'),
      key: 'signature',
      width: 110,
      render: (_, { signature }) => (
        <span className={signature === 'verified' ? 'tone-good' : signature === 'bad' ? 'tone-bad' : 'soft'}>
          {t(`packages.signatures.${signature}`)}
        </span>
      ),
    },
    { title: t('packages.checksum'), key: 'sha256', width: 150, render: (_, { sha256 }) => <HashText hash={sha256} /> },
    {
      title: t('packages.size'),
      key: 'size',
      width: 100,
      align: 'right',
      render: (_, { sizeBytes }) => formatBytes(sizeBytes),
    },
    {
      title: t('packages.added'),
      key: 'added',
      width: 120,
      align: 'right',
      render: (_, { addedAt }) => <RelativeTime at={addedAt} />,
    },
  ];
  return (
    <Table
      rowKey="id"
      columns={columns}
      dataSource={[...packages]}
      pagination={false}
      scroll={{ x: 1000 }}
      size="small"
    />
  );
}
