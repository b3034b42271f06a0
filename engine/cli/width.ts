const usualWidth = 80;
const widest = 100;
const narrowest = 40;

/** The columns to fill: those of the terminal within reason, or the usual number. */
export function widthOf({ columns }: { readonly columns?: number }): number {
  return columns === undefined ? usualWidth : Math.max(narrowest, Math.min(widest, columns));
}
