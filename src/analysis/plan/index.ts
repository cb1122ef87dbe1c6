/**
 * Planning (压减方案): the cheapest 优化措施 that bring a matter to its target, and the cheapest way of any network of
 * activities to its deadline (时限与费用的权衡); exact, with proofs that anyone can check. The solver HiGHS is loaded only
 * by `planNetworkWithMilp`.
 */
export { parseRational, printRational, type Rational, rational } from '../../base/rational.ts'
export type { Obstacle } from '../../graph/measure-obstacle.ts'
export { applyPatches, type Edit, type Patch } from '../../model/edit.ts'
export { type MatterPlanning, planForReport } from '../matter-planning.ts'
export { type ApplyOptions, applyPlan } from '../measures/apply-plan.ts'
export { findCheaperSet } from '../measures/check-plan.ts'
export { type HandPlan, planMatterByHand } from '../measures/hand-rule.ts'
export { type Plan, type PlanAnswer, type ProofLine, planMatter } from '../measures/plan.ts'
export { accountForPlan, type ChosenMeasure, type PlanAccount } from '../measures/plan-account.ts'
export {
  type Frontier as MatterFrontier,
  type FrontierPoint as MatterFrontierPoint,
  planFrontier,
} from '../measures/plan-frontier.ts'
export { planToJson } from '../measures/plan-json.ts'
export type { PlanOptions, PlanTarget, RefusedMeasure } from '../measures/plan-problem.ts'
export { planTargetOf } from '../measures/plan-target.ts'
export type { BranchProof, BranchSplit } from './branch-proof.ts'
export { boundOfChains, type ChainBound, chainBound, type WeightedChain } from './chain-bound.ts'
export { checkPlanCertificate } from './check-certificate.ts'
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
export { certifyPlan, type PlanCertificate, type ProofOptions } from './prove-plan.ts'
