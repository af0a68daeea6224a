import { type FreezeView, listFreezes, listSchedules, removeFreeze } from '@myriad/contract';
import { Popconfirm, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { formatMoment } from '../../shared/format/format-time.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { useLanguage } from '../../shared/words/use-words.ts';
import { AddFreezeDialog } from './AddFreezeDialog.tsx';
import { useKindName } from './use-kind-name.ts';

/** Change freezes in force and to come. */
export function FreezesPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const freezes = usePages(listFreezes, { query: {} }, { everyMs: 15_000 });
  const remove = useSend(removeFreeze, { refreshes: [listFreezes, listSchedules] });
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
      render: (_, { scope }) => <Scope scope={scope} />,
    },
    { title: t('schedule.from'), key: 'from', width: 200, render: (_, { fromAt }) => formatMoment(fromAt, language) },
    {
      title: t('schedule.until'),
      key: 'until',
      width: 200,
      render: (_, { untilAt }) => formatMoment(untilAt, language),
    },
    {
      title: '',
      key: 'acts',
      fixed: 'right',
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
  const may = freezes.head?.abilities.add;
  return (
    <Panel
      title={t('schedule.freezes')}
      flush
      acts={
        may ? (
          <AbleButton ability={may} onClick={() => setAdding(true)}>
            {t('schedule.freezeAdd')}
          </AbleButton>
        ) : null
      }
    >
      <ProblemNote error={remove.error} />
      <Loaded query={freezes.query}>
        {(items) =>
          items.length === 0 ? (
            <Message title={t('schedule.freezesEmpty')} next={t('schedule.freezesEmptyNext')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={items} minWidth={980} />
          )
        }
      </Loaded>
      {isAdding ? <AddFreezeDialog onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

/** Which, on hover: names are in the list above. */
function Scope({ scope }: { scope: FreezeView['scope'] }) {
  const { t } = useTranslation();
  const nameOf = useKindName();
  const schedules = useAnswer(listSchedules, { query: { limit: longPage } }, { enabled: scope.kind === 'schedules' });
  const wordOfId = (id: string) => schedules.data?.items.find((each) => each.id === id)?.name ?? '…';
  if (scope.kind === 'everything') return t('schedule.scopes.everything');
  const names = scope.kind === 'task-kinds' ? scope.taskKinds.map(nameOf) : scope.scheduleIds.map(wordOfId);
  return (
    <>
      {t(`schedule.scopes.${scope.kind}`)}
      <div className="faint">
        <LongName>{names.join(' · ')}</LongName>
      </div>
    </>
  );
}
