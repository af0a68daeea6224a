import { NoAnswer, Problem, ProblemAnswer } from '@myriad/contract';
import type { CommandCall } from '../../command.ts';

/**
 * Writes an export to the standard output as it comes, however long it is. Says on the error output where rows were left out.
 * @throws ProblemAnswer, NoAnswer (also where the connection ends before the file does)
 */
export async function extract(
  { server, terminal, signal, language }: Pick<CommandCall, 'server' | 'terminal' | 'signal' | 'language'>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  const { url, headers } = server();
  const address = `${url}${path}?${new URLSearchParams(query)}`;
  try {
    const response = await fetch(address, { headers, signal });
    if (!response.ok) throw new ProblemAnswer(Problem.parse(await response.json()));
    if (response.body) for await (const text of response.body.pipeThrough(new TextDecoderStream())) terminal.out(text);
    if (response.headers.get('x-truncated') !== 'yes') return;
    const limit = response.headers.get('x-row-limit');
    terminal.err(
      language === 'zh'
        ? `已达上限 ${limit} 行，其余未导出。\n`
        : `There are more than ${limit} rows; the rest was left out.\n`,
    );
  } catch (error) {
    if (signal.aborted || error instanceof ProblemAnswer) throw error;
    throw new NoAnswer(address, error);
  }
}
