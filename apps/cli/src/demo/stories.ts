import type { Words } from '../language.ts';
import { deployStory } from './deploy-story.ts';

export interface StoryOptions {
  readonly flavor: 'mysql' | 'mariadb';
  readonly say: (words: Words) => void;
}

export interface StoryCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What was seen where it did not hold. */
  readonly seen?: string;
}

export interface StoryResult {
  readonly story: string;
  readonly ok: boolean;
  readonly checks: readonly StoryCheck[];
}

/** Every story, by the name it is asked for. */
export const stories: Readonly<Record<string, (options: StoryOptions) => Promise<StoryResult>>> = {
  deploy: deployStory,
};
