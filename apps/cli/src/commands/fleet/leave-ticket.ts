import { randomUUID } from 'node:crypto';
import { type AccessLevel, type Client, getClusterLevels, submitTicket } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import { ticketText } from '../ticket/show-ticket.ts';

interface Leaving {
  readonly kind: 'fleet.lower-level' | 'fleet.release';
  readonly form: { readonly clusterId: string; readonly level?: AccessLevel };
  readonly reason: string | undefined;
}

/** Submits the ticket, and prints what people may run on the primary once it is done: the platform drops no account. */
export async function submitLeaving(client: Client, { kind, form, reason }: Leaving): Promise<Shown> {
  const { clusterId, level } = form;
  const { levels } = await client.call(getClusterLevels, { params: { clusterId } });
  const kept = level === undefined ? 0 : levels.findIndex((each) => each.level === level) + 1;
  const toDrop = levels.slice(kept).flatMap(({ drop }) => drop ?? []);
  const body = { kind, form, ...(reason === undefined ? {} : { reason }) };
  const ticket = await client.call(submitTicket, { idempotencyKey: randomUUID(), body });
  return {
    value: { ticket, toDrop },
    text: (language) => {
      const lead =
        language === 'zh'
          ? '工单完成后，可由您在主库上自行执行：'
          : 'Once the ticket is done you may run, yourself, on the primary:';
      const drops = toDrop.map((sql) => `  ${sql}\n`).join('');
      return `${ticketText(ticket, language)}${drops ? `\n${lead}\n${drops}` : ''}`;
    },
  };
}
