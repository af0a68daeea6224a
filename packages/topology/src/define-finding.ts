import type { JsonObject, Words } from '@myriad/runbook';
import type { Finding, Grade } from './finding.ts';
import type { Fleet } from './fleet.ts';
import { showText } from './show-text.ts';

/** One place where a finding holds. */
export interface Occurrence {
  /** Id of the server; absent = the cluster as a whole. */
  readonly on?: string;
  /** Fills `{name}` in the words; `{server}` is there already. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Tells several on one server apart. */
  readonly key?: string;
  /** Another grade than the definition's. */
  readonly grade?: Grade;
  readonly evidence?: JsonObject;
}

export interface FindingDefinition {
  readonly code: string;
  readonly grade: Grade;
  readonly title: Words;
  /** What is so, with `{values}`. */
  readonly words: Words;
  /** The runbook's note: what it costs, what to know before mending it. */
  readonly why: Words;
  readonly next: Words;
  readonly find: (fleet: Fleet) => readonly Occurrence[];
}

export const defineFinding = (definition: FindingDefinition): FindingDefinition => definition;

export const runbookOf = (code: string): string => `findings.md#${code.toLowerCase()}`;

export const fillWords = ({ en, zh }: Words, values: Readonly<Record<string, string | number>>): Words => {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(values, name) ? showText(String(values[name])) : hole,
    );
  return { en: fill(en), zh: fill(zh) };
};

/** Occurrences of one definition as findings. */
export function findAll(fleet: Fleet, definition: FindingDefinition): readonly Finding[] {
  const { code, grade, words, next } = definition;
  return definition.find(fleet).map((found) => {
    const name = fleet.graph.nodes.find(({ id }) => id === found.on)?.name ?? '';
    const values = { server: name, ...found.values };
    return {
      code,
      grade: found.grade ?? grade,
      on: found.on === undefined ? { entity: 'cluster' } : { entity: 'instance', id: found.on },
      key: found.key ?? '',
      words: fillWords(words, values),
      next: fillWords(next, values),
      runbook: runbookOf(code),
      evidence: found.evidence ?? {},
    };
  });
}
