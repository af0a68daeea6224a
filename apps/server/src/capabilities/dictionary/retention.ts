import type { RetentionRule } from '../../platform/retention/retention.ts';
import { rowsOlderThan } from '../../platform/retention/rows-older-than.ts';
import { removeOldParameters } from './store/fleet-parameters.ts';
import { removeOldGrowth } from './store/growth.ts';
import { removeOldSuggestions } from './store/tags.ts';

/** What no look saw for so long leaves; what people wrote and decided stays, and is there again when the thing is. */
const unseenDays = 400;

export const dictionaryRetention: readonly RetentionRule[] = [
  rowsOlderThan({ table: 'dictionary_column', time: 'seen_at', keepDays: unseenDays }),
  rowsOlderThan({ table: 'dictionary_index', time: 'seen_at', keepDays: unseenDays }),
  rowsOlderThan({ table: 'dictionary_table', time: 'seen_at', keepDays: unseenDays }),
  rowsOlderThan({ table: 'dictionary_schema', time: 'seen_at', keepDays: unseenDays }),
  { name: 'dictionary_tag: suggestions of columns that left', keepDays: unseenDays, removeSome: removeOldSuggestions },
  rowsOlderThan({ table: 'dictionary_account', time: 'seen_at', keepDays: unseenDays }),
  { name: 'dictionary_parameters_of', keepDays: unseenDays, removeSome: removeOldParameters },
  { name: 'dictionary_growth', keepDays: 730, removeSome: removeOldGrowth },
  rowsOlderThan({ table: 'dictionary_change', time: 'at', keepDays: 1100 }),
];
