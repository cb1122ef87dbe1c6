/** How people say that nothing is charged (不收费的写法), where the language says 不收费. */
export const FREE_OF_CHARGE = /^(?:0|否|不收费|无|免费|免收|不收|不收取|不收取(?:任何)?费用|不收取费|无需缴费)$/
