import {
  type Ability,
  checkCompliance,
  getClusterCompliance,
  getTask,
  listCompliance,
  listDrift,
} from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';

const ended = new Set(['done', 'failed', 'cancelled', 'paused', 'undone']);
const shown = [listCompliance, getClusterCompliance, listDrift];

/** Looks afresh: watched here until it ends, and everywhere else as any task. */
export function CheckButton({ ability, clusterIds }: { ability: Ability; clusterIds: readonly string[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [taskId, setTaskId] = useState<string>();
  const start = useSend(checkCompliance, { onDone: (answer) => setTaskId(answer.taskId) });
  const params = { params: { taskId: taskId ?? '' } };
  const task = useAnswer(getTask, params, { enabled: taskId !== undefined, everyMs: 1000 });
  const state = task.data?.id === taskId ? task.data?.state : undefined;
  const isOver = state !== undefined && ended.has(state);
  useEffect(() => {
    if (isOver) for (const { id } of shown) void queries.invalidateQueries({ queryKey: [id] });
  }, [isOver, queries]);
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
        loading={start.isSending || (taskId !== undefined && !isOver)}
        onClick={() => start.send({ body: { clusterIds: [...clusterIds] } })}
        data-testid="check-now"
      >
        {t(clusterIds.length === 0 ? 'standard.checkAll' : 'standard.checkNow')}
      </AbleButton>
    </span>
  );
}
