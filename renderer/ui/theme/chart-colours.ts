/** Hues of series, in this order always: the same series keeps its hue when others come and go. */
export const chartHues = [1, 2, 3, 4, 5, 6, 7, 8].map((step) => `var(--chart-${step})`);

/** From little to much. */
export const chartRamp = [1, 2, 3, 4, 5, 6, 7].map((step) => `var(--ramp-${step})`);

/** From below through the middle to above. */
export const chartDivergence = [1, 2, 3, 4, 5, 6, 7].map((step) => `var(--diverge-${step})`);

export const chartLine = 'var(--chart-line)';
