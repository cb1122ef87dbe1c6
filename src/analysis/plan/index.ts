/**
 * Planning on networks of activities: the cheapest way to a deadline, exact and with its proof (时限与费用的权衡).
 * Nothing here knows matters; the solver HiGHS is loaded only by `planNetworkWithMilp`.
 */
export { boundOfChains, type ChainBound, chainBound, type WeightedChain } from './chain-bound.ts'
export { checkPlanProof } from './check-plan-proof.ts'
export { type FrontierAnswer, type FrontierPoint, frontierOfNetwork } from './frontier.ts'
export { planByHand } from './hand-rule.ts'
export type {
  ExactNumber,
  NetworkOptions,
  PlanActivity,
  PlanMode,
  PlanNetwork,
  RemovableOrder,
  SharedMeasure,
} from './network.ts'
export type {
  BoundReason,
  ChainLink,
  DroppedOrder,
  ImpossibleProof,
  NetworkAnswer,
  NetworkPlan,
  NetworkProblem,
  NetworkProblemCode,
  NetworkProof,
  Refutation,
  ScheduledActivity,
} from './network-answer.ts'
export { planNetwork } from './plan-network.ts'
export { type MilpOptions, planNetworkWithMilp } from './plan-with-milp.ts'
