import type { FoundCluster } from '@myriad/contract';
import { Checkbox, Input, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { FoundFindings } from './FoundFindings.tsx';
import { foundGraph } from './found-graph.ts';
import './adoption.css';

const TopologyGraph = lazy(() => import('../clusters/TopologyGraph.tsx'));

export interface Choice {
  readonly isChosen: boolean;
  readonly name: string;
  readonly environment: string;
  readonly applicationId?: string;
}

interface FoundClusterProps {
  readonly cluster: FoundCluster;
  readonly choice: Choice;
  readonly applications: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (choice: Choice) => void;
}

/** One cluster as it was found: drawn, with what is wrong and what cannot be done, and the name it would get. */
export function FoundClusterPanel({ cluster, choice, applications, onChange }: FoundClusterProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { adopt } = cluster.abilities;
  const id = `found-${cluster.key}`;
  return (
    <Panel
      title={cluster.suggestedName}
      beside={
        <span className="row wrap soft">
          <span>{t(`cluster.shapes.${cluster.graph.shape}`)}</span>
          {cluster.managedBy ? <span className="badge warn">{cluster.managedBy}</span> : null}
        </span>
      }
      acts={
        <Checkbox
          checked={adopt.allowed && choice.isChosen}
          disabled={!adopt.allowed}
          onChange={(event) => onChange({ ...choice, isChosen: event.target.checked })}
        >
          {t('adoption.choose')}
        </Checkbox>
      }
    >
      <div className="stack" data-testid="found-cluster">
        {adopt.allowed ? (
          <div className="found-names">
            <label htmlFor={`${id}-name`}>
              {t('adoption.name')}
              <Input
                id={`${id}-name`}
                value={choice.name}
                onChange={(event) => onChange({ ...choice, name: event.target.value })}
                data-testid="found-name"
              />
            </label>
            <label htmlFor={`${id}-environment`}>
              {t('adoption.environment')}
              <Input
                id={`${id}-environment`}
                value={choice.environment}
                onChange={(event) => onChange({ ...choice, environment: event.target.value })}
              />
            </label>
            <label htmlFor={`${id}-application`}>
              {t('adoption.application')}
              <Select
                id={`${id}-application`}
                allowClear
                style={{ width: '100%' }}
                value={choice.applicationId ?? null}
                onChange={(applicationId: string | null) => {
                  const { applicationId: _, ...rest } = choice;
                  onChange(applicationId ? { ...rest, applicationId } : rest);
                }}
                options={applications.map(({ id: value, name }) => ({ value, label: name }))}
              />
            </label>
          </div>
        ) : (
          <p className="tone-warn">
            {t('adoption.cannot')} {adopt.words ? pick(adopt.words) : adopt.because}
          </p>
        )}
        <Suspense fallback={<Loading />}>
          <TopologyGraph graph={foundGraph(cluster)} />
        </Suspense>
        <FoundFindings cluster={cluster} />
      </div>
    </Panel>
  );
}
