/** A piece of work that ends by itself. */
export type Task = () => Promise<void>;

/** Runs tasks one after the other: those wanted `soon` before those that may come `later`, each in its turn. */
export class TaskQueue {
  readonly #soon: Task[] = [];
  readonly #later: Task[] = [];
  #isRunning = false;

  /** Settles as the task does; one that fails stops none of the others. */
  add(task: Task, when: 'soon' | 'later' = 'later'): Promise<void> {
    return new Promise((resolve, reject) => {
      const tasks = when === 'soon' ? this.#soon : this.#later;
      tasks.push(() => task().then(resolve, reject));
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#isRunning = false;
  }

  #next(): Task | undefined {
    return this.#soon.shift() ?? this.#later.shift();
  }
}
