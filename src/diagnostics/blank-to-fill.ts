/** What a fix leaves for the author to fill in (待填的空白); a text in which one is left gets ZW1105. */
export const TO_FILL_IN = '（请填写）'
