import { spawn } from 'node:child_process';

/** Runs each of some commands in turn, `rounds` times, and answers the median time of each in milliseconds. */
export async function inTurn(rounds: number, commands: readonly (() => Promise<number>)[]): Promise<number[]> {
  const times = commands.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, run] of commands.entries()) {
      const ms = await run();
      if (round > 0) times[index]?.push(ms); // the first round warms up
    }
  }
  return times.map(median);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** A whole process, from its start to its end, in milliseconds. */
export const processTime = (program: string, args: readonly string[], options: object = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, { stdio: 'ignore', ...options });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - begun);
      else reject(new Error(`${program} ended with ${code}`));
    });
  });

/** What a process and its children have used, by the system's own account. */
export type Usage = {
  /** The largest memory, in MB, that one of them had resident. */
  readonly memory: number;
  /** The time of processors that all of them took, in milliseconds: waiting is not in it, nor is what else the machine does. */
  readonly processor: number;
};

export const peakMemory = async (...command: Parameters<typeof usage>): Promise<number> =>
  (await usage(...command)).memory;

export function usage(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Usage> {
  const script =
    'import resource,subprocess,sys; r=subprocess.run(sys.argv[1:],stdout=2); u=resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_maxrss,u.ru_utime+u.ru_stime); sys.exit(r.returncode)';
  const child = spawn('python3', ['-c', script, program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let answer = '';
  let log = '';
  child.stdout.on('data', (chunk) => (answer += chunk));
  child.stderr.on('data', (chunk) => (log += chunk));
  // Linux counts kB, macOS bytes.
  const unit = process.platform === 'darwin' ? 1e6 : 1e3;
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [memory = 0, seconds = 0] = answer.trim().split(' ').map(Number);
      if (code === 0) resolve({ memory: memory / unit, processor: seconds * 1000 });
      else reject(new Error(log));
    });
  });
}

export function table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [title, ...all.map(line)].join('\n');
}

export const times = (ratio: number): string => `${ratio.toFixed(2)}x`;
