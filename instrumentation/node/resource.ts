import { createRequire } from 'node:module'
import { diag } from '@opentelemetry/api'
import type { Resource, ResourceDetector } from '@opentelemetry/resources'
import type { Environment } from './environment.ts'
import { resources } from './sdk.ts'

/**
 * What the telemetry of this thread is about: `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, and what the detectors of
 * `OTEL_NODE_RESOURCE_DETECTORS` find. Those that ask the network of a cloud run only when they are named, or `all` is.
 */
export function createResource(environment: Environment): Resource {
  return resources.defaultResource().merge(resources.detectResources({ detectors: selectDetectors(environment) }))
}

function selectDetectors(environment: Environment): ResourceDetector[] {
  const asked = environment.OTEL_NODE_RESOURCE_DETECTORS ?? Object.keys(localDetectors)
  if (asked.includes('none')) return []
  const known = [...Object.keys(localDetectors), ...Object.keys(cloudDetectors)]
  // env last: what somebody wrote wins over what was found
  const names = asked.includes('all') ? known : asked
  return [...names]
    .sort((left, right) => Number(left === 'env') - Number(right === 'env'))
    .flatMap((name) => {
      const local = localDetectors[name]
      if (local !== undefined) return [local]
      if (cloudDetectors[name] !== undefined) return loadCloudDetectors(name, cloudDetectors[name])
      diag.warn(
        `privity: OTEL_NODE_RESOURCE_DETECTORS names "${name}", which there is not; known are ${known.join(', ')}, all, none`,
      )
      return []
    })
}

const localDetectors: Readonly<Record<string, ResourceDetector>> = {
  env: resources.envDetector,
  serviceinstance: resources.serviceInstanceIdDetector,
  process: resources.processDetector,
  host: resources.hostDetector,
  os: resources.osDetector,
}

/** The exports of `@opentelemetry/resource-detector-PACKAGE`. */
const cloudDetectors: Readonly<Record<string, { readonly from: string; readonly detectors: readonly string[] }>> = {
  container: { from: 'container', detectors: ['containerDetector'] },
  alibaba: { from: 'alibaba-cloud', detectors: ['alibabaCloudEcsDetector'] },
  aws: {
    from: 'aws',
    detectors: ['awsEc2Detector', 'awsEcsDetector', 'awsEksDetector', 'awsBeanstalkDetector', 'awsLambdaDetector'],
  },
  azure: { from: 'azure', detectors: ['azureAppServiceDetector', 'azureFunctionsDetector', 'azureVmDetector'] },
  gcp: { from: 'gcp', detectors: ['gcpDetector'] },
}

function loadCloudDetectors(
  name: string,
  { from, detectors }: { readonly from: string; readonly detectors: readonly string[] },
): ResourceDetector[] {
  try {
    const packageExports = createRequire(import.meta.url)(`@opentelemetry/resource-detector-${from}`) as Record<
      string,
      ResourceDetector
    >
    return detectors.flatMap((each) => packageExports[each] ?? [])
  } catch (error) {
    diag.warn(`privity: the resource detector ${name} could not be loaded; the resource goes without it`, error)
    return []
  }
}
