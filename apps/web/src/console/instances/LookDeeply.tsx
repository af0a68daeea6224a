import { getInstanceSpace, listInstanceAccounts, listPortraitChanges, lookAtClusterDeeply } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { useWatchedTask } from '../tasks/use-watched-task.ts';

/** Everything that is shown from the last deep look. */
const shown = [getInstanceSpace, listInstanceAccounts, listPortraitChanges];

/** Where nobody looked deeply yet: now, once, or every night by a schedule. */
export function LookDeeply({ clusterId }: { clusterId: string | null | undefined }) {
  const { t } = useTranslation();
  const [taskId, setTaskId] = useState<string>();
  const start = useSend(lookAtClusterDeeply, { onDone: (answer) => setTaskId(answer.taskId) });
  const { state, runs } = useWatchedTask(taskId, shown);
  return (
    <span className="row wrap">
      <ProblemNote error={start.error} />
      {clusterId ? (
        <Button
          type="primary"
          loading={start.isSending || runs}
          onClick={() => start.send({ params: { clusterId } })}
          data-testid="look-deeply"
        >
          {t('instance.lookDeeply')}
        </Button>
      ) : null}
      {taskId ? (
        <Link to={`/tasks/${taskId}`} className="row">
          {t('task.one')} {state ? <StateMark of="task" value={state} /> : null}
        </Link>
      ) : null}
      <Link to="/schedules">{t('instance.lookRegularly')}</Link>
    </span>
  );
}
