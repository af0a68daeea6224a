import { Descriptions, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Elapsed, RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { EffectBadge } from './EffectBadge.tsx';
import type { ShownStep } from './shown-step.ts';

interface StepDrawerProps {
  readonly step: ShownStep | undefined;
  readonly steps: readonly ShownStep[];
  readonly onClose: () => void;
}

/** Everything known of one step: what exactly it is given, what it waits for, what became of it. */
export function StepDrawer({ step, steps, onClose }: StepDrawerProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const titleOf = (id: string) => {
    const other = steps.find((each) => each.id === id);
    return other ? `${pick(other.title)}${other.target ? ` · ${other.target}` : ''}` : id;
  };
  const rows = step
    ? [
        step.target ? { key: 'target', label: t('plan.target'), children: step.target } : undefined,
        { key: 'id', label: 'id', children: <code>{step.id}</code> },
        { key: 'step', label: t('plan.step'), children: <code>{step.step}</code> },
        {
          key: 'effect',
          label: t('plan.effectLabel'),
          children: (
            <>
              <EffectBadge effect={step.effect} /> {t(`plan.effectHint.${step.effect}`)}
            </>
          ),
        },
        {
          key: 'after',
          label: t('plan.after'),
          children:
            step.after.length > 0 ? step.after.map((id) => <div key={id}>{titleOf(id)}</div>) : t('plan.nothing'),
        },
        step.state
          ? { key: 'state', label: t('task.state'), children: <StateMark of="step" value={step.state} /> }
          : undefined,
        step.startedAt
          ? {
              key: 'took',
              label: t('task.took'),
              children: (
                <>
                  <Elapsed from={step.startedAt} to={step.endedAt} /> · <RelativeTime at={step.startedAt} />
                </>
              ),
            }
          : undefined,
        step.path ? { key: 'path', label: t('task.path'), children: <code>{step.path}</code> } : undefined,
        step.error
          ? {
              key: 'error',
              label: t('task.error'),
              children: (
                <span className="tone-bad">
                  <code>{step.error.code}</code> {pick(step.error.words)}
                </span>
              ),
            }
          : undefined,
        step.error?.next ? { key: 'next', label: t('task.next'), children: pick(step.error.next) } : undefined,
      ].filter((row) => row !== undefined)
    : [];
  return (
    <Drawer open={step !== undefined} onClose={onClose} size={560} title={step ? pick(step.title) : ''}>
      <Descriptions column={1} bordered size="small" items={rows} styles={{ label: { width: 120 } }} />
      <h3 style={{ margin: '16px 0 6px', fontSize: 13 }}>{t('plan.input')}</h3>
      <pre className="json">{JSON.stringify(step?.input ?? {}, null, 2)}</pre>
    </Drawer>
  );
}
