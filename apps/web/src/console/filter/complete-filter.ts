import { quoted, scanFilter } from './scan-filter.ts';

export interface FilterColumn {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'time' | 'date' | 'json';
  readonly nullable: boolean;
  readonly choices?: readonly string[];
  readonly note?: string;
}

/** What a filter may name: the columns after each prefix of a path, and where a path may go on. */
export interface FilterCatalogue {
  /** Columns one step behind these names; undefined: they lead nowhere. */
  columnsAt(names: readonly string[]): readonly FilterColumn[] | undefined;
  /** Names a path may go on with, besides columns: `cluster`, `label`. */
  waysAt(names: readonly string[]): readonly { readonly name: string; readonly note: string }[];
  /** Values worth offering for a column that has no choices of its own. */
  valuesOf(names: readonly string[]): readonly string[];
}

export interface Suggestion {
  /** What takes the place of `from` … `to`. */
  readonly insert: string;
  readonly label: string;
  readonly note?: string;
  readonly from: number;
  readonly to: number;
}

const most = 60;
const ordering = ['<', '<=', '>', '>='];
const operatorsOf: Readonly<Record<FilterColumn['type'], readonly string[]>> = {
  text: ['=', '!=', '~', '!~', 'in', 'not in'],
  number: ['=', '!=', ...ordering, 'in', 'not in'],
  time: ordering,
  date: ['=', '!=', ...ordering],
  boolean: ['=', '!='],
  json: ['=', '!=', '~', '!~', ...ordering],
};

/** What may be written at the caret, best first. */
export function completeFilter(text: string, caret: number, catalogue: FilterCatalogue): readonly Suggestion[] {
  const before = text.slice(0, caret);
  const whole = scanFilter(before);
  const last = whole.pieces.at(-1);
  // What touches the caret is still being written: it is taken off, and what it begins with chooses.
  const isOpen = last !== undefined && last.to === caret && !['open', 'close', 'comma'].includes(last.means);
  const { wanted, path } = isOpen ? scanFilter(before.slice(0, last.from)) : whole;
  const from = isOpen ? last.from : caret;
  const begun = isOpen ? last.text : '';
  const offer = (words: readonly Omit<Suggestion, 'from' | 'to'>[], typed = begun, at = from) =>
    words
      .filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
      .sort((a, b) => Number(startsWith(b.label, typed)) - Number(startsWith(a.label, typed)))
      .slice(0, most)
      .map((word) => ({ ...word, from: at, to: caret }));

  if (wanted === 'path') {
    const dot = begun.lastIndexOf('.');
    const names = dot < 0 ? [] : begun.slice(0, dot).split('.');
    const typed = begun.slice(dot + 1);
    return offer(nextNames(names, catalogue), typed, from + dot + 1);
  }
  if (wanted === 'operator') {
    const column = columnOf(path ?? [], catalogue);
    // `in` begun as a name: the path before it is whole.
    return offer(operatorsOf[column?.type ?? 'text'].map((word) => ({ insert: `${word} `, label: word })));
  }
  if (wanted === 'list') return offer([{ insert: '(', label: '(' }]);
  if (wanted === 'value' || wanted === 'list-value') {
    const ending = wanted === 'value' ? ' ' : '';
    return offer(
      valuesOf(path ?? [], catalogue).map((value) => ({ insert: value + ending, label: value })),
      begun.replace(/^["']/, ''),
    );
  }
  const joins = wanted === 'list-next' ? [', ', ')'] : ['and ', 'or ', ...(isUnclosed(before) ? [')'] : [])];
  return offer(joins.map((word) => ({ insert: word, label: word.trim() })));
}

const startsWith = (label: string, typed: string) => label.toLowerCase().startsWith(typed.toLowerCase());
const isUnclosed = (text: string): boolean => {
  const { pieces } = scanFilter(text);
  return pieces.filter(({ means }) => means === 'open').length > pieces.filter(({ means }) => means === 'close').length;
};

function nextNames(names: readonly string[], catalogue: FilterCatalogue): Omit<Suggestion, 'from' | 'to'>[] {
  const columns = catalogue.columnsAt(names) ?? [];
  const ways = catalogue.waysAt(names);
  return [
    ...columns.map(({ name, note }) => ({ insert: `${name} `, label: name, ...(note ? { note } : {}) })),
    ...ways.map(({ name, note }) => ({ insert: `${name}.`, label: `${name}.`, note })),
    ...(names.length === 0 ? ['not ', '('].map((word) => ({ insert: word, label: word.trim() })) : []),
  ];
}

export function columnOf(path: readonly string[], catalogue: FilterCatalogue): FilterColumn | undefined {
  const name = path.at(-1);
  return catalogue.columnsAt(path.slice(0, -1))?.find((each) => each.name === name);
}

function valuesOf(path: readonly string[], catalogue: FilterCatalogue): readonly string[] {
  const column = columnOf(path, catalogue);
  const ending = column?.nullable || path[0] === 'label' ? ['null'] : [];
  if (column?.type === 'boolean') return ['true', 'false', ...ending];
  const values = column?.choices ?? catalogue.valuesOf(path);
  return [...values.map(quoted), ...ending];
}
