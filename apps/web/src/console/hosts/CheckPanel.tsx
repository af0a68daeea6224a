import type { HostView } from '@myriad/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { VerdictCounts, type Verdicts, verdictOrder } from './VerdictCounts.tsx';
import './hosts.css';

/** The host check: what failed first, each with what to do; what passed is folded away. */
export function CheckPanel({ check }: Pick<HostView, 'check'>) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  if (!check)
    return (
      <Panel title={t('host.verdicts')} flush>
        <Message title={t('host.verdictsNone')} next={t('host.verdictsNoneNext')} />
      </Panel>
    );
  const open = verdictOrder.filter((verdict) => isWhole || verdict !== 'pass');
  const passed = check.verdicts.filter(({ verdict }) => verdict === 'pass').length;
  return (
    <Panel
      title={t('host.verdicts')}
      flush
      beside={<VerdictCounts verdicts={check.verdicts} />}
      acts={
        <span className="faint">
          {t('host.checked')} <RelativeTime at={check.at} />
        </span>
      }
    >
      <ul className="verdicts">
        {open.flatMap((verdict) =>
          check.verdicts
            .filter((each) => each.verdict === verdict)
            .map((each) => <Verdict key={each.item} verdict={each} />),
        )}
      </ul>
      {passed > 0 ? (
        <Button type="link" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {t('state.verdict.pass')} · {passed}
        </Button>
      ) : null}
    </Panel>
  );
}

function Verdict({ verdict }: { verdict: Verdicts[number] }) {
  const pick = usePick();
  return (
    <li>
      <StateMark of="verdict" value={verdict.verdict} />
      <div>
        {pick(verdict.words)}
        {verdict.next ? <div className="soft">→ {pick(verdict.next)}</div> : null}
      </div>
      <code className="faint verdict-measured">{verdict.measured ?? verdict.item}</code>
    </li>
  );
}
