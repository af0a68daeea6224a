import { listTicketKinds } from '@myriad/contract';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePick } from '../../shared/words/use-words.ts';

/** What a kind of ticket is called; its code on hover, and where the platform does not offer it any more. */
export function KindName({ kind }: { kind: string }) {
  const pick = usePick();
  const kinds = useAnswer(listTicketKinds, {});
  const title = kinds.data?.items.find((each) => each.kind === kind)?.title;
  return title ? <b title={kind}>{pick(title)}</b> : <code>{kind}</code>;
}
