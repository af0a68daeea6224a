/** What the layout needs of a step, whether planned or running. */
export interface LaidOutStep {
  readonly id: string;
  readonly target?: string | undefined;
  readonly after: readonly string[];
}

/** A row of the drawing: bands across all columns, and a cell a column. */
export interface PlanRow<S extends LaidOutStep> {
  readonly depth: number;
  /** Steps of the whole plan or of a target without a column, drawn across. */
  readonly across: readonly S[];
  /** By column, in the order of `columns`. */
  readonly cells: readonly (readonly S[])[];
}

export interface PlanLayout<S extends LaidOutStep> {
  readonly columns: readonly string[];
  readonly rows: readonly PlanRow<S>[];
}

/** How many steps stand before each one on its longest way from the beginning; unknown `after` ids count as ended. */
export function depthsOf(steps: readonly LaidOutStep[]): ReadonlyMap<string, number> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const depths = new Map<string, number>();
  const walk = (id: string, seen: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const step = byId.get(id);
    if (!step || seen.has(id)) return -1;
    const before = new Set(seen).add(id);
    const depth = Math.max(-1, ...step.after.map((other) => walk(other, before))) + 1;
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of steps) walk(id, new Set());
  return depths;
}

/** Targets with a step that may run at the same time as a step of another one; the rest have the whole width to themselves. */
function targetsSideBySide(steps: readonly LaidOutStep[], depths: ReadonlyMap<string, number>): string[] {
  const targetsAt = new Map<number, Set<string>>();
  for (const { id, target } of steps) {
    if (!target) continue;
    const depth = depths.get(id) ?? 0;
    targetsAt.set(depth, (targetsAt.get(depth) ?? new Set()).add(target));
  }
  const beside = new Set([...targetsAt.values()].filter(({ size }) => size > 1).flatMap((targets) => [...targets]));
  return [...new Set(steps.flatMap(({ target }) => (target && beside.has(target) ? [target] : [])))];
}

/**
 * Draws a plan as a table: a row per depth, a column per target that runs beside others, in the order they first appear, so
 * that what runs side by side stands side by side and what waits stands below what it waits for. Steps of the whole plan,
 * and of targets that never run beside another, are drawn across.
 */
export function layOutPlan<S extends LaidOutStep>(steps: readonly S[]): PlanLayout<S> {
  const depths = depthsOf(steps);
  const columns = targetsSideBySide(steps, depths);
  const deepest = Math.max(-1, ...depths.values());
  const rows: PlanRow<S>[] = [];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const here = steps.filter(({ id }) => depths.get(id) === depth);
    rows.push({
      depth,
      across: here.filter(({ target }) => !target || !columns.includes(target)),
      cells: columns.map((column) => here.filter(({ target }) => target === column)),
    });
  }
  return { columns, rows };
}
