import type {ConsoleMessage, Page} from 'playwright';

/** What was seen of the pages of one story that nobody may have to see. */
export interface Witness {
  readonly onPage: (page: Page) => void;
  /** Errors of pages and workers, and whatever the content security policy stopped. */
  complaints(): readonly string[];
  /** Everything that was asked for, by pages and by their workers. */
  addresses(): readonly string[];
}

export function witness(): Witness {
  const complaints = new Set<string>();
  const addresses = new Set<string>();

  const hearConsole = (message: ConsoleMessage): void => {
    const text = message.text();
    if (message.type() === 'error' || /content security policy/i.test(text))
      complaints.add(`${message.type()}: ${text}`);
  };
  const hearError = (error: Error): void => void complaints.add(error.stack ?? error.message);
  const hearAddress = (asked: {url(): string}): void => void addresses.add(asked.url());

  return {
    onPage(page) {
      page.on('console', hearConsole);
      page.on('pageerror', hearError);
      page.on('crash', () => complaints.add('A page crashed'));
      page.on('request', hearAddress);
      page.on('websocket', hearAddress);
      // A window of the desktop has begun to load before it can be listened to.
      const missed = Promise.all([page.consoleMessages(), page.pageErrors(), page.requests()]);
      missed.then(
        ([messages, errors, requests]) => {
          messages.forEach(hearConsole);
          errors.forEach(hearError);
          requests.forEach(hearAddress);
        },
        () => undefined,
      );
    },
    complaints: () => [...complaints],
    addresses: () => [...addresses],
  };
}
