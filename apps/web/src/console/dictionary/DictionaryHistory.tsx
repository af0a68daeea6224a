import {
  type DictionaryChange,
  listDictionaryChanges,
  SensitiveClass,
  sensitiveClasses,
  TagState,
} from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { usePick } from '../../shared/words/use-words.ts';

/** What people wrote and decided in the dictionary of a cluster, newest first. */
export function DictionaryHistory({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const pick = usePick();
  const changes = usePages(listDictionaryChanges, { params: { clusterId }, query: { limit: 20 } });
  const whatOf = (field: string): string => {
    const kind = SensitiveClass.safeParse(field.replace(/^tag\./, ''));
    if (kind.success) return t('dictionary.historyWhat.tag', { class: pick(sensitiveClasses[kind.data]) });
    return field === 'note' || field === 'owner' ? t(`dictionary.historyWhat.${field}`) : field;
  };
  const shownValue = (field: string, value: string | null): string => {
    const state = TagState.safeParse(value);
    return field.startsWith('tag.') && state.success ? t(`dictionary.tagStates.${state.data}`) : (value ?? '');
  };
  const columns: TableColumnsType<DictionaryChange> = [
    { title: t('dictionary.when'), key: 'at', width: 120, render: (_, { at }) => <RelativeTime at={at} /> },
    { title: t('dictionary.who'), key: 'by', width: 120, ellipsis: true, render: (_, { by }) => by },
    {
      title: t('dictionary.what'),
      key: 'what',
      width: 320,
      render: (_, { subject, field }) => <LongName>{`${subject} · ${whatOf(field)}`}</LongName>,
    },
    {
      title: '',
      key: 'values',
      render: (_, { field, before, after }) => (
        <span className="change">
          {before ? <s className="faint">{shownValue(field, before)}</s> : null} {shownValue(field, after)}
        </span>
      ),
    },
  ];
  return (
    <Panel title={t('dictionary.history')} flush>
      <Loaded query={changes.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message title={t('dictionary.historyNone')} next={t('dictionary.historyNoneNext')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={rows} minWidth={760} />
          )
        }
      </Loaded>
      <MoreButton more={changes.more} busy={changes.isFetchingMore} />
    </Panel>
  );
}
