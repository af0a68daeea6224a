import { type ClusterLevels, type ClusterView, getClusterLevels } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { LowerDialog, ReleaseDialog } from './LeaveDialog.tsx';
import { RaiseDialog } from './RaiseDialog.tsx';

/** How far the platform may go with a cluster that was there before it, and the way to the next level. */
export function LevelPanel({ cluster }: { cluster: ClusterView }) {
  const { t } = useTranslation();
  const query = useAnswer(getClusterLevels, { params: { clusterId: cluster.id } });
  return (
    <Panel title={t('adoption.level')}>
      <Loaded query={query}>{(levels) => <Levels cluster={cluster} levels={levels} />}</Loaded>
    </Panel>
  );
}

function Levels({ cluster, levels: { levels, abilities } }: { cluster: ClusterView; levels: ClusterLevels }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'raise' | 'lower' | 'release'>();
  const close = () => setDialog(undefined);
  const entered = levels.filter(({ state }) => state === 'entered');
  const next = levels.find(({ state }) => state === 'next');
  return (
    <div className="stack">
      <ol className="record" data-testid="levels">
        {levels.map(({ level, state, user }) => (
          <li key={level} className="row wrap" data-level={level} data-state={state}>
            <StateShape
              shape={state === 'entered' ? 'tick' : state === 'next' ? 'clock' : 'ring'}
              tone={state === 'entered' ? 'good' : 'calm'}
              size={12}
            />
            <b>{t(`adoption.levels.${level}`)}</b>
            <span className="soft">{t(`adoption.levelMeans.${level}`)}</span>
            {user ? <code className="mono faint">{user}</code> : null}
          </li>
        ))}
      </ol>
      <div className="row wrap">
        {next ? (
          <AbleButton ability={abilities.raise} onClick={() => setDialog('raise')} data-testid="raise">
            {t('adoption.raiseTo', { level: t(`adoption.levels.${next.level}`) })}
          </AbleButton>
        ) : null}
        <AbleButton ability={abilities.lower} onClick={() => setDialog('lower')} data-testid="lower">
          {t('adoption.lower')}
        </AbleButton>
        <AbleButton ability={abilities.release} danger onClick={() => setDialog('release')} data-testid="release">
          {t('adoption.release')}
        </AbleButton>
      </div>
      {dialog === 'raise' && next ? <RaiseDialog cluster={cluster} next={next} onClose={close} /> : null}
      {dialog === 'lower' ? <LowerDialog cluster={cluster} entered={entered} onClose={close} /> : null}
      {dialog === 'release' ? <ReleaseDialog cluster={cluster} entered={entered} onClose={close} /> : null}
    </div>
  );
}
