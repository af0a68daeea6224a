import type { TicketView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';
import { planText } from './show-plan.ts';

export const shownTicket = (ticket: TicketView): Shown => ({
  value: ticket,
  text: (language) => ticketText(ticket, language),
});

const freezeText = ({ name, reason, untilAt }: NonNullable<TicketView['freeze']>): string =>
  `${name} (${reason}) → ${timeOf(untilAt)}`;

export function ticketText(ticket: TicketView, language: Language): string {
  const head = detailsOf(
    [
      [columns.number, ticket.number],
      [columns.title, ticket.title[language]],
      [columns.kind, ticket.kind],
      [columns.state, stateWord(ticket.state, language)],
      [columns.openedBy, ticket.openedBy.name],
      [columns.at, timeOf(ticket.openedAt)],
      ...(ticket.closedAt === undefined ? [] : [[columns.closedAt, timeOf(ticket.closedAt)] as const]),
      ...(ticket.reason === undefined ? [] : [[{ en: 'REASON', zh: '原因' }, ticket.reason] as const]),
      ...(ticket.freeze === undefined ? [] : [[{ en: 'FREEZE', zh: '封网' }, freezeText(ticket.freeze)] as const]),
      ...(ticket.planHash === undefined ? [] : [[columns.hash, ticket.planHash] as const]),
    ],
    language,
  );
  const parts = ticket.subTickets.map((part) => {
    const task = part.taskId === undefined ? '' : language === 'zh' ? `，任务 ${part.taskId}` : `, task ${part.taskId}`;
    const held =
      part.heldUntil === undefined
        ? ''
        : language === 'zh'
          ? `，等待封网结束 ${timeOf(part.heldUntil)}`
          : `, waits for the end of a change freeze, ${timeOf(part.heldUntil)}`;
    const heading = `\n${part.title[language]} (${stateWord(part.state, language)}${task}${held})\n`;
    return heading + (part.plan && ticket.state === 'waiting' ? planText(part.plan, language) : '');
  });
  const history = tableOf(
    [
      { title: columns.at, of: (line) => timeOf(line.at) },
      { title: columns.who, of: (line) => line.by },
      { title: columns.what, of: (line) => line.words[language] },
    ],
    ticket.history,
    language,
  );
  return `${head}${parts.join('')}\n${history}`;
}
