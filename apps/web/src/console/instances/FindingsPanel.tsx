import { listFindings } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { FindingLines } from '../findings/FindingLines.tsx';
import type { PartProps } from './parts.ts';

/** What is wrong with this instance, as far as anybody has looked. */
export function FindingsPanel({ instance: { id, clusterId } }: PartProps) {
  const { t } = useTranslation();
  const scope = { entity: 'instance', entityId: id } as const;
  const query = useAnswer(listFindings, { query: { ...scope, limit: 100 } }, { everyMs: 10_000 });
  return (
    <Panel
      title={t('instance.findings.title')}
      flush
      acts={clusterId ? <Link to={`/findings?clusterId=${clusterId}`}>{t('instance.findings.all')}</Link> : null}
    >
      <Loaded query={query}>
        {({ items }) => (
          <FindingLines
            findings={items}
            none={t('instance.findings.none')}
            to={`/findings?${new URLSearchParams(scope)}`}
          />
        )}
      </Loaded>
    </Panel>
  );
}
