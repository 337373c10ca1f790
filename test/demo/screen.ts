/** Shows a step's log as GitHub's page does: groups indented, annotations with their place. Commands that only the runner reads are left out. */
export function createScreen(print: (line: string) => void): (log: string) => void {
  let shown = 0;
  return (log) => {
    const end = log.lastIndexOf('\n') + 1;
    for (const line of log.slice(shown, Math.max(shown, end)).split('\n').slice(0, -1)) {
      const text = render(line);
      if (text !== undefined) print(text);
    }
    shown = Math.max(shown, end);
  };
}

const COLOURS = { error: 31, warning: 33, notice: 36, group: 1 } as const;
const paint = (colour: keyof typeof COLOURS, text: string): string =>
  process.stdout.isTTY ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;

function render(line: string): string | undefined {
  const command = /^::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line);
  if (!command) return `    ${line}`;
  const [, name = '', properties = '', text = ''] = command;
  if (name === 'group') return `  ${paint('group', text)}`;
  if (name !== 'error' && name !== 'warning' && name !== 'notice') return undefined;
  const property = (key: string) => new RegExp(`(?:^|,)${key}=([^,]*)`).exec(properties)?.[1];
  const place = [property('file'), property('line')].filter(Boolean).join(':');
  const message = text.replaceAll('%0D', '').replaceAll('%0A', '\n      ').replaceAll('%25', '%');
  return `    ${paint(name, `${name}: ${property('title') ?? ''}`)}${place && ` at ${place}`}\n      ${message}`;
}
