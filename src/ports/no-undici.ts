/**
 * Stands in for undici in the bundle, of which it would be a third: @actions/http-client loads it for those who call `fetch` through a
 * proxy, and nothing here does (see `paths` in tsconfig.json).
 */
export class ProxyAgent {
  constructor() {
    throw new Error('There is no undici in this bundle.');
  }
}
