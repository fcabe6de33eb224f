import type { Progress, TaskControl } from '../engine/engine.ts';

const EVERY_MS = 100;
const MAX_NAME_CHARACTERS = 40;
const CLEAR_LINE = '\r\u001b[2K';

/** Where progress is shown: standard error, or anything that can tell whether it is a terminal. */
interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line of progress that is written over itself. Writes nothing where its stream is no terminal. */
export class ProgressLine {
  #shownMs = Number.NEGATIVE_INFINITY;
  #isShown = false;

  constructor(
    private readonly terminal: Terminal,
    /** Monotonic milliseconds. */
    private readonly now: () => number,
  ) {}

  /** Control of the next task, whose speed is counted from here. */
  control(): TaskControl {
    if (!this.terminal.isTTY) return {};
    const startedMs = this.now();
    return {
      onProgress: progress => {
        const ms = this.now();
        if (ms - this.#shownMs < EVERY_MS) return;
        this.#shownMs = ms;
        this.#isShown = true;
        this.terminal.write(CLEAR_LINE + progressText(progress, ms - startedMs));
      },
    };
  }

  clear(): void {
    if (this.#isShown) this.terminal.write(CLEAR_LINE);
    this.#isShown = false;
  }
}

/** `march.csv  42 %  1,204,000 rows  1,400,000 rows/s  3 s left`. */
export function progressText({ file, bytes, totalBytes, rows }: Progress, elapsedMs: number): string {
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const share = totalBytes > 0 ? bytes / totalBytes : 1;
  const leftS = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : 0;
  return [
    shortName(file),
    `${Math.floor(share * 100)} %`,
    `${rows.toLocaleString('en')} rows`,
    `${Math.round(rows / seconds).toLocaleString('en')} rows/s`,
    `${leftS} s left`,
  ].join('  ');
}

/** The end of a path, without what could move the cursor. */
function shortName(file: string): string {
  const visible = file.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return visible.length <= MAX_NAME_CHARACTERS ? visible : `…${visible.slice(1 - MAX_NAME_CHARACTERS)}`;
}
