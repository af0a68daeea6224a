import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { InstanceFacts } from '../clusters/InstanceFacts.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { GlancePanel } from './GlancePanel.tsx';
import type { PartProps } from './parts.ts';

const ChartsPanel = lazy(async () => ({ default: (await import('./ChartsPanel.tsx')).ChartsPanel }));

/** The four one looks at first of all. */
const first = ['running', 'questions', 'connections', 'lock-waiting'] as const;

/** What it is, what is wrong with it, and how it has been doing for the last while. */
export function OverviewPart({ instance }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="columns wide">
        <GlancePanel instance={instance} />
        <FindingsPanel instance={instance} />
      </div>
      <Suspense fallback={<Loading />}>
        <ChartsPanel instanceId={instance.id} only={first} />
      </Suspense>
      <Panel title={t('instance.facts')} flush>
        <InstanceFacts instance={instance} />
      </Panel>
    </>
  );
}
