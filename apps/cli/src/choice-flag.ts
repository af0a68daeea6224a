import { type CommandCall, textFlag, UsageError } from './command.ts';

/** A flag that takes one of these words. @throws UsageError naming them */
export function choiceFlag<const Choice extends string>(
  call: Pick<CommandCall, 'flags'>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textFlag(call, name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new UsageError({
      en: `--${name} is one of: ${choices.join(', ')}.`,
      zh: `--${name} 可选值：${choices.join('、')}。`,
    });
  return found;
}
