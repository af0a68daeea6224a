import { getTask, type TaskView } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { Elapsed } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { StepDrawer } from '../plan/StepDrawer.tsx';
import { StepGrid } from '../plan/StepGrid.tsx';
import { RunningStep } from './RunningStep.tsx';
import { TaskDecisions } from './TaskDecisions.tsx';
import { TaskLogPanel } from './TaskLogPanel.tsx';
import { isTaskOver } from './task-states.ts';
import { useTaskLog } from './use-task-log.ts';
import { WaitsFor } from './WaitsFor.tsx';

/** Slow on purpose: the events say when to look; this only catches what they missed. */
const lookAnywayMs = 5_000;

export function useTask(taskId: string) {
  const task = useAnswer(getTask, { params: { taskId } }, { everyMs: lookAnywayMs });
  return task;
}

/** A task as it runs: decisions, targets × steps, log. Shown in its own page and in its ticket. */
export function TaskLive({ taskId, beside }: { taskId: string; beside?: React.ReactNode }) {
  const query = useTask(taskId);
  return <Loaded query={query}>{(task) => <LiveParts task={task} beside={beside} />}</Loaded>;
}

function LiveParts({ task, beside }: { task: TaskView; beside: React.ReactNode }) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string>();
  const { log, lostSince } = useTaskLog(task.id, isTaskOver(task.state));
  const steps = task.steps.map((step) => {
    const progress = log.progress.get(step.id) ?? step.progress;
    return progress ? { ...step, progress } : step;
  });
  return (
    <>
      <TaskDecisions task={task} />
      <WaitsFor waitsFor={task.waitsFor} />
      <Panel
        title={t('task.progress')}
        flush
        beside={
          <span className="row wrap">
            <StateMark of="task" value={task.state} />
            <span className="soft number" data-testid="steps-done">
              {t('task.stepsOf', { done: task.stepsDone, total: task.stepsTotal })}
            </span>
            {task.startedAt ? (
              <span className="soft">
                <Elapsed from={task.startedAt} to={task.endedAt} />
              </span>
            ) : null}
          </span>
        }
        acts={beside}
      >
        <StepGrid
          label={t('task.progress')}
          steps={steps}
          renderStep={(step) => (
            <RunningStep step={step} looks={log.looks.get(step.id) ?? []} onOpen={() => setOpenId(step.id)} />
          )}
        />
        <div style={{ height: 8 }} />
      </Panel>
      <TaskLogPanel lines={log.lines} steps={task.steps} lostSince={lostSince} />
      <StepDrawer step={steps.find(({ id }) => id === openId)} steps={steps} onClose={() => setOpenId(undefined)} />
    </>
  );
}
