import type { Ability, ComplianceItem, InstanceCompliance } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { bringBackAddress } from './bring-back-address.ts';
import { useDriftColumns } from './drift-columns.tsx';
import { ExceptDialog } from './ExceptDialog.tsx';
import { ItemState } from './ItemState.tsx';

interface InstanceCompliancePanelProps {
  readonly instance: InstanceCompliance;
  readonly clusterId: string;
  readonly except: Ability;
}

/** What is not right on one instance, rule by rule, and what drifted. */
export function InstanceCompliancePanel({ instance, clusterId, except }: InstanceCompliancePanelProps) {
  const { t } = useTranslation();
  const { instanceId, name, role, items, drift, total } = instance;
  const [excepting, setExcepting] = useState<ComplianceItem>();
  const columns = useItemColumns(instanceId, except, setExcepting);
  const quiet = instance.lookedAt === undefined ? 'standard.neverLooked' : 'standard.allRight';
  const driftColumns = useDriftColumns<InstanceCompliance['drift'][number]>();
  return (
    <Panel
      title={name}
      flush
      beside={
        <span className="row wrap soft">
          <span>{t(`cluster.roles.${role}`)}</span>
          <Link to={`/instances/${instanceId}`}>{t('standard.instance')}</Link>
          <span>{t('standard.summary', { ...total })}</span>
        </span>
      }
    >
      {items.length === 0 && drift.length === 0 ? <Message title={t(quiet)} next={t(`${quiet}Next`)} /> : null}
      {items.length > 0 ? <LongTable rowKey="rule" columns={columns} rows={items} minWidth={980} /> : null}
      {drift.length > 0 ? (
        <>
          <h3 style={{ margin: '10px 12px 4px', fontSize: 13 }}>
            {t('standard.driftTitle')}{' '}
            <span className="soft" style={{ fontWeight: 'normal' }}>
              {t('standard.driftLead')}
            </span>
          </h3>
          <LongTable rowKey="name" columns={driftColumns} rows={drift} minWidth={760} />
        </>
      ) : null}
      {excepting ? (
        <ExceptDialog
          rule={excepting.rule}
          scopes={[
            { kind: 'instance', id: instanceId, name },
            { kind: 'cluster', id: clusterId },
          ]}
          onClose={() => setExcepting(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function useItemColumns(
  instanceId: string,
  except: Ability,
  onExcept: (item: ComplianceItem) => void,
): TableColumnsType<ComplianceItem> {
  const { t } = useTranslation();
  const pick = usePick();
  return [
    {
      title: t('standard.rule'),
      key: 'rule',
      render: (_, { title, rule, kind }) => (
        <>
          {pick(title)}
          <div className="faint">
            {t(`standard.kinds.${kind}`)} · <code>{rule}</code>
          </div>
        </>
      ),
    },
    { title: t('standard.state'), key: 'state', width: 120, render: (_, item) => <ItemState {...item} /> },
    {
      title: t('standard.found'),
      key: 'found',
      render: (_, { found }) => (found ? <code className="standard-found">{found}</code> : '–'),
    },
    { title: t('standard.wanted'), key: 'wanted', width: 170, render: (_, { wanted }) => pick(wanted) },
    {
      title: t('standard.wayBack'),
      key: 'remedy',
      width: 210,
      render: (_, { remedy, because, set }) => (
        <>
          {remedy ? (
            set ? (
              <Link to={bringBackAddress({ instanceId }, [`${set.name} = ${set.value}`])}>
                {t(`standard.remedies.${remedy}`)}
              </Link>
            ) : (
              t(`standard.remedies.${remedy}`)
            )
          ) : null}
          {because ? <div className="faint">{pick(because)}</div> : null}
        </>
      ),
    },
    {
      title: '',
      key: 'acts',
      width: 110,
      align: 'right',
      render: (_, item) =>
        item.state === 'differs' ? (
          <AbleButton ability={except} onClick={() => onExcept(item)}>
            {t('standard.except')}
          </AbleButton>
        ) : null,
    },
  ];
}
