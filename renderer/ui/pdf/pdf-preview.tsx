import {useEffect, useRef, useState} from 'react';

interface PdfPreviewProps {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
  /** Height by width of the paper before the first page is drawn, so that nothing jumps. */
  readonly heightPerWidth?: number;
  readonly onError: (error: unknown) => void;
}

/** Page 1 of a PDF as a picture as sharp as the screen. The reader of PDFs is loaded when the first preview is shown. */
export function PdfPreview({bytes, widthPx, label, heightPerWidth = 1.5, onError}: PdfPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(heightPerWidth);
  const report = useRef(onError);
  useEffect(() => {
    report.current = onError;
  });

  useEffect(() => {
    const abandoned = new AbortController();
    const {signal} = abandoned;
    draw({bytes, widthPx, signal}).then(
      (page) => {
        if (signal.aborted || !canvas.current) return;
        canvas.current.width = page.width;
        canvas.current.height = page.height;
        // Drawn beside the screen and shown all at once: a new page replaces the old one without a blank between.
        canvas.current.getContext('2d')?.drawImage(page, 0, 0);
        setRatio(page.height / page.width);
      },
      (error: unknown) => {
        if (!signal.aborted) report.current(error);
      },
    );
    return () => abandoned.abort();
  }, [bytes, widthPx]);

  const style = {display: 'block', width: widthPx, height: widthPx * ratio, background: 'white'};
  return <canvas ref={canvas} role="img" aria-label={label} style={style} />;
}

async function draw(page: {bytes: Uint8Array; widthPx: number; signal: AbortSignal}): Promise<HTMLCanvasElement> {
  const {drawFirstPage} = await import('./draw-page.ts');
  return drawFirstPage({...page, pixelRatio: window.devicePixelRatio});
}
