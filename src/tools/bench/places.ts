import { fileURLToPath } from 'node:url';

/** The bundle runs from `dist/node`, two folders below the root. */
const ROOT = new URL('../../', import.meta.url);

export const ROOT_FOLDER = fileURLToPath(ROOT);
export const FIXTURES_FOLDER = fileURLToPath(new URL('fixtures/', ROOT));
/** Inputs are made here once and kept. */
export const INPUTS_FOLDER = fileURLToPath(new URL('dist/bench/', ROOT));
/** Peers are installed here, apart from the product's own packages. */
export const PEERS_FOLDER = fileURLToPath(new URL('dist/peers/', ROOT));
