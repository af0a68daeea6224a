import { posix } from 'node:path';
import type { Version } from '../version.ts';
import { findParameter, type Parameter, type ParameterKind } from './parameter-book.ts';
import { isOff, isOn, listOf, wholeOf } from './value-words.ts';

/** Modes that stand for others: the server shows them with all they imply, which differ by version. By the manual. */
const ansi = ['real_as_float', 'pipes_as_concat', 'ansi_quotes', 'ignore_space'];
const traditional = [
  ...['strict_trans_tables', 'strict_all_tables', 'no_zero_in_date', 'no_zero_date'],
  ...['error_for_division_by_zero', 'no_auto_create_user', 'no_engine_substitution'],
];
const implied: Readonly<Record<Version['flavor'], Readonly<Record<string, readonly string[]>>>> = {
  mysql: { ansi: [...ansi, 'only_full_group_by'], traditional },
  // There ANSI leaves grouping alone: a server that has both was told both.
  mariadb: { ansi, traditional },
};

/** Called texts by the server, but names of something it knows: it takes them in any case. By the manual. */
const named =
  /^(character_set_(client|connection|database|filesystem|results|server)|(default_)?collation_\w+|(default|default_tmp|enforce)_(storage_)?engine|lc_(messages|time_names)|(default_|system_)?time_zone|innodb_(change_buffering|checksum_algorithm|default_row_format|doublewrite|flush_method|stats_method)|myisam_stats_method)$/;
/** Called texts too, and lists. */
const lists = /^((admin_)?tls_version|myisam_recover_options)$/;

function meant(name: string, kind: ParameterKind): ParameterKind {
  if (kind !== 'text') return kind;
  return lists.test(name) ? 'set' : named.test(name) ? 'one-of' : 'text';
}

/** Of a parameter the book does not know, as a text of the server looks. */
function looksLike(text: string): ParameterKind {
  if (/^(ON|OFF|YES|NO)$/.test(text)) return 'switch';
  return /^\d+$/.test(text) ? 'whole' : /^\d+\.\d+$/.test(text) ? 'number' : 'text';
}

export interface Spelled extends Pick<Version, 'flavor'> {
  readonly name: string;
}

/**
 * Do two texts mean the same value of this parameter? `ON` is `1`, `1G` is 1073741824, a list is the same in any order, a folder
 * with or without its last slash: only where the parameter is a switch, a size, a list. Of a text every letter counts. The one place
 * where values are compared; only rounding (`roundedTo`) goes beyond. Pure.
 */
export function sameValue({ flavor, name }: Spelled, one: string, other: string): boolean {
  const known = findParameter({ flavor }, name);
  if (known) return sameOf(known, one, other);
  return [one, other].some((text) => sameOfKind(flavor, meant(name, looksLike(text)), one, other));
}

type OfBook = Pick<Parameter, 'flavor' | 'name' | 'kind'>;

/** The same of a parameter of the book. */
export const sameOf = ({ flavor, name, kind }: OfBook, one: string, other: string): boolean =>
  sameOfKind(flavor, meant(name, kind), one, other);

function sameOfKind(flavor: Version['flavor'], kind: ParameterKind, one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()];
  if (a === b) return true;
  switch (kind) {
    case 'text':
      return a.startsWith('/') && b.startsWith('/') && pathOf(a) === pathOf(b);
    case 'number':
      return a !== '' && b !== '' && Number(a) === Number(b);
    case 'whole': {
      const whole = wholeOf(a);
      return whole !== undefined && whole === wholeOf(b);
    }
    case 'set':
      return sameSet(flavor, a, b);
    default:
      return a.toLowerCase() === b.toLowerCase() || (isOn(a) && isOn(b)) || (isOff(a) && isOff(b));
  }
}

const pathOf = (text: string): string => posix.normalize(text).replace(/(?<=.)\/$/, '');

function sameSet(flavor: Version['flavor'], a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => new Set(listOf(text.toLowerCase())));
  if (!one || !other) return false;
  if ([...one, ...other].some((part) => part.includes('='))) return sameFlags(one, other);
  for (const [mode, modes] of Object.entries(implied[flavor]))
    if (one.has(mode) && other.has(mode))
      for (const each of modes) {
        one.delete(each);
        other.delete(each);
      }
  return one.size === other.size && [...one].every((part) => other.has(part));
}

/** `mrr=off` changes one of many, and the server shows all: the same where nothing that both name differs. */
function sameFlags(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  return fewer.size > 0 && [...fewer].every((flag) => more.has(flag));
}
