import type { TaskView } from '@myriad/contract';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { DecisionDialog } from './DecisionDialog.tsx';
import { decisions, isTaskOver, type TaskDecision } from './task-states.ts';

/** A task that stopped: at which step, why, what to do next, and the ways on. A running one can be cancelled. */
export function TaskDecisions({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const pick = usePick();
  const [asked, setAsked] = useState<TaskDecision>();
  const failed = task.steps.find(({ state }) => state === 'failed');
  const error = failed?.error ?? task.error;
  const hasStopped = task.state === 'paused' || task.state === 'failed';
  const offered = decisions.filter(
    (decision) => task.abilities[decision].allowed || (task.state === 'paused' && decision !== 'cancel'),
  );
  const buttons = (
    <div className="row wrap">
      {offered.map((decision) => (
        <AbleButton
          key={decision}
          ability={task.abilities[decision]}
          type={decision === 'retry' ? 'primary' : 'default'}
          danger={decision === 'abort' || decision === 'cancel'}
          onClick={() => setAsked(decision)}
        >
          {t(`task.${decision}`)}
        </AbleButton>
      ))}
    </div>
  );
  const where = failed ? pick(failed.title) + (failed.target ? ` · ${failed.target}` : '') : pick(task.title);
  if (!hasStopped && (offered.length === 0 || isTaskOver(task.state))) return null;
  return (
    <>
      {hasStopped ? (
        <Alert
          type={task.state === 'paused' ? 'warning' : 'error'}
          showIcon
          title={t(task.state === 'paused' ? 'task.pausedTitle' : 'task.failedTitle', { step: where })}
          description={
            <div className="stack" style={{ gap: 8 }}>
              {error ? (
                <div>
                  {pick(error.words)} <code className="faint">{error.code}</code>
                  {error.next ? <div>→ {pick(error.next)}</div> : null}
                </div>
              ) : null}
              {buttons}
            </div>
          }
        />
      ) : (
        buttons
      )}
      {asked ? (
        <DecisionDialog task={task} stepId={failed?.id} decision={asked} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}
