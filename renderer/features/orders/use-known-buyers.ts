import {useEffect, useState} from 'react';
import type {BuyerRow, Contact} from '#core/customers/schema.ts';
import {buyersPage} from '#core/customers/queries.ts';
import type {DataClient} from '../../app/data/data-client.ts';
import {readOnce} from '../../app/data/read-once.ts';
import {useData} from '../../app/data/use-data.ts';
import type {KnownBuyer} from './known.ts';

const pageSize = 500;
const buyersMax = 20_000;

/** Who has bought before, opened for this form alone, page by page, from the moment they are wanted. */
export function useKnownBuyers(wanted: boolean): readonly KnownBuyer[] {
  const data = useData();
  const [buyers, setBuyers] = useState<readonly KnownBuyer[]>([]);
  useEffect(() => {
    if (!wanted) return undefined;
    let stands = true;
    const read = async (): Promise<void> => {
      let known: readonly KnownBuyer[] = [];
      for await (const page of openedPages(data)) {
        if (!stands) return;
        known = [...known, ...page];
        setBuyers(known);
        if (known.length >= buyersMax) return;
      }
    };
    void read();
    return () => {
      stands = false;
    };
  }, [data, wanted]);
  return buyers;
}

async function* openedPages(data: DataClient): AsyncGenerator<readonly KnownBuyer[]> {
  let from: string | undefined;
  for (;;) {
    // One more than a page: it is where the next begins.
    const rows: readonly BuyerRow[] = await readOnce(data, buyersPage, {limit: pageSize + 1, ...(from ? {from} : {})});
    yield await Promise.all(rows.slice(0, pageSize).map((row) => opened(data, row))).then((all) => all.flat());
    from = rows[pageSize]?.id;
    if (from === undefined) return;
  }
}

async function opened(data: DataClient, {id, contact}: BuyerRow): Promise<readonly KnownBuyer[]> {
  const answer = await data.call('data.open', {sealed: contact});
  return answer.ok ? [{id: id as KnownBuyer['id'], contact: answer.value as Contact}] : [];
}
