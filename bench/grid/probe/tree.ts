/** Counts by the words that stand before them. */
export type Counts = Readonly<Record<string, number>>;

/** The counts that the tree of states tells now. */
export function countsTold(): Counts {
  const buttons = [...document.querySelectorAll('nav button')];
  return Object.fromEntries(
    buttons.flatMap((button): [string, number][] => {
      const [count, label] = [...button.querySelectorAll(':scope > span')].toReversed();
      const digits = count?.textContent?.replaceAll(/\D/g, '') ?? '';
      return label && digits !== '' ? [[label.textContent?.trim() ?? '', Number(digits)]] : [];
    }),
  );
}

export function countsRight(expected: Counts): boolean {
  const told = countsTold();
  return Object.entries(expected).every(([word, count]) => told[word] === count);
}

/** Chooses a state, as a person does. */
export function clickState(word: string): void {
  const labels = [...document.querySelectorAll('nav button > span')];
  const found = labels.find((label) => label.textContent?.trim() === word);
  if (!(found?.parentElement instanceof HTMLElement)) throw new Error(`The tree has no ${word}`);
  found.parentElement.click();
}
