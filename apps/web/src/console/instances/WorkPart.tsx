import type { PartProps } from './parts.ts';
import { TasksPanel } from './TasksPanel.tsx';
import { TicketsPanel } from './TicketsPanel.tsx';

/** What was asked for and what was done about this instance and its whole cluster. */
export function WorkPart({ instance }: PartProps) {
  return (
    <>
      <TasksPanel instance={instance} />
      <TicketsPanel instance={instance} />
    </>
  );
}
