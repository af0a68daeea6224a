import {
  listReviewPolicies,
  listReviewPolicyVersions,
  type ReviewPolicyView,
  type ReviewRuleRow,
  setReviewRule,
} from '@myriad/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { useSend } from '../../shared/api/use-send.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { scopeName } from './scope-name.ts';

type Setting = 'on' | 'off' | 'X' | 'E' | 'W' | 'N' | 'as-before';
const settings = ['as-before', 'on', 'off', 'X', 'E', 'W', 'N'] as const;

/** One rule in every policy: on, off, or of another grade. */
export function RuleSwitches({ rule }: { rule: ReviewRuleRow }) {
  const policies = useAnswer(listReviewPolicies, {});
  return (
    <Loaded query={policies}>
      {({ items, changeBase }) => {
        const base = items.find(({ scope }) => scope.kind === 'base');
        const none = { scope: { kind: 'base' }, version: 0, rules: {}, abilities: { change: changeBase } } as const;
        return (
          <div className="stack">
            {[...(base ? [] : [none]), ...items].map((policy) => (
              <RuleSwitch key={JSON.stringify(policy.scope)} rule={rule} policy={policy} />
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

type SwitchedPolicy = Pick<ReviewPolicyView, 'scope' | 'name' | 'version' | 'rules' | 'abilities'>;

function RuleSwitch({ rule, policy }: { rule: ReviewRuleRow; policy: SwitchedPolicy }) {
  const { t } = useTranslation();
  const pick = usePick();
  const { scope, version, rules, abilities } = policy;
  const set = useSend(setReviewRule, { refreshes: [listReviewPolicies, listReviewPolicyVersions] });
  const own = rules[rule.id];
  const now: Setting = own === undefined ? 'as-before' : own.on === false ? 'off' : (own.grade ?? 'on');
  const { change } = abilities;
  const name = scopeName(policy, t);
  return (
    <>
      <div className="row wrap">
        <span className="review-scope">{name}</span>
        <Select
          aria-label={t('sqlReview.settingIn', { policy: name })}
          style={{ minWidth: 220 }}
          value={now}
          disabled={!change.allowed}
          loading={set.isSending}
          onChange={(next: Setting) =>
            set.send({
              params: { ruleId: rule.id },
              body: {
                ...{ scope, from: version, note: `${rule.id}: ${next}` },
                setting: next === 'as-before' ? null : next,
              },
            })
          }
          options={settings.map((value) => ({
            value,
            label: t(`sqlReview.settings.${value === 'as-before' && scope.kind === 'base' ? 'as-it-came' : value}`),
          }))}
        />
        {change.allowed || !change.words ? null : <span className="faint">{pick(change.words)}</span>}
      </div>
      <ProblemNote error={set.error} />
    </>
  );
}
