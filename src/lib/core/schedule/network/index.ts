export { analyse, type Room } from './analyse.ts';
export { checkLink, type LinkFault } from './links/check-link.ts';
export { cycles, pathBetween } from './links/cycles.ts';
export { NetworkError, type NetworkFault } from './network-error.ts';
export { nodesOf } from './nodes-of.ts';
export { replan, type PlanEdit, type ReplanMode } from './replan.ts';
export { rollUp } from './roll-up.ts';
export { slippage, type BaselineDays, type Slip } from './slippage.ts';
export type * from './types.ts';
