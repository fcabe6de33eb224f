import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './virtual-list.css';

interface VirtualListProps<T> {
  /** What is listed, for screen readers. */
  readonly label: string;
  /** At least one. */
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height of a row with its hairline, px. */
  readonly heightOf: (item: T) => number;
  /** Key of the row that is open elsewhere; it is kept in view when it changes. */
  readonly chosenKey: string | null;
  readonly onOpen: (item: T) => void;
  /** What a row holds: text and marks, no controls, for the row itself is one. */
  readonly row: (item: T) => ReactNode;
  /** Shown below the last row, scrolling with them. */
  readonly after?: ReactNode;
  /** Stands below the list; is told the first and last row in view, counted from 1. */
  readonly footer?: (first: number, last: number) => ReactNode;
}

/**
 * A list box of rows with known heights, of which only those in view are in the document. One row takes the
 * focus: Up, Down, Page Up, Page Down, Home and End move it, Enter and Space open its row.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, heightOf, onOpen, row, after, footer } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { virtualizer, chosen, active, setActive, focusRow } = useRows(props, scroller);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(items[active]!);
      return;
    }
    const heightPx = scroller.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor(heightPx / heightOf(items[active]!)));
    const next = indexAfter(event.key, active, items.length, page);
    if (next === null) return;
    event.preventDefault();
    focusRow(next);
  };
  const range = virtualizer.range ?? { startIndex: 0, endIndex: items.length - 1 };
  return (
    <>
      <div className="virtual-list scroll" ref={scroller}>
        <div
          role="listbox"
          aria-label={label}
          className="virtual-list-rows"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start, size }) => (
            <div
              key={key}
              role="option"
              aria-selected={index === chosen}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              tabIndex={index === active ? 0 : -1}
              data-index={index}
              className="virtual-list-row"
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                onOpen(items[index]!);
              }}
              onKeyDown={onKeyDown}
              onFocus={() => setActive(index)}
            >
              {row(items[index]!)}
            </div>
          ))}
        </div>
        {after}
      </div>
      {footer?.(Math.min(range.startIndex + 1, items.length), Math.min(range.endIndex + 1, items.length))}
    </>
  );
}

interface Rows {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Index of the chosen row, -1 for none. */
  readonly chosen: number;
  /** Index of the row that takes the focus: the one last touched, else the chosen one, else the first. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Brings a row into view and gives it the focus. */
  readonly focusRow: (index: number) => void;
}

/** Which rows are in the document, which one is chosen, and which one takes the focus. */
function useRows<T>(
  { items, keyOf, heightOf, chosenKey }: VirtualListProps<T>,
  scroller: RefObject<HTMLDivElement | null>,
): Rows {
  const chosen = items.findIndex(item => keyOf(item) === chosenKey);
  const [touched, setActive] = useState<number | null>(null);
  const active = Math.min(touched ?? Math.max(0, chosen), items.length - 1);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => keyOf(items[index]!),
    estimateSize: index => heightOf(items[index]!),
    rangeExtractor: range => withRow(range, active),
    overscan: 4,
    useFlushSync: false,
  });
  const focusRow = (index: number): void => {
    setActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => {
      const list = scroller.current;
      // The focus may have gone elsewhere meanwhile, to the search say; on the body it is a row's that left the document.
      const { activeElement, body } = document;
      if (activeElement !== body && !list?.contains(activeElement)) return;
      list?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
    });
  };

  // Rows keep their heights until told otherwise: the chosen row, which is higher, has changed.
  const heightPx = items.reduce((sum, item) => sum + heightOf(item), 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two say when heights changed
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, heightPx, chosen]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a row is brought into view when it is chosen, not when it moves
  useEffect(() => {
    setActive(null);
    if (chosen < 0) return;
    if (scroller.current?.querySelector('[role=option]:focus')) focusRow(chosen);
    else virtualizer.scrollToIndex(chosen, { align: 'auto' });
  }, [virtualizer, chosenKey]);

  return { virtualizer, chosen, active, setActive, focusRow };
}

/** Rows in view and around it, and the one that holds the focus. */
function withRow(range: Range, index: number): number[] {
  const rows = defaultRangeExtractor(range);
  if (index < 0 || rows.includes(index)) return rows;
  return [...rows, index].sort((a, b) => a - b);
}

function indexAfter(key: string, index: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(count - 1, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
