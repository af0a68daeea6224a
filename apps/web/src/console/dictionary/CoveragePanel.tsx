import { type DictionaryLook, listDictionaryLooks } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { NoDictionary } from './NoDictionary.tsx';

/** Per cluster: when it was looked at, what that could not see, and since when use is counted; or why it is not known. */
export function CoveragePanel({ clusterId }: { clusterId: string | undefined }) {
  const { t } = useTranslation();
  const looks = usePages(listDictionaryLooks, { query: { ...(clusterId ? { clusterId } : {}), limit: longPage } });
  const columns: TableColumnsType<DictionaryLook> = [
    {
      title: t('dictionary.cluster'),
      key: 'cluster',
      width: 150,
      render: (_, look) => <Link to={`/clusters/${look.clusterId}`}>{look.cluster}</Link>,
    },
    { title: t('dictionary.lookedAt'), key: 'at', width: 120, render: (_, { at }) => <RelativeTime at={at} /> },
    { title: t('dictionary.coverageSince'), key: 'use', width: 420, render: (_, { use }) => <Coverage use={use} /> },
    { title: t('dictionary.missing'), key: 'missing', width: 300, render: (_, look) => <Missing look={look} /> },
  ];
  return (
    <Panel title={t('dictionary.coverage')} flush>
      <Loaded query={looks.query}>
        {(rows) =>
          rows.length === 0 ? (
            <NoDictionary />
          ) : (
            <LongTable rowKey="clusterId" columns={columns} rows={rows} minWidth={990} />
          )
        }
      </Loaded>
      <MoreButton more={looks.more} busy={looks.isFetchingMore} />
    </Panel>
  );
}

/** Since when use is counted on every member; else which one does not tell, and why. */
export function Coverage({ use }: { use: DictionaryLook['use'] }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (use.known && use.since !== undefined)
    return (
      <>
        <span className="badge good">{t('dictionary.coverageKnown')}</span> <RelativeTime at={use.since} />
      </>
    );
  return (
    <>
      <span className="badge">{t('dictionary.coverageUnknown')}</span>
      {use.members.map(({ instanceId, name, because }) =>
        because ? (
          <div key={instanceId} className="dictionary-why">
            <Link to={`/instances/${instanceId}`}>{name}</Link> <bdi translate="no">{pick(because)}</bdi>
          </div>
        ) : null,
      )}
    </>
  );
}

function Missing({ look: { skipped, missing } }: { look: DictionaryLook }) {
  const { t } = useTranslation();
  const pick = usePick();
  if (skipped.length + missing.length === 0) return <span className="faint">{t('dictionary.complete')}</span>;
  return (
    <>
      {skipped.slice(0, 5).map(({ schema, tables }) => (
        <div key={schema}>{t('dictionary.skipped', { schema, tables })}</div>
      ))}
      {missing.map(({ part, because }) => (
        <div key={part}>
          <code>{part}</code>{' '}
          <bdi className="soft" translate="no">
            {pick(because)}
          </bdi>
        </div>
      ))}
    </>
  );
}
