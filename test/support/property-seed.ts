import * as fc from 'fast-check'

/**
 * CI tries the same cases at every run, so that a submission never fails by bad luck; at a desk every run tries new ones,
 * and what these find becomes a regression file. `PROPERTY_SEED` replays a run.
 */
const seed = process.env['PROPERTY_SEED'] ?? (process.env['CI'] === undefined ? undefined : '20261122')

if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
