import { listTicketKinds } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';

export const serviceActions = ['start', 'stop', 'restart', 'decommission'] as const;
export type ServiceAction = (typeof serviceActions)[number];

/** The ticket kind that carries an action out, where the platform offers one. */
export function useServiceKinds(): (action: ServiceAction) => string | undefined {
  const kinds = useAnswer(listTicketKinds, {});
  return (action) => {
    const names = [`service.${action}`, `resource.${action}`];
    return kinds.data?.items.find(({ kind }) => names.includes(kind))?.kind;
  };
}
