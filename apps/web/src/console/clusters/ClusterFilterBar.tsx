import { ClusterLevel, listEnvironments } from '@myriad/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';

export const clusterStates = ['running', 'stopped', 'deploying'] as const;

interface ClusterFilterBarProps {
  readonly values: Readonly<Record<'state' | 'environment' | 'level', string | undefined>>;
  readonly onChange: (name: 'state' | 'environment' | 'level', value: string) => void;
}

/** Which clusters are listed; what is chosen stands in the address. */
export function ClusterFilterBar({ values, onChange }: ClusterFilterBarProps) {
  const { t } = useTranslation();
  const environments = useAnswer(listEnvironments, {});
  const all = (word: string) => ({ value: '', label: `${word} · ${t('ticket.all')}` });
  return (
    <span className="row wrap">
      <Select
        value={values.state ?? ''}
        style={{ width: 150 }}
        aria-label={t('cluster.state')}
        onChange={(value) => onChange('state', value)}
        options={[
          all(t('cluster.state')),
          ...clusterStates.map((value) => ({ value, label: <StateMark of="cluster" value={value} /> })),
        ]}
      />
      <Select
        value={values.environment ?? ''}
        style={{ width: 160 }}
        aria-label={t('cluster.environment')}
        onChange={(value) => onChange('environment', value)}
        options={[
          all(t('cluster.environment')),
          ...(environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      <Select
        value={values.level ?? ''}
        style={{ width: 170 }}
        aria-label={t('adoption.level')}
        onChange={(value) => onChange('level', value)}
        options={[
          all(t('adoption.level')),
          ...ClusterLevel.options.map((value) => ({ value, label: t(`adoption.levels.${value}`) })),
        ]}
      />
    </span>
  );
}
