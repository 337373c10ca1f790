import { createForest, type Tree } from '../tools/tree.ts';
import { type ManifestOptions, makeBundle } from './connect-client.ts';

export type SampleOptions = ManifestOptions & { readonly files?: Tree; readonly appmode?: string };

/** An app that needs no packages: it says `text`, the environment variable GREETING, and a key it should never see. */
export const sampleApp = (text = 'one'): string => `import os

def app(environ, start_response):
    start_response("200 OK", [("content-type", "text/plain")])
    said = "${text} " + os.environ.get("GREETING", "") + environ.get("HTTP_AUTHORIZATION", "")
    return [said.strip().encode()]
`;

/** Makes bundles of that app, in folders that are gone when the test file is through. */
export const createSamples = (): ((text?: string, options?: SampleOptions) => Promise<string>) => {
  const grow = createForest('connect');
  return (text, options = {}) => {
    const project = grow({ 'requirements.txt': '', 'app.py': sampleApp(text), ...options.files });
    return makeBundle(project, options.appmode ?? 'python-api', options);
  };
};

/** The part of a manifest that asks for a Python. */
export const python = (version: string) => ({
  python: { version, package_manager: { name: 'pip', version: '24.0', package_file: 'requirements.txt' } },
});
