import { environmentVariables, type VariableName } from './environment-variables.ts'

type Value<N extends VariableName> = Exclude<ReturnType<(typeof environmentVariables)[N]['parse']>, undefined>

/** The variables that are set and right, by name. */
export type Environment = { readonly [N in VariableName]?: Value<N> }

/**
 * Reads every variable of the table at once. Empty counts as not set, as OpenTelemetry has it.
 *
 * @param variables such as `process.env`
 * @param warn gets one message for each variable whose value is wrong; the default holds then. It says what is expected,
 *   and repeats only values that cannot be a secret
 * @example readEnvironment({ OTEL_BSP_SCHEDULE_DELAY: '200' }, () => {}).OTEL_BSP_SCHEDULE_DELAY // 200
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  warn: (message: string) => void,
): Environment {
  const environment: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(environmentVariables)) {
    const text = variables[name]?.trim()
    if (text === undefined || text === '') continue
    const value = variable.parse(text)
    if (value === undefined) {
      warn(
        `${name} expects ${variable.expects}, got ${JSON.stringify(text)}. Correct or remove it; until then: ${variable.otherwise}.`,
      )
    } else environment[name] = value
  }
  return environment as Environment
}
