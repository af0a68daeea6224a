import { UndoOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { PlannedStep } from './shown-step.ts';

const tones = { read: '', record: '', reversible: 'accent', irreversible: 'bad' } as const;

/** What a step does to the world, in one word. */
export function EffectBadge({ effect }: { effect: PlannedStep['effect'] }) {
  const { t } = useTranslation();
  return (
    <span className={`badge ${tones[effect]}`} title={t(`plan.effectHint.${effect}`)}>
      {t(`plan.effect.${effect}`)}
    </span>
  );
}

/** Whether it can be undone; said only of steps that change something. */
export function UndoMark({ step }: { step: PlannedStep }) {
  const { t } = useTranslation();
  if (step.effect === 'read' || step.effect === 'record') return null;
  const word = step.hasUndo ? t('plan.undo') : t('plan.noUndo');
  return (
    <span className={step.hasUndo ? 'faint' : 'tone-bad'} title={word}>
      {step.hasUndo ? <UndoOutlined aria-hidden /> : '—'}
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
