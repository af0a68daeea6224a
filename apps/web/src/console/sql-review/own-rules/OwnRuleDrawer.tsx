import { type Ability, type OwnReviewRule, type OwnReviewRuleTrial, tryOwnReviewRule } from '@myriad/contract';
import { Alert, Drawer, Input, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../shared/api/use-send.ts';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';
import { usePick } from '../../../shared/words/use-words.ts';
import { type Draft, draftOf, emptyDraft, valuesOf } from './draft.ts';
import { OwnRuleForm } from './OwnRuleForm.tsx';
import { SaveRow } from './SaveRow.tsx';
import { TrialResult } from './TrialResult.tsx';

interface OwnRuleDrawerProps {
  /** undefined: a new one. */
  readonly rule: OwnReviewRule | undefined;
  readonly change: Ability;
  readonly onClose: () => void;
}

/** So long nobody typed: then its cases are run. */
const quietMilliseconds = 500;

/** A rule as a form or as YAML; its cases run as one types, and it is saved only when they are right. */
export function OwnRuleDrawer({ rule, change, onClose }: OwnRuleDrawerProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [view, setView] = useState<'form' | 'yaml'>('form');
  // What was touched last says what the rule is; the other one follows.
  const [source, setSource] = useState<'form' | 'text'>(rule ? 'text' : 'form');
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [text, setText] = useState(rule?.text ?? '');
  const asked = source === 'form' ? JSON.stringify(valuesOf(draft)) : text;
  const sent = useRef('');
  const [tried, setTried] = useState<{ readonly asked: string; readonly trial: OwnReviewRuleTrial }>();
  const attempt = useSend(tryOwnReviewRule, {
    onDone: (trial, { body }) => {
      const of = body?.values === undefined ? body?.text : JSON.stringify(body.values);
      // An older text's answer that comes late says nothing of what stands there now.
      if (of !== sent.current) return;
      setTried({ asked: sent.current, trial });
      if (source === 'form') setText(trial.text);
      else if (trial.values) setDraft(draftOf(trial.values));
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when what is asked changes, and then only
  useEffect(() => {
    if (asked === '') return;
    const turn = setTimeout(() => {
      sent.current = asked;
      attempt.send({ body: source === 'form' ? { values: valuesOf(draft) } : { text } });
    }, quietMilliseconds);
    return () => clearTimeout(turn);
  }, [asked]);
  return (
    <Drawer
      open
      size={900}
      title={rule ? <code>{rule.id}</code> : t('sqlReview.own.add')}
      onClose={onClose}
      extra={
        <Segmented
          value={view}
          onChange={setView}
          options={[
            { value: 'form', label: t('sqlReview.own.form') },
            { value: 'yaml', label: 'YAML' },
          ]}
        />
      }
      footer={
        <SaveRow
          rule={rule}
          change={change}
          trial={tried?.asked === asked ? tried.trial : undefined}
          onDone={onClose}
        />
      }
    >
      <div className="stack">
        {rule?.broken ? (
          <Alert type="error" showIcon title={t('sqlReview.own.brokenWhy')} description={pick(rule.broken)} />
        ) : null}
        {view === 'yaml' ? (
          <Input.TextArea
            rows={18}
            className="mono"
            spellCheck={false}
            aria-label="YAML"
            placeholder={t('sqlReview.own.yamlHelp')}
            value={text}
            onChange={({ target }) => {
              setSource('text');
              setText(target.value);
            }}
          />
        ) : (
          <OwnRuleForm
            draft={draft}
            isNew={rule === undefined}
            onChange={(next) => {
              setSource('form');
              setDraft(next);
            }}
          />
        )}
        <ProblemNote error={attempt.error} />
        {tried ? <TrialResult trial={tried.trial} /> : null}
      </div>
    </Drawer>
  );
}
