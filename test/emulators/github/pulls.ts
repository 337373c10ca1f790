/** A pull request; `headRepository` is null when the fork was deleted. */
export type Pull = {
  readonly number: number;
  state: 'open' | 'closed';
  headRepository: string | null;
  headSha: string;
};

export type Pulls = {
  /** Opens one, from the repository itself unless said otherwise, and answers its number. */
  open(pull?: Partial<Omit<Pull, 'state'>>): number;
  close(number: number): void;
  get(number: number): Pull | undefined;
  all(): readonly Pull[];
};

export const createPulls = (repository: string): Pulls => {
  const pulls = new Map<number, Pull>();
  return {
    open(pull = {}) {
      const number = pull.number ?? Math.max(0, ...pulls.keys()) + 1;
      const headSha = pull.headSha ?? number.toString(16).padStart(40, 'a');
      pulls.set(number, { ...{ number, headSha, headRepository: repository }, ...pull, state: 'open' });
      return number;
    },
    close(number) {
      const pull = pulls.get(number);
      if (pull !== undefined) pull.state = 'closed';
    },
    get: (number) => pulls.get(number),
    all: () => [...pulls.values()].toSorted((a, b) => b.number - a.number),
  };
};

export const pullView = ({ number, state, headRepository, headSha }: Pull, repository: string): object => {
  const repo = (name: string) => ({ full_name: name, fork: name !== repository });
  return {
    ...{ id: 9_000 + number, number, state, title: `Change ${number}` },
    head: { sha: headSha, ref: `feature-${number}`, repo: headRepository === null ? null : repo(headRepository) },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: repo(repository) },
  };
};
