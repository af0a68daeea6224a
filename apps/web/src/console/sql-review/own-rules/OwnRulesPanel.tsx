import { listOwnReviewRules, type OwnReviewRule } from '@myriad/contract';
import { Alert, Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongTable } from '../../../shared/page/LongTable.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { stateMarks } from '../../../shared/state/state-marks.ts';
import { usePick } from '../../../shared/words/use-words.ts';
import { GradeMark } from '../GradeMark.tsx';
import { scopeName } from '../scope-name.ts';
import { OwnRuleDrawer } from './OwnRuleDrawer.tsx';
import { addressOfOwnRule, keyOf } from './own-rule-address.ts';

/** Rules people wrote themselves, without code. The open one stands in the address. */
export function OwnRulesPanel() {
  const { t } = useTranslation();
  const rules = useAnswer(listOwnReviewRules, {});
  const [address, setAddress] = useSearchParams();
  const open = (key: string | undefined) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (key === undefined) next.delete('own');
      else next.set('own', key);
      return next;
    });
  const columns = useColumns();
  const opened = address.get('own');
  return (
    <Loaded query={rules}>
      {({ items, changeBase }) => (
        <Panel
          title={t('sqlReview.own.name')}
          beside={<span className="soft">{t('sqlReview.own.lead')}</span>}
          acts={
            <>
              <Button disabled={items.length === 0} onClick={() => download(items)}>
                {t('sqlReview.own.export')}
              </Button>
              <AbleButton ability={changeBase} type="primary" onClick={() => open('new')}>
                {t('sqlReview.own.add')}
              </AbleButton>
            </>
          }
          flush
        >
          {items.some(({ broken }) => broken) ? (
            <Alert
              type="error"
              banner
              title={t('sqlReview.own.brokenSum', { count: items.filter(({ broken }) => broken).length })}
              description={t('sqlReview.own.brokenNext')}
            />
          ) : null}
          {items.length === 0 ? (
            <Message title={t('sqlReview.own.none')} next={t('sqlReview.own.noneNext')} />
          ) : (
            <LongTable
              rowKey={keyOf}
              columns={columns}
              rows={items.toSorted((a, b) => Number(b.broken !== undefined) - Number(a.broken !== undefined))}
              minWidth={1000}
            />
          )}
          {opened === null ? null : (
            <OwnRuleDrawer
              key={opened}
              rule={items.find((one) => keyOf(one) === opened)}
              change={items.find((one) => keyOf(one) === opened)?.abilities.change ?? changeBase}
              onClose={() => open(undefined)}
            />
          )}
        </Panel>
      )}
    </Loaded>
  );
}

/** All of them as a policy file has them. */
function download(items: readonly OwnReviewRule[]): void {
  const entries = items.map(({ text }) => {
    const [first = '', ...rest] = text.trimEnd().split('\n');
    return [`  - ${first}`, ...rest.map((line) => (line === '' ? '' : `    ${line}`))].join('\n');
  });
  const url = URL.createObjectURL(new Blob([`ownRules:\n${entries.join('\n')}\n`], { type: 'application/yaml' }));
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: 'own-review-rules.yaml' });
  link.click();
  URL.revokeObjectURL(url);
}

function useColumns(): TableColumnsType<OwnReviewRule> {
  const { t } = useTranslation();
  const pick = usePick();
  return [
    {
      title: t('sqlReview.rule'),
      width: 240,
      render: (_, rule) => (
        <Link to={addressOfOwnRule(rule)}>
          <code>{rule.id}</code>
        </Link>
      ),
    },
    {
      title: t('sqlReview.state'),
      width: 100,
      render: (_, { broken }) => (
        <span className="state nowrap">
          <StateShape {...(broken ? stateMarks.ticket.failed : stateMarks.ticket.done)} />{' '}
          {t(broken ? 'sqlReview.own.broken' : 'sqlReview.own.holds')}
        </span>
      ),
    },
    { title: t('sqlReview.grade'), width: 150, render: (_, { grade }) => <GradeMark grade={grade} /> },
    {
      title: t('sqlReview.why'),
      width: 300,
      render: (_, { words, broken }) => (
        <>
          {broken?.en === words.en ? null : <div>{pick(words)}</div>}
          {broken ? <strong className="tone-bad review-message">{pick(broken)}</strong> : null}
        </>
      ),
    },
    { title: t('sqlReview.scope'), width: 150, render: (_, rule) => scopeName(rule, t) },
    {
      title: t('sqlReview.own.cases'),
      width: 110,
      className: 'number',
      render: (_, { hits, noHits }) => `${hits} + ${noHits}`,
    },
  ];
}
