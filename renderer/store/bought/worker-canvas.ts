interface Drawn {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases for a reader of PDFs that works where there is no page. */
export class WorkerCanvasFactory {
  create(width: number, height: number): Drawn {
    const canvas = new OffscreenCanvas(width, height);
    return {canvas, context: canvas.getContext('2d', {willReadFrequently: true})};
  }

  reset({canvas}: Drawn, width: number, height: number): void {
    if (canvas) Object.assign(canvas, {width, height});
  }

  destroy(drawn: Drawn): void {
    if (drawn.canvas) Object.assign(drawn.canvas, {width: 0, height: 0});
    Object.assign(drawn, {canvas: null, context: null});
  }
}

/** Filters are made of SVG, which needs a page: labels are drawn without them. */
export class NoFilters {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  destroy(): void {}
}
