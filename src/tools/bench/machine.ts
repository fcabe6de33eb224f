import { cpus, loadavg, totalmem } from 'node:os';

/** Where and when a bench ran. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  readonly date: string;
  /** Load of the last minute when the bench began: much above 0, others were at work. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? 'unknown',
    cores: all.length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    load: Math.round(loadavg()[0]! * 10) / 10,
  };
}

export function machineText({ cpu, cores, memoryGib, node, date, load }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGib} GiB, Node ${node}, ${date}, load ${load}`;
}
