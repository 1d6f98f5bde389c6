const reloadsMax = 3;
const withinMs = 60_000;

/** Whether one more reload may help: a page that stopped three times within a minute will stop again. */
export interface ReloadBudget {
  /** Spends one reload if there is one; `now` in epoch milliseconds. */
  spend(now: number): boolean;
}

export function reloadBudget(): ReloadBudget {
  let spent: readonly number[] = [];

  return {
    spend(now) {
      spent = spent.filter((at) => now - at < withinMs);
      if (spent.length >= reloadsMax) return false;
      spent = [...spent, now];
      return true;
    },
  };
}
