import { type Client, listApplications } from '@myriad/contract';
import { idByName } from '../id-by-name.ts';

export const applicationArgument = {
  name: 'APPLICATION',
  words: { en: 'Name or id of the application', zh: '应用名称或编号' },
} as const;

export const applicationIdOf = (client: Client, reference: string): Promise<string> =>
  idByName(reference, (query) => client.call(listApplications, { query }));
