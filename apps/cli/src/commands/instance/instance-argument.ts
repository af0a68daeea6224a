import { type Client, listInstances } from '@myriad/contract';
import type { Argument } from '../../command.ts';
import { idByName } from '../id-by-name.ts';

export const instanceArgument: Argument = {
  name: 'INSTANCE',
  words: { en: 'Name (host:port) or id of the instance', zh: '实例的名称（主机:端口）或 ID' },
};

/** The id behind what people call it. @throws UsageError where several are called so */
export const instanceIdOf = (client: Client, reference: string): Promise<string> =>
  idByName(reference, (query) => client.call(listInstances, { query }));
