import type { Dialect } from '@myriad/sql';
import {
  type AdviceSource,
  adviceJson,
  adviceText,
  adviseIndexes,
  listMapped,
  type ReviewFacts,
  scriptOf,
} from '@myriad/sql-review';
import type { Language } from '../language.ts';
import { readScript } from './read-script.ts';

/** Facts are asked for once, for all files together. */
interface Asked {
  readonly dialect: Dialect;
  readonly factsOf: (text: string) => Promise<ReviewFacts>;
}

/** Advice for all statements of these files together. Files from stdin were read already and have none here. */
export async function writeAdvice(
  names: readonly string[],
  { dialect, factsOf }: Asked,
  { format, language }: { readonly format: 'text' | 'json'; readonly language: Language },
): Promise<void> {
  const sources = await readSources(names);
  const facts = await factsOf(sources.map(({ text }) => text).join(';\n'));
  const advice = adviseIndexes(sources, { dialect, facts });
  process.stdout.write(format === 'json' ? adviceJson(advice, language) : adviceText(advice, language));
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
