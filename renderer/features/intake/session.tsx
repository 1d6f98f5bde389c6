import {useTranslation} from 'react-i18next';
import type {IntakeState} from '#core/intake/messages.ts';
import type {Storefront} from '#core/storefronts/schema.ts';
import type {Intake} from '../../app/data/use-intake.ts';
import {AcceptBar} from './accept-bar.tsx';
import {FileLine} from './file-line.tsx';
import {useIntakeView} from './intake-view.ts';
import {KeptLine} from './kept-line.tsx';
import {Preview} from './preview.tsx';
import {ReadingLine} from './reading-line.tsx';
import styles from './intake.module.css';

interface SessionProps {
  readonly state: IntakeState;
  readonly ask: Intake['ask'];
  readonly storefronts: readonly Storefront[];
  readonly onOrders: () => void;
  readonly onUndo: (importId: string) => void;
}

/** The files of this session from the first byte to the last order. */
export function Session({state, ask, storefronts, onOrders, onUndo}: SessionProps) {
  const {t} = useTranslation('intake');
  const {phase, files, importId} = state;
  const isOpen = phase === 'ready' || phase === 'reading' || phase === 'paused';
  const about = (what: 'mapping' | 'correct' | 'storefront', file: string) => (): void =>
    useIntakeView.setState({asking: {what, file}});
  const clear = (): void => void ask('intake.clear', null);
  const isWorking = phase === 'reading' || phase === 'paused' || phase === 'keeping';
  const shows = (phase === 'ready' || phase === 'kept') && files.some(({counts, rejected}) => counts || rejected > 0);
  return (
    <div className={styles.session}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys */}
      <div className={styles.files} role="group" aria-label={t('files.label')} tabIndex={0}>
        <ul>
          {files.map((file) => (
            <FileLine
              key={file.key}
              file={file}
              storefronts={storefronts}
              onChoose={(choice) => void ask('intake.choose', {file: file.key, ...choice})}
              onNewStorefront={about('storefront', file.key)}
              onMap={about('mapping', file.key)}
              onCorrect={isOpen ? about('correct', file.key) : undefined}
              onRemove={isOpen ? () => void ask('intake.remove', {file: file.key}) : undefined}
            />
          ))}
        </ul>
      </div>
      {shows && phase === 'ready' ? <Preview state={state} ask={ask} /> : <div />}
      {isWorking ? (
        <ReadingLine
          state={state}
          onPause={() => void ask('intake.pause', null)}
          onResume={() => void ask('intake.resume', null)}
          onCancel={() => void ask('intake.cancel', null)}
        />
      ) : null}
      {phase === 'ready' ? (
        <AcceptBar state={state} onAccept={() => void ask('intake.accept', null)} onCancel={clear} />
      ) : null}
      {phase === 'kept' ? (
        <KeptLine
          state={state}
          onOrders={onOrders}
          onUndo={() => (importId === undefined ? undefined : onUndo(importId))}
          onClear={clear}
        />
      ) : null}
    </div>
  );
}
