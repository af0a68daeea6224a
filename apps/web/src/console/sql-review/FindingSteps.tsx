import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { ReviewedStatement } from '@myriad/contract';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePick } from '../../shared/words/use-words.ts';
import { stepFrom, stepsOf } from './finding-steps.ts';
import { GradeMark } from './GradeMark.tsx';

interface FindingStepsProps {
  readonly result: readonly ReviewedStatement[];
  /** Goes to a place of the text. */
  readonly onShow: (offset: number) => void;
}

/** From finding to finding, by buttons or F8 and Shift-F8, also while one types. */
export function FindingSteps({ result, onShow }: FindingStepsProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const steps = useMemo(() => stepsOf(result), [result]);
  const [at, setAt] = useState<number>();
  const go = (by: 1 | -1) => {
    const next = stepFrom(at, by, steps.length);
    const step = steps[next];
    if (!step) return;
    setAt(next);
    onShow(step.start);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('[role="dialog"]:not([hidden])')) return;
    event.preventDefault();
    // The editor has a step of its own for this key, which knows nothing of ours.
    event.stopPropagation();
    go(event.shiftKey ? -1 : 1);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  if (steps.length === 0) return null;
  const finding = at === undefined ? undefined : steps[at];
  return (
    <div className="row review-steps">
      <Button
        size="small"
        icon={<UpOutlined />}
        aria-label={t('sqlReview.steps.before')}
        title={`${t('sqlReview.steps.before')} (Shift-F8)`}
        onClick={() => go(-1)}
      />
      <Button
        size="small"
        icon={<DownOutlined />}
        aria-label={t('sqlReview.steps.next')}
        title={`${t('sqlReview.steps.next')} (F8)`}
        onClick={() => go(1)}
      />
      <span className="soft nowrap">
        {at === undefined
          ? t('sqlReview.steps.count', { count: steps.length })
          : t('sqlReview.steps.at', { at: at + 1, count: steps.length })}
      </span>
      {finding ? (
        <span className="row wrap" aria-live="polite">
          <GradeMark grade={finding.grade} />
          <span className="review-message">{pick(finding.message)}</span>
          <Link to={`/sql-review/rules?rule=${finding.rule}`}>
            <code>{finding.rule}</code>
          </Link>
        </span>
      ) : null}
    </div>
  );
}
