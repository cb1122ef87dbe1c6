import type { FactRecord, ReceivedMaterial, ServiceData, ServiceKind } from '../engine/parts.ts'

/** What another system is asked to do for a case (外部服务请求). */
export interface ServiceRequest {
  /**
   * The case and the event that asked, which together name the request once for all. A request may come again after a
   * crash: the other system must do nothing twice under one key.
   */
  readonly key: { readonly caseId: string; readonly seq: number }
  readonly service: ServiceKind
  readonly matter: string
  /** The step that waits for the answer. */
  readonly step?: string
  readonly data: ServiceData
  /** How often the call has failed so far. */
  readonly failures: number
}

/** What came of it (外部服务答复): the facts and documents that it brings go into the case. */
export interface ServiceAnswer {
  readonly outcome: 'done' | 'failed'
  readonly data?: ServiceData
  readonly facts?: FactRecord
  readonly materials?: readonly ReceivedMaterial[]
}

/**
 * How a service is reached (外部服务接口). Without an answer it will come later, as a command `answerService`; what
 * throws is tried again.
 */
export type ServicePort = (request: ServiceRequest) => Promise<ServiceAnswer | undefined>

/** The services that are connected (已接入的外部服务); the answers of the others come as commands. */
export type ServicePorts = Readonly<Partial<Record<ServiceKind, ServicePort>>>
