import {
  changeDictionaryRule,
  type DictionaryRule,
  listDictionaryRules,
  removeDictionaryRule,
  sensitiveClasses,
} from '@myriad/contract';
import { Button, Popconfirm, Switch, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { useMe } from '../frame/me.ts';
import { RuleDialog } from './RuleDialog.tsx';

const waitingMs = 2_000;

/** What suggests sensitive tags. */
export function RulesPart() {
  const { t } = useTranslation();
  const pick = usePick();
  const me = useMe();
  const mayChange = me.roles.includes('administrator');
  const [edited, setEdited] = useState<DictionaryRule | 'new'>();
  const rules = useAnswer(listDictionaryRules, {}, { everyMs: waitingMs * 5 });
  const change = useSend(changeDictionaryRule, { refreshes: [listDictionaryRules] });
  const remove = useSend(removeDictionaryRule, { refreshes: [listDictionaryRules] });
  const columns: TableColumnsType<DictionaryRule> = [
    {
      title: t('dictionary.rule'),
      key: 'rule',
      width: 200,
      render: (_, { words, shipped }) => (
        <>
          {pick(words)} <span className="badge">{t(shipped ? 'dictionary.ruleShipped' : 'dictionary.ruleOwn')}</span>
        </>
      ),
    },
    {
      title: t('dictionary.ruleClass'),
      key: 'class',
      width: 140,
      render: (_, rule) => pick(sensitiveClasses[rule.class]),
    },
    {
      title: t('dictionary.ruleNames'),
      key: 'names',
      width: 260,
      ellipsis: true,
      render: (_, { names }) => <Patterns patterns={names} />,
    },
    {
      title: t('dictionary.ruleComments'),
      key: 'comments',
      width: 240,
      ellipsis: true,
      render: (_, { comments }) => <Patterns patterns={comments} />,
    },
    {
      title: t('dictionary.ruleColumns'),
      key: 'columns',
      width: 110,
      align: 'right',
      render: (_, { columns: count }) => count,
    },
    {
      title: t('dictionary.ruleEnabled'),
      key: 'enabled',
      width: 80,
      render: (_, { id, enabled, words }) => (
        <Switch
          size="small"
          checked={enabled}
          disabled={!mayChange}
          loading={change.isSending}
          aria-label={`${t('dictionary.ruleEnabled')}: ${pick(words)}`}
          onChange={(on) => change.send({ params: { ruleId: id }, body: { enabled: on } })}
        />
      ),
    },
    {
      title: '',
      key: 'acts',
      width: 150,
      align: 'right',
      render: (_, rule) =>
        rule.shipped ? null : (
          <span className="row">
            <Button size="small" disabled={!mayChange} onClick={() => setEdited(rule)}>
              {t('dictionary.ruleChange')}
            </Button>
            <Popconfirm
              title={t('dictionary.ruleRemoveSure')}
              disabled={!mayChange}
              onConfirm={() => remove.send({ params: { ruleId: rule.id } })}
            >
              <Button size="small" danger disabled={!mayChange}>
                {t('dictionary.ruleRemove')}
              </Button>
            </Popconfirm>
          </span>
        ),
    },
  ];
  return (
    <Panel
      title={t('dictionary.parts.rules')}
      flush
      beside={
        <span className="soft">
          {t('dictionary.rulesLead')}{' '}
          {rules.data && rules.data.waiting > 0 ? t('dictionary.rulesWaiting', { count: rules.data.waiting }) : null}
        </span>
      }
      acts={
        <Button
          disabled={!mayChange}
          title={mayChange ? undefined : t('dictionary.onlyAdministrators')}
          onClick={() => setEdited('new')}
        >
          {t('dictionary.ruleAdd')}
        </Button>
      }
    >
      <ProblemNote error={change.error ?? remove.error} />
      <Loaded query={rules}>
        {({ items }) => <LongTable rowKey="id" columns={columns} rows={items} minWidth={1180} />}
      </Loaded>
      {edited ? <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} /> : null}
    </Panel>
  );
}

function Patterns({ patterns }: { patterns: readonly string[] }) {
  if (patterns.length === 0) return <span className="faint">—</span>;
  const text = patterns.join('  ');
  return (
    <span className="long-name mono" title={text}>
      {text}
    </span>
  );
}
