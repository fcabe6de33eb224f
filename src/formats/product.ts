/** What writes the files: named in every export, and by the command line. The version is the package's. */
export const PRODUCT = { name: 'Wakeline', version: '0.1.0' } as const;
