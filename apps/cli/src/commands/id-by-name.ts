import { UsageError } from '../command.ts';
import { isId } from './is-id.ts';

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly next?: string | undefined;
}

/** The id behind a name that need not be the only one; what is no name is taken for an id. @throws UsageError naming the ids */
export async function idByName(
  reference: string,
  read: (query: { limit: number; cursor?: string }) => Promise<Named>,
): Promise<string> {
  if (isId(reference)) return reference;
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items.filter(({ name }) => name === reference).map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  const [first = reference, ...others] = found;
  if (others.length > 0)
    throw new UsageError({
      en: `Several are called ${reference}; give the id: ${found.join(', ')}.`,
      zh: `有多个名为 ${reference}，请给出 ID：${found.join('、')}。`,
    });
  return first;
}
