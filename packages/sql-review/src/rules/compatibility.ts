import type { Rule } from '../rule.ts';
import { setSqlMode } from './compatibility/set-sql-mode.ts';

export const compatibilityRules: readonly Rule[] = [setSqlMode];
