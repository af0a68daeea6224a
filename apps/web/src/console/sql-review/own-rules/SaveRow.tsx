import {
  type Ability,
  listOwnReviewRules,
  listReviewPolicies,
  listReviewPolicyVersions,
  type OwnReviewRule,
  type OwnReviewRuleTrial,
  type ReviewPolicyScope,
  setOwnReviewRule,
} from '@myriad/contract';
import { Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { useSend } from '../../../shared/api/use-send.ts';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';
import { scopeName } from '../scope-name.ts';

interface SaveRowProps {
  readonly rule: OwnReviewRule | undefined;
  readonly change: Ability;
  /** Of what stands there now; absent while its cases run. */
  readonly trial: OwnReviewRuleTrial | undefined;
  readonly onDone: () => void;
}

/** Where it will hold, why, and the button, which stays grey while a case is wrong. */
export function SaveRow({ rule, change, trial, onDone }: SaveRowProps) {
  const { t } = useTranslation();
  const policies = useAnswer(listReviewPolicies, {});
  const [chosen, choose] = useState('{"kind":"base"}');
  const [note, setNote] = useState('');
  const save = useSend(setOwnReviewRule, {
    refreshes: [listOwnReviewRules, listReviewPolicies, listReviewPolicyVersions],
    onDone,
  });
  const base = { scope: { kind: 'base' } as const, version: 0 };
  const known = policies.data?.items ?? [];
  const scopes = known.some(({ scope }) => scope.kind === 'base') ? known : [base, ...known];
  const of = rule ?? scopes.find(({ scope }) => JSON.stringify(scope) === chosen) ?? base;
  const send = (id: string, text: string | null) => {
    const scope: ReviewPolicyScope = of.scope;
    save.send({ params: { ruleId: id }, body: { scope, from: of.version, note: note || id, text } });
  };
  const id = rule?.id ?? String(trial?.values?.id ?? '');
  const why = trial?.isProven ? undefined : t('sqlReview.own.unproven');
  return (
    <div className="stack">
      <div className="row wrap">
        {rule ? (
          <span className="soft">{scopeName(rule, t)}</span>
        ) : (
          <Select
            aria-label={t('sqlReview.scope')}
            style={{ minWidth: 180 }}
            value={chosen}
            onChange={choose}
            options={scopes.map((one) => ({ value: JSON.stringify(one.scope), label: scopeName(one, t) }))}
          />
        )}
        <Input
          style={{ flex: '1 1 180px' }}
          aria-label={t('sqlReview.note')}
          placeholder={t('sqlReview.note')}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {rule && change.allowed ? (
          <Popconfirm title={t('sqlReview.own.removeSure')} onConfirm={() => send(rule.id, null)}>
            <Button danger>{t('sqlReview.own.remove')}</Button>
          </Popconfirm>
        ) : null}
        {change.allowed ? (
          <Button
            type="primary"
            disabled={why !== undefined}
            title={why}
            loading={save.isSending}
            onClick={() => trial && send(id, trial.text)}
          >
            {t('sqlReview.save')}
          </Button>
        ) : (
          <AbleButton ability={change}>{t('sqlReview.save')}</AbleButton>
        )}
      </div>
      {why ? <span className="soft">{why}</span> : null}
      <ProblemNote error={save.error} />
    </div>
  );
}
