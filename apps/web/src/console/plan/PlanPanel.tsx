import type { PlanView } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { EffectBadge, UndoMark } from './EffectBadge.tsx';
import { LockNames } from './LockNames.tsx';
import { StepChanges } from './StepChanges.tsx';
import { StepDrawer } from './StepDrawer.tsx';
import { StepGrid } from './StepGrid.tsx';
import { countIrreversible, type PlannedStep, type StepChange } from './shown-step.ts';

interface PlanPanelProps {
  readonly plan: PlanView;
  readonly title?: string;
  /** What differs from the plan seen before, by step id. */
  readonly changes?: ReadonlyMap<string, StepChange>;
}

/** A plan to be read before it is agreed to: every step, what it does to the world, what runs side by side. */
export function PlanPanel({ plan, title, changes }: PlanPanelProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const [openId, setOpenId] = useState<string>();
  const irreversible = countIrreversible(plan.steps);
  return (
    <Panel
      title={title ?? t('plan.title')}
      flush
      beside={
        <span className="row wrap soft">
          <span>{pick(plan.title)}</span>
          <span>{t('plan.steps', { count: plan.steps.length })}</span>
          {irreversible > 0 ? (
            <span className="badge bad">{t('plan.irreversible', { count: irreversible })}</span>
          ) : null}
        </span>
      }
      acts={
        <span className="row faint">
          {t('plan.hash')} <HashText hash={plan.hash} />
        </span>
      }
    >
      <StepGrid
        label={t('plan.title')}
        steps={plan.steps}
        renderStep={(step) => (
          <PlannedStepButton step={step} change={changes?.get(step.id)} onOpen={() => setOpenId(step.id)} />
        )}
      />
      <div className="plan-legend">
        <span>{t('plan.order')}</span>
        {plan.locks.length > 0 ? (
          <span>
            {t('plan.locks')}: <LockNames locks={plan.locks} />
          </span>
        ) : null}
      </div>
      <StepDrawer
        step={plan.steps.find(({ id }) => id === openId)}
        steps={plan.steps}
        onClose={() => setOpenId(undefined)}
      />
    </Panel>
  );
}

interface PlannedStepButtonProps {
  readonly step: PlannedStep;
  readonly change: StepChange | undefined;
  readonly onOpen: () => void;
}

function PlannedStepButton({ step, change, onOpen }: PlannedStepButtonProps) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <button type="button" className="step" onClick={onOpen}>
      <span className="step-line">
        <span className="step-title">
          {pick(step.title)}
          {step.target ? <span className="step-target faint"> · {step.target}</span> : null}
        </span>
        {change ? <span className="badge warn">{t(`ticket.changes.${change}`)}</span> : null}
        <UndoMark step={step} />
        <EffectBadge effect={step.effect} />
      </span>
      <StepChanges input={step.input} />
    </button>
  );
}
