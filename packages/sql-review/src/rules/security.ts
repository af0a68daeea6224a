import type { Rule } from '../rule.ts';
import { killStatement } from './security/kill-statement.ts';
import { setGlobal } from './security/set-global.ts';
import { shutdownStatement } from './security/shutdown-statement.ts';

export const securityRules: readonly Rule[] = [killStatement, setGlobal, shutdownStatement];
