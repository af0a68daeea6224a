import {
  getClusterLive,
  getClusterTopology,
  getInstanceGlance,
  listFindings,
  lookAtCluster,
  lookAtInstance,
} from '@myriad/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../shared/api/use-send.ts';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';

/** Everything on these pages that a look may change. */
const refreshes = [getInstanceGlance, getClusterLive, getClusterTopology, listFindings];

/** Instead of waiting for the next turn of the sweep; the platform itself asks no server more than once in two seconds. */
export function LookAtInstance({ instanceId }: { instanceId: string }) {
  const { send, isSending, error } = useSend(lookAtInstance, { refreshes });
  return <LookNow isSending={isSending} error={error} onClick={() => send({ params: { instanceId } })} />;
}

/** The same for every instance of a cluster. */
export function LookAtCluster({ clusterId }: { clusterId: string }) {
  const { send, isSending, error } = useSend(lookAtCluster, { refreshes });
  return <LookNow isSending={isSending} error={error} onClick={() => send({ params: { clusterId } })} />;
}

interface LookNowProps {
  readonly isSending: boolean;
  readonly error: Error | undefined;
  readonly onClick: () => void;
}

function LookNow({ isSending, error, onClick }: LookNowProps) {
  const { t } = useTranslation();
  return (
    <>
      {error ? <ProblemNote error={error} /> : null}
      <Button size="small" loading={isSending} onClick={onClick} data-testid="look-now">
        {t('instance.lookNow')}
      </Button>
    </>
  );
}
