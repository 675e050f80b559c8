/** The one version of the Collector that the configuration is written for and tested with. */
const version = { collector: '0.160.0', providers: '1.66.0' }

const core = 'go.opentelemetry.io/collector'
const contrib = 'github.com/open-telemetry/opentelemetry-collector-contrib'

/**
 * What the Collector Builder puts into the binary: what the configuration uses, and nothing else. What is not built in,
 * no other configuration can switch on: there is no exporter to a file, no persistent queue, no debug output.
 */
export const builderConfig = {
  dist: {
    module: 'privity-collector',
    name: 'privity-collector',
    description: 'OpenTelemetry Collector with the components of a Privity gateway',
    version: version.collector,
    output_path: './privity-collector',
  },
  receivers: [module(`${core}/receiver/otlpreceiver`)],
  processors: [
    module(`${core}/processor/memorylimiterprocessor`),
    module(`${contrib}/processor/filterprocessor`),
    module(`${contrib}/processor/transformprocessor`),
    module(`${contrib}/processor/redactionprocessor`),
  ],
  exporters: [module(`${core}/exporter/otlphttpexporter`)],
  extensions: [module(`${contrib}/extension/healthcheckextension`)],
  providers: [
    { gomod: `${core}/confmap/provider/envprovider v${version.providers}` },
    { gomod: `${core}/confmap/provider/fileprovider v${version.providers}` },
  ],
} as const

function module(path: string): { readonly gomod: string } {
  return { gomod: `${path} v${version.collector}` }
}
