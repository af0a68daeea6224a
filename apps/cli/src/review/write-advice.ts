import type { Dialect } from '@myriad/sql';
import {
  type AdviceSet,
  type AdviceSource,
  adviceJson,
  adviceText,
  adviseIndexes,
  listMapped,
  type ReviewFacts,
  scriptOf,
} from '@myriad/sql-review';
import type { Language } from '../language.ts';
import type { AskedServer } from './open-server.ts';
import { readScript } from './read-script.ts';

/** Facts are asked for once, for all files together. */
interface Asked {
  readonly dialect: Dialect;
  readonly factsOf: (text: string) => Promise<ReviewFacts>;
  readonly server: AskedServer | undefined;
}

/** Advice for all statements of these files together. What came from stdin was read already: it has none here. */
export async function writeAdvice(
  names: readonly string[],
  asked: Asked,
  { format, language }: { readonly format: 'text' | 'json'; readonly language: Language },
): Promise<void> {
  const advice = await adviseOn(await readSources(names.filter((name) => name !== '-')), asked);
  process.stdout.write(format === 'json' ? adviceJson(advice, language) : adviceText(advice, language));
}

/** @throws InputFault where the server does not answer */
export async function adviseOn(
  sources: readonly AdviceSource[],
  { dialect, factsOf, server }: Asked,
  executions?: ReadonlyMap<string, number>,
): Promise<AdviceSet> {
  const told = await factsOf(sources.map(({ text }) => text).join(';\n'));
  const facts = server ? await server.columnsOf(sources, told, dialect) : told;
  return adviseIndexes(sources, { dialect, facts, ...(executions ? { executions } : {}) });
}

/** Texts of the files; of a mapper the statements in all their shapes. */
export async function readSources(names: readonly string[]): Promise<readonly AdviceSource[]> {
  const sources: AdviceSource[] = [];
  for (const name of names) {
    const text = await readScript(name);
    if (!/\.xml$/i.test(name)) sources.push({ name, text });
    else {
      const mapped = listMapped(text);
      if (mapped) sources.push({ name, text: scriptOf(mapped) });
    }
  }
  return sources;
}
