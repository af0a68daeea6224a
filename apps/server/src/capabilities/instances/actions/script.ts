import { readFileSync } from 'node:fs';

/** The text of a shell script beside this file. */
export const script = (name: string): string => readFileSync(new URL(`./${name}.sh`, import.meta.url), 'utf8');

const state = script('server-state');

/** A script that works on one instance's folder: the state functions stand in front of it. */
export const instanceScript = (name: string): string => `${state}\n${script(name)}`;
