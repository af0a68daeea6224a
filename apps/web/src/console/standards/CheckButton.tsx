import { type Ability, checkCompliance, getClusterCompliance, listCompliance, listDrift } from '@myriad/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useWatchedTask } from '../tasks/use-watched-task.ts';

const shown = [listCompliance, getClusterCompliance, listDrift];

/** Looks afresh: watched here until it ends, and everywhere else as any task. */
export function CheckButton({ ability, clusterIds }: { ability: Ability; clusterIds: readonly string[] }) {
  const { t } = useTranslation();
  const [taskId, setTaskId] = useState<string>();
  const start = useSend(checkCompliance, { onDone: (answer) => setTaskId(answer.taskId) });
  const { state, runs } = useWatchedTask(taskId, shown);
  return (
    <span className="row wrap">
      <ProblemNote error={start.error} />
      {taskId ? (
        <Link to={`/tasks/${taskId}`} className="row">
          {t('task.one')} {state ? <StateMark of="task" value={state} /> : null}
        </Link>
      ) : null}
      <AbleButton
        ability={ability}
        loading={start.isSending || runs}
        onClick={() => start.send({ body: { clusterIds: [...clusterIds] } })}
        data-testid="check-now"
      >
        {t(clusterIds.length === 0 ? 'standard.checkAll' : 'standard.checkNow')}
      </AbleButton>
    </span>
  );
}
