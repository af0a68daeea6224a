import type { Argument } from '../../command.ts';

export const ticketArgument: Argument = {
  name: 'TICKET',
  words: { en: 'Number or id of the ticket, for example R-17', zh: '工单编号或 ID，例如 R-17' },
};
