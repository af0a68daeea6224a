import { type Client, createClient, getMe, NoAnswer, ProblemAnswer } from '@myriad/contract';
import { QueryClient } from '@tanstack/react-query';
import { connectionLostSince, noteAnswered, noteLost, onConnectionChange } from './connection.ts';

const plain = createClient({ baseUrl: '' });

/** The console's caller: notes whether the platform answers, and asks who we are again when a session has ended. */
export const client: Client = {
  async call(endpoint, input) {
    try {
      const answer = await plain.call(endpoint, input);
      noteAnswered();
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer) noteLost();
      if (error instanceof ProblemAnswer) {
        noteAnswered();
        if (error.status === 401 && endpoint.id !== getMe.id && endpoint.access !== 'public')
          void queryClient.invalidateQueries({ queryKey: [getMe.id] });
      }
      throw error;
    }
  },
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 2_000,
      retry: (count, error) => error instanceof NoAnswer && count < 2,
      retryDelay: 600,
    },
    mutations: { networkMode: 'always', retry: (count, error) => error instanceof NoAnswer && count < 2 },
  },
});

const knockMs = 2_500;
let knocking: ReturnType<typeof setTimeout> | undefined;

/** While nothing answers, knocks until something does; then every page on screen looks again. */
function knock(): void {
  if (knocking !== undefined) return;
  knocking = setTimeout(async () => {
    knocking = undefined;
    if (connectionLostSince() === undefined) return;
    await client.call(getMe, {}).catch(() => undefined);
    if (connectionLostSince() === undefined) await queryClient.invalidateQueries();
    else knock();
  }, knockMs);
}
onConnectionChange(() => {
  if (connectionLostSince() !== undefined) knock();
});
