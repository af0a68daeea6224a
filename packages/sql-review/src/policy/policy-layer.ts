import type { Policy, RuleSetting } from '../compile-rules.ts';
import type { Grade, Rule } from '../rule.ts';

/** What a statement must be to go on. */
export interface Gate {
  /** 0–100; a statement below does not pass. */
  readonly minScore?: number;
  /** A finding of one of these grades blocks; all others only advise. Only X, unless told otherwise. */
  readonly block?: readonly Grade[];
}

/** Findings that are let go without a comment in the script: of a statement wherever it stands, or of all under a path. */
export interface StandingSuppression {
  readonly rule: string;
  /** 16 hex digits, as JSON reports and baselines give them. */
  readonly fingerprint?: string;
  /** A glob over the name of the file: `*` within a folder, `**` across folders. */
  readonly path?: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day it holds, as `2027-01-31`, in UTC. */
  readonly expires: string;
}

/** One level of a policy. What is missing is as the level below has it. */
export interface PolicyLayer {
  readonly rules: Policy;
  readonly gate: Gate;
  readonly suppressions: readonly StandingSuppression[];
  /** Rules of one's own; a later one of the same id replaces the earlier. */
  readonly ownRules: readonly Rule[];
}

export const emptyLayer: PolicyLayer = { rules: {}, gate: {}, suppressions: [], ownRules: [] };

/** The layers of one file or store: everything, then what an environment and an application have otherwise. */
export interface PolicyFile {
  readonly base: PolicyLayer;
  readonly environments: Readonly<Record<string, PolicyLayer>>;
  readonly applications: Readonly<Record<string, PolicyLayer>>;
  /** Name of the baseline file, beside this one. */
  readonly baseline: string | undefined;
}

/** Later layers win, setting by setting and parameter by parameter; suppressions add up. */
export const mergeLayers = (layers: readonly PolicyLayer[]): PolicyLayer =>
  layers.reduce(
    (below, layer) => ({
      rules: mergeRules(below.rules, layer.rules),
      gate: { ...below.gate, ...layer.gate },
      suppressions: [...below.suppressions, ...layer.suppressions],
      ownRules: [...below.ownRules.filter(({ id }) => !layer.ownRules.some((own) => own.id === id)), ...layer.ownRules],
    }),
    emptyLayer,
  );

function mergeRules(below: Policy, above: Policy): Policy {
  const merged: Record<string, RuleSetting> = { ...below };
  for (const [rule, setting] of Object.entries(above)) {
    const parameters = { ...below[rule]?.parameters, ...setting.parameters };
    const hasAny = Object.keys(parameters).length > 0;
    merged[rule] = { ...below[rule], ...setting, ...(hasAny ? { parameters } : {}) };
  }
  return merged;
}
