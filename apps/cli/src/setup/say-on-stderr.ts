import { languageFrom, type Words } from '../language.ts';

/** Progress for the person at the terminal: one line each on stderr, since stdout belongs to results. */
export function sayOnStderr(env: NodeJS.ProcessEnv = process.env): (words: Words) => void {
  const language = languageFrom(env);
  return (words) => void process.stderr.write(`${words[language]}\n`);
}
