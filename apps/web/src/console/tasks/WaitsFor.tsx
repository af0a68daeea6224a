import type { TaskSummary } from '@myriad/contract';
import { Trans } from 'react-i18next';
import { Link } from 'react-router';
import { useThingName } from '../frame/use-thing-name.ts';

/** Whom a task waits for, each a link to the one that holds what it needs. */
export function WaitsFor({ waitsFor }: Pick<TaskSummary, 'waitsFor'>) {
  const nameOf = useThingName();
  return waitsFor.map(({ resource, taskId }) => (
    <div key={resource + taskId} className="tone-warn">
      <Trans
        i18nKey="task.waitsFor"
        values={{ task: `…${taskId.slice(-6)}`, resource: nameOf(resource)?.words ?? resource }}
        components={{ a: <Link to={`/tasks/${taskId}`} /> }}
      />
    </div>
  ));
}
