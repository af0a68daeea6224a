import type { ClusterView } from '@myriad/contract';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { titleFromName } from '../../shared/format/title-from-name.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { en } from '../../shared/words/en.ts';
import { RecordedValue } from '../history/RecordedValue.tsx';

type KnownField = keyof typeof en.newCluster.fields;
const isKnown = (name: string): name is KnownField => name in en.newCluster.fields;

/** What was decided at initialisation and cannot be changed. */
export function FixedPanel({ fixed }: Pick<ClusterView, 'fixed'>) {
  const { t } = useTranslation();
  return (
    <Panel title={t('cluster.fixed')}>
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 190 } }}
        items={Object.entries(fixed).map(([name, value]) => ({
          key: name,
          label: isKnown(name) ? t(`newCluster.fields.${name}.label`) : titleFromName(name),
          children: <RecordedValue name={name} value={value} />,
        }))}
      />
    </Panel>
  );
}
