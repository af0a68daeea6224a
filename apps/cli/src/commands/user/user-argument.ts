import { listUsers } from '@myriad/contract';
import { argument, type CommandCall } from '../../command.ts';
import { idByName } from '../id-by-name.ts';

/** The argument of every verb about one user. */
export const userArgument = { name: 'USER', words: { en: 'Name or id of the user', zh: '用户名或 ID' } } as const;

export const userIdOf = (call: CommandCall): Promise<string> =>
  idByName(argument(call, 'USER'), (query) => call.server().client.call(listUsers, { query }));
