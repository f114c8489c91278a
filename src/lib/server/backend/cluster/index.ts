/** The life of the embedded PostgreSQL: made, locked, started, adopted, stopped. Nothing here knows the schema. */
export { openCluster } from './open.ts';
export { readRecord } from './folder/record.ts';
export { removeCluster } from './remove.ts';
export { cloneDatabase, createDatabase, dropDatabase } from './databases.ts';
export { ClusterError, type ClusterErrorCode } from './errors.ts';
export type { Cluster, ClusterRecord, OpenOptions } from './types.ts';
