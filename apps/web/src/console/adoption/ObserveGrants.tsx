import { getLevelGrants } from '@myriad/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { GrantStatements } from './GrantStatements.tsx';

const versions = [
  ['mysql', '9.7.4'],
  ['mysql', '8.4.0'],
  ['mysql', '8.0.36'],
  ['mysql', '5.7.44'],
  ['mariadb', '11.4.0'],
  ['mariadb', '10.11.8'],
  ['mariadb', '10.6.0'],
] as const;

/** The account to look with, before there is a cluster to ask: by flavour and series. */
export function ObserveGrants() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(2);
  const [flavor, version] = versions[chosen] ?? versions[0];
  const grants = useAnswer(getLevelGrants, { params: { level: 'observe' }, query: { flavor, version } });
  return (
    <Panel
      title={t('adoption.observeAccount')}
      acts={
        <Select
          size="small"
          value={chosen}
          aria-label={t('adoption.version')}
          onChange={setChosen}
          options={versions.map(([of, text], value) => ({
            value,
            label: `${t(`packages.flavor.${of}`)} ${text.replace(/\.\d+$/, '')}`,
          }))}
        />
      }
    >
      <Loaded query={grants}>{(loaded) => <GrantStatements {...loaded} />}</Loaded>
    </Panel>
  );
}
