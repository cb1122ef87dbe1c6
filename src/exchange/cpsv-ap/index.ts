/** Matters as linked data of the EU's vocabulary (公共服务目录): `zhengwu/exchange/cpsv-ap`. */

export { type CpsvApOptions, writeCpsvAp } from './write-cpsv-ap.ts'
