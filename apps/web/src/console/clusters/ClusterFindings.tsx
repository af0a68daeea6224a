import { listFindings } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { FindingLines } from '../findings/FindingLines.tsx';

/** What is wrong with the cluster and everything in it. */
export function ClusterFindings({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const query = useAnswer(listFindings, { query: { clusterId, limit: 100 } }, { everyMs: 10_000 });
  const all = `/findings?clusterId=${clusterId}`;
  return (
    <Panel title={t('cluster.findings')} flush acts={<Link to={all}>{t('cluster.findingsAll')}</Link>}>
      <Loaded query={query}>
        {({ items }) => <FindingLines findings={items} none={t('cluster.findingsNone')} to={all} />}
      </Loaded>
    </Panel>
  );
}
