import { type Flavor, findParameter, type ParameterKind, sameValue as sameOfKind } from '@myriad/mysql';

/** Called texts by the server, but names of something it knows: it takes them in any case. By the manual. */
const choices =
  /^(character_set_(client|connection|database|filesystem|results|server)|(default_)?collation_\w+|(default|default_tmp|enforce)_(storage_)?engine|lc_(messages|time_names)|(default_|system_)?time_zone|innodb_(change_buffering|checksum_algorithm|default_row_format|doublewrite|flush_method|stats_method)|myisam_stats_method)$/;
const lists = /^((admin_)?tls_version|myisam_recover_options)$/;

/** What kind of value it is: as the book has it, else as the server's own text looks. */
function kindOf(name: string, flavor: Flavor, text: string): ParameterKind {
  const known = findParameter({ flavor }, name)?.kind;
  if (known !== undefined && known !== 'text') return known;
  if (lists.test(name)) return 'set';
  if (choices.test(name)) return 'one-of';
  if (known === 'text') return 'text';
  if (/^(ON|OFF|YES|NO)$/.test(text)) return 'switch';
  return /^\d+$/.test(text) ? 'whole' : /^\d+\.\d+$/.test(text) ? 'number' : 'text';
}

const path = (text: string): string => (text.startsWith('/') ? text.replace(/\/+$/, '') : text);

/**
 * Do two texts mean the same value of this parameter? `ON` is `1`, `1G` is 1073741824, a list is the same in any order: only where
 * the parameter is a switch, a size, a list. Of a text every letter counts. Pure.
 */
export function sameValue(name: string, flavor: Flavor, one: string, other: string): boolean {
  if (one === other) return true;
  const kind = kindOf(name, flavor, one);
  return kind === 'text' ? path(one) === path(other) : sameOfKind(kind, one, other);
}
