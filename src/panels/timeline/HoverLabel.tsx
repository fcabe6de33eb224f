import { useLayoutEffect, useRef } from 'react';
import type { EventText } from './event-text.ts';

interface HoverLabelProps {
  readonly text: EventText;
  /** Point that it belongs to, CSS pixels within the lanes. */
  readonly x: number;
  readonly y: number;
}

const APART_PX = 12;

/** What the pointer is on. Stays within the lanes and out from under the pointer. */
export function HoverLabel({ text, x, y }: HoverLabelProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const label = ref.current;
    const box = label?.parentElement;
    if (!label || !box) return;
    const left = Math.max(0, Math.min(x + APART_PX, box.clientWidth - label.offsetWidth - 4));
    const above = y - label.offsetHeight - APART_PX;
    const top = above >= 0 ? above : Math.min(y + APART_PX, box.clientHeight - label.offsetHeight);
    label.style.transform = `translate(${left}px, ${top}px)`;
  });
  return (
    <div className="timeline-hover" ref={ref} aria-hidden="true">
      <b>{text.title}</b>
      <span className="timeline-hover-when">{text.when}</span>
    </div>
  );
}
