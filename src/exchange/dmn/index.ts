/** What a matter decides as DMN with FEEL (判定模型): `zhengwu/exchange/dmn`. */

export { writeDmn } from './write-dmn.ts'
