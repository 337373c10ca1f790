/** Streamlit's options behind a proxy: the browser's origin is not the address that it sees, so its own checks must be off. */
export const STREAMLIT_BEHIND_PROXY = {
  'server.headless': true,
  'server.enableCORS': false,
  'server.enableXsrfProtection': false,
  'server.fileWatcherType': 'none',
  'browser.gatherUsageStats': false,
};
