import { type FreezeView, listFreezes, removeFreeze } from '@myriad/contract';
import { Button, Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { formatExact } from '../../shared/format/format-time.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useLanguage } from '../../shared/words/use-words.ts';
import { AddFreezeDialog } from './AddFreezeDialog.tsx';

/** Change freezes in force and to come. */
export function FreezesPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const freezes = usePages(listFreezes, { query: {} }, { everyMs: 15_000 });
  const remove = useSend(removeFreeze, { refreshes: [listFreezes] });
  const columns: TableColumnsType<FreezeView> = [
    {
      title: t('schedule.name'),
      key: 'name',
      ellipsis: true,
      render: (_, { name, inForce }) => (
        <span className="row wrap">
          <LongName>{name}</LongName>
          <span className={inForce ? 'badge bad' : 'badge'}>{t(inForce ? 'schedule.inForce' : 'schedule.toCome')}</span>
        </span>
      ),
    },
    {
      title: t('schedule.reason'),
      key: 'reason',
      ellipsis: true,
      render: (_, { reason }) => <LongName>{reason}</LongName>,
    },
    {
      title: t('schedule.scope'),
      key: 'scope',
      width: 150,
      render: (_, { scope }) => t(`schedule.scopes.${scope.kind}`),
    },
    { title: t('schedule.from'), key: 'from', width: 200, render: (_, { fromAt }) => formatExact(fromAt, language) },
    {
      title: t('schedule.until'),
      key: 'until',
      width: 200,
      render: (_, { untilAt }) => formatExact(untilAt, language),
    },
    {
      title: '',
      key: 'acts',
      width: 90,
      align: 'right',
      render: (_, { id, name, abilities }) => {
        const drop = (
          <AbleButton danger ability={abilities.remove}>
            {t('schedule.remove')}
          </AbleButton>
        );
        if (!abilities.remove.allowed) return drop;
        return (
          <Popconfirm
            title={t('schedule.freezeRemove', { name })}
            onConfirm={() => remove.send({ params: { freezeId: id } })}
          >
            {drop}
          </Popconfirm>
        );
      },
    },
  ];
  return (
    <Panel
      title={t('schedule.freezes')}
      flush
      acts={<Button onClick={() => setAdding(true)}>{t('schedule.freezeAdd')}</Button>}
    >
      <ProblemNote error={remove.error} />
      <Loaded query={freezes.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('schedule.freezesEmpty')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={items} minWidth={980} />
          )
        }
      </Loaded>
      {isAdding ? <AddFreezeDialog onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
