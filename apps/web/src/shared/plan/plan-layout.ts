/** What the layout needs of a step, whether planned or running. */
export interface LaidOutStep {
  readonly id: string;
  readonly target?: string | undefined;
  readonly after: readonly string[];
}

/** A row of the drawing: either one band across all columns (steps without a target), or a cell a column. */
export interface PlanRow<S extends LaidOutStep> {
  readonly depth: number;
  /** Steps of the whole plan, drawn across. */
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

/**
 * Draws a plan as a table: a column per target in the order they first appear, a row per depth, so that what runs side by
 * side stands side by side and what waits stands below what it waits for. With one target or none there is one column.
 */
export function layOutPlan<S extends LaidOutStep>(steps: readonly S[]): PlanLayout<S> {
  const depths = depthsOf(steps);
  const columns = [...new Set(steps.flatMap(({ target }) => (target ? [target] : [])))];
  const deepest = Math.max(-1, ...depths.values());
  const rows: PlanRow<S>[] = [];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const here = steps.filter(({ id }) => depths.get(id) === depth);
    rows.push({
      depth,
      across: here.filter(({ target }) => !target),
      cells: columns.map((column) => here.filter(({ target }) => target === column)),
    });
  }
  return { columns, rows };
}
