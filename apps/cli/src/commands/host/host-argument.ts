import { type Client, listHosts } from '@myriad/contract';
import type { Argument } from '../../command.ts';
import { isId } from '../is-id.ts';

export const hostArgument: Argument = { name: 'HOST', words: { en: 'Name or id of the host', zh: '主机名称或 ID' } };

/** The id behind a name; what is no name is taken for an id. */
export async function hostIdOf(client: Client, reference: string): Promise<string> {
  if (isId(reference)) return reference;
  let cursor: string | undefined;
  do {
    const page = await client.call(listHosts, { query: { limit: 500, ...(cursor ? { cursor } : {}) } });
    const found = page.items.find(({ name }) => name === reference);
    if (found) return found.id;
    cursor = page.next;
  } while (cursor !== undefined);
  return reference;
}
