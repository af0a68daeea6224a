import {
  endStandardException,
  getClusterCompliance,
  listCompliance,
  listStandardExceptions,
  type StandardException,
} from '@myriad/contract';
import { Popconfirm, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';

/** Who let which rule not hold, where, why and until when. */
export function ExceptionsPanel() {
  const { t } = useTranslation();
  const exceptions = usePages(listStandardExceptions, { query: { limit: longPage } });
  const end = useSend(endStandardException, {
    refreshes: [listStandardExceptions, listCompliance, getClusterCompliance],
  });
  const columns: TableColumnsType<StandardException> = [
    { title: t('standard.rule'), key: 'rule', render: (_, { rule }) => <code>{rule}</code> },
    {
      title: t('standard.scope'),
      key: 'scope',
      render: (_, { scope, scopeName }) => (
        <>
          <span className="faint">{t(`standard.scopes.${scope.kind}`)}</span> <LongName>{scopeName}</LongName>
        </>
      ),
    },
    {
      title: t('standard.state'),
      key: 'state',
      width: 100,
      render: (_, { state }) => (
        <span className={state === 'open' ? 'badge warn' : 'badge'}>{t(`standard.exceptionStates.${state}`)}</span>
      ),
    },
    { title: t('standard.owner'), key: 'owner', width: 110, ellipsis: true, render: (_, { owner }) => owner },
    { title: t('standard.reason'), key: 'reason', render: (_, { reason }) => <LongName>{reason}</LongName> },
    { title: t('standard.until'), key: 'until', width: 120, render: (_, { until }) => <RelativeTime at={until} /> },
    {
      title: '',
      key: 'acts',
      width: 110,
      align: 'right',
      render: (_, { id, abilities }) => (
        <Popconfirm
          title={t('standard.exceptionEndSure')}
          disabled={!abilities.end.allowed}
          onConfirm={() => end.send({ params: { exceptionId: id } })}
        >
          <AbleButton ability={abilities.end}>{t('standard.exceptionEnd')}</AbleButton>
        </Popconfirm>
      ),
    },
  ];
  return (
    <Panel title={t('standard.exceptions')} flush>
      <ProblemNote error={end.error} />
      <Loaded query={exceptions.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message title={t('standard.exceptionsNone')} next={t('standard.exceptionsNoneNext')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={rows} minWidth={900} />
          )
        }
      </Loaded>
      <MoreButton more={exceptions.more} busy={exceptions.isFetchingMore} />
    </Panel>
  );
}
