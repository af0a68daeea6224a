import type { Words } from '../words.ts';

/** A policy or baseline that cannot be believed; the first thing wrong in it, and the line, from 1. */
export class PolicyFault extends Error {
  readonly line: number;
  readonly words: Words;
  constructor(line: number, words: Words) {
    super(`line ${line}: ${words.en}`);
    this.line = line;
    this.words = words;
  }
}
