import { readFileSync } from 'node:fs';

/** The shell functions every host action can call, see `prelude.sh`. */
export const prelude = readFileSync(new URL('./prelude.sh', import.meta.url), 'utf8');
