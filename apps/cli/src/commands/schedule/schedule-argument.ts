import { type Client, listSchedules } from '@myriad/contract';
import type { Argument } from '../../command.ts';
import { idByName } from '../id-by-name.ts';

export const scheduleArgument: Argument = {
  name: 'SCHEDULE',
  words: { en: 'Name or id of the schedule', zh: '定时计划名称或 ID' },
};

export const scheduleIdOf = (client: Client, reference: string): Promise<string> =>
  idByName(reference, (query) => client.call(listSchedules, { query }));
