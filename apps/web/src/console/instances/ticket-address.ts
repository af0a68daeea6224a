import { type Ability, listTicketKinds } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { newTicketAddress } from '../tickets/new/ticket-kinds.ts';

export interface TicketWay {
  readonly ability: Ability;
  readonly address: (prefill: Readonly<Record<string, string>>) => string;
}

/** The way to ask for something by ticket; undefined where the platform offers no such kind. */
export function useTicketWay(kind: string): TicketWay | undefined {
  const kinds = useAnswer(listTicketKinds, {});
  const found = kinds.data?.items.find((each) => each.kind === kind);
  return found && { ability: found.open, address: (prefill) => newTicketAddress(kind, prefill) };
}

export const changeParametersKind = 'service.change-parameters';
export const killSessionKind = 'service.kill-session';
