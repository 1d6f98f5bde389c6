import type {Query} from '#core/sync/define.ts';
import type {DataClient} from './data-client.ts';

/** The answer of a query at this moment, for acts that begin with what is stored. */
export function readOnce<Args, Answer>(data: DataClient, query: Query<Args, Answer>, args: Args): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = data.watchRead({kind: 'query', name: query.name, args}, (answer) => {
      stop();
      resolve(answer as Answer);
    });
  });
}
