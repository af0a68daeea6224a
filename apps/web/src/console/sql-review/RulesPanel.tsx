import { listReviewPolicies, listReviewRules, type ReviewPolicyView, type ReviewRuleRow } from '@myriad/contract';
import { Drawer, Input, Select, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { usePick } from '../../shared/words/use-words.ts';
import { GradeMark } from './GradeMark.tsx';
import { RuleCases } from './RuleCases.tsx';
import { RuleSwitches } from './RuleSwitches.tsx';

/** Every rule, what it says, whether it is on, and the cases that show what it means. */
export function RulesPanel() {
  const { t } = useTranslation();
  const pick = usePick();
  const [address, setAddress] = useSearchParams();
  const { values, change } = useFilters(['theme', 'grade', 'words']);
  const rules = useAnswer(listReviewRules, {});
  const policies = useAnswer(listReviewPolicies, {});
  const base = policies.data?.items.find(({ scope }) => scope.kind === 'base');
  const columns = useColumns(base);
  const opened = rules.data?.items.find(({ id }) => id === address.get('rule'));
  const close = () =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      next.delete('rule');
      return next;
    });
  const shown = useMemo(() => {
    const wanted = (values.words ?? '').toLowerCase();
    return (rules.data?.items ?? []).filter(
      ({ id, theme, grade, why }) =>
        (!values.theme || theme === values.theme) &&
        (!values.grade || grade === values.grade) &&
        (wanted === '' || `${id} ${why.en} ${why.zh}`.toLowerCase().includes(wanted)),
    );
  }, [rules.data, values.theme, values.grade, values.words]);
  const themes = new Map((rules.data?.items ?? []).map(({ theme, themeWords }) => [theme, pick(themeWords)]));
  return (
    <Panel
      title={t('sqlReview.parts.rules')}
      flush
      beside={<span className="soft">{t('sqlReview.rulesShown', { count: shown.length })}</span>}
      acts={
        <span className="row wrap review-filters">
          <Input.Search
            allowClear
            aria-label={t('sqlReview.search')}
            placeholder={t('sqlReview.search')}
            defaultValue={values.words ?? ''}
            onSearch={(next) => change('words', next)}
          />
          <Select
            allowClear
            aria-label={t('sqlReview.theme')}
            placeholder={t('sqlReview.theme')}
            value={values.theme ?? null}
            onChange={(next: string | null) => change('theme', next ?? undefined)}
            options={[...themes].map(([value, label]) => ({ value, label }))}
          />
          <Select
            allowClear
            aria-label={t('sqlReview.grade')}
            placeholder={t('sqlReview.grade')}
            value={values.grade ?? null}
            onChange={(next: string | null) => change('grade', next ?? undefined)}
            options={(['X', 'E', 'W', 'N'] as const).map((value) => ({ value, label: t(`sqlReview.grades.${value}`) }))}
          />
        </span>
      }
    >
      <Loaded query={rules}>
        {() =>
          shown.length === 0 ? (
            <Message
              title={t('sqlReview.noRule')}
              next={t('sqlReview.noRuleNext')}
              act={<Link to="/sql-review/rules">{t('sqlReview.allRules')}</Link>}
            />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={shown} minWidth={980} />
          )
        }
      </Loaded>
      <Drawer open={opened !== undefined} onClose={close} size={720} title={opened ? <code>{opened.id}</code> : null}>
        {opened ? (
          <div className="stack">
            <p>{pick(opened.why)}</p>
            <RuleSwitches rule={opened} />
            <RuleCases ruleId={opened.id} />
          </div>
        ) : null}
      </Drawer>
    </Panel>
  );
}

function useColumns(base: ReviewPolicyView | undefined): TableColumnsType<ReviewRuleRow> {
  const { t } = useTranslation();
  const pick = usePick();
  return [
    {
      title: t('sqlReview.rule'),
      width: 250,
      render: (_, { id }) => (
        <Link to={`/sql-review/rules?rule=${id}`}>
          <code>{id}</code>
        </Link>
      ),
    },
    {
      title: t('sqlReview.grade'),
      width: 160,
      render: (_, { id, grade }) => <GradeMark grade={base?.rules[id]?.grade ?? grade} />,
    },
    { title: t('sqlReview.why'), width: 460, render: (_, { why }) => pick(why) },
    { title: t('sqlReview.theme'), width: 150, render: (_, { themeWords }) => pick(themeWords) },
    {
      title: t('sqlReview.state'),
      width: 90,
      render: (_, { id, off }) => t((base?.rules[id]?.on ?? !off) ? 'sqlReview.on' : 'sqlReview.off'),
    },
  ];
}
