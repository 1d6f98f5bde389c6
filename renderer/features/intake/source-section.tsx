import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {OrderSource} from '#core/intake/messages.ts';
import type {Order} from '#core/orders/schema.ts';
import {useData} from '../../app/data/use-data.ts';
import {saveOriginal} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatMoment} from '../../ui/format/moments.ts';
import {PanelSection} from '../../ui/side-panel.tsx';
import {SourceRows} from './source-rows.tsx';
import styles from './source.module.css';

/** Below an order: the rows of files that its figures come from. */
export function SourceSection({order}: {readonly order: Order}) {
  const {t} = useTranslation('intake');
  const data = useData();
  const [sources, setSources] = useState<{readonly of: Order; readonly list: readonly OrderSource[]} | undefined>();
  useEffect(() => {
    let wanted = true;
    void data.call('intake.source', {orderId: order.id}).then((answer) => {
      if (wanted && answer.ok) setSources({of: order, list: answer.value});
    });
    return () => {
      wanted = false;
    };
  }, [data, order]);
  if (sources?.of.id !== order.id || sources.list.length === 0) return null;
  return (
    <PanelSection title={t('source.title')}>
      <div className={styles.sources}>
        {sources.list.map((source) => (
          <Source key={`${source.importId} ${source.fileId}`} source={source} order={order} />
        ))}
      </div>
    </PanelSection>
  );
}

function Source({source, order}: {readonly source: OrderSource; readonly order: Order}) {
  const {t, i18n} = useTranslation('intake');
  const locale = useLocale();
  const data = useData();
  const say = useNotices((notices) => notices.say);
  const get = async (): Promise<void> => {
    const answer = await data.call('intake.file', {fileId: source.fileId});
    if (!answer.ok) return say(faultWords(i18n, answer.fault));
    const saved = await saveOriginal(answer.value);
    if (!saved.ok) say(faultWords(i18n, saved.fault));
  };
  return (
    <section className={styles.source} aria-label={source.fileName}>
      <h4>{source.fileName}</h4>
      <p>{t('source.taken', {date: formatMoment(locale, source.importedAt, 'full')})}</p>
      {source.fileKept ? (
        <Button variant="quiet" onClick={() => void get()}>
          {t('act.getFile')}
        </Button>
      ) : (
        <p>{t('source.gone')}</p>
      )}
      <SourceRows header={source.header} rows={source.rows} lines={order.lines} />
    </section>
  );
}
