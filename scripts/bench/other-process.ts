import { readFileSync } from 'node:fs';

/** What Linux counts in: a hundredth of a second, on every machine that Node runs on. */
const TICK_MS = 10;

/** The time that another process has spent on a processor, in ms. @throws where there is no /proc */
export function cpuMsOf(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// After the name, which may hold anything: state is the first field, user and system time the 12th and 13th.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** What another process holds in memory, in MB. @throws where there is no /proc */
export function memoryMbOf(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}
