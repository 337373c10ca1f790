import { classesOf, type Tag, tagsOf } from './html.ts';

/**
 * What a browser tells Shiny of a page when its session begins, by the names of Shiny's own protocol: which outputs can be seen, and
 * the values of inputs as the page has them. What has no value for sure is left out: outputs that read it wait, as for a visitor.
 */
export function valuesOf(html: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const tags = tagsOf(html);
  for (const [index, tag] of tags.entries()) {
    const id = tag.attributes.get('id') ?? '';
    if (id === '' || id.length > LONGEST_ID) continue;
    if (!tag.isHidden) {
      const output = `.clientdata_output_${id}`;
      Object.assign(values, { [`${output}_hidden`]: false, [`${output}_width`]: 800, [`${output}_height`]: 400 });
    }
    Object.assign(values, inputOf(id, tag, tags.slice(index + 1, index + 1 + MOST_OPTIONS)));
  }
  return values;
}

const LONGEST_ID = 200;
const MOST_OPTIONS = 500;

function inputOf(id: string, { name, attributes, text }: Tag, behind: readonly Tag[]): Record<string, unknown> {
  const classes = classesOf(attributes);
  const value = attributes.get('value');
  if (classes.has('action-button')) return { [`${id}:shiny.action`]: 0 };
  if (name === 'textarea') return { [id]: text };
  if (name === 'select' && classes.has('shiny-input-select')) return { [id]: chosen(attributes, behind) };
  if (classes.has('shiny-input-radiogroup')) return optional(id, checked(id, 'radio', behind)[0]);
  if (classes.has('shiny-input-checkboxgroup')) return { [id]: checked(id, 'checkbox', behind) };
  if (name !== 'input') return {};
  if (classes.has('js-range-slider')) {
    // Dates are sent in another form.
    if (attributes.get('data-data-type') !== 'number') return {};
    const [from, to] = [Number(attributes.get('data-from')), Number(attributes.get('data-to'))];
    return { [`${id}:shiny.number`]: attributes.get('data-type') === 'double' ? [from, to] : from };
  }
  switch (attributes.get('type')) {
    case 'checkbox':
      return classes.has('shiny-input-checkbox') ? { [id]: attributes.has('checked') } : {};
    case 'number':
      return { [`${id}:shiny.number`]: value ? Number(value) : null };
    case 'text':
    case 'password':
      return { [id]: value ?? '' };
    default:
      return {};
  }
}

const optional = (id: string, value: string | undefined): Record<string, unknown> =>
  value === undefined ? {} : { [id]: value };

/** The options that follow a select; its own are those before the next other element. */
function chosen(attributes: ReadonlyMap<string, string>, behind: readonly Tag[]): string | string[] {
  const end = behind.findIndex(({ name }) => name !== 'option' && name !== 'optgroup');
  const options = behind.slice(0, end < 0 ? undefined : end).filter(({ name }) => name === 'option');
  const written = ({ attributes: own, text }: Tag) => own.get('value') ?? text;
  const selected = options.filter((option) => option.attributes.has('selected')).map(written);
  if (attributes.has('multiple')) return selected;
  return selected[0] ?? (options[0] ? written(options[0]) : '');
}

const checked = (id: string, type: string, behind: readonly Tag[]): string[] =>
  behind
    .filter(({ attributes: own }) => own.get('name') === id && own.get('type') === type && own.has('checked'))
    .map(({ attributes: own }) => own.get('value') ?? '');
