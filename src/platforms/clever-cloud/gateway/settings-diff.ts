import { quote } from '../../../findings/text.ts';
import type { App } from '../api/values.ts';
import type { AppSettings } from './app-spec.ts';

/** Those of the settings that the app does not have: as the API takes them, and in words. */
export function settingChanges(
  { settings: there }: Pick<App, 'settings'>,
  wanted: AppSettings,
): { readonly body: object; readonly told: readonly string[] } {
  const different = Object.entries(wanted).filter(([key, value]) => value !== undefined && there[key] !== value);
  const shown = (value: unknown) => (value === undefined ? 'not set' : quote(JSON.stringify(value)));
  return {
    body: Object.fromEntries(different),
    told: different.map(([key, value]) => `${key}: ${shown(there[key])} -> ${shown(value)}`),
  };
}
