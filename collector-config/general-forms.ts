const word = '(?:[A-Za-z_$#][A-Za-z0-9_$#]*|<[a-z]+>)'
const functionName = `(?:new )?${word}(?:\\.${word}|\\.\\[[A-Za-z0-9_.$]+\\])*(?: \\[as [A-Za-z0-9_$.[\\]]+\\])?`
const file = '(?:node_modules/(?:[A-Za-z0-9_.@+$-]+/)*)?[A-Za-z0-9_.+$[\\]-]+\\.[a-z]{1,5}|node:[A-Za-z0-9_/]+'
const place = `(?:native|<anonymous>|wasm|index [0-9]{1,6}|(?:${file})(?::[0-9]{1,9}){0,2})`
const frame = `    at (?:async )?(?:${functionName} \\(${place}\\)|${place})`

/**
 * By the name of a generaliser of `processors/redaction`: what its results look like (RE2, for the whole value).
 *
 * Templates of URLs and paths are missing on purpose: no pattern can tell `/users/ada` from `/tickets/new`, so the
 * Collector removes such values unless the flow accepts them as they are.
 */
export const generalForms: Readonly<Record<string, string>> = {
  ip_network: '(?:[0-9]{1,3}\\.){3}0/(?:8|16|24)|(?:[0-9a-f]{1,4}:){1,3}:/(?:16|32|48)',
  user_agent_family: '[A-Za-z][A-Za-z-]{0,20}(?: [A-Z][A-Za-z]{0,20})? [0-9]{1,4}',
  // no quotes and no digits, so no literals; no comments
  sql_template: '(?i:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|BEGIN|COMMIT|ROLLBACK)(?: (?:[A-Za-z_.,()*<>?; ]|=[ ?])*)?',
  // of a path only what follows node_modules, or the base name
  stack_frames: `${frame}(?:\\n${frame})*`,
  time_hour: '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z',
}
