import type { TaskSummary } from '@myriad/contract';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';

/** Whom a task waits for, each a link to the one that holds what it needs. */
export function WaitsFor({ waitsFor }: Pick<TaskSummary, 'waitsFor'>) {
  return waitsFor.map(({ resource, taskId }) => (
    <div key={resource + taskId} className="tone-warn">
      <Trans
        i18nKey="task.waitsFor"
        values={{ task: taskId, resource }}
        components={{ a: <Link to={`/tasks/${taskId}`} /> }}
      />
    </div>
  ));
}
